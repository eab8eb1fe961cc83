"""The ledger over a corpus: what must be one entity is, what cannot be never is, in any order of documents."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.errors import LedgerError
from kg.fuse import fuse
from kg.model.claim import statement
from kg.model.graph import Entity, Evidence, Graph
from kg.model.ident import ident
from kg.normalise.group import name_key
from kg.ontology import packaged
from kg.project.ledger import Ledger, Link, ledger

NAMES = ("青岚重工有限公司", "青岚重工", "青岚", "远岚", "海丰")


def firm(name: str, *aliases: str, document: str = "a.txt", kind: str = "Company", code: str | None = None) -> Entity:
    found = f"area/{code}" if code else ident(kind.lower(), name)
    mentions = (Evidence(document, 0, len(name), name),)
    return Entity(found, packaged().types(kind), name, aliases, (document,), mentions, code)


def link(kind: str, one: str, other: str, where: str = "") -> Link:
    return Link(kind, name_key("Company", one), name_key("Company", other), where)


def fused(found: Ledger, *entities: Entity) -> list[str]:
    graph = fuse([Graph.of([entity]) for entity in entities], packaged(), ledger=found)
    return [entity.name for entity in graph.entities]


def test_two_firms_that_must_be_one_are_one_with_all_that_is_said_of_either():
    one, other, city = firm("青岚重工"), firm("远岚", document="b.txt"), firm("深圳市", kind="City", code="440300")
    said = statement(other.ref, "locatedIn", city.ref, confidence=0.9, extractor="x", rule="x/y")
    graphs = [Graph.of([one]), Graph.of([other, city, said])]
    graph = fuse(graphs, packaged(), ledger=ledger([link("must", "青岚重工", "远岚")]))
    assert [entity.name for entity in graph.entities] == ["深圳市", "青岚重工"]
    assert graph.entities[1].aliases == ("远岚",)
    assert graph.statements[0].subject == one.ref


def test_an_alias_and_its_name_are_told_where_the_ledger_keeps_them_apart():
    full = firm("青岚重工有限公司", "青岚")
    found = ledger([link("cannot", "青岚重工有限公司", "青岚", "ledger.tsv:2")])
    with pytest.raises(LedgerError, match=r"ledger\.tsv:2: 青岚重工有限公司 .* is both of two"):
        fused(found, full)


def test_an_established_alias_that_must_be_another_thing_is_told():
    full, short = firm("青岚重工有限公司", "青岚"), firm("青岚", document="b.txt")
    other = ledger([link("cannot", "青岚重工有限公司", "远岚"), link("must", "青岚", "远岚")])
    with pytest.raises(LedgerError):
        fused(other, full, short)


def test_people_and_places_join_by_the_ledger_alone():
    people = firm("周宁", kind="Person"), firm("周宁山", "周宁", document="b.txt", kind="Person")
    ends = (name_key("Person", "周宁"), name_key("Person", "周宁山"))
    assert len(fused(ledger([]), *people)) == 2
    assert fused(ledger([Link("must", *ends)]), *people) == ["周宁山"]
    places = firm("深圳市", kind="City", code="440300"), firm("鹏城先行示范区", kind="Place", document="b.txt")
    ends = ("Place", "area/440300"), name_key("Place", "鹏城先行示范区")
    assert fused(ledger([Link("must", *ends)]), *places) == ["深圳市"]


PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1])
LINKS = st.lists(st.builds(lambda kind, pair: link(kind, *pair), st.sampled_from(["must", "cannot"]), PAIRS))
FIRMS = st.lists(st.builds(lambda pair: firm(*pair), PAIRS) | st.builds(firm, st.sampled_from(NAMES)), max_size=6)


@given(LINKS, FIRMS, st.randoms())
def test_what_must_be_one_always_is_and_what_cannot_be_never(links, firms, random):
    try:
        kept = ledger(links)
        found = fuse([Graph.of([one]) for one in firms], packaged(), ledger=kept)
    except LedgerError:
        assume(False)  # noqa: FBT003  # links at odds with each other, or with a name that a text establishes
    shuffled = [Graph.of([one]) for one in random.sample(firms, len(firms))]
    assert fuse(shuffled, packaged(), ledger=kept) == found
    named = {name: {it.id for it in found.entities if name in (it.name, *it.aliases)} for name in NAMES}
    for item in links:
        one, other = named[item.one[1]], named[item.other[1]]
        if item.link == "must" and one and other:
            assert one & other
        if item.link == "cannot":
            assert not one & other
