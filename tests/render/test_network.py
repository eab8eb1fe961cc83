"""A pyvis network that keeps what it is given."""

import os
import subprocess
import sys
from pathlib import Path

import harbour
import pytest
from pyvis.network import Network

from kg import ontology
from kg.render import html
from kg.render.network import NewsNetwork
from kg.render.page import page

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys, harbour; from kg.render import html; sys.stdout.buffer.write(html(harbour.GRAPH).encode())"


@pytest.fixture
def network() -> NewsNetwork:
    return page(harbour.GRAPH, ontology.packaged(), None)


def test_it_is_a_pyvis_network(network):
    assert isinstance(network, Network)
    assert network.num_nodes() == len(harbour.GRAPH.nodes)
    assert network.num_edges() == len(harbour.STATEMENTS) + 2
    assert network.get_node(harbour.GROUP.id)["label"] == "海川港务集团"
    assert harbour.GROUP.id in network.neighbors(harbour.MANAGER.id)


def test_users_may_change_it_by_the_methods_of_pyvis(network):
    network.add_node("company/new", label="新公司", shape="square", x=0, y=0)
    network.add_edge("company/new", harbour.GROUP.id, predicate="cooperatesWith", kind="relation", id="new")
    text = network.generate_html()
    assert '"label":"新公司"' in text
    assert '"id":"new"' in text


def test_parallel_edges_are_kept(network):
    before = network.num_edges()
    for _ in range(3):
        network.add_edge(harbour.GROUP.id, harbour.PORT.id)
    assert network.num_edges() == before + 3


def test_a_node_is_added_once(network):
    network.add_node(harbour.GROUP.id, label="other")
    assert network.get_node(harbour.GROUP.id)["label"] == "海川港务集团"


def test_an_edge_needs_its_nodes(network):
    with pytest.raises(KeyError, match="nosuch"):
        network.add_edge(harbour.GROUP.id, "nosuch")


def test_the_page_is_written_in_utf_8_whatever_the_locale(network, tmp_path):
    path = tmp_path / "graph.html"
    network.write_html(str(path))
    assert path.read_bytes() == html(harbour.GRAPH).encode()


def test_the_page_is_the_same_under_any_hash_seed():
    def run(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
        return subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, check=True).stdout

    assert run("1") == run("2") == html(harbour.GRAPH).encode()
