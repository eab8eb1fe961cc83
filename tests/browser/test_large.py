"""Large graphs: the page opens on a part that hangs together and says so; search and unfolding reach the rest."""

import re
from urllib.parse import quote

import crowd
import networkx as nx
import pytest
from driven import drawn
from playwright.sync_api import Page, expect

from kg.model.graph import Graph
from kg.render import html

PART = 120  # nodes of the part that a large graph opens on


@pytest.fixture(scope="module")
def graph() -> Graph:
    return crowd.crowd(2100)


@pytest.fixture(scope="module")
def text(graph) -> str:
    return html(graph, lang="zh")


@pytest.fixture
def page(visit, text) -> Page:
    return visit(text, reduced_motion="reduce")


def near(graph: Graph, node: str) -> set[str]:
    return {end for claim in graph.of_node(node) for end in (claim.subject.id, claim.object.id)} - {node}


def hidden(graph: Graph, page: Page) -> str:
    """Return the best-connected entity that the page does not show."""
    away = {entity.id for entity in graph.entities} - drawn(page)
    return min(away, key=lambda node: (-len(graph.of_node(node)), node))


def test_it_opens_on_its_best_connected_part_and_says_so(page, graph):
    shown = drawn(page)
    assert len(shown) == PART
    expect(page.locator("#part")).to_contain_text(f"先显示联系最多的部分：{PART} / {len(graph.nodes):,} 个节点")
    best = max(graph.entities, key=lambda entity: len(graph.of_node(entity.id)))
    assert best.id in shown
    part = graph.to_networkx().subgraph(shown)
    assert nx.is_weakly_connected(part)


def test_a_graph_of_less_is_shown_whole(visit):
    small = crowd.crowd(900)
    page = visit(small)
    assert drawn(page) == {*small.nodes}
    expect(page.locator("#part")).to_be_hidden()


def test_search_reaches_what_is_not_shown_with_its_neighbours(page, graph):
    node = hidden(graph, page)
    page.fill("#search", graph.nodes[node].name)
    page.locator("#results li", has_text=graph.nodes[node].name).first.click()
    expect(page.locator("#panel h2")).to_have_text(graph.nodes[node].name)
    opened = page.evaluate("network.getSelectedNodes()[0]")
    assert {opened} | near(graph, opened) <= drawn(page)
    expect(page.locator("#part")).to_contain_text(re.compile(r"：\d+ / "))


def test_a_node_is_unfolded_step_by_step_and_a_link_restores_it(page, graph, visit, text):
    before = drawn(page)
    rim = next(node for node in sorted(before) if not near(graph, node) <= before)
    page.evaluate("(id) => { location.hash = encodeURIComponent(id); }", rim)
    count = len(near(graph, rim) - before)
    page.get_by_role("button", name=f"展开相邻 {count}").click()
    after = drawn(page)
    assert near(graph, rim) <= after
    again = visit(text, address=page.evaluate("location.hash"))
    assert drawn(again) == after
    page.go_back()
    assert drawn(page) == before


def test_what_stands_stays_where_it_stands(page, graph):
    places = "network.getPositions()"
    before = page.evaluate(places)
    node = hidden(graph, page)
    page.evaluate("(id) => { location.hash = encodeURIComponent(id); }", node)
    assert node in drawn(page)
    after = page.evaluate(places)
    assert {name: after[name] for name in before} == before
    spots = {(place["x"], place["y"]) for place in after.values()}
    assert len(spots) == len(after), "no node stands on another"


def test_an_article_is_chosen_instead(page, graph):
    page.click("#filters summary")
    article = graph.articles[50]
    page.get_by_role("combobox", name="稿件").select_option(article.id)
    told = [claim for claim in graph.statements if claim.documents == article.documents]
    assert drawn(page) == {end for claim in told for end in (claim.subject.id, claim.object.id)}
    expect(page.locator("#table-count")).to_have_text(f"{len(told)} / {len(graph.statements)}")


def test_a_path_leads_through_what_was_not_shown(page, graph):
    one, other = graph.entities[0].id, graph.entities[-1].id
    page.evaluate("(hash) => { location.hash = hash; }", f"{quote(one, safe='')}&to={quote(other, safe='')}")
    hops = nx.shortest_path_length(nx.Graph(graph.to_networkx()), one, other)
    expect(page.locator("#panel .hop")).to_have_count(hops)
    expect(page.locator("#panel .hop").first.locator("mark").first).to_be_visible()
    assert {one, other} <= drawn(page)


def test_the_table_without_script_says_how_much_it_holds(visit, text, graph):
    page = visit(text, java_script_enabled=False)
    page.click("#table summary")
    expect(page.locator("#rows tr")).to_have_count(400)
    expect(page.locator("#table-count")).to_have_text(f"400 / {len(graph.statements)}")


@pytest.mark.parametrize("count", [5_000, 20_000])
def test_thousands_of_nodes_are_opened_searched_and_moved(visit, count):
    large = crowd.crowd(count)
    page = visit(large, reduced_motion="reduce")
    assert len(drawn(page)) == PART
    person = large.entities[-1]
    page.fill("#search", person.name)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(person.name)
    before = page.evaluate("network.getViewPosition()")
    page.mouse.move(300, 600)
    page.mouse.down()
    page.mouse.move(400, 500, steps=5)
    page.mouse.up()
    assert page.evaluate("network.getViewPosition()") != before
    page.click("#view-figures")
    expect(page.locator("#figures")).to_be_visible()
