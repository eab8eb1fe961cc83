"""The page of the seed, driven as a reader would: every feature, on real news."""

import time

from driven import ENGINEER, MAKER, address, click, drawn, middle, named, place, position, search
from playwright.sync_api import expect

from kg.render import html


def test_it_is_light_and_quickly_made(seed_graph, seed_text):
    start = time.process_time()
    assert html(seed_graph) == seed_text, "the same bytes"
    assert time.process_time() - start < 2
    assert len(seed_text.encode()) <= 1_500_000


def test_it_shows_all_that_the_graph_has(opened, seed_graph):
    page = opened()
    assert drawn(page) == set(seed_graph.nodes)
    count = len(seed_graph.statements)
    expect(page.locator("#table-count")).to_have_text(f"{count} / {count}")
    for entity in seed_graph.entities:
        assert page.evaluate("(id) => network.body.data.nodes.get(id).label", entity.id).replace("\n", "")[:2] in (
            entity.name.replace(" ", "")[:2],
            entity.name[:2],
        )


def test_it_speaks_the_language_of_the_browser(opened):
    expect(opened()).to_have_title("新闻知识图谱")
    page = opened(locale="en-GB")
    expect(page).to_have_title("News knowledge graph")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#legend [data-group=Person]")).to_contain_text("person")
    page.click("#language")
    expect(page.locator("#legend [data-group=Person]")).to_contain_text("人物")


def test_text_of_the_news_is_marked_as_chinese_whatever_the_page_speaks(opened, seed_graph):
    page = opened(address(id=named(seed_graph, ENGINEER), read=seed_graph.articles[0].id), locale="en-GB")
    page.click("#table summary")
    bare = """() => {
        const bare = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            if (/\\p{Script=Han}{2}/u.test(node.data) && !node.parentElement.closest("script, style, noscript") &&
                !node.parentElement.closest("[lang|=zh]")) bare.push(node.data);
        return bare;
    }"""
    assert page.evaluate(bare) == []


def test_a_click_on_a_node_shows_every_statement_with_its_proof(opened, seed_graph):
    page = opened()
    node = named(seed_graph, ENGINEER)
    search(page, ENGINEER)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    click(page, position(node))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text(ENGINEER)
    claims = seed_graph.of_node(node)
    expect(panel.locator(".card")).to_have_count(len(claims))
    told = panel.inner_text()
    for claim in claims:
        assert claim.rule in told
        assert f"{round(round(claim.confidence, 2) * 100)}%" in told
        for item in claim.evidence:
            assert f"{item.document} {item.start}–{item.end}" in told
    assert set(panel.locator("mark").all_text_contents()) == {item.text for claim in claims for item in claim.evidence}
    assert "2025-07-18" in panel.locator("footer").first.inner_text()


def test_a_click_on_an_edge_shows_its_statement_in_its_sentence(opened, seed_graph):
    [post] = [
        c
        for c in seed_graph.statements
        if (c.subject.name, c.object.name, c.predicate) == (ENGINEER, MAKER, "holdsPost")
    ]
    page = opened(address(id=named(seed_graph, ENGINEER)))
    click(page, middle(post.subject.id, post.object.id))
    panel = page.locator("#panel")
    expect(page.get_by_role("heading", name=f"{ENGINEER} 任职 {MAKER}")).to_be_visible()
    expect(panel.locator("mark")).to_have_text(post.evidence[0].text)
    sentence = panel.locator("blockquote p").inner_text()
    assert len(sentence) > len(post.evidence[0].text)
    assert page.evaluate("network.getSelectedEdges()") == [post.id]


def test_a_name_that_the_layout_broke_is_marked_whole(opened, seed_graph):
    page = opened(address(id=named(seed_graph, MAKER)))
    assert any(MAKER in mark for mark in page.locator("#panel mark").all_text_contents())


def test_every_statement_is_underlined_where_it_stands(opened, seed_graph):
    page = opened()
    for article in seed_graph.articles:
        page.evaluate("(id) => { location.hash = `&read=${encodeURIComponent(id)}`; }", article.id)
        expect(page.locator("#reader h2")).to_have_text(article.name)
        numbers = page.evaluate("[...document.querySelectorAll('#reader .said')].flatMap((run) => run.ids)")
        inside = {
            claim.id
            for claim in seed_graph.statements
            for item in claim.evidence
            if any(start <= item.start < end for start, end in article.spans)
        }
        assert set(numbers) == inside


def test_text_and_graph_find_each_other(opened, seed_graph):
    page = opened(address(id=named(seed_graph, ENGINEER)))
    page.locator("#panel footer .link").first.click()
    reader = page.locator("#reader")
    expect(reader.locator(".said.open").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    run = reader.locator(".said", has_text=ENGINEER).first
    run.hover()
    pointed = page.evaluate("network.getSelectedEdges()")
    assert pointed
    run.click()
    expect(page.locator("#panel h2")).to_contain_text(ENGINEER)
    page.mouse.move(*place(page, position(named(seed_graph, ENGINEER))))
    expect(reader.locator(".said.lit").first).to_be_attached()
