"""Scoring: what of a graph the annotations bear out, and what of them the graph has."""

from decimal import Decimal

import msgspec
import pytest

from kg.errors import RecordError
from kg.evaluate import Annotated, Tally, score
from kg.model.claim import figure, statement
from kg.model.graph import Entity, Evidence, Graph, Quotation, Ref, Statement

TEXT = "海川市市长周宁说：“港口开局良好。”海岚集团位于海川市，今年产值超过60亿元。"
NAME = "a.txt"
CITY = Entity("place/1", ("City", "Place"), "海川市", ("海川",), (NAME,))
MAYOR = Entity("person/1", ("Person", "Agent"), "周宁", (), (NAME,))
FIRM = Entity("company/1", ("Company", "Organization", "Agent"), "海岚集团", (), (NAME,))
GOLD = msgspec.convert(
    {
        "doc": NAME,
        "entities": [
            {"type": "Place", "names": ["海川"]},
            {"type": "Person", "names": ["周宁"]},
            {"type": "Agency", "names": ["海岚集团"]},
        ],
        "relations": [
            {"subject": "周宁", "predicate": "holdsPost", "object": "海川", "title": "市长"},
            {"subject": "海岚集团", "predicate": "locatedIn", "object": "海川"},
        ],
        "figures": [
            {
                "evidence": "今年产值超过60亿元", "indicator": "产值", "about": "海岚集团", "value": 6000000000,
                "unit": "元", "comparator": ">", "kind": "level", "period": "2025", "speaker": None,
            }
        ],
        "quotes": [{"speaker": "周宁", "mode": "direct", "from": "港口开", "to": "良好。"}],
    },
    Annotated,
)  # fmt: skip


def said(piece: str) -> tuple[Evidence, ...]:
    start = TEXT.index(piece)
    return (Evidence(NAME, start, start + len(piece), piece),)


def _statement(
    subject: Ref, predicate: str, target: object, evidence: tuple[Evidence, ...], qualifiers: dict[str, str]
) -> Statement:
    return statement(
        subject,
        predicate,
        target,
        evidence=evidence,
        qualifiers=qualifiers,
        confidence=0.9,
        extractor="test",
        rule="test/rule",
    )


def claim(subject: Entity, predicate: str, target: object, piece: str, **qualifiers: str) -> Statement:
    return _statement(subject.ref, predicate, target, said(piece), qualifiers)


def amount(**changes: object):
    fields = {
        "indicator": "产值", "about": FIRM.ref, "value": Decimal(6000000000), "value_max": None, "unit": "元",
        "comparator": ">", "kind": "level", "period": "2025", "base": None, "text": "超过60亿元",
    }  # fmt: skip
    return figure(**(fields | changes))


POST = claim(MAYOR, "holdsPost", CITY.ref, "海川市市长周宁", title="市长")
SEAT = claim(FIRM, "locatedIn", CITY.ref, "海岚集团位于海川市")
QUOTE = claim(MAYOR, "says", Quotation(id="quote/1", mode="direct", text="港口开局良好。"), "港口开局良好。")


def output(**changes: object) -> Statement:
    ref = Ref("article/1", "港口", "Article")
    return _statement(ref, "states", amount(**changes), said("超过60亿元"), {})


def scored(*records: object):
    return score(Graph.of([CITY, MAYOR, FIRM, *records]), [GOLD], {NAME: TEXT})


def test_a_graph_that_says_what_the_annotations_say_is_right():
    found = scored(POST, SEAT, QUOTE, output())
    assert {tally.f1 for tally in found.tallies.values()} == {1.0}
    assert found.tallies["entity all"] == Tally(3, 3, 3)
    assert found.tallies["relation all"] == Tally(2, 2, 2)
    assert found.misses == ()
    assert [item.right for item in found.judged] == [True] * 4


def test_scores_come_by_kind_the_sum_first():
    assert [*scored(POST, SEAT).tallies][:4] == ["entity all", "entity org", "entity person", "entity place"]


