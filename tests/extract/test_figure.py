"""Figures as read: their sign, evidence and rule; and that any text is read, soon."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from measured import document, mentions, read

from kg.extract.figure import figures
from kg.grammar.example import marked
from kg.model.mention import Mention


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("成本下降5%", -5),
        ("成本降幅为5%", -5),
        ("净利润减少3亿元", -300000000),
        ("市值“蒸发”超过15亿美元", -1500000000),
        ("成本降至5%", 5),
        ("减少排放3万吨", 30000),
        ("失业率低于全国1.4个百分点", Decimal("1.4")),
        ("失业率比一季度低1.4个百分点", Decimal("-1.4")),
        ("亏损8.9亿元", 890000000),
        ("减亏69亿元", -6900000000),
    ],
)
def test_a_fall_is_negative_and_a_low_level_is_not(text, value):
    assert [relation.object.quantity.value for relation in read(text + "。")] == [value]


def test_both_ends_of_a_falling_range_are_negative():
    (relation,) = read("碳排放强度降低50%至80%。")
    assert (relation.object.quantity.value, relation.object.quantity.upper) == (-50, -80)


def test_the_evidence_is_the_shortest_piece_with_indicator_and_number():
    text = "{City|青川}机器人产业营收超过300亿元，同比增长近50%。"
    plain, _ = marked(text)
    assert [relation.spans[0].of(plain) for relation in read(text)] == [
        "机器人产业营收超过300亿元",
        "机器人产业营收超过300亿元，同比增长近50%",
    ]


def test_a_relation_is_a_statement_with_its_rule():
    (relation,) = read("产值同比增长5%。")
    assert (relation.predicate, relation.rule, relation.extractor) == ("states", "figure/change", "figure")
    assert relation.object.span.of("产值同比增长5%。") == "5%"


def test_a_document_without_quantities_has_no_figures():
    assert read("{City|青川}天气晴朗。") == ()
    assert figures(document(""), [], []) == ()


@settings(max_examples=150)
@given(
    st.text(
        alphabet="产值营收占比同增长下降达到为均分别年上半从由至提升的，、。；：（）“”5万亿元%个家3 第一大A\n",
        max_size=60,
    )
)
def test_any_text_gives_figures_whose_evidence_stands_in_it(text):
    found = document(text)
    for relation in figures(found, mentions(found, []), []):
        assert isinstance(relation.object.indicator, str)
        assert all(span.of(text) for span in relation.spans)
        assert isinstance(relation.object.about, Mention | None)


@pytest.mark.parametrize("part", ["较", "占", "同比", "，产值增长5%", "5%、", "2024年", "5%"])
def test_no_sentence_takes_long(part):
    found = document(part * (6000 // len(part)))
    inside = mentions(found, [])
    start = time.process_time()
    figures(found, inside, [])
    assert time.process_time() - start < 5
