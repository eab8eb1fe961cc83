"""Labels: two lines at most, broken between words where their ends are known."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.render.label import label, width


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("", "Company", ""),
        ("周宁", "Person", "周宁"),
        ("海川港务集团公司", "Company", "海川港务集团公司"),
        ("海川市港务集团有限公司", "Company", "海川市港务\n集团有限公司"),
        ("海川港务（集团）股份有限公司", "Company", "海川港务（集团）\n股份有限公司"),
        ("海川港务公司（临港新区）", "Company", "海川港务公司\n（临港新区）"),
        ("海岚量子信息科技集团有限公司", "Company", "海岚量子信息科技\n集团有限公司"),
        ("青岚农业大学水稻分子育种中心", "Institute", "青岚农业大学\n水稻分子育种中心"),
        ("海川Information中心", "Facility", "海川Information\n中心"),
        ("海川 港务\n公司", "Facility", "海川 港务 公司"),
        ("海川港务集团有限公司临港新区智能码头建设工程指挥部", "Facility", "海川港务集团有限公\n司临港新区智能码头…"),
    ],
)
def test_a_label_has_two_lines_at_most(name, kind, expected):
    assert label(name, kind) == expected


@given(name=st.text(st.characters(codec="utf-8"), max_size=80))
def test_no_label_is_wide(name):
    found = label(name).split("\n")
    assert len(found) <= 2
    closing = sum(unicodedata.category(character) in ("Pe", "Pf", "Po") for character in name)
    latin = max((len(part) for part in name.split() if part.isascii()), default=0)
    assert all(width(line) <= 11 + closing + latin for line in found)


@pytest.mark.parametrize(("text", "ems"), [("", 0), ("海川", 2), ("“”", 2), ("ab", 1.12), ("Ａ", 1), ("🚢", 1)])
def test_the_width_of_a_text_is_in_ems(text, ems):
    assert width(text) == pytest.approx(ems)
