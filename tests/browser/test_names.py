"""The names in the drawing: large enough to read, none over another, the weightiest first."""

import itertools
from typing import Any

import crowd
import harbour
import pytest
from playwright.sync_api import Page, expect

GRAPH = harbour.GRAPH
PAINTED = """() => {
    const found = [];
    const own = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        const { a: scale, e, f } = this.getTransform();
        const size = Number(/([\\d.]+)px/.exec(this.font)[1]) * scale;
        const width = this.measureText(text).width * scale;
        const [left, top] = [x * scale + e - width / 2, y * scale + f - size / 2];
        found.push({ text, size, bold: this.font.startsWith("6"), left, top, width });
        own.call(this, text, x, y);
    };
    network.redraw();
    CanvasRenderingContext2D.prototype.fillText = own;
    return found;
}"""


def painted(page: Page) -> list[dict[str, Any]]:
    """Return the lines of text that one drawing of the canvas paints, with their places on the screen."""
    page.wait_for_timeout(100)  # the page follows its address
    return page.evaluate(PAINTED)


def texts(page: Page) -> set[str]:
    return {line["text"] for line in painted(page)}


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    across = min(one["left"] + one["width"], other["left"] + other["width"]) - max(one["left"], other["left"])
    down = min(one["top"] + one["size"], other["top"] + other["size"]) - max(one["top"], other["top"])
    return across > 1 and down > 1


@pytest.fixture(scope="module")
def many():
    """A graph whose names have no room at once."""
    return crowd.crowd(900)


def test_a_small_graph_has_all_its_names(visit):
    names = texts(visit(GRAPH))
    assert {entity.name for entity in harbour.ENTITIES} <= names


@pytest.mark.parametrize("zoom", [0, 4, -2], ids=["fit", "near", "far"])
def test_no_name_covers_another_and_all_can_be_read(visit, many, zoom):
    page = visit(many, reduced_motion="reduce")
    for _ in range(abs(zoom)):
        page.click("#zoom-in" if zoom > 0 else "#zoom-out")
    lines = painted(page)
    assert len(lines) > 5
    assert all(line["size"] >= 10 for line in lines)
    assert [pair for pair in itertools.combinations(lines, 2) if overlap(*pair)] == []


def test_what_is_named_from_afar_is_what_weighs_most(visit, many):
    names = texts(visit(many))
    degrees = {entity.name: len(many.of_node(entity.id)) for entity in many.entities[:300]}
    shown = [degree for name, degree in degrees.items() if name in names]
    hidden = [degree for name, degree in degrees.items() if name not in names]
    assert 0 < len(shown) < len(degrees)
    assert sum(shown) / len(shown) > sum(hidden) / len(hidden)


def test_zooming_in_names_more(visit, many):
    page = visit(many, reduced_motion="reduce")
    before = len(painted(page))
    page.click("#zoom-in")
    page.click("#zoom-in")
    assert len(painted(page)) > 0.4 * before, "a quarter of the plane holds far more than a quarter of the names"


def test_what_is_open_is_always_named_and_stands_out(visit, many):
    least = min(many.entities, key=lambda entity: (len(many.of_node(entity.id)), entity.id))
    lines = painted(visit(many, address=f"#{least.id}", reduced_motion="reduce"))
    assert [line["text"] for line in lines if line["bold"]] == [least.name]


def test_edges_are_named_while_they_are_looked_at(visit):
    page = visit(GRAPH, address=f"#{harbour.MANAGER.id}")
    assert sum(line["text"] == "任职" for line in painted(page)) == 1, "once for two statements that run side by side"
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_contain_text("总览")
    assert "任职" not in texts(page)


def test_an_open_edge_is_named(visit):
    [plan] = [claim for claim in harbour.STATEMENTS if claim.predicate == "cooperatesWith"]
    assert "合作" in texts(visit(GRAPH, address=f"#{plan.id}"))


def test_the_names_of_edges_follow_the_language(visit):
    assert "holds post" in texts(visit(GRAPH, address=f"#{harbour.MANAGER.id}", lang="en"))


def test_names_go_with_their_nodes(visit):
    page = visit(GRAPH, reduced_motion="reduce")
    [before] = [line for line in painted(page) if line["text"] == "周宁"]
    move = "(id) => { const { x, y } = network.getPosition(id); network.moveNode(id, x + 90, y + 90); }"
    page.evaluate(move, harbour.MANAGER.id)
    [after] = [line for line in painted(page) if line["text"] == "周宁"]
    assert after["left"] > before["left"]
    assert after["top"] > before["top"]


def test_names_are_drawn_while_nodes_move(visit):
    page = visit(GRAPH)
    page.click("#loosen")
    page.wait_for_timeout(500)
    assert {entity.name for entity in (harbour.GROUP, harbour.PORT)} <= texts(page)
