"""Claims: what gives a claim its id, and how supports of one claim become one."""

from decimal import Decimal

import harbour
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import graphs

from kg.model.claim import figure, identified, joined, merged, renamed, statement
from kg.model.graph import Entity, Evidence, Figure, Ref

FIRM = Ref("company/1", "青岚重工")
AMOUNT = {
    "indicator": "产值",
    "about": FIRM,
    "value": Decimal("5E8"),
    "value_max": Decimal("6E8"),
    "unit": "元",
    "comparator": "=",
    "kind": "level",
    "period": "2024",
    "base": "yoy",
    "text": "5亿至6亿元",
}


@pytest.mark.parametrize(
    "change",
    [
        {"indicator": "营收"},
        {"about": None},
        {"about": Ref("company/2", "青岚重工")},
        {"value": Decimal("5.5E8")},
        {"value_max": None},
        {"unit": "美元"},
        {"comparator": "~"},
        {"kind": "forecast"},
        {"period": "2025"},
        {"period": None},
        {"base": None},
    ],
    ids=str,
)
def test_another_content_is_another_figure(change):
    assert figure(**{**AMOUNT, **change}).id != figure(**AMOUNT).id


@pytest.mark.parametrize(
    "change",
    [
        {"text": "五六亿元"},
        {"value": Decimal("500000000.00")},
        {"about": Ref("company/1", "青岚")},
        {"indicator": "产值"},
    ],
    ids=str,
)
def test_the_same_content_in_other_words_is_the_same_figure(change):
    assert figure(**{**AMOUNT, **change}).id == figure(**AMOUNT).id


def test_identifying_a_figure_again_changes_nothing():
    assert identified(figure(**AMOUNT)) == figure(**AMOUNT)


def made(*evidence: Evidence, **fields: object):
    """A statement of one claim."""
    usual = {"confidence": 0.9, "extractor": "location", "rule": "location/x"}
    return statement(FIRM, "locatedIn", harbour.CITY.ref, evidence=evidence, **{**usual, **fields})


def test_documents_follow_from_evidence_once_and_in_order():
    found = made(*(Evidence(name, 0, 2, "青岚") for name in ("乙.txt", "甲.txt", "乙.txt")))
    assert found.documents == tuple(sorted({"乙.txt", "甲.txt"}))
    assert made().documents == ()


def test_the_order_of_qualifiers_does_not_count():
    one = made(qualifiers={"title": "总经理", "as_of": "2025-07-03"})
    other = made(qualifiers={"as_of": "2025-07-03", "title": "总经理"})
    assert one == other
    assert list(one.qualifiers) == ["as_of", "title"]


@pytest.mark.parametrize("modality", ["planned", "former"])
def test_what_was_or_will_be_is_another_claim(modality):
    assert made(modality=modality).id != made().id
    assert made(modality="asserted").id == made().id


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ({"confidence": 0.8}, {"confidence": 0.9, "rule": "location/y"}, "location/y"),
        ({"confidence": 0.9}, {"confidence": 0.8, "rule": "location/y"}, "location/x"),
        ({"rule": "location/b"}, {"rule": "location/a"}, "location/b"),
        ({"confidence": 0.6}, {"confidence": 1.0, "rule": "gazetteer/x", "background": True}, "location/x"),
    ],
    ids=["the second surer", "the first surer", "equally sure", "background is surer"],
)
def test_the_surest_reading_that_a_text_bears_out_gives_the_rule(one, other, rule):
    for both in (joined(made(**one), made(**other)), joined(made(**other), made(**one))):
        assert both.rule == rule
        assert not both.background


def test_joined_evidence_is_sorted_and_single():
    far, near = Evidence("乙.txt", 4, 6, "青岚"), Evidence("丙.txt", 0, 2, "青岚")
    both = joined(made(far, near), made(near))
    assert both.evidence == tuple(sorted((far, near)))
    assert both.documents == tuple(sorted(("乙.txt", "丙.txt")))


def test_of_two_wordings_of_a_figure_one_is_kept_whoever_comes_first():
    claims = [
        statement(
            FIRM, "states", figure(**{**AMOUNT, "text": text}), confidence=0.9, extractor="figure", rule="figure/x"
        )
        for text in ("5亿至6亿元", "五至六亿元")
    ]
    assert joined(*claims) == joined(*claims[::-1])


def entity(name: str, *aliases: str, **fields: object) -> Entity:
    """An entity with an id of its own."""
    return Entity("company/1", ("Company",), name, aliases, **fields)


def test_merged_records_keep_all_names_but_the_first_ones_own():
    both = merged(entity("青岚重工集团", "青岚"), entity("青岚重工", "青岚重工集团", "青岚"))
    assert both.name == "青岚重工集团"
    assert both.aliases == tuple(sorted(("青岚", "青岚重工")))


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [("1", None, "1"), (None, "2", "2"), ("1", "2", "1"), ("", "1", "1"), ("", "", ""), (None, None, None)],
)
def test_a_code_is_kept_from_whichever_has_one(one, other, code):
    assert merged(entity("甲", code=one), entity("甲", code=other)).code == code


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_renaming_nothing_or_joining_with_itself_keeps_the_claim(graph):
    for claim in graph.statements:
        assert renamed(claim, {}) == msgspec.structs.replace(
            claim, documents=tuple(sorted({item.document for item in claim.evidence}))
        )
        again = joined(claim, claim)
        assert joined(again, again) == again
        assert again.id == claim.id


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_renaming_reaches_every_place_of_an_entity(graph):
    refs = {node.id: Ref(f"new/{node.id}", node.name) for node in graph.entities}
    for claim in graph.statements:
        found = renamed(claim, refs)
        about = found.object.about if isinstance(found.object, Figure) else None
        assert not {found.subject.id, found.object.id, about.id if about else ""} & set(refs)
        assert (found.predicate, found.modality, found.evidence) == (claim.predicate, claim.modality, claim.evidence)
