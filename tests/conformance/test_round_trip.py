"""Whatever can be read back gives the same graph: every store, and every format with a reader."""

import io
from collections.abc import Callable, Iterator

import pytest
from examples import GRAPH
from hypothesis import HealthCheck, given, settings
from strategies import graphs

from kg import export, store
from kg.model import records
from kg.model.graph import Graph

RoundTrip = Callable[[Graph], Graph]


@pytest.fixture(scope="module", params=["jsonl", "arcadedb"])
def round_trip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RoundTrip]:
    """Write a graph and read it back. The store is one for all graphs: each write leaves nothing of the one before."""
    if request.param == "jsonl":
        yield through_records
        return
    with store.open(tmp_path_factory.mktemp("store"), create=True) as opened:
        yield lambda graph: (opened.write(graph), opened.read())[1]


def through_records(graph: Graph) -> Graph:
    out = io.BytesIO()
    export.write(graph, "jsonl", out)
    return records.graph(out.getvalue().splitlines())


def test_a_build_comes_back(round_trip):
    assert round_trip(GRAPH) == GRAPH
    assert round_trip(GRAPH).digest() == GRAPH.digest()


def test_nothing_comes_back_as_nothing(round_trip):
    assert round_trip(Graph()) == Graph()


@given(graph=graphs())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_graph_comes_back(round_trip, graph):
    assert round_trip(graph).digest() == graph.digest()
