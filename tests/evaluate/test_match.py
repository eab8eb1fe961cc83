"""What counts as the same name, phrase, place, period and unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import TEXTS

from kg.evaluate.match import Text, interval, near, norm, overlap, unit


@pytest.mark.parametrize(
    ("text", "folded"),
    [("“ＡＩ＋” 行动", "AI+行动"), ("《外贸 方案》", "外贸方案"), ("　海岚\n集团", "海岚集团"), (None, ""), ("", "")],
)
def test_width_white_space_and_marks_do_not_count(text, folded):
    assert norm(text) == folded


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("市长", "副市长", True),
        ("社会消费品零售总额", "消费品零售总额", True),
        ("货物进口额", "货物出口额", True),
        ("总经理", "董事长", False),
        ("市长", "", False),
        ("", None, True),
    ],
)
def test_near_phrases_share_most_of_their_characters(one, other, same):
    assert near(one, other) is near(other, one) is same


@pytest.mark.parametrize(
    ("written", "stands_for"),
    [
        ("人民币", "元"),
        ("USD", "美元"),
        ("％", "%"),
        ("个百分点", "百分点"),
        ("位", "名次"),
        ("万箱", "万箱"),
        (None, ""),
    ],
)
def test_spellings_of_a_unit_are_one(written, stands_for):
    assert unit(written) == stands_for


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-31")),
        ("2024-02-29", ("2024-02-29", "2024-02-31")),
        ("2025-01/2025-06-30", ("2025-01-01", "2025-06-31")),
        ("2021/", ("2021-01-01", None)),
        ("/2025-06", (None, "2025-06-31")),
        (None, None),
        ("", None),
    ],
)
def test_a_period_is_its_first_and_last_day(period, days):
    assert interval(period) == days


def test_places_overlap_where_they_share_a_character():
    assert overlap([(0, 2), (5, 8)], [(7, 9)])
    assert not overlap([(0, 2)], [(2, 4)])
    assert not overlap([], [(2, 4)])


@given(text=TEXTS, data=st.data())
def test_every_piece_of_a_text_is_found_where_it_stands(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    places = Text(text).find(text[start:end])
    assert all("".join(text[a:b].split()) == "".join(text[start:end].split()) for a, b in places)
    assert bool(places) == bool(text[start:end].strip())
