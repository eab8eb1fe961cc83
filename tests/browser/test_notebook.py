"""In a notebook a graph shows itself: its page stands in a frame that is sealed off, and works."""

import re

import harbour
import pytest
from playwright.sync_api import FrameLocator, expect

GRAPH = harbour.GRAPH
CELL = 900  # pixels: about the width of a notebook's output


@pytest.fixture
def inner(browser, tmp_path) -> FrameLocator:
    """The inside of the frame in a page of our own, in which no script fails and nothing is fetched."""
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{GRAPH._repr_html_()}", encoding="utf-8")
    page = browser.new_page(locale="zh-CN", viewport={"width": CELL, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.append(request.url) if request.url.startswith("http") else None)
    page.goto(path.as_uri())
    yield page.frame_locator("iframe")
    assert faults == []
    page.close()


def test_the_page_works_in_a_sealed_frame(inner):
    inner.locator("#search").fill("zn")
    inner.locator("#search").press("Enter")
    expect(inner.locator("#panel h2")).to_have_text("周宁")
    inner.locator("#filters summary").click()
    inner.locator("[data-filter=sure]").press("ArrowRight")
    expect(inner.locator("[data-value=sure]")).to_have_text("≥ 5%")
    inner.locator("#view-figures").click()
    expect(inner.locator("#figures")).to_be_visible()


def test_the_drawing_has_room_in_a_cell(inner):
    drawing = inner.locator("#canvas").bounding_box()
    assert drawing["width"] > CELL / 2
    assert drawing["height"] > 400
    frame = inner.owner.bounding_box()
    assert frame["width"] > CELL * 0.9
    assert frame["height"] < 800


def test_the_frame_may_not_reach_the_notebook(inner):
    assert inner.locator("body").evaluate("() => globalThis.origin") == "null"
    sandbox = re.search(r'sandbox="([^"]*)"', GRAPH._repr_html_()).group(1)
    assert set(sandbox.split()) == {"allow-scripts", "allow-downloads", "allow-modals"}


def test_nothing_of_the_page_is_markup_of_the_notebook():
    assert re.findall(r"<(\w+)", GRAPH._repr_html_()) == ["iframe"]
