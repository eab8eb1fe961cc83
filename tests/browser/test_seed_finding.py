"""What readers find on the page of the seed: by words, filters, times, neighbours, paths and links."""

import pytest
from driven import ENGINEER, MAKER, address, drawn, edges, named, search
from playwright.sync_api import expect

from kg.model.graph import Figure


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


def test_filters_narrow_what_is_shown(opened, seed_graph):
    page = opened()
    page.click("#filters summary")
    before = edges(page)
    speaker = named(seed_graph, "王仲远")
    page.get_by_role("combobox", name="说话人").select_option(speaker)
    said = {c.id for c in seed_graph.statements if c.subject.id == speaker and c.predicate in ("says", "states")}
    assert {line for line in edges(page) if not line.startswith("about/")} == said
    page.get_by_role("button", name="清除筛选").click()
    assert edges(page) == before
    page.click("[data-predicate=holdsPost]")
    assert before - edges(page) == {c.id for c in seed_graph.statements if c.predicate == "holdsPost"}
    page.click("[data-predicate=holdsPost]")
    article = max(seed_graph.articles, key=lambda item: len(item.text))
    page.get_by_role("combobox", name="稿件").select_option(article.id)
    assert 0 < len(edges(page)) < len(before)
    page.get_by_role("button", name="清除筛选").click()
    page.locator("[data-filter=sure]").press("End")
    assert {line for line in edges(page) if not line.startswith("about/")} == {
        claim.id for claim in seed_graph.statements if claim.confidence == 1
    }
    page.get_by_role("button", name="清除筛选").click()
    page.keyboard.press("Escape")
    page.click("#legend [data-group=Person]")
    assert not [node for node in drawn(page) if node.startswith("person/")]


def test_the_time_slider_leaves_figures_of_a_time(opened, seed_graph):
    page = opened()
    page.click("#filters summary")
    until = page.locator("[data-filter=until]")
    until.press("Home")
    first = page.locator("[data-value=until]").inner_text()
    later = {
        claim.id
        for claim in seed_graph.statements
        if isinstance(claim.object, Figure) and (claim.object.period or "")[:4] > first[:4]
    }
    assert later
    assert not later & edges(page)
    until.press("End")
    assert later <= edges(page)


def test_neighbours_are_folded_and_unfolded(opened, seed_graph):
    node = named(seed_graph, MAKER)
    page = opened(address(id=node))
    page.get_by_role("button", name="收起相邻").click()
    folded = set(seed_graph.nodes) - drawn(page)
    assert folded
    page.get_by_role("button", name="展开相邻").click()
    assert drawn(page) == set(seed_graph.nodes)


def test_the_shortest_path_is_told_hop_by_hop(opened, seed_graph):
    page = opened(address(id=named(seed_graph, ENGINEER)))
    page.get_by_role("button", name="查路径").click()
    page.keyboard.type("深圳市")
    page.keyboard.press("Enter")
    hops = page.locator("#panel .hop")
    expect(hops).to_have_count(2)
    for number in range(2):
        expect(hops.nth(number).locator("mark").first).to_be_visible()
    assert MAKER in hops.nth(1).inner_text()
    assert "to=" in page.url


def test_a_link_restores_and_the_back_button_leads_back(opened, seed_graph):
    page = opened()
    search(page, ENGINEER)
    page.keyboard.press("Enter")
    page.click("#legend [data-group=Policy]")
    state = page.evaluate("location.hash")
    again = opened(state)
    expect(again.locator("#panel h2")).to_have_text(ENGINEER)
    assert drawn(again) == drawn(page) != set(seed_graph.nodes)
    page.go_back()
    assert drawn(page) == set(seed_graph.nodes)
    page.go_back()
    expect(page.locator("#panel")).to_contain_text("总览")
