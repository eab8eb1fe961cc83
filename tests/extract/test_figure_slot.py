"""What the unit of a quantity says of it."""

from decimal import Decimal

import pytest

from kg.extract.figure_slot import Slot, alike
from kg.model.mention import Mention
from kg.model.text import Span
from kg.model.value import Quantity


def slot(unit):
    return Slot(0, Mention(Span(0, 1), "Quantity", "5", value=Quantity(Decimal(5), unit)))


@pytest.mark.parametrize(
    ("unit", "expected"), [("家", True), ("人", True), ("元", False), ("%", False), ("名次", True), ("", False)]
)
def test_things_and_people_are_counted(unit, expected):
    assert slot(unit).counts is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("%", "%", True), ("%", "倍", True), ("%", "百分点", False), ("家", "个", False)]
)
def test_quantities_of_one_unit_or_ratios_may_stand_in_a_series(one, other, expected):
    assert alike(slot(one), slot(other)) is expected


def test_a_mention_without_a_quantity_counts_nothing():
    bare = Slot(0, Mention(Span(0, 1), "Quantity", "5"))
    assert (bare.quantity.value, bare.unit) == (0, "")
