"""The page in a browser: what a reader sees, finds and opens."""

import harbour
import pytest
from driven import click, middle, place, position
from playwright.sync_api import Page, expect

from kg.model.graph import Graph

GRAPH = harbour.GRAPH


def comes_true(page: Page, expression: str) -> bool:
    """Tell whether an expression comes true within five seconds; the page's policy stops playwright's own way."""
    for _ in range(100):
        if page.evaluate(expression):
            return True
        page.wait_for_timeout(50)
    return False


def test_the_page_opens_on_an_overview(visit):
    page = visit(GRAPH)
    expect(page).to_have_title("新闻知识图谱")
    expect(page.locator("#panel")).to_contain_text("总览")
    expect(page.locator("#panel .list").first).to_contain_text("海川智能码头启用")
    expect(page.locator(".counts")).to_contain_text("9 实体")


def test_every_node_and_edge_is_drawn(visit):
    page = visit(GRAPH)
    nodes = page.evaluate("network.body.data.nodes.getIds()")
    edges = page.evaluate("network.body.data.edges.getIds()")
    assert set(nodes) == set(GRAPH.nodes)
    about = {f"about/{node.id}" for node in (harbour.THROUGHPUT, harbour.GROWTH)}
    assert set(edges) == {claim.id for claim in harbour.STATEMENTS} | about


def test_the_drawing_has_ink(visit):
    page = visit(GRAPH)
    count = """() => { const canvas = document.querySelector("canvas");
        const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        const seen = new Set(); for (let at = 0; at < pixels.length; at += 4)
            if (pixels[at + 3]) seen.add(pixels.slice(at, at + 3).join()); return seen.size; }"""
    assert page.evaluate(count) > 50


def test_a_click_on_a_node_shows_its_statements_with_the_evidence_marked(visit):
    page = visit(GRAPH)
    click(page, position(harbour.MANAGER.id))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("周宁")
    expect(panel.locator(".card")).to_have_count(4)
    says = panel.locator(".card", has_text="我们要建样板港")
    expect(says.locator("mark")).to_have_text("我们要建样板港。")
    expect(says.locator("blockquote p")).to_have_text("“我们要建样板港。”周宁说。")
    [item] = harbour.evidence("我们要建样板港。")
    place = f"海川智能码头启用 · 2025-07-03 · {harbour.DOCUMENT} {item.start}–{item.end}"
    expect(says.locator("footer")).to_have_text(place)


def test_a_click_on_an_edge_shows_its_evidence_in_its_sentence(visit):
    page = visit(GRAPH)
    page.mouse.click(*place(page, middle(harbour.WHARF.id, harbour.ZONE.id)))
    panel = page.locator("#panel")
    expect(panel.locator("mark")).to_have_text("临港新区的智能码头")
    expect(panel.locator("blockquote p")).to_have_text("海川市临港新区的智能码头3日启用。")
    expect(panel).to_contain_text("rule/locatedIn")
    expect(panel).to_contain_text("90%")


def test_evidence_that_a_caption_cuts_in_two_is_one_mark(visit):
    page = visit(GRAPH)
    click(page, position(harbour.GROUP.id))
    card = page.locator("#panel .card", has_text="95%")
    expect(card.locator("mark")).to_have_text("海川港务集团总经理周宁")


def test_an_emoji_before_the_evidence_moves_no_mark(visit):
    page = visit(GRAPH)
    click(page, position(harbour.GROUP.id))
    expect(page.locator("#panel h2")).to_have_text("海川港务集团")
    assert "智能码头3日启用" in page.locator("#panel mark").all_text_contents()


def test_a_click_on_nothing_leads_back_to_the_overview(visit):
    page = visit(GRAPH, address=f"#{harbour.GROUP.id}")
    expect(page.locator("#panel h2")).to_have_text("海川港务集团")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_contain_text("总览")


def test_a_figure_tells_what_it_is_about_and_its_number(visit):
    page = visit(GRAPH, address=f"#{harbour.GROWTH.id}")
    facts = page.locator("#panel > .facts")
    for text in ("海川港", "12.5 %", "2024", "变化", "同比"):
        expect(facts).to_contain_text(text)


def test_background_says_that_no_text_states_it(visit):
    page = visit(GRAPH, address=f"#{harbour.COUNTRY.id}")
    expect(page.locator("#panel .card")).to_contain_text("文本未说出")


def test_a_plan_is_told_as_a_plan(visit):
    page = visit(GRAPH, address=f"#{harbour.SCHOOL.id}")
    expect(page.locator("#panel .chips")).to_contain_text("计划")


@pytest.mark.parametrize("text", ["海川港务集团", "海川港务集", "港务", " 海川港务集团 "])
def test_search_finds_names_aliases_and_parts(visit, text):
    page = visit(GRAPH)
    page.fill("#search", text)
    expect(page.locator("#results li").first).to_contain_text("海川港务集团")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("海川港务集团")


def test_search_finds_figures_and_quotations(visit):
    page = visit(GRAPH)
    page.fill("#search", "样板")
    expect(page.locator("#results li")).to_contain_text("引语")
    page.fill("#search", "12.5%")
    expect(page.locator("#results li")).to_contain_text("吞吐量 12.5%")


def test_search_says_when_it_finds_nothing(visit):
    page = visit(GRAPH)
    page.fill("#search", "无此名")
    expect(page.locator("#results")).to_contain_text("没有找到")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_contain_text("总览")


