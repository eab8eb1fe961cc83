"""The page of the seed, driven as a reader would: every feature, on real news."""

import csv
import io
import json
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

import kg
from kg.model.graph import Figure, Graph, Ref
from kg.render import html

ENGINEER, MAKER = "李晓亮", "深圳联合飞机科技有限公司"  # the manager of a firm whose name a photo caption cuts in two
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def graph(seed_build) -> Graph:
    return kg.read(seed_build)


@pytest.fixture(scope="module")
def text(graph) -> str:
    return html(graph)


@pytest.fixture
def opened(visit, text) -> Open:
    """How tests open the page, in a browser of a reader of Chinese."""
    return lambda address="", **settings: visit(
        text, address=address, **{"locale": "zh-CN", "reduced_motion": "reduce", **settings}
    )


def named(graph: Graph, name: str) -> str:
    [found] = [entity.id for entity in graph.entities if entity.name == name]
    return found


def address(**parts: str) -> str:
    return "#" + "&".join([parts.pop("id", ""), *(f"{name}={quote(value, safe='')}" for name, value in parts.items())])


def click(page: Page, expression: str) -> None:
    """Click on a point of the drawing."""
    box = page.locator("#canvas").bounding_box()
    point = page.evaluate(f"network.canvasToDOM({expression})")
    page.mouse.click(box["x"] + point["x"], box["y"] + point["y"])


def drawn(page: Page) -> set[str]:
    page.wait_for_timeout(100)  # the page follows its address
    return set(page.evaluate("network.body.data.nodes.getIds()"))


def lines(page: Page) -> set[str]:
    page.wait_for_timeout(100)
    return set(page.evaluate("network.body.data.edges.getIds()"))


def search(page: Page, typed: str) -> Locator:
    page.keyboard.press("/")
    page.keyboard.type(typed)
    return page.locator("#results [role=option]")


def taken(page: Page, name: str) -> bytes:
    page.click("#take summary")
    with page.expect_download() as download:
        page.click(f"#take-{name}")
    return Path(download.value.path()).read_bytes()


# ---- the whole


def test_it_is_light_and_quickly_made(graph, text):
    start = time.process_time()
    assert html(graph) == text, "the same bytes"
    assert time.process_time() - start < 2
    assert len(text.encode()) <= 1_500_000


def test_it_shows_all_that_the_graph_has(opened, graph):
    page = opened()
    assert drawn(page) == set(graph.nodes)
    expect(page.locator("#table-count")).to_have_text(f"{len(graph.statements)} / {len(graph.statements)}")
    for entity in graph.entities:
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


def test_text_of_the_news_is_marked_as_chinese_whatever_the_page_speaks(opened, graph):
    page = opened(address(id=named(graph, ENGINEER), read=graph.articles[0].id), locale="en-GB")
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


# ---- evidence


def test_a_click_on_a_node_shows_every_statement_with_its_proof(opened, graph):
    page = opened()
    node = named(graph, ENGINEER)
    search(page, ENGINEER)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    click(page, f"network.getPosition('{node}')")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text(ENGINEER)
    claims = graph.of_node(node)
    expect(panel.locator(".card")).to_have_count(len(claims))
    told = panel.inner_text()
    for claim in claims:
        assert claim.rule in told
        assert f"{round(round(claim.confidence, 2) * 100)}%" in told
        for item in claim.evidence:
            assert f"{item.document} {item.start}–{item.end}" in told
    assert set(panel.locator("mark").all_text_contents()) == {item.text for claim in claims for item in claim.evidence}
    assert "2025-07-18" in panel.locator("footer").first.inner_text()


def test_a_click_on_an_edge_shows_its_statement_in_its_sentence(opened, graph):
    [post] = [
        c for c in graph.statements if (c.subject.name, c.object.name, c.predicate) == (ENGINEER, MAKER, "holdsPost")
    ]
    page = opened(address(id=named(graph, ENGINEER)))
    one, other = (f"network.getPosition('{end.id}')" for end in (post.subject, post.object))
    click(page, f"{{ x: ({one}.x + {other}.x) / 2, y: ({one}.y + {other}.y) / 2 }}")
    panel = page.locator("#panel")
    expect(page.get_by_role("heading", name=f"{ENGINEER} 任职 {MAKER}")).to_be_visible()
    expect(panel.locator("mark")).to_have_text(post.evidence[0].text)
    sentence = panel.locator("blockquote p").inner_text()
    assert len(sentence) > len(post.evidence[0].text)
    assert page.evaluate("network.getSelectedEdges()") == [post.id]


