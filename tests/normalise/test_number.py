"""Numerals of every kind come to one value."""

import json
import os
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise import number

EXTERNAL = Path(os.environ.get("KG_EXTERNAL", Path(__file__).parents[3] / "shared" / "external"))
CARDINALS = EXTERNAL / "cn2an-tests" / "cn2an.jsonl"
SENTENCES = EXTERNAL / "recognizers-text-zh" / "Number" / "NumberModel.json"

NUMERALS = {
    "0": "0",
    "1,034": "1034",
    "593034": "593034",
    "120,404": "120404",
    "１２.５": "12.5",
    "１，０３４": "1034",
    "3500亿": "350000000000",
    "2.9万亿": "2900000000000",
    "8400万": "84000000",
    "3千": "3000",
    "5百万": "5000000",
    "1000  万": "10000000",
    "25万6千": "256000",
    "十": "10",
    "十五": "15",
    "二十": "20",
    "廿二": "22",
    "三百零五": "305",
    "三百五": "350",
    "两万三": "23000",
    "三千五百": "3500",
    "一万零二百五十": "10250",
    "十二点五万": "125000",
    "零点五": "0.5",
    "二〇二四": "2024",
    "一七二零": "1720",
    "四万万": "400000000",
    "四千五百六十九万八千三百一十一亿": "4569831100000000",
    "百万": "1000000",
    "千万": "10000000",
    "负六点六": "-6.6",
    "零下五": "-5",
    "-3.2": "-3.2",
    "壹佰贰拾叁": "123",
    "十萬": "100000",
    "半": "0.5",
    "一半": "0.5",
    "1/10": "0.1",
    "五分之一": "0.2",
    "三又四分之三": "3.75",
    "百分之六": "0.06",
    "0万": "0",
    "零万": "0",
    "0.0亿": "0",
    "万万": "100000000",
    "六点四二万": "64200",
    "十点五": "10.5",
}
NONE = (
    "",
    "家",
    "元",
    "三五百",
    "二三十",
    "10..1万",
    "1/0",
    "零分",
    "千家",
    "五元",
    "1,03",
    "分之",
    "点",
    "3.4.5",
    "1.2.3万",
)


@pytest.mark.parametrize(("text", "value"), NUMERALS.items())
def test_a_numeral_states_its_value(text, value):
    assert number.parse(text) == Decimal(value)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_exact_numeral_has_no_value(text):
    assert number.parse(text) is None


def test_the_power_of_a_numeral_is_what_follows_its_digits():
    numerals = ("20万", "3.5亿", "2万亿", "九千", "二十万", "20", "二十")
    assert [number.power(text) for text in numerals] == [10**4, 10**8, 10**12, 10**3, 10**4, 1, 1]


@given(st.integers(0, 10**15))
def test_digits_with_and_without_commas_are_one_value(value):
    assert number.parse(str(value)) == number.parse(f"{value:,}") == value


@given(st.integers(0, 10**16 - 1))
def test_a_written_numeral_comes_back(value):
    assert number.parse(spell(value)) == value


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text):
    assert isinstance(number.parse(text), Decimal | None)


def spell(value: int) -> str:
    """Write a number in Chinese, as a schoolbook does."""
    if value < 10**4:
        return thousands(value) or "零"
    name, size = ("亿", 10**8) if value >= 10**8 else ("万", 10**4)
    head, rest = divmod(value, size)
    gap = "零" if 0 < rest < size // 10 else ""
    return spell(head) + name + (gap + spell(rest) if rest else "")


def thousands(value: int) -> str:
    text, gap = "", False
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + name
        gap = not digit
    return text


@pytest.mark.skipif(not CARDINALS.exists(), reason=f"no public test set at {CARDINALS}; set KG_EXTERNAL to its folder")
def test_public_cardinals_are_read_as_cn2an_reads_them():
    cases = [json.loads(line) for line in CARDINALS.read_text(encoding="utf-8").splitlines()]
    wanted = ("strict_data_dict", "normal_data_dict", "smart_data_dict", "direct_data_dict")
    cases = [case for case in cases if case["suite"] == "cn2an_test" and case["case"] in wanted]
    pure = [case for case in cases if not re.search("[元圆角分]", case["input"])]
    wrong = [case for case in pure if number.parse(case["input"]) != Decimal(str(case["expected"]))]
    assert len(pure) > 120
    assert not wrong


@pytest.mark.skipif(not SENTENCES.exists(), reason=f"no public test set at {SENTENCES}; set KG_EXTERNAL to its folder")
def test_public_numerals_are_read_as_recognizers_text_reads_them():
    """In scope is an input that is one exact numeral, without exponents, dozens (打) and spaces between its parts."""
    cases = json.loads(SENTENCES.read_text(encoding="utf-8-sig"))
    pure = [
        (case["Input"].strip(), float(case["Results"][0]["Resolution"]["value"]))
        for case in cases
        if len(case["Results"]) == 1
        and len(case["Results"][0]["Text"]) == len(case["Input"].strip())
        and not re.search(
            r"[\^a-zA-Zａ-ｚ打倆多几幾余]|半百|\d\s+\d|[０-９]\s+[０-９]|分之负|分之負|分  ?之", case["Input"].strip()
        )
    ]
    read = [(text, number.parse(text), value) for text, value in pure]
    wrong = [item for item in read if item[1] is None or abs(float(item[1]) - item[2]) > 1e-9 * max(1, abs(item[2]))]
    assert len(pure) > 180
    assert not wrong
