"""No barrier that axe finds (WCAG 2.2, A and AA): in every view, light and dark, on a screen and a phone."""

from collections.abc import Mapping
from urllib.parse import quote

import harbour
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from kg.model.graph import Graph

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
VIEWS = {
    "overview": "",
    "node": "#{node}",
    "statement": "#{statement}",
    "path": "#{node}&to={other}",
    "figures": "#&view=figures",
    "figures and node": "#{node}&view=figures",
    "reading": "#{node}&read={article}",
    "filtered": "#&hide=Person&without=says&sure=50",
}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
SETTINGS = {"light": {}, "dark": {"color_scheme": "dark"}, "phone": PHONE, "English": {"locale": "en-GB"}}
every_view = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
every_setting = pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)


def places(graph: Graph) -> Mapping[str, str]:
    """Return the ids that addresses of the views are made of."""
    post = next(claim for claim in graph.statements if claim.predicate == "holdsPost")
    found = {
        "node": post.subject.id,
        "statement": post.id,
        "other": post.object.id,
        "article": max(graph.articles, key=lambda article: len(article.text)).id,
    }
    return {name: quote(value, safe="") for name, value in found.items()}


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """Return the rules that the page breaks, each with elements that break it."""
    page.wait_for_timeout(300)  # fades end
    found = Axe().run(page, options=RULES).response
    assert {"color-contrast", "target-size"} <= {rule["id"] for rule in found["passes"] + found["violations"]}
    return [(fault["id"], [node["html"] for node in fault["nodes"]][:3]) for fault in found["violations"]]


@every_view
def test_the_page_has_no_barrier(visit, view):
    page = visit(harbour.GRAPH, address=view.format(**places(harbour.GRAPH)))
    page.evaluate("for (const drawer of document.querySelectorAll('details')) drawer.open = true")
    assert barriers(page) == []


@every_setting
@every_view
def test_the_page_of_the_seed_has_no_barrier(visit, seed_text, seed_graph, view, settings):
    page = visit(seed_text, address=view.format(**places(seed_graph)), **{"locale": "zh-CN", **settings})
    assert barriers(page) == []


@every_setting
@pytest.mark.parametrize("drawer", ["#filters summary", "#take summary", "#table summary"])
def test_an_open_drawer_has_no_barrier(visit, seed_text, drawer, settings):
    page = visit(seed_text, **{"locale": "zh-CN", **settings})
    page.click(drawer)
    assert barriers(page) == []


@every_setting
def test_an_open_search_has_no_barrier(visit, seed_text, settings):
    page = visit(seed_text, **{"locale": "zh-CN", **settings})
    page.fill("#search", "guang")
    assert barriers(page) == []
