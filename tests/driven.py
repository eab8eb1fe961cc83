"""How tests drive the page of a graph: what it draws and where, what it finds, and what readers take away."""

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Locator, Page

from kg.model.graph import Graph

ENGINEER, MAKER = "李晓亮", "深圳联合飞机科技有限公司"  # the manager of a firm whose name a photo caption cuts in two


def named(graph: Graph, name: str) -> str:
    """Return the id of the one entity of a name."""
    [found] = [entity.id for entity in graph.entities if entity.name == name]
    return found


def address(**parts: str) -> str:
    """Return the address of a view, of what is open (`id`) and of other parts."""
    return "#" + "&".join([parts.pop("id", ""), *(f"{name}={quote(value, safe='')}" for name, value in parts.items())])


def position(node: str) -> str:
    """Return the expression of where a node is in the drawing."""
    return f"network.getPosition('{node}')"


def middle(one: str, other: str) -> str:
    """Return the expression of what lies between two nodes."""
    first, second = position(one), position(other)
    return f"{{x: ({first}.x + {second}.x) / 2, y: ({first}.y + {second}.y) / 2}}"


def place(page: Page, expression: str) -> tuple[float, float]:
    """Return where a point of the drawing is on the screen."""
    box = page.locator("#canvas").bounding_box()
    point = page.evaluate(f"network.canvasToDOM({expression})")
    return box["x"] + point["x"], box["y"] + point["y"]


def click(page: Page, expression: str) -> None:
    """Click on a point of the drawing."""
    page.mouse.click(*place(page, expression))


def drawn(page: Page) -> set[str]:
    """Return the nodes that the page draws."""
    page.wait_for_timeout(150)  # the page follows its address
    return set(page.evaluate("network.body.data.nodes.getIds()"))


def edges(page: Page) -> set[str]:
    """Return the edges that the page draws."""
    page.wait_for_timeout(150)
    return set(page.evaluate("network.body.data.edges.getIds()"))


def search(page: Page, typed: str) -> Locator:
    """Return what the page offers for what is typed."""
    page.keyboard.press("/")
    page.keyboard.type(typed)
    return page.locator("#results [role=option]")


def taken(page: Page, name: str) -> bytes:
    """Return the file that the page hands out under a name."""
    page.click("#take summary")
    with page.expect_download() as download:
        page.click(f"#take-{name}")
    assert download.value.suggested_filename == f"graph.{name}"
    return Path(download.value.path()).read_bytes()