def test_what_is_missed_counts_against_recall():
    found = scored(POST)
    assert found.tallies["relation all"] == Tally(1, 1, 2)
    assert found.tallies["figure full"] == Tally(0, 0, 1)
    assert ("missed", "relation locatedIn", "海岚集团 locatedIn 海川") in [
        (miss.error, miss.of, miss.text) for miss in found.misses
    ]


@pytest.mark.parametrize(
    ("wrong", "of"),
    [
        (claim(MAYOR, "holdsPost", CITY.ref, "市长", title="书记"), "relation holdsPost"),
        (claim(MAYOR, "holdsPost", FIRM.ref, "市长", title="市长"), "relation holdsPost"),
        (claim(MAYOR, "partOf", CITY.ref, "市长"), "relation partOf"),
        (Entity("policy/1", ("Policy",), "海川计划", (), (NAME,)), "entity policy"),
    ],
    ids=["another title", "another body", "another predicate", "an entity that is none"],
)
def test_what_is_extra_counts_against_precision(wrong, of):
    found = scored(wrong)
    assert found.tallies[of].precision == 0
    assert [miss.of for miss in found.misses if miss.error == "extra"] == [of]


def test_a_title_may_be_a_part_of_the_annotated_one():
    assert scored(claim(MAYOR, "holdsPost", CITY.ref, "市长", title="副市长")).tallies["relation holdsPost"].f1 == 1


def test_each_annotation_serves_once():
    other = claim(MAYOR, "holdsPost", CITY.ref, "市长", title="代市长")
    assert scored(POST, other).tallies["relation holdsPost"] == Tally(1, 2, 1)


def test_what_the_gazetteer_adds_is_not_scored():
    assert "relation partOf" not in scored(msgspec.structs.replace(SEAT, predicate="partOf", background=True)).tallies


def test_cooperation_has_no_direction():
    gold = msgspec.convert(
        {"doc": NAME, "relations": [{"subject": "海川", "predicate": "cooperatesWith", "object": "海岚集团"}]},
        Annotated,
    )
    both = claim(FIRM, "cooperatesWith", CITY.ref, "海岚集团")
    found = score(Graph.of([CITY, FIRM, both]), [gold], {NAME: TEXT})
    assert found.tallies["relation cooperatesWith"].f1 == 1


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"comparator": "~"}, "comparator"),
        ({"kind": "forecast"}, "kind"),
        ({"period": "2024"}, "period"),
        ({"indicator": "出口"}, "indicator"),
        ({"about": CITY.ref}, "about"),
        ({"about": None}, "about"),
    ],
    ids=["comparator", "kind", "period", "indicator", "about another", "about none"],
)
def test_a_figure_is_wrong_by_what_of_it_is_wrong(changes, wrong):
    found = scored(output(**changes))
    assert found.tallies["figure value+unit"].f1 == 1
    assert found.tallies["figure full"].f1 == 0
    assert found.tallies[f"figure {wrong}"].f1 == 0
    assert [miss.text.partition(":")[0] for miss in found.misses if miss.error == "wrong"] == [wrong]


@pytest.mark.parametrize("changes", [{"value": Decimal(60)}, {"unit": "美元"}], ids=["value", "unit"])
def test_a_figure_of_another_value_or_unit_is_extra(changes):
    assert scored(output(**changes)).tallies["figure value+unit"] == Tally(0, 1, 1)


def test_a_quote_of_another_speaker_has_the_span_alone():
    found = scored(msgspec.structs.replace(QUOTE, subject=FIRM.ref))
    assert found.tallies["quote span"].f1 == 1
    assert found.tallies["quote+speaker"].f1 == 0
    assert [miss.error for miss in found.misses if miss.of == "quote+speaker"] == ["wrong"]


def test_a_quote_elsewhere_is_extra():
    found = scored(msgspec.structs.replace(QUOTE, evidence=said("海岚集团位于海川市")))
    assert found.tallies["quote span"] == Tally(0, 1, 1)


def test_a_text_that_is_not_given_is_named():
    with pytest.raises(RecordError, match=r"^a\.txt: no text of this name"):
        score(Graph(), [GOLD], {})


def test_of_nothing_all_scores_are_nothing():
    assert score(Graph(), [Annotated(NAME)], {NAME: TEXT}).tallies == {}
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)
