"""The panel's details and the table's rows."""

from decimal import Decimal

import harbour
import msgspec
import pytest

from kg import ontology
from kg.model.graph import Graph
from kg.render.details import Details, facts, qualifiers, quantity

DETAILS = Details(harbour.GRAPH, ontology.packaged())
DATA = DETAILS.data()


def claim(predicate: str, **fields: object) -> dict:
    found = [
        claim
        for claim in DATA["statements"]
        if claim["predicate"] == predicate and all(claim[name] == value for name, value in fields.items())
    ]
    assert len(found) == 1
    return found[0]


def test_every_node_and_statement_is_told():
    assert DATA["nodes"].keys() == harbour.GRAPH.nodes.keys()
    assert {found["id"] for found in DATA["statements"]} == {found.id for found in harbour.GRAPH.statements}
    starts = [found["passages"][0]["start"] for found in DATA["statements"] if found["passages"]]
    assert starts == sorted(starts), "in the order of the text"


def test_a_statement_has_its_ends_qualifiers_confidence_rule_and_passages():
    found = claim("holdsPost", confidence=0.95)
    assert (found["subject"], found["object"]) == (harbour.MANAGER.id, harbour.GROUP.id)
    assert found["qualifiers"] == [("asOf", "2025-07-03"), ("title", "总经理")]
    assert found["rule"] == "rule/holdsPost"
    [passage] = found["passages"]
    first, last = passage["runs"]
    runs = DATA["articles"][harbour.REPORT.id][first:last]
    number = DATA["statements"].index(found)
    assert "".join(text for text, *numbers in runs if number in numbers) == "海川港务集团总经理周宁"
    assert (passage["document"], passage["article"]) == (harbour.DOCUMENT, harbour.REPORT.id)


def test_what_goes_without_saying_is_left_out():
    assert "background" not in claim("locatedIn")
    assert claim("partOf", subject=harbour.CITY.id)["background"] is True
    assert claim("locatedIn")["qualifiers"] == []


def test_modality_is_told_like_a_qualifier():
    assert claim("cooperatesWith")["qualifiers"] == [("modality", "planned")]


def test_the_classes_of_the_legend_come_first_with_their_numbers():
    names = list(DATA["classes"])
    assert names[:3] == ["Person", "Company", "Institute"]
    assert (DATA["classes"]["Person"]["count"], DATA["classes"]["Place"]["count"]) == (2, 3)
    assert DATA["classes"]["Person"]["label"] == ("人物", "person")
    assert names[-2:] == ["City", "Country"]
    assert "count" not in DATA["classes"]["City"]


def test_predicates_and_properties_are_labelled_by_the_ontology():
    assert DATA["predicates"]["locatedIn"] == ("位于", "located in")
    assert DATA["properties"]["title"] == ("职务", "title")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (harbour.CITY, [("alias", "海川"), ("code", "999900")]),
        (harbour.COUNTRY, [("code", "CN"), ("sameAs", "https://example.org/中国")]),
        (harbour.MANAGER, []),
        (harbour.REPORT, [("articleKind", "article"), ("published", "2025-07-03"), ("publisher", "海川日报")]),
        (harbour.PHOTO, [("articleKind", "caption")]),
        (harbour.THROUGHPUT, [("value", "≈ 3,000,000 箱"), ("period", "2024"), ("kind", "level")]),
        (harbour.GROWTH, [("value", "12.5 %"), ("period", "2024"), ("kind", "change"), ("base", "yoy")]),
        (harbour.WORDS, [("mode", "direct")]),
    ],
    ids=lambda node: getattr(node, "name", None),
)
def test_a_node_carries_its_facts(node, expected):
    assert facts(node) == expected


def test_a_figure_leads_to_what_it_is_about():
    assert DATA["nodes"][harbour.GROWTH.id]["about"] == harbour.PORT.id
    assert "about" not in DATA["nodes"][harbour.GROUP.id]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"comparator": "="}, "3,000,000 箱"),
        ({"comparator": ">"}, "> 3,000,000 箱"),
        ({"comparator": ">="}, "≥ 3,000,000 箱"),
        ({"comparator": "<"}, "< 3,000,000 箱"),
        ({"comparator": "<="}, "≤ 3,000,000 箱"),
        ({"value_max": Decimal("5E+6")}, "≈ 3,000,000 – 5,000,000 箱"),
        ({"value": Decimal("-0.25"), "unit": "", "comparator": "="}, "-0.25"),
    ],
)
def test_a_quantity_is_written_in_its_base_unit_with_its_hedge(fields, expected):
    assert quantity(msgspec.structs.replace(harbour.THROUGHPUT, **fields)) == expected


def test_a_qualifier_that_the_ontology_lacks_keeps_its_own_name():
    odd = msgspec.structs.replace(harbour.STATEMENTS[0], qualifiers={"mood": "calm"})
    assert qualifiers(odd) == [("mood", "calm")]
    [row] = Details(Graph.of([harbour.ZONE, harbour.CITY, odd]), ontology.packaged()).rows()
    assert row["qualifiers"] == [(("mood", "mood"), "calm")]


def test_the_table_has_a_row_a_statement_in_the_order_of_the_text():
    rows = list(DETAILS.rows())
    assert len(rows) == len(harbour.STATEMENTS)
    starts = [harbour.RAW.index(row["evidence"][0][0]) for row in rows if row["evidence"]]
    assert starts == sorted(starts)
    assert rows[-1]["evidence"] == [], "background stands last"


def test_a_row_of_a_quotation_has_its_words_and_of_a_figure_its_name():
    rows = {row["predicate"][1]: row for row in DETAILS.rows()}
    assert rows["says"]["object"] == "我们要建样板港。"
    assert rows["states"]["object"].startswith("吞吐量 ")
    assert rows["located in"]["evidence"] == [("临港新区的智能码头", f"{harbour.DOCUMENT} 14–23")]