def test_a_name_that_the_layout_broke_is_marked_whole(opened, graph):
    page = opened(address(id=named(graph, MAKER)))
    assert any(MAKER in mark for mark in page.locator("#panel mark").all_text_contents())


# ---- reading


def test_every_statement_is_underlined_where_it_stands(opened, graph):
    page = opened()
    for article in graph.articles:
        page.evaluate("(id) => { location.hash = `&read=${encodeURIComponent(id)}`; }", article.id)
        expect(page.locator("#reader h2")).to_have_text(article.name)
        numbers = page.evaluate("[...document.querySelectorAll('#reader .said')].flatMap((run) => run.ids)")
        inside = {
            claim.id
            for claim in graph.statements
            for item in claim.evidence
            if any(start <= item.start < end for start, end in article.spans)
        }
        assert set(numbers) == inside


def test_text_and_graph_find_each_other(opened, graph):
    page = opened(address(id=named(graph, ENGINEER)))
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
    box = page.locator("#canvas").bounding_box()
    point = page.evaluate(f"network.canvasToDOM(network.getPosition('{named(graph, ENGINEER)}'))")
    page.mouse.move(box["x"] + point["x"], box["y"] + point["y"])
    expect(reader.locator(".said.lit").first).to_be_attached()


# ---- finding


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王仲远", "王仲远"),
        ("wzy", "王仲远"),
        ("wangzhongyuan", "王仲远"),
        ("联合飞机", MAKER),
        ("lhfj", MAKER),
        ("3500亿", "近3500亿元"),
    ],
    ids=["hanzi", "initials", "pinyin", "alias", "initials of an alias", "figure"],
)
def test_search_finds(opened, typed, found):
    page = opened()
    options = search(page, typed)
    expect(options.first).to_contain_text(found)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_contain_text(found)


def test_filters_narrow_what_is_shown(opened, graph):
    page = opened()
    page.click("#filters summary")
    before = lines(page)
    speaker = named(graph, "王仲远")
    page.get_by_role("combobox", name="说话人").select_option(speaker)
    said = {c.id for c in graph.statements if c.subject.id == speaker and c.predicate in ("says", "states")}
    assert {line for line in lines(page) if not line.startswith("about/")} == said
    page.get_by_role("button", name="清除筛选").click()
    assert lines(page) == before
    page.click("[data-predicate=holdsPost]")
    assert before - lines(page) == {c.id for c in graph.statements if c.predicate == "holdsPost"}
    page.click("[data-predicate=holdsPost]")
    article = max(graph.articles, key=lambda item: len(item.text))
    page.get_by_role("combobox", name="稿件").select_option(article.id)
    assert 0 < len(lines(page)) < len(before)
    page.get_by_role("button", name="清除筛选").click()
    page.locator("[data-filter=sure]").press("End")
    assert {line for line in lines(page) if not line.startswith("about/")} == {
        claim.id for claim in graph.statements if claim.confidence == 1
    }
    page.get_by_role("button", name="清除筛选").click()
    page.keyboard.press("Escape")
    page.click("#legend [data-group=Person]")
    assert not [node for node in drawn(page) if node.startswith("person/")]


def test_the_time_slider_leaves_figures_of_a_time(opened, graph):
    page = opened()
    page.click("#filters summary")
    until = page.locator("[data-filter=until]")
    until.press("Home")
    first = page.locator("[data-value=until]").inner_text()
    later = {
        claim.id
        for claim in graph.statements
        if isinstance(claim.object, Figure) and (claim.object.period or "")[:4] > first[:4]
    }
    assert later
    assert not later & lines(page)
    until.press("End")
    assert later <= lines(page)


def test_neighbours_are_folded_and_unfolded(opened, graph):
    node = named(graph, MAKER)
    page = opened(address(id=node))
    page.get_by_role("button", name="收起相邻").click()
    folded = set(graph.nodes) - drawn(page)
    assert folded
    page.get_by_role("button", name="展开相邻").click()
    assert drawn(page) == set(graph.nodes)


def test_the_shortest_path_is_told_hop_by_hop(opened, graph):
    page = opened(address(id=named(graph, ENGINEER)))
    page.get_by_role("button", name="查路径").click()
    page.keyboard.type("深圳市")
    page.keyboard.press("Enter")
    hops = page.locator("#panel .hop")
    expect(hops).to_have_count(2)
    for number in range(2):
        expect(hops.nth(number).locator("mark").first).to_be_visible()
    assert MAKER in hops.nth(1).inner_text()
    assert "to=" in page.url


