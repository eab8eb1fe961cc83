"""Looking things up in a graph: what a name finds first, what a node takes part in, what a digest tells."""

import harbour
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import graphs

from kg.model.graph import Entity, Figure, Graph, Ref

PORTS = Graph.of(
    [
        Entity("a/1", ("Facility",), "海川港", ("港口",)),
        Entity("a/2", ("Company",), "港口"),
        Entity("a/3", ("Company",), "港口集团", ("海川港",)),
        Entity("a/4", ("Company",), "🚢航运", ("航运（集团）",)),
        Entity("港口集团", ("Company",), "别的"),
    ]
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("海川港", ["a/1"]),
        ("港口", ["a/2"]),
        ("港口集团", ["港口集团"]),
        ("海川", ["a/1", "a/3"]),
        ("🚢", ["a/4"]),
        ("（集团）", ["a/4"]),
        ("a/", []),
        ("海川港务集团有限公司", []),
    ],
    ids=["a name before an alias", "a name before a part", "an id before a name", "parts", "emoji", "part of an alias",
         "part of an id", "a longer name"],
)  # fmt: skip
def test_ids_go_before_names_names_before_aliases_aliases_before_parts(text, ids):
    assert [node.id for node in PORTS.find(text)] == ids


def test_two_of_one_name_are_both_found():
    twins = Graph.of([Entity("b/2", ("Person",), "周宁"), Entity("b/1", ("Company",), "周宁")])
    assert [node.id for node in twins.find("周宁")] == ["b/1", "b/2"]


def test_figures_and_quotations_are_found_by_id():
    assert harbour.GRAPH.find(harbour.GROWTH.id) == (harbour.GROWTH,)
    assert harbour.GRAPH.find(harbour.WORDS.id) == (harbour.WORDS,)


@pytest.mark.parametrize(
    ("node", "predicates"),
    [
        (harbour.WORDS.id, ["says"]),
        (harbour.PORT.id, ["operates", "states", "states"]),
        (harbour.PHOTO.id, ["authorOf"]),
        (harbour.COUNTRY.id, ["partOf"]),
        ("nothing", []),
        ("", []),
    ],
)
def test_a_node_has_its_statements(node, predicates):
    assert sorted(claim.predicate for claim in harbour.GRAPH.of_node(node)) == predicates


def test_an_empty_graph_finds_nothing():
    assert Graph().find("海川港") == Graph().find("") == ()
    assert Graph().digest() == Graph.of([]).digest()


@pytest.mark.parametrize("number", range(0, len(harbour.STATEMENTS), 3))
def test_a_digest_tells_of_every_statement(number):
    kept = [claim for at, claim in enumerate(harbour.STATEMENTS) if at != number]
    other = Graph.of([*harbour.ENTITIES, *kept, harbour.REPORT, harbour.PHOTO])
    assert other.digest() != harbour.GRAPH.digest()


def test_a_digest_tells_of_one_character_of_one_article():
    report = msgspec.structs.replace(harbour.REPORT, text=harbour.REPORT.text.replace("🚢", "🚄"))
    other = msgspec.structs.replace(harbour.GRAPH, articles=(report, harbour.PHOTO))
    assert other.digest() != harbour.GRAPH.digest()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_every_statement_is_found_from_each_of_its_ends(graph):
    for claim in graph.statements:
        about = claim.object.about if isinstance(claim.object, Figure) else None
        for end in (claim.subject, claim.object, *([about] if isinstance(about, Ref) else [])):
            assert claim in graph.of_node(end.id)
            assert graph.find(end.id) == (graph.nodes[end.id],)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_a_graph_does_not_depend_on_the_order_of_its_records(graph):
    records = list(graph.records())
    assert Graph.of(reversed(records)) == Graph.of(records) == graph
