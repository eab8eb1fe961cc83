"""Words for a day, a week, a month or a quarter, from any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.value import Period
from kg.normalise import period_word
from kg.normalise.clock import Clock, integer, year_of

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))
WEEKDAYS = st.sampled_from("一二三四五六日天")


@given(DAYS)
def test_a_week_is_seven_days_that_begin_on_a_monday_before_today(today):
    found = period_word.week({"word": "上周"}, Clock(today))
    first, last = date.fromisoformat(found.start), date.fromisoformat(found.end)
    assert (first.weekday(), (last - first).days) == (0, 6)
    assert last < today <= last + timedelta(days=7)


@given(DAYS, WEEKDAYS)
def test_a_weekday_alone_is_one_of_the_last_seven_days(today, weekday):
    found = period_word.weekday({"weekday": weekday}, Clock(today))
    assert timedelta(0) <= today - date.fromisoformat(found.start) < timedelta(days=7)


@given(DAYS)
def test_the_quarter_before_is_three_months_that_are_over(today):
    found = period_word.quarter({"word": "上季度"}, Clock(today))
    assert int(found.end[5:]) - int(found.start[5:]) == 2
    assert found.end < today.isoformat()[:7]


@pytest.mark.parametrize(
    ("compared", "here", "expected"),
    [
        ("较", Period("2023-07", "2023-07"), "2023-06"),
        ("较", Period("2023", "2023"), "2024-05"),
        (None, Period("2023-07", "2023-07"), "2024-05"),
    ],
)
def test_the_month_before_is_of_the_one_spoken_of_where_it_is_compared_with(compared, here, expected):
    found = period_word.month({"word": "上月", "compared": compared}, Clock(date(2024, 6, 3), here))
    assert str(found) == expected


@pytest.mark.parametrize(
    ("kind", "here", "past", "year"),
    [
        ("year", Period("2020", "2020"), None, 2024),
        ("same-year", Period("2020", "2020"), None, 2020),
        ("same-year", None, Period("2018", "2018"), 2024),
        ("told-year", None, Period("2018-03", "2018-03"), 2018),
        ("told-year", None, None, 2024),
    ],
)
def test_a_word_for_a_year_counts_from_what_its_kind_looks_back_to(kind, here, past, year):
    assert Clock(date(2024, 6, 3), here, None, past).year_for(kind) == year


def test_a_number_and_a_year_may_be_missing():
    assert (integer(""), integer("日"), year_of(None), year_of(Period(None, "2024-06"))) == (None, None, None, 2024)
