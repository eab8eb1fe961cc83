"""By keys alone, and for readers who hear the page."""

import harbour
from playwright.sync_api import expect

GRAPH = harbour.GRAPH


def test_arrows_walk_to_neighbours_in_their_direction(visit):
    page = visit(GRAPH)
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#panel h2")).to_have_text("海川港务集团")
    for key, axis, sign in (
        ("ArrowRight", "x", 1),
        ("ArrowLeft", "x", -1),
        ("ArrowDown", "y", 1),
        ("ArrowUp", "y", -1),
    ):
        page.evaluate(f"location.hash = encodeURIComponent('{harbour.GROUP.id}')")
        expect(page.locator("#panel h2")).to_have_text("海川港务集团")
        page.focus("#canvas")
        before = page.evaluate("network.getSelectedNodes()[0]")
        page.keyboard.press(key)
        page.wait_for_timeout(100)
        after = page.evaluate("network.getSelectedNodes()[0]")
        if after != before:
            moved = page.evaluate(f"network.getPosition('{after}').{axis} - network.getPosition('{before}').{axis}")
            assert moved * sign > 0
            linked = {
                claim.object.id if claim.subject.id == before else claim.subject.id for claim in GRAPH.of_node(before)
            }
            assert after in linked
        expect(page.locator("#canvas")).to_be_focused()


def test_enter_leads_from_the_drawing_to_the_details(visit):
    page = visit(GRAPH)
    page.focus("#canvas")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()


def test_a_slash_leads_to_the_search_from_anywhere(visit):
    page = visit(GRAPH)
    page.focus("#canvas")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("#search")).to_have_value("a/b")
    page.keyboard.press("Escape")
    expect(page.locator("#results")).to_be_hidden()


def test_keys_zoom_and_fit(visit):
    page = visit(GRAPH, reduced_motion="reduce")
    page.focus("#canvas")
    before = page.evaluate("network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("network.getScale()") > before * 1.3
    page.keyboard.press("0")
    assert abs(page.evaluate("network.getScale()") - before) < 0.01


def test_what_is_opened_is_said(visit):
    page = visit(GRAPH)
    expect(page.locator("#live")).to_have_attribute("aria-live", "polite")
    page.fill("#search", "周宁")
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_have_text("周宁, 人物, 4 陈述")


def test_the_table_is_a_real_table_that_follows_the_filters(visit):
    page = visit(GRAPH)
    page.click("#table summary")
    rows = page.locator("#rows").get_by_role("row")
    expect(rows).to_have_count(len(harbour.STATEMENTS))
    page.click("#legend button[data-group=Person]")
    people = (harbour.MANAGER.id, harbour.REPORTER.id)
    expect(rows).to_have_count(sum(claim.subject.id not in people for claim in harbour.STATEMENTS))
    rows.first.get_by_role("button").nth(1).click()
    expect(page.locator("#panel mark").first).to_be_visible()


def test_escape_closes_a_drawer_first(visit):
    page = visit(GRAPH, address=f"#{harbour.MANAGER.id}")
    page.click("#filters summary")
    page.keyboard.press("Escape")
    expect(page.locator("#fields")).to_be_hidden()
    expect(page.locator("#panel h2")).to_have_text("周宁")


def test_nodes_move_when_loosened_and_stay_when_held(visit):
    page = visit(GRAPH)
    places = "Object.entries(network.getPositions()).sort().map(([id, {x, y}]) => [id, x, y])"
    before = page.evaluate(places)
    press = page.locator("#loosen")
    press.click()
    expect(press).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(600)
    assert page.evaluate(places) != before
    press.click()
    held = page.evaluate(places)
    company = page.locator("#legend button[data-group=Company]")
    for pressed in ("false", "true"):
        company.click()
        expect(company).to_have_attribute("aria-pressed", pressed)
    page.wait_for_timeout(100)
    assert page.evaluate(places) == held
