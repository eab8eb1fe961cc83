"""Quantities of public test sets, where these are at hand."""

import json
import os
import re
from decimal import Decimal
from pathlib import Path

import pytest
from counted import read

from kg.lexicon import Word, table
from kg.normalise import unit

EXTERNAL = Path(os.environ.get("KG_EXTERNAL", Path(__file__).parents[3] / "shared" / "external"))
RECOGNIZERS = EXTERNAL / "recognizers-text-zh"


def cases(name):
    return json.loads((RECOGNIZERS / name).read_text(encoding="utf-8-sig"))


def share(pairs):
    return sum(got == expected for _, got, expected in pairs) / len(pairs), [p for p in pairs if p[1] != p[2]]


needs_recognizers = pytest.mark.skipif(
    not RECOGNIZERS.exists(), reason=f"no public test sets at {RECOGNIZERS}; set KG_EXTERNAL to their folder"
)


@needs_recognizers
def test_public_percentages_are_read():
    """Out of scope: traditional script, discounts (折), k for thousand, white space within words, unclear ranges."""
    outside = re.compile(r"[折個點陸兩萬億拾仟佰kKｋＫ]|\s|半成|[0-9]-[0-9]|百分位|http")
    pairs = []
    for case in cases("Number/PercentModel.json"):
        if outside.search(case["Input"]):
            continue
        found = [mention.value for mention in read(case["Input"]) if mention.value.unit in ("%", "‰", "百分点")]
        got = [float(value.value) / (10 if value.unit == "‰" else 1) for value in found]
        pairs.append((case["Input"], got, [float(r["Resolution"]["value"].rstrip("%")) for r in case["Results"]]))
    rate, wrong = share(pairs)
    assert len(pairs) > 60
    assert rate >= 0.95, wrong


@needs_recognizers
def test_public_amounts_of_money_are_read():
    """Out of scope: parts of a unit (角, 分), change in words (三块), traditional script, names without a number."""
    outside = re.compile(r"[角毛銭兆億]|三块|人民币 ?美元|三美分|[0-9]{15}")
    names = {word.canonical for word in table("unit", Word) if word.type == "money"}
    pairs = []
    for case in cases("NumberWithUnit/CurrencyModel.json"):
        if outside.search(case["Input"]):
            continue
        found = [mention.value for mention in read(case["Input"]) if mention.value.unit in names]
        got = [(float(value.value), code.code if (code := unit.code(value.unit)) else None) for value in found]
        expected = [(float(r["Resolution"]["value"]), r["Resolution"].get("isoCurrency")) for r in case["Results"]]
        pairs.append((case["Input"], got, [e if e[1] else (e[0], g[1]) for e, g in zip(expected, got, strict=False)]))
    rate, wrong = share(pairs)
    assert len(pairs) > 20
    assert rate >= 0.95, wrong


@needs_recognizers
def test_public_measures_are_read():
    """Out of scope: the old ounce (两), bits counted by the thousand, units in other letters than their own."""
    outside = re.compile(r"[0-9二三十万百]两|比特|字节|CM|一位")
    pairs = []
    for case in cases("NumberWithUnit/DimensionModel.json"):
        if outside.search(case["Input"]):
            continue
        got = {mention.value.value for mention in read(case["Input"])}
        expected = {Decimal(r["Resolution"]["value"]) for r in case["Results"]}
        pairs.append((case["Input"], expected <= got, True))
    rate, wrong = share(pairs)
    assert len(pairs) > 20
    assert rate >= 0.95, wrong
