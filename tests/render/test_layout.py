"""Places: whole, repeatable, labels apart, petals around what they are about."""

import itertools
import math
import os
import subprocess
import sys
from pathlib import Path

import harbour
import pytest
from hypothesis import given, settings
from strategies import graphs

from kg.model.claim import statement
from kg.model.graph import Entity, Graph
from kg.render.layout import Box, anchors, positions

ROOT = Path(__file__).parents[2]
PROGRAM = """import harbour
from kg.render.layout import Box, positions
print(positions(harbour.GRAPH, {node: Box(8, 30, 16) for node in harbour.GRAPH.nodes}))"""


def boxes(graph: Graph) -> dict[str, Box]:
    return {node: Box(8.0, 30.0, 16.0) for node in graph.nodes}


def network(count: int, edges: list[tuple[int, int]]) -> Graph:
    things = [Entity(f"company/{number:04}", ("Company",), str(number)) for number in range(count)]
    claims = [
        statement(things[one].ref, "cooperatesWith", things[two].ref, confidence=1.0, extractor="x", rule="x/y")
        for one, two in edges
    ]
    return Graph.of([*things, *claims])


def test_every_node_has_whole_coordinates():
    places = positions(harbour.GRAPH, boxes(harbour.GRAPH))
    assert places.keys() == harbour.GRAPH.nodes.keys()
    assert all(isinstance(number, int) for place in places.values() for number in place)


def test_figures_and_quotations_stand_beside_what_they_are_about_or_who_says_them():
    assert anchors(harbour.GRAPH) == {
        harbour.THROUGHPUT.id: harbour.PORT.id,
        harbour.GROWTH.id: harbour.PORT.id,
        harbour.WORDS.id: harbour.MANAGER.id,
    }
    places = positions(harbour.GRAPH, boxes(harbour.GRAPH))
    for petal, anchor in anchors(harbour.GRAPH).items():
        assert math.dist(places[petal], places[anchor]) < 30
        assert places[petal][1] < places[anchor][1] + 8, "the label below stays free"


@pytest.mark.parametrize(
    ("count", "edges"),
    [
        (1, []),
        (7, [(0, number) for number in range(1, 7)]),
        (40, [(number, number + 1) for number in range(39)]),
        (60, list(itertools.combinations(range(10), 2))),
        (130, [(0, number) for number in range(1, 130)]),
        (200, [(number, (number * 7 + 3) % 200) for number in range(200) if number != (number * 7 + 3) % 200]),
    ],
    ids=["one", "star", "path", "clique and singles", "large star", "tangle"],
)
def test_no_two_labels_overlap(count, edges):
    graph = network(count, edges)
    places = positions(graph, boxes(graph))
    for one, other in itertools.combinations(places.values(), 2):
        assert abs(one[0] - other[0]) >= 59 or abs(one[1] - other[1]) >= 31


def test_related_nodes_stand_nearer_than_others():
    edges = [(a, b) for a, b in itertools.combinations(range(60), 2) if a // 20 == b // 20 and (a * b) % 3 == 1]
    graph = network(60, [*edges, (0, 20), (20, 40)])
    places = [positions(graph, boxes(graph))[f"company/{number:04}"] for number in range(60)]
    inside = [math.dist(places[a], places[b]) for a, b in edges]
    outside = [math.dist(places[a], places[b]) for a, b in itertools.combinations(range(60), 2) if a // 20 != b // 20]
    assert sum(inside) / len(inside) < 0.6 * sum(outside) / len(outside)


def test_places_do_not_depend_on_the_hash_seed():
    def run(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
        return subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert run("1") == run("2")


@settings(max_examples=40, deadline=None)
@given(graph=graphs())
def test_any_graph_has_places(graph):
    assert positions(graph, boxes(graph)).keys() == graph.nodes.keys()
