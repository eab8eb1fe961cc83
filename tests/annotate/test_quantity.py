"""Quantities in running text: several in a clause, their mentions, and any text."""

import time
from itertools import pairwise

import pytest
from counted import read, told
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.quantity import quantities
from kg.model.text import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("企业突破2400家、规模近3500亿元", ["> 2400 家", "~ 350000000000 元"]),
        ("从2020年的39.1万亿元提升到2024年的48.3万亿元", ["= 39100000000000 元", "= 48300000000000 元"]),
        ("由14.7%降至14.1%", ["= 14.7 %", "= 14.1 %"]),
        ("从5微米到小于1微米", ["= 5 微米", "< 1 微米"]),
        ("3个万亿级产业集群和7个千亿级产业集群", ["= 3 个", "= 7 个"]),
        ("“外资24条”一共有59项举措", ["= 59 项"]),
        ("已连续5年保持第一大贸易伙伴", ["= 5 年", "= 1 名次"]),
        ("“今年有望突破50万亿元”", ["> 50000000000000 元"]),
        ("第3届展会吸引200多家企业", ["> 200 家"]),
        ("8月9日售出9吨", ["= 9 吨"]),
        ("收于34092.96点；上涨6.92点", ["= 34092.96 点", "= 6.92 点"]),
        ("蒙古乡柳村12组的村民种了5亩", ["= 5 亩"]),
        ("一点一点地加了5克", ["= 5 克"]),
        ("施工两个多月，投资一个多亿", ["> 2 个月", "> 100000000"]),
        ("实施48个亿元以上项目，建成2个亿元级园区", ["= 48 个", "= 2 个"]),
        ("是第14位发言人，市场份额第一。", ["= 1 名次"]),
        ("运出土石方2.5万方，提出2方案", ["= 25000 方"]),
        ("损失上万元，上百人到场", ["> 10000 元"]),
        ("侵犯两项专利，两项指标、四处奔走", ["= 2 项"]),
    ],
)
def test_a_clause_holds_several_quantities(text, expected):
    assert told(text) == expected


def test_quantities_that_are_joined_share_the_hedge_on_either_side():
    assert told("份额分别稳定在14%和10%以上") == ["> 14 %", "> 10 %"]
    assert told("连续跨过5万亿美元、6万亿美元两个台阶") == ["> 5000000000000 美元", "> 6000000000000 美元"]
    assert told("近300人、50家") == ["~ 300 人", "= 50 家"]
    assert told("5%，10%以上") == ["= 5 %", "> 10 %"]


def test_a_digit_and_the_next_are_a_range():
    found = [mention.value for mention in read("亩产八、九千斤，是从前的七、八倍")]
    assert [(quantity.value, quantity.upper) for quantity in found] == [(8000, 9000), (7, 8)]


def test_yuan_is_the_currency_that_the_text_declares():
    text = "会员捐款140万元（港币，下同）。协会捐出100万元。"
    assert told(text) == ["= 1400000 港币", "= 1000000 港币"]
    assert told("营收10亿元（人民币，下同），税收1亿元") == ["= 1000000000 元", "= 100000000 元"]


def test_a_mention_covers_hedge_number_and_unit():
    text = "核心产业规模近3500亿元左右，均占全国的一半以上，位居全国第二。"
    assert [mention.text for mention in read(text)] == ["近3500亿元左右", "一半以上", "第二"]
    assert all(mention.span.of(text) == mention.text for mention in read(text))


def test_a_mention_names_its_rule():
    assert [mention.rule for mention in read("近四成，200多家")] == ["quantity/tenth", "quantity/amount"]


def test_what_is_taken_is_not_read():
    text = "2024年3家"
    assert [m.text for m in read(text, [Span(0, 5)])] == ["3家"]
    assert read(text, [Span(0, len(text))]) == []


def test_quantities_outside_the_spans_are_left_alone():
    text = "记者3人。共5家。"
    assert [m.text for m in quantities(text, [Span(5, len(text))])] == ["5家"]


@given(st.text(alphabet="近约超过0123456789.,%万亿千百十一二三两半多余元家个年月日第前至-、和，。“”A😀\n", max_size=60))
def test_any_text_gives_mentions_that_stand_in_it_and_apart(text):
    found = read(text)
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize("part", ["一", "百", "万", "1", "1,", "一百零", "近", "5%、", "2024"])
def test_no_text_takes_long(part):
    start = time.process_time()
    read(part * (20000 // len(part)))
    assert time.process_time() - start < 3
