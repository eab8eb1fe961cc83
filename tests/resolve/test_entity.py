"""Entities: one class, one name, one id, and every place where they are named."""

import pytest

from kg.model.ident import area, ident
from kg.model.mention import Mention
from kg.model.text import Alignment, Document, Source, Span
from kg.normalise.place import Gazetteer
from kg.resolve.cluster import Clusters
from kg.resolve.entity import Entities, located


def entities(*readings, gazetteer: Gazetteer) -> Entities:
    """The entities of the names of some readings."""
    named = [(reading, mention) for reading in readings for mention in reading.mentions if mention.level == "name"]
    return Entities(named, Clusters((mention for _, mention in named), gazetteer))


@pytest.mark.parametrize(
    ("text", "kind", "name", "aliases"),
    [
        ("{Company|青岚重工有限公司}与{Company|青岚重工}", "Company", "青岚重工有限公司", ("青岚重工",)),
        (
            "{Company|青岚（集团）}、{Company|青岚(集团)}、{Company|青岚(集团)}",
            "Company",
            "青岚(集团)",
            ("青岚（集团）",),
        ),
        ("{Policy|《海川港条例》}、{Policy|海川港条例}", "Policy", "海川港条例", ()),
        ("{Organization|青岚}、{Company|青岚}", "Company", "青岚", ()),
        ("{Organization|青岚}、{Organization|青岚}、{Company|青岚}", "Organization", "青岚", ()),
        ("{Company|🚢集团}", "Company", "🚢集团", ()),
        ("{City|杭州}与{City|杭州}", "City", "杭州市", ("杭州",)),
    ],
    ids=["the fullest", "the most often written", "quoted", "the most specific", "the most read", "emoji", "a place"],
)
def test_a_cluster_has_one_class_and_one_name(read, gazetteer, text, kind, name, aliases):
    [found] = entities(read(text), gazetteer=gazetteer).all()
    assert (found.type, found.name, found.aliases) == (kind, name, aliases)


def test_ids_are_of_codes_or_of_class_and_name(read, gazetteer):
    found = entities(read("{City|杭州}的{Company|青岚重工}"), gazetteer=gazetteer).all()
    assert {entity.id for entity in found} == {area("330100"), ident("company", "青岚重工")}
    assert [entity.id for entity in found] == sorted(entity.id for entity in found)


def test_a_body_that_only_its_text_tells_the_area_of_has_an_id_of_its_document(read, gazetteer):
    found = entities(read("{Agency|市委}与{Agency|青川县委}"), gazetteer=gazetteer).all()
    assert {entity.id for entity in found} == {ident("agency", "市委", "a.txt"), ident("agency", "青川县委")}


def test_a_code_that_the_gazetteer_lacks_is_kept_with_the_name_as_read(read):
    reading = read("{City|杭州}")
    [found] = entities(reading, gazetteer=Gazetteer([])).all()
    assert (found.id, found.name, found.code) == (ident("city", "杭州"), "杭州", "330100")


def test_one_name_in_two_groups_is_two_entities(read, gazetteer):
    found = entities(read("{Person|青岚}创立{Company|青岚}"), gazetteer=gazetteer).all()
    assert [entity.type for entity in found] == ["Company", "Person"]


def test_a_mention_leads_to_its_entity_by_any_name(read, gazetteer):
    reading = read("{Company|青岚重工有限公司}投产，{Company|青岚重工}增资")
    full, short = reading.mentions
    found = entities(reading, gazetteer=gazetteer)
    assert found.of(full) is found.of(short)


def test_no_names_are_no_entities(read, gazetteer):
    assert entities(gazetteer=gazetteer).all() == ()
    assert entities(read(""), gazetteer=gazetteer).all() == ()


def test_every_place_of_every_name_is_a_mention(read, gazetteer):
    reading = read("🚢{Company|青岚重工有限公司}投产，{Company|青岚重工}增资，{Company|青岚重工}上市")
    [found] = entities(reading, gazetteer=gazetteer).all()
    assert [item.text for item in found.mentions] == ["青岚重工有限公司", "青岚重工", "青岚重工"]
    source = reading.document.source
    assert all(source.text[item.start : item.end] == item.text for item in found.mentions)
    assert found.documents == (source.id,)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 2), [(0, "🚢青")]),
        (Span(1, 5), [(1, "青岚"), (6, "重工")]),
        (Span(3, 5), [(6, "重工")]),
        (Span(2, 2), []),
    ],
)
def test_evidence_is_located_on_both_sides_of_a_cut(span, expected):
    source = Source("a.txt", "🚢青岚\n图\n重工投产", "")
    alignment = Alignment.of_spans([Span(0, 3), Span(6, len(source.text))])
    document = Document(source, 0, alignment.text(source.text), alignment)
    assert [(item.start, item.text) for item in located(document, [span])] == expected


def test_evidence_of_several_spans_keeps_their_order(read):
    document = read("青岚重工投产").document
    assert [item.text for item in located(document, [Span(4, 6), Span(0, 2)])] == ["投产", "青岚"]


def test_a_name_read_twice_at_one_place_is_mentioned_once(read, gazetteer):
    reading = read("{Company|青岚}")
    again = Mention(Span(0, 2), "Organization", "青岚")
    named = [(reading, reading.mentions[0]), (reading, again)]
    [found] = Entities(named, Clusters((mention for _, mention in named), gazetteer)).all()
    assert len(found.mentions) == 1
