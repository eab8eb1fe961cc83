"""Every format: named, deterministic, and refused by name where there is none."""

import io
import os
import subprocess
import sys
from pathlib import Path

import harbour
import pytest
from hypothesis import given, settings
from strategies import graphs

from kg import export, registry
from kg.errors import UnknownNameError
from kg.model import records
from kg.model.graph import Graph

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys, harbour; from kg import export; export.write(harbour.GRAPH, sys.argv[1], sys.stdout.buffer)"


def written(graph: Graph, name: str) -> bytes:
    out = io.BytesIO()
    export.write(graph, name, out)
    return out.getvalue()


def test_an_unknown_format_is_refused_with_those_there_are():
    with pytest.raises(
        UnknownNameError,
        match="no exporter named 'xlsx'; there are: csv, graphml, jsonl, jsonld, nquads",
    ):
        export.write(Graph(), "xlsx", io.BytesIO())


def test_listing_formats_imports_none_of_them():
    heavy = "{'networkx', 'pyoxigraph', 'rdflib'}"
    code = (
        f"import sys; from kg import export, registry; registry.names('exporter'); print(*(set(sys.modules) & {heavy}))"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


@pytest.mark.parametrize("name", registry.names("exporter"))
def test_the_same_graph_gives_the_same_bytes_under_any_hash_seed(name):
    def run(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
        command = [sys.executable, "-c", PROGRAM, name]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert run("1") == run("2") == written(harbour.GRAPH, name) != b""


@pytest.mark.parametrize("name", registry.names("exporter"))
def test_records_in_another_order_give_the_same_bytes(name):
    shuffled = Graph.of(reversed(list(harbour.GRAPH.records())))
    assert written(shuffled, name) == written(harbour.GRAPH, name)


@pytest.mark.parametrize("name", registry.names("exporter"))
def test_an_empty_graph_can_be_written(name):
    written(Graph(), name)


@pytest.mark.parametrize("name", registry.names("exporter"))
@settings(max_examples=20, deadline=None)
@given(graph=graphs())
def test_any_graph_can_be_written_as_utf_8(name, graph):
    written(graph, name).decode()


@settings(max_examples=20, deadline=None)
@given(graph=graphs())
def test_records_give_the_graph_back(graph):
    lines = written(graph, "jsonl").split(b"\n")
    assert records.graph(lines).digest() == graph.digest()


def test_records_stand_one_a_line():
    lines = written(harbour.GRAPH, "jsonl").splitlines()
    assert len(lines) == len(list(harbour.GRAPH.records()))
    assert all(line.startswith(b'{"record":"') for line in lines)
