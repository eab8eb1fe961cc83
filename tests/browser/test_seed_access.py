"""The page of the seed by keys, by ear, without script or motion, and on any screen."""

import pytest
from driven import MAKER, address, named
from playwright.sync_api import expect

from kg.model.graph import Ref


def test_the_page_is_walked_by_keys_and_told(opened, seed_graph):
    page = opened(address(id=named(seed_graph, MAKER)))
    page.focus("#canvas")
    told = set()
    for key in ("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        page.wait_for_timeout(50)
        told.add(page.locator("#live").inner_text())
    assert len(told) > 1, "each step is said"
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_contain_text("总览")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate(outline) == "solid", page.evaluate("document.activeElement.outerHTML")[:90]


def test_without_javascript_there_is_a_table_of_the_triples(opened, seed_graph):
    page = opened(java_script_enabled=False)
    page.click("#table summary")
    table = page.get_by_role("table", name="全部陈述（表）").or_(page.locator("#table table")).first
    expect(table.get_by_role("row")).to_have_count(len(seed_graph.statements) + 1)
    post = next(c for c in seed_graph.statements if c.predicate == "holdsPost" and isinstance(c.object, Ref))
    expect(table).to_contain_text(post.evidence[0].text)


def test_readers_who_want_no_motion_get_none(opened, seed_graph):
    page = opened()
    page.evaluate("(id) => { location.hash = encodeURIComponent(id); }", named(seed_graph, MAKER))
    page.wait_for_timeout(60)
    before = page.evaluate("[network.getScale(), network.getViewPosition()]")
    page.wait_for_timeout(400)
    assert page.evaluate("[network.getScale(), network.getViewPosition()]") == before
    assert page.evaluate("getComputedStyle(document.getElementById('language')).transitionDuration") in ("", "0s")


def test_nothing_shifts_while_the_page_opens_and_is_used(opened, seed_graph):
    page = opened()
    page.evaluate("""() => {
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
    }""")
    page.evaluate("(id) => { location.hash = encodeURIComponent(id); }", named(seed_graph, MAKER))
    page.wait_for_timeout(300)
    assert page.evaluate("globalThis.shift") < 0.05


@pytest.mark.parametrize("width", [320, 390, 760, 1024, 1920])
def test_no_width_needs_sideways_scrolling(opened, seed_graph, width):
    page = opened(address(id=named(seed_graph, MAKER)), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("#view-figures")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
