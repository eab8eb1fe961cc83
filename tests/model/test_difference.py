"""Two graphs are compared record by record, and equal digests mean no difference."""

import harbour
import msgspec
import pytest
from hypothesis import given, settings
from strategies import graphs

from kg.model.difference import differences
from kg.model.graph import Graph


def without(record: object) -> Graph:
    return Graph.of(found for found in harbour.GRAPH.records() if found != record)


def test_a_graph_does_not_differ_from_itself():
    assert not list(differences(harbour.GRAPH, harbour.GRAPH))


@pytest.mark.parametrize("record", [harbour.GROUP, harbour.GRAPH.statements[0], harbour.REPORT])
def test_a_record_that_one_graph_lacks_is_listed_with_its_side(record):
    [gone] = differences(harbour.GRAPH, without(record))
    [come] = differences(without(record), harbour.GRAPH)
    assert (gone.sign, come.sign) == ("-", "+")
    assert str(gone).startswith(f"- {type(record).__name__.lower()} {record.id} ")


def test_a_statement_is_shown_by_what_it_says():
    claim = harbour.GRAPH.statements[0]
    [gone] = differences(harbour.GRAPH, without(claim))
    assert str(gone).endswith(f"{claim.subject.name} {claim.predicate} {claim.object.name}")


def test_changed_fields_are_named():
    renamed = msgspec.structs.replace(harbour.GROUP, name="海川港口集团", aliases=())
    [found] = differences(harbour.GRAPH, Graph.of([*without(harbour.GROUP).records(), renamed]))
    assert str(found) == f"~ entity {harbour.GROUP.id} 海川港口集团 (name, aliases)"


@settings(max_examples=30, deadline=None)
@given(one=graphs(), other=graphs())
def test_no_difference_means_the_same_digest(one, other):
    assert (not list(differences(one, other))) == (one.digest() == other.digest())
