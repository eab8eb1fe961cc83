"""The table of plug-ins: each is there, and a test goes over it."""

import pytest

from kg.errors import UnknownNameError
from kg.registry import PLUGINS, find, names

ALL = [(kind, name) for kind in PLUGINS for name in names(kind)]


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_every_plug_in_can_be_imported(kind, name):
    assert callable(find(kind, name))


def test_the_table_holds_what_the_documentation_says():
    assert names("exporter") == (
        "csv", "graphml", "jsonl", "jsonld", "nquads", "ntriples", "rdfxml", "trig", "turtle",
    )  # fmt: skip
    assert names("store") == ("arcadedb", "bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def test_an_unknown_name_lists_those_there_are():
    with pytest.raises(UnknownNameError, match="no store named 'nosuch'; there are: arcadedb, bolt"):
        find("store", "nosuch")
