"""How stores are named and opened."""

from pathlib import Path

import pytest
from examples import GRAPH

from kg import store
from kg.errors import StoreError, UnknownNameError
from kg.store import GraphStore


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("news.arcadedb", True),
        (Path("out/graph.arcadedb"), True),
        ("arcadedb:/data/news", True),
        ("neo4j://localhost", True),
        ("bolt+ssc://localhost:7687", True),
        ("graph.jsonl", False),
        ("-", False),
        ("no/such/folder", False),
        ("dragon://den", False),
    ],
)
def test_stores_are_told_by_their_names(location, expected):
    assert store.is_store(location) is expected


def test_a_folder_that_a_build_wrote_is_a_store(tmp_path):
    assert not store.is_store(tmp_path)
    with store.open(tmp_path, create=True) as opened:
        opened.write(GRAPH)
    assert store.is_store(tmp_path)
    assert (tmp_path / "graph.arcadedb").is_dir()


@pytest.mark.parametrize("form", ["{0}", "{0}/graph.arcadedb", "arcadedb:{0}/graph.arcadedb"])
def test_one_store_opens_by_each_of_its_names(tmp_path, form):
    with store.open(tmp_path / "graph.arcadedb", create=True) as opened:
        opened.write(GRAPH)
    with store.open(form.format(tmp_path)) as opened:
        assert isinstance(opened, GraphStore)
        assert opened.read() == GRAPH


def test_an_arcadedb_url_may_name_any_folder(tmp_path):
    with store.open(f"arcadedb:{tmp_path}/deep/down/news", create=True) as opened:
        opened.write(GRAPH)
    with store.open(f"arcadedb:{tmp_path}/deep/down/news") as opened:
        assert opened.read() == GRAPH


def test_a_store_that_is_not_there_is_named(tmp_path):
    with pytest.raises(StoreError, match=r"none\.arcadedb: there is no graph store here; .*create=True"):
        store.open(tmp_path / "none.arcadedb")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_kind_of_store_is_answered_with_those_there_are():
    with pytest.raises(UnknownNameError, match=r"no store named 'dragon'; there are: arcadedb, bolt, bolt\+s"):
        store.open("dragon://den")
