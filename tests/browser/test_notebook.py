"""In a notebook the page stands in a frame that is sealed off and works."""

import harbour
from playwright.sync_api import expect

from kg.render import frame


def test_the_page_works_in_a_sealed_frame(browser, tmp_path):
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{frame(harbour.GRAPH)}", encoding="utf-8")
    page = browser.new_page(locale="zh-CN")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    inner = page.frame_locator("iframe")
    inner.locator("#search").fill("zn")
    inner.locator("#search").press("Enter")
    expect(inner.locator("#panel h2")).to_have_text("周宁")
    inner.locator("#filters summary").click()
    inner.locator("[data-filter=sure]").press("ArrowRight")
    expect(inner.locator("[data-value=sure]")).to_have_text("≥ 5%")
    inner.locator("#view-figures").click()
    expect(inner.locator("#figures")).to_be_visible()
    assert faults == []
    page.close()


def test_the_frame_may_not_reach_the_notebook():
    text = frame(harbour.GRAPH)
    assert 'sandbox="allow-scripts allow-downloads"' in text
    assert "<script" not in text
