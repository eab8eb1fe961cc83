"""Quantities and periods have one written form."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.value import Period, Quantity, canonical

numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=6)


@given(numbers)
def test_equal_numbers_print_alike(number):
    assert canonical(number) == number
    assert str(canonical(number)) == str(canonical(number * 1000 / 1000))
    assert "E" not in str(canonical(number))


@given(numbers, st.none() | numbers)
def test_a_quantity_survives_json(value, upper):
    quantity = Quantity(value, "元", "~", upper)
    assert msgspec.json.decode(msgspec.json.encode(quantity), type=Quantity) == quantity


@pytest.mark.parametrize("text", ["2024", "2025-06", "2023-08-08", "2025-01/2025-05", "2021/", "/2025-06"])
def test_a_period_reads_what_it_writes(text):
    assert str(Period.parse(text)) == text


def test_a_period_without_ends_is_refused():
    with pytest.raises(ValueError, match="start, an end or both"):
        Period(None, None)
