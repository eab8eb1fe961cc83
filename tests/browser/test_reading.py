"""Reading: the whole article beside the graph, each side leading to the other."""

from urllib.parse import quote

import harbour
from driven import place, position
from playwright.sync_api import expect

from kg.model.claim import statement
from kg.model.graph import Article, Entity, Evidence, Graph

GRAPH = harbour.GRAPH
READ = f"#&read={quote(harbour.REPORT.id, safe='')}"
[PLAN] = [claim for claim in harbour.STATEMENTS if claim.predicate == "cooperatesWith"]


def test_an_article_is_read_from_its_node(visit):
    page = visit(GRAPH, address=f"#{harbour.REPORT.id}")
    page.get_by_role("button", name="阅读全文").click()
    reader = page.locator("#reader")
    expect(reader).to_be_visible()
    expect(page.locator("#canvas")).to_be_visible()
    text = "".join(reader.locator("p:not(.hint)").all_text_contents())
    assert text == harbour.REPORT.text.replace("\n", "")


def test_every_statement_is_underlined(visit):
    page = visit(GRAPH, address=READ)
    said = "".join(page.locator("#reader .said").all_text_contents())
    for claim in GRAPH.statements:
        for item in claim.evidence:
            assert item.text in said or item.text == "林远摄"
    line = page.locator("#reader .said").first.evaluate("(run) => getComputedStyle(run).textDecorationLine")
    assert line == "underline"


def test_a_click_in_the_text_opens_the_statement_in_graph_and_panel(visit):
    page = visit(GRAPH, address=READ)
    page.locator("#reader .said", has_text="云岭大学").click()
    expect(page.locator("#panel mark")).to_have_text("海川港务集团将与云岭大学合作")
    expect(page.locator("#reader .said.open")).to_have_text("海川港务集团将与云岭大学合作")
    assert page.evaluate("network.getSelectedEdges()") == [PLAN.id]


def test_pointing_at_the_text_lights_up_the_edge(visit):
    page = visit(GRAPH, address=READ)
    page.locator("#reader .said", has_text="云岭大学").hover()
    assert page.evaluate("network.getSelectedEdges()") == [PLAN.id]
    page.locator("#reader h2").hover()
    assert page.evaluate("network.getSelectedEdges()") == []


def test_pointing_at_a_node_lights_up_the_text(visit):
    page = visit(GRAPH, address=READ)
    page.mouse.move(*place(page, position(harbour.SCHOOL.id)))
    expect(page.locator("#reader .said.lit")).to_have_text("海川港务集团将与云岭大学合作")


def test_opening_a_node_marks_all_that_the_article_says_of_it(visit):
    page = visit(GRAPH, address=f"#{quote(harbour.SCHOOL.id, safe='')}&read={quote(harbour.REPORT.id, safe='')}")
    expect(page.locator("#reader .said.open")).to_have_text("海川港务集团将与云岭大学合作")
    expect(page.locator("#panel h2")).to_have_text("云岭大学")


def test_a_run_of_several_statements_opens_one_after_the_other(visit):
    page = visit(GRAPH, address=READ)
    run = page.locator("#reader .said", has_text="总经理周宁")
    run.click()
    first = page.locator("#panel .chips").inner_text()
    run.click()
    expect(page.locator("#panel .chips")).not_to_have_text(first)


def test_the_text_can_be_walked_by_keys(visit):
    page = visit(GRAPH, address=READ)
    page.locator("#reader .said").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel mark")).to_have_text("海川港务集团将与云岭大学合作")


def test_the_source_of_evidence_opens_the_article_at_it(visit):
    page = visit(GRAPH, address=f"#{PLAN.id}")
    page.locator("#panel footer .link").click()
    expect(page.locator("#reader .said.open")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#reader")).to_be_hidden()


def test_escape_closes_what_is_open_and_then_the_article(visit):
    page = visit(GRAPH, address=f"#{quote(PLAN.id, safe='')}&read={quote(harbour.REPORT.id, safe='')}")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_contain_text("总览")
    expect(page.locator("#reader")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#reader")).to_be_hidden()


def test_characters_beyond_the_basic_plane_move_no_mark(visit):
    text = "👩‍🚀𠮷野说，𠮷野家的👍🏽门店在海川。𠀀𠮷野走了。"
    place = Entity("city/1", ("City",), "海川")
    shop = Entity("company/1", ("Company",), "𠮷野家")
    said = "𠮷野家的👍🏽门店在海川"
    start = text.index(said)
    evidence = (Evidence("a.txt", start, start + len(said), said),)
    article = Article("article/1", ("a.txt",), "门店", "article", None, None, "0", text, ((0, len(text)),))
    claim = statement(
        shop.ref, "locatedIn", place.ref, evidence=evidence, confidence=0.9, extractor="rule", rule="rule/x"
    )
    page = visit(Graph.of([place, shop, article, claim]), address="#company%2F1&read=article%2F1")
    expect(page.locator("#panel mark")).to_have_text(said)
    expect(page.locator("#reader .said")).to_have_text(said)
    expect(page.locator("#panel blockquote p")).to_contain_text("👩‍🚀𠮷野说，")
    page.fill("#search", "𠮷")
    expect(page.locator("#results [role=option]").first).to_contain_text("𠮷野家")
    assert page.locator("#panel footer").inner_text().endswith(f"{start}–{start + len(said)}")