def test_arrows_choose_among_what_search_found(visit):
    page = visit(GRAPH)
    page.fill("#search", "海川")
    names = page.locator("#results .name").all_text_contents()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search")).to_have_attribute("aria-activedescendant", "result-1")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(names[1])


def test_the_legend_hides_a_class_and_shows_it_again(visit):
    page = visit(GRAPH)
    button = page.locator("#legend button", has_text="人物")
    there = f"network.body.data.nodes.get('{harbour.MANAGER.id}') !== null"
    edges = "network.body.data.edges.length"
    before = page.evaluate(edges)
    expect(button).to_contain_text("2")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert comes_true(page, f"!({there})")
    gone = sum(claim.subject.id in (harbour.MANAGER.id, harbour.REPORTER.id) for claim in harbour.STATEMENTS)
    assert page.evaluate(edges) == before - gone
    page.go_back()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(there)


def test_the_panel_leads_from_node_to_node_and_back(visit):
    page = visit(GRAPH, address=f"#{harbour.MANAGER.id}")
    page.locator("#panel .link", has_text="海川港务集团").first.click()
    expect(page.locator("#panel h2")).to_have_text("海川港务集团")
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("周宁")


def test_the_whole_way_can_be_gone_by_keyboard(visit):
    page = visit(GRAPH)
    page.focus("#search")
    page.keyboard.type("周宁")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#panel .close")).to_be_focused()
    for _ in range(page.locator("#panel .actions button").count() + 1):
        page.keyboard.press("Tab")
    expect(page.locator("#panel .link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("海川港务集团")


def test_an_address_opens_a_statement(visit):
    [claim] = [claim for claim in harbour.STATEMENTS if claim.predicate == "says"]
    page = visit(GRAPH, address=f"#{claim.id}")
    expect(page.locator("#panel mark")).to_have_text("我们要建样板港。")


@pytest.mark.parametrize(
    "address", ["#nosuch", "#%", "#__proto__", "#constructor", "#about/", "#<img src=x onerror=alert(1)>"]
)
def test_an_address_that_names_nothing_opens_the_overview(visit, address):
    page = visit(GRAPH, address=address)
    expect(page.locator("#panel")).to_contain_text("总览")


def test_parallel_statements_run_apart(visit):
    page = visit(GRAPH)
    edges = page.evaluate("network.body.data.edges.get()")
    ends = (harbour.MANAGER.id, harbour.GROUP.id)
    bends = [edge["smooth"]["roundness"] for edge in edges if (edge["from"], edge["to"]) == ends]
    assert len(set(bends)) == len(bends) == 2


def test_the_language_changes_everywhere_but_in_the_text(visit):
    page = visit(GRAPH, address=f"#{harbour.MANAGER.id}")
    page.click("#language")
    expect(page).to_have_title("News knowledge graph")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#search")).to_have_attribute("placeholder", "Search names, pinyin, figures, quotations")
    expect(page.locator("#panel .kind").get_by_text("person")).to_be_visible()
    expect(page.locator("#panel .kind").get_by_text("人物")).to_be_hidden()
    expect(page.locator("#panel h2")).to_have_text("周宁")
    labels = page.evaluate("network.body.data.edges.get().map((edge) => edge.label)")
    assert "holds post" in labels
    page.click("#language")
    expect(page).to_have_title("新闻知识图谱")


def test_the_page_can_open_in_english(visit):
    page = visit(GRAPH, lang="en")
    expect(page).to_have_title("News knowledge graph")
    expect(page.locator("h1").get_by_text("News knowledge graph")).to_be_visible()


def test_hovering_tells_what_a_small_node_is(visit):
    page = visit(GRAPH)
    page.mouse.move(*place(page, f"network.getPosition('{harbour.THROUGHPUT.id}')"))
    expect(page.locator("#tip")).to_contain_text("吞吐量 近300万箱")


def test_zoom_buttons_zoom(visit):
    page = visit(GRAPH)
    before = page.evaluate("network.getScale()")
    page.click("#zoom-in")
    assert comes_true(page, f"network.getScale() > {before} * 1.3")
    page.click("#zoom-fit")
    assert comes_true(page, f"Math.abs(network.getScale() - {before}) < 0.01")


def test_without_javascript_there_is_the_table(visit):
    page = visit(GRAPH, java_script_enabled=False)
    expect(page.locator(".notice")).to_be_visible()
    page.click("#table summary")
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(len(harbour.STATEMENTS))
    expect(page.locator("#table q", has_text="临港新区的智能码头")).to_be_visible()
    expect(rows.first.get_by_text("part of")).to_be_hidden()


def test_dark_readers_get_a_dark_page(visit):
    colour = "getComputedStyle(document.body).backgroundColor"
    light = visit(GRAPH, color_scheme="light").evaluate(colour)
    dark = visit(GRAPH, color_scheme="dark").evaluate(colour)
    assert (light, dark) == ("rgb(251, 250, 246)", "rgb(21, 24, 27)")


def test_the_drawing_follows_the_scheme(visit):
    page = visit(GRAPH, color_scheme="light")
    fill = f"network.body.nodes['{harbour.MANAGER.id}'].options.color.background"
    light = page.evaluate(fill)
    page.emulate_media(color_scheme="dark")
    assert comes_true(page, f"{fill} !== '{light}'")


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_phone_needs_no_sideways_scrolling(visit, width):
    page = visit(GRAPH, address=f"#{harbour.MANAGER.id}", viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("#panel mark").first).to_be_attached()


def test_an_empty_graph_is_a_page_too(visit):
    page = visit(Graph())
    expect(page.locator("#panel")).to_contain_text("总览")
