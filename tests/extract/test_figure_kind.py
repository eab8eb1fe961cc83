"""What kind of figure a quantity is, by the clause before it and what it measures."""

from decimal import Decimal

import pytest

from kg.extract.figure_kind import kind_of
from kg.extract.figure_left import reading
from kg.extract.figure_name import Name
from kg.extract.figure_slot import Slot
from kg.model.mention import Mention
from kg.model.text import Span
from kg.model.value import Quantity


def kind(before, unit="%", named="产值", rule="quantity/amount", *, after=False):
    slot = Slot(0, Mention(Span(0, 1), "Quantity", "5", value=Quantity(Decimal(5), unit), rule=rule))
    found = Name(named)
    return kind_of(slot, reading(before, 0), found, found if after else None)


@pytest.mark.parametrize(
    ("before", "unit", "expected"),
    [
        ("产值居全国", "名次", "rank"),
        ("产值同比增长", "%", "change"),
        ("产值增速达", "%", "change"),
        ("新增就业", "人", "change"),
        ("增速比全国高", "百分点", "level"),
        ("增速比过去高", "百分点", "change"),
        ("产值占全国的", "%", "share"),
        ("完成年度任务的", "%", "share"),
        ("新增面积约占全球新增总量的", "%", "share"),
        ("产值达", "元", "level"),
    ],
)
def test_the_clause_before_tells_the_kind(before, unit, expected):
    assert kind(before, unit) == expected


def test_what_a_percentage_measures_tells_whether_it_is_a_share():
    assert kind("出口占比达", named="出口占比") == "share"
    assert kind("约", named="企业", after=True) == "share"
    assert kind("约", named="合格率", after=True) == "level"
    assert kind("自给率约", named="自给率") == "level"


def test_tenths_are_a_share_unless_they_are_reached():
    assert kind("签约的仅有", rule="quantity/tenth") == "share"
    assert kind("签约的达到", rule="quantity/tenth") == "level"
