"""What the gazetteer adds: containment up to the country, never over what a text states."""

import pytest

from kg.model.graph import Article, Entity, Graph
from kg.model.ident import area
from kg.normalise.place import Gazetteer, Place
from kg.ontology import packaged
from kg.resolve.background import with_background


def place(kind: str, name: str, code: str | None) -> Entity:
    """A place that a text names."""
    return Entity(area(code or name), packaged().types(kind), name, documents=("a.txt",), code=code)


def within(graph: Graph) -> list[tuple[str, str]]:
    """What lies within what, by name."""
    return sorted((claim.subject.name, claim.object.name) for claim in graph.statements)


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        ([], []),
        ([place("Country", "中国", "CN")], []),
        ([place("Province", "浙江省", "330000")], [("浙江省", "中国")]),
        ([place("County", "朝阳区", "110105")], [("北京市", "中国"), ("朝阳区", "北京市")]),
        ([place("Place", "华北", None)], []),
        ([place("Place", "无名岛", "999999")], []),
        (
            [place("City", "杭州市", "330100"), place("City", "宁波市", "330200")],
            [("宁波市", "浙江省"), ("杭州市", "浙江省"), ("浙江省", "中国")],
        ),
    ],
    ids=["nothing", "country", "province", "county", "no code", "unknown code", "shared parent"],
)
def test_places_lie_within_each_other_up_to_the_country(gazetteer, entities, expected):
    assert within(with_background(Graph.of(entities), gazetteer)) == sorted(expected)


def test_a_parent_that_the_text_names_keeps_its_record(gazetteer):
    province = place("Province", "浙江省", "330000")
    graph = with_background(Graph.of([place("City", "杭州市", "330100"), province]), gazetteer)
    assert province in graph.entities
    assert [entity.documents for entity in graph.entities if entity.name == "中国"] == [()]


def test_background_has_no_evidence_and_says_so(gazetteer):
    graph = with_background(Graph.of([place("City", "杭州市", "330100")]), gazetteer)
    assert all(claim.background and claim.confidence == 1.0 for claim in graph.statements)
    assert not any(claim.evidence or claim.documents for claim in graph.statements)
    assert {claim.rule for claim in graph.statements} == {"gazetteer/containment"}


def test_adding_background_again_changes_nothing(gazetteer):
    once = with_background(Graph.of([place("County", "朝阳区", "110105")]), gazetteer)
    assert with_background(once, gazetteer) == once


def test_a_graph_without_places_stays_as_it_is(gazetteer):
    person = Entity("person/1", packaged().types("Person"), "周宁")
    held = Article("article/1", ("a.txt",), "题", "article", None, None, "", "", ())
    graph = Graph.of([person, held])
    assert with_background(graph, gazetteer) == graph


def test_a_gazetteer_of_other_places_is_followed():
    places = [Place(name="云岭县", type="County", code="2", parent="1"), Place(name="海川市", type="City", code="1")]
    graph = with_background(Graph.of([place("County", "云岭县", "2")]), Gazetteer(places))
    assert within(graph) == [("云岭县", "海川市")]
    assert next(entity for entity in graph.entities if entity.name == "海川市").types == packaged().types("City")