def test_a_link_restores_and_the_back_button_leads_back(opened, graph):
    page = opened()
    search(page, ENGINEER)
    page.keyboard.press("Enter")
    page.click("#legend [data-group=Policy]")
    state = page.evaluate("location.hash")
    again = opened(state)
    expect(again.locator("#panel h2")).to_have_text(ENGINEER)
    assert drawn(again) == drawn(page) != set(graph.nodes)
    page.go_back()
    assert drawn(page) == set(graph.nodes)
    page.go_back()
    expect(page.locator("#panel")).to_contain_text("总览")


# ---- figures


def test_every_figure_has_its_place_in_the_table(opened, graph):
    page = opened()
    page.click("#view-figures")
    told = " ".join(page.locator("#figure-rows tr").all_inner_texts())
    for node in graph.nodes.values():
        assert not isinstance(node, Figure) or node.text in told


def test_figures_are_sorted_found_and_proved(opened):
    page = opened("#&view=figures")
    rows = page.locator("#figure-rows tr")
    page.get_by_role("columnheader", name="数值").get_by_role("button").click()
    page.get_by_role("columnheader", name="数值").get_by_role("button").click()
    expect(page.get_by_role("columnheader", name="数值")).to_have_attribute("aria-sort", "descending")
    expect(rows.first).to_contain_text("万亿元")
    page.fill("#find", "3500亿")
    expect(rows.filter(has_not_text="3500亿")).to_have_count(0)
    rows.first.locator(".quote").click()
    expect(page.locator("#panel mark").first).to_contain_text("3500亿")


def test_charts_show_an_indicator_over_time_and_across_places(opened):
    page = opened("#&view=figures")
    charts = page.locator(".chart")
    assert charts.locator("polyline").count() >= 1
    assert charts.locator("rect").count() >= 2
    charts.locator(".point").first.click()
    expect(page.locator("#panel h2")).to_be_visible()


# ---- taking away


def test_pictures_and_data_are_taken_away(opened, graph):
    page = opened()
    assert taken(page, "png").startswith(b"\x89PNG")
    assert taken(page, "svg").decode().count("<text") >= len(graph.entities) * 0.9
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv").decode("utf-8-sig"))))
    assert {row["id"] for row in rows} == {claim.id for claim in graph.statements}
    facts = [item for item in json.loads(taken(page, "jsonld"))["@graph"] if item.get("@type") == "Fact"]
    assert {fact["@id"] for fact in facts} == {claim.id for claim in graph.statements}


def test_paper_gets_the_graph_and_the_table(opened, graph):
    page = opened()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#paper svg")).to_be_visible()
    expect(page.locator("#rows tr")).to_have_count(len(graph.statements))
    assert page.pdf(format="A4").startswith(b"%PDF")


# ---- keys and readers who hear the page


def test_the_page_is_walked_by_keys_and_told(opened, graph):
    page = opened(address(id=named(graph, MAKER)))
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


def test_without_javascript_there_is_a_table_of_the_triples(opened, graph):
    page = opened(java_script_enabled=False)
    page.click("#table summary")
    table = page.get_by_role("table", name="全部陈述（表）").or_(page.locator("#table table")).first
    expect(table.get_by_role("row")).to_have_count(len(graph.statements) + 1)
    post = next(c for c in graph.statements if c.predicate == "holdsPost" and isinstance(c.object, Ref))
    expect(table).to_contain_text(post.evidence[0].text)


def test_readers_who_want_no_motion_get_none(opened, graph):
    page = opened()
    page.evaluate("(id) => { location.hash = encodeURIComponent(id); }", named(graph, MAKER))
    page.wait_for_timeout(60)
    before = page.evaluate("[network.getScale(), network.getViewPosition()]")
    page.wait_for_timeout(400)
    assert page.evaluate("[network.getScale(), network.getViewPosition()]") == before
    assert page.evaluate("getComputedStyle(document.getElementById('language')).transitionDuration") in ("", "0s")


def test_nothing_shifts_while_the_page_opens_and_is_used(opened, graph):
    page = opened()
    page.evaluate("""() => {
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
    }""")
    page.evaluate("(id) => { location.hash = encodeURIComponent(id); }", named(graph, MAKER))
    page.wait_for_timeout(300)
    assert page.evaluate("globalThis.shift") < 0.05


@pytest.mark.parametrize("width", [320, 390, 760, 1024, 1920])
def test_no_width_needs_sideways_scrolling(opened, graph, width):
    page = opened(address(id=named(graph, MAKER)), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("#view-figures")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
