"""The page of the seed: whole, light, quick, and with no barrier."""

import time
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import kg
from kg.model.graph import Figure, Graph
from kg.render import html

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def graph(seed_build) -> Graph:
    return kg.read(seed_build)


def test_it_is_light_and_quickly_made(graph):
    html(graph)
    start = time.process_time()
    page = html(graph)
    assert time.process_time() - start < 2
    assert len(page.encode()) <= 1_500_000


def test_it_shows_all_that_the_graph_has(visit, graph):
    page = visit(graph)
    assert set(page.evaluate("network.body.data.nodes.getIds()")) == set(graph.nodes)
    expect(page.locator("#table-count")).to_have_text(f"{len(graph.statements)} / {len(graph.statements)}")


def test_every_statement_is_underlined_where_it_stands(visit, graph):
    page = visit(graph)
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


def test_every_figure_has_its_place_in_the_table(visit, graph):
    page = visit(graph, address="#&view=figures")
    told = " ".join(page.locator("#figure-rows tr").all_inner_texts())
    for node in graph.nodes.values():
        assert not isinstance(node, Figure) or node.text in told
    assert page.locator(".chart").count() > 0


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, PHONE], ids=["light", "dark", "phone"])
@pytest.mark.parametrize("view", ["", "&view=figures", "&read={article}", "{node}"])
def test_there_is_no_barrier(visit, graph, view, settings):
    names = {"article": quote(graph.articles[0].id, safe=""), "node": quote(graph.entities[0].id, safe="")}
    page = visit(graph, address=f"#{view.format(**names)}", **settings)
    page.wait_for_timeout(300)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]][:3]) for fault in found] == []
