"""How figures are meant: as bounds, aims, examples, or of whoever speaks."""

from decimal import Decimal

import pytest

from kg.extract.figure_clause import read
from kg.extract.figure_frame import Frame
from kg.extract.figure_left import reading
from kg.extract.figure_name import Name
from kg.extract.figure_sense import aims, bounds, doer, own_words, person, stranger, supposed, unnamed_firm
from kg.extract.figure_slot import Slot
from kg.grammar.example import marked
from kg.model.mention import Mention
from kg.model.text import Span
from kg.model.value import Quantity


def last(text, comparator="=", unit="亿元"):
    """Return the frame of the last quantity of a text in which quantities are marked, and its sentence."""
    plain, mentions = marked(text)
    sentence = read(plain, Span(0, len(plain)), mentions)
    at = max(at for at, mention in sentence.masked.mentions.items() if mention.type == "Quantity")
    quantity = Quantity(Decimal(5), unit, comparator)
    slot = Slot(at, Mention(Span(0, 1), "Quantity", "5亿元", value=quantity))
    return Frame(slot, quantity, Name("产值"), "level", reading(sentence.text[:at], 0)), sentence


@pytest.mark.parametrize(
    ("text", "comparator", "expected"),
    [
        ("推进{Quantity|50项}投资{Quantity|超5亿元}的项目", ">", True),
        ("推进{Quantity|50项}投资{Quantity|5亿元}的项目", "=", False),
        ("推进投资{Quantity|超5亿元}的项目", ">", False),
        ("推进{Quantity|50项}，投资{Quantity|超5亿元}", ">", False),
    ],
)
def test_a_bound_is_what_all_that_are_counted_have_at_least(text, comparator, expected):
    assert bounds(*last(text, comparator)) is expected


def test_a_rate_after_a_count_is_no_bound():
    assert not bounds(*last("连续{Quantity|5个季度}保持{Quantity|5%以上}的增长", ">", "%"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("这家企业产值达{Quantity|5亿元}", True), ("这家企业扩产；产值达{Quantity|5亿元}", False)],
)
def test_a_firm_without_a_name_is_spoken_of_up_to_the_next_semicolon(text, expected):
    figure, sentence = last(text)
    assert stranger(figure, sentence) is expected
    assert unnamed_firm(sentence)


@pytest.mark.parametrize(
    ("text", "expected"), [("商务局提出，产值达{Quantity|5亿元}", True), ("商务局查处{Quantity|5件}", False)]
)
def test_an_aim_is_what_someone_wants_to_be_reached(text, expected):
    assert aims(*last(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("算了一笔账，贷款{Quantity|5万元}", True), ("贷款{Quantity|5万元}", False)]
)
def test_a_sum_that_is_worked_through_is_supposed(text, expected):
    assert supposed(*last(text)) is expected


@pytest.mark.parametrize(
    ("text", "lay", "expected"),
    [
        ("去年我贷款，利息{Quantity|5万元}", False, True),
        ("我贷款，今年，利息{Quantity|5万元}", False, False),
        ("今年卖了{Quantity|5万元}", True, True),
        ("今年卖了{Quantity|5万元}", False, False),
    ],
)
def test_people_speak_of_themselves_in_the_clause_of_a_figure_or_the_one_before(text, lay, expected):
    assert own_words(*last(text), lay=lay) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("种粮大户{Person|李明}卖了{Quantity|5万元}", "李明"),
        ("{Person|李明}返乡，他借来{Quantity|5万元}", "李明"),
        ("他借来{Quantity|5万元}", "王芳"),
        ("其他收入{Quantity|5万元}", None),
        ("他说，产值达{Quantity|5亿元}", None),
        ("他在{City|青川}开店，每月净赚{Quantity|5万元}", "王芳"),
        ("他与{City|青川}签约，投资{Quantity|5亿元}", None),
        ("{Person|李明}返乡，开了小店，起早贪黑，每月净赚{Quantity|5万元}", "李明"),
        ("{Person|李明}返乡；每月净赚{Quantity|5万元}", None),
        ("在{Person|李明}的带动下，增收{Quantity|5万元}", None),
        ("市长{Person|李明}介绍，产值达{Quantity|5亿元}", None),
    ],
)
def test_what_a_person_does_is_of_the_person_named_or_of_the_last_one_where_a_pronoun_stands(text, expected):
    found = doer(*last(text), marked("{Person|王芳}")[1][0])
    assert (found and found.text) == expected


def test_the_last_person_before_a_place_is_found():
    sentence = last("{Person|李明}和{Person|王芳}借来{Quantity|5万元}")[1]
    assert [found and found.text for found in (person(sentence, 0), person(sentence, 1), person(sentence, 9))] == [
        None, "李明", "王芳",
    ]  # fmt: skip
