"""Calendar arithmetic keeps to the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise.calendar import iso_day, months, moved, recent_day

TODAY = date(2025, 7, 18)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(1, 6, "2025-01/2025-06"), (7, 7, "2025-07"), (5, 4, None), (0, 3, None), (10, 13, None)],
)
def test_months_are_those_of_one_year(first, last, expected):
    found = months(2025, first, last)
    assert (found and str(found)) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [((2024, 2, 29), "2024-02-29"), ((2025, 2, 29), None), ((2025, 13, 1), None), ((2025, 6, 31), None)],
)
def test_a_day_is_one_of_the_calendar(parts, expected):
    assert iso_day(*parts) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(18, "2025-07-18"), (1, "2025-07-01"), (20, "2025-07-20"), (25, "2025-07-25"), (30, "2025-06-30"), (31, None)],
)
def test_a_day_without_a_month_lies_behind_or_within_a_week(day, expected):
    assert recent_day(TODAY, day, 7) == expected


def test_a_day_that_this_month_lacks_is_last_months():
    assert recent_day(date(2018, 2, 25), 29, 7) == "2018-01-29"


@pytest.mark.parametrize(
    ("by", "scale", "expected"),
    [
        (-1, "year", "2024"),
        (2, "year", "2027"),
        (-7, "month", "2024-12"),
        (-19, "month", "2023-12"),
        (6, "month", "2026-01"),
        (-18, "day", "2025-06-30"),
    ],
)
def test_time_moves_by_years_months_and_days(by, scale, expected):
    assert moved(TODAY, by, scale) == expected


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(-200, 200))
def test_moving_there_and_back_is_no_move(today, by):
    there = moved(today, by, "month")
    back = moved(date(int(there[:4]), int(there[5:]), 1), -by, "month")
    assert back == f"{today:%Y-%m}"


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 31))
def test_a_recent_day_has_its_number(today, day):
    found = recent_day(today, day, 7)
    assert found is None or int(found[8:]) == day
