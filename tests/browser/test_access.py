"""No barrier that axe finds (WCAG 2.2, A and AA): in every view, light and dark, on a screen and a phone."""

from urllib.parse import quote

import harbour
import pytest
from axe_playwright_python.sync_playwright import Axe

GRAPH = harbour.GRAPH
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
NODE = quote(harbour.MANAGER.id, safe="")
ADDRESSES = {
    "overview": "",
    "node": f"#{NODE}",
    "statement": f"#{quote(harbour.STATEMENTS[4].id, safe='')}",
    "path": f"#{NODE}&to={quote(harbour.ZONE.id, safe='')}",
    "figures": "#&view=figures",
    "reading": f"#{NODE}&read={quote(harbour.REPORT.id, safe='')}",
    "filtered": "#&hide=Person&without=says&sure=50",
}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, PHONE], ids=["light", "dark", "phone"])
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_there_is_no_barrier(visit, address, settings):
    page = visit(GRAPH, address=address, **settings)
    page.evaluate("for (const drawer of document.querySelectorAll('details')) drawer.open = true")
    page.wait_for_timeout(300)
    found = Axe().run(page, options=RULES).response
    assert [(fault["id"], [node["html"] for node in fault["nodes"]][:3]) for fault in found["violations"]] == []
    assert {"color-contrast", "target-size"} <= {rule["id"] for rule in found["passes"]}
