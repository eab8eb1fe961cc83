"""Readings: syllables of Chinese names, nothing for others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.render.pinyin import reading


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("周宁", "zhou ning"),
        ("重庆市", "chong qing shi"),
        ("单田芳", "dan tian fang"),
        ("小米SU7", "xiao mi su7"),
        ("海川港 Port", "hai chuan gang port"),
        ("RCEP", ""),
        ("", ""),
        ("🚢", ""),
        ("𠮷野", "𠮷 ye"),
    ],
)
def test_a_name_has_its_syllables(name, expected):
    assert reading(name) == expected


@given(name=st.text(max_size=20))
def test_any_name_has_a_reading_in_lower_case_or_none(name):
    found = reading(name)
    assert found == " ".join(found.split())
