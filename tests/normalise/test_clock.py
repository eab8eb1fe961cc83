"""Where a reader stands in time: one expression, seen from different days and after different periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.value import Period
from kg.normalise.calendar import iso_day, months, moved, recent_day
from kg.normalise.clock import Clock
from kg.normalise.period import resolve

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))
YEARS = st.integers(1950, 2050)


@pytest.mark.parametrize(
    ("kind", "parts", "today", "expected"),
    [
        ("year", {"year": "去年"}, date(2024, 1, 1), "2023"),
        ("year", {"year": "后年"}, date(2024, 1, 1), "2026"),
        ("year", {"year": "今年", "edge": "底"}, date(2024, 3, 5), "2024-12"),
        ("year", {"year": "去年", "edge": "初", "since": "以来"}, date(2024, 3, 5), "2023-01/"),
        ("half", {"half": "上半年"}, date(2024, 8, 1), "2024-01/2024-06"),
        ("half", {"half": "下半年"}, date(2024, 8, 1), "2024-07/2024-12"),
        ("quarter", {"quarter": "三"}, date(2024, 10, 20), "2024-07/2024-09"),
        ("quarter", {"quarter": "4", "year": "2022年"}, date(2024, 10, 20), "2022-10/2022-12"),
        ("quarter", {"quarter": "二"}, date(2024, 2, 1), "2023-04/2023-06"),
        ("head-quarters", {"count": "三", "year": "去年"}, date(2024, 2, 1), "2023-01/2023-09"),
        ("head-months", {"count": "十一"}, date(2024, 12, 15), "2024-01/2024-11"),
        ("month", {"month": "3"}, date(2024, 1, 10), "2024-03"),
        ("month", {"month": "5"}, date(2024, 1, 10), "2023-05"),
        ("month", {"month": "5", "year": "明年"}, date(2024, 1, 10), "2025-05"),
        ("months", {"month": "10", "month_to": "11"}, date(2024, 12, 10), "2024-10/2024-11"),
        ("day", {"day": "31"}, date(2024, 4, 2), "2024-03-31"),
        ("day", {"day": "5"}, date(2024, 4, 2), "2024-04-05"),
        ("day", {"month": "12", "monthday": "31"}, date(2024, 1, 2), "2023-12-31"),
        ("day", {"month": "2", "monthday": "29"}, date(2024, 3, 2), "2024-02-29"),
        ("day", {"month": "2", "monthday": "29"}, date(2025, 3, 2), None),
        (
            "days",
            {"month": "6", "day": "28", "month_to": "7", "day_to": "1"},
            date(2024, 7, 2),
            "2024-06-28/2024-07-01",
        ),
        ("recent", {"count": "三", "unit": "年"}, date(2024, 7, 2), "2021/2023"),
        ("recent", {"count": "一", "unit": "年"}, date(2024, 7, 2), "2023"),
        ("coming", {"count": "五", "unit": "年"}, date(2024, 7, 2), "2025/2029"),
        ("coming", {"count": "两", "unit": "个月"}, date(2024, 11, 2), "2024-12/2025-01"),
        ("ago", {"count": "十", "unit": "年"}, date(2024, 7, 2), "2014"),
        ("ago", {"count": "3", "unit": "天"}, date(2024, 3, 2), "2024-02-28"),
        ("century", {"decade": "80"}, date(2024, 7, 2), "1980/1989"),
        ("century", {"decade": "20"}, date(2024, 7, 2), "2020/2029"),
        ("century", {"century": "上", "edge": "末"}, date(2024, 7, 2), "2000"),
        ("now", {"word": "目前"}, date(2024, 7, 2), "/2024-07"),
        ("month-word", {"word": "上月"}, date(2024, 1, 2), "2023-12"),
        ("day-word", {"word": "昨日"}, date(2024, 3, 1), "2024-02-29"),
        ("plan", {"plan": "十三五"}, date(2024, 3, 1), "2016/2020"),
        ("plan", {"plan": "十二五", "edge": "末"}, date(2024, 3, 1), "2015"),
    ],
)
def test_an_expression_is_read_from_the_day_of_its_report(kind, parts, today, expected):
    found = resolve(kind, parts, Clock(today))
    assert (found and str(found)) == expected


@pytest.mark.parametrize(
    ("here", "report", "expected"),
    [
        (Period("2024-01", "2024-09"), None, "2023-01/2023-09"),
        (Period("2024-05-01", "2024-05-05"), None, "2023-05-01/2023-05-05"),
        (None, Period("2024-04", "2024-06"), "2023-04/2023-06"),
        (Period("2024", "2024"), Period("2024-04", "2024-06"), "2023"),
        (None, None, "2023"),
    ],
)
def test_the_same_stretch_of_last_year_is_that_of_the_sentence_before_that_of_the_report(here, report, expected):
    assert str(resolve("same", {"year": "去年"}, Clock(date(2024, 10, 20), here, report))) == expected


@given(DAYS)
def test_last_year_and_next_year_lie_one_year_from_today(today):
    years = [str(resolve("year", {"year": word}, Clock(today))) for word in ("去年", "今年", "明年")]
    assert years == [str(today.year + by) for by in (-1, 0, 1)]


@given(DAYS, YEARS)
def test_a_stated_year_is_the_same_from_every_day(today, year):
    assert str(resolve("year", {"year": f"{year}年"}, Clock(today))) == str(year)
    assert str(resolve("month", {"year": f"{year}年", "month": "12"}, Clock(today))) == f"{year}-12"
    assert str(resolve("quarter", {"year": f"{year}年", "quarter": "四"}, Clock(today))) == f"{year}-10/{year}-12"


@given(DAYS, st.integers(1, 12))
def test_a_month_without_a_year_lies_less_than_a_year_away(today, month):
    found = resolve("month", {"month": str(month)}, Clock(today)).start
    apart = (int(found[:4]) - today.year) * 12 + int(found[5:]) - today.month
    assert -12 < apart <= 3


@given(DAYS, st.integers(1, 31))
def test_a_day_without_a_month_is_at_most_a_week_ahead(today, day):
    found = recent_day(today, day, 7)
    assert found is None or timedelta(days=-62) < date.fromisoformat(found) - today <= timedelta(days=7)


@given(DAYS, st.integers(1, 20), st.sampled_from(["年", "个月"]))
def test_what_is_behind_ends_before_today_and_what_is_ahead_starts_after(today, count, scale):
    parts, size = {"count": str(count), "unit": scale}, 4 if scale == "年" else 7
    behind, ahead = (resolve(kind, parts, Clock(today)) for kind in ("recent", "coming"))
    assert behind.start <= behind.end < today.isoformat()[:size] < ahead.start <= ahead.end


@given(DAYS, st.integers(-400, 400))
def test_moving_there_and_back_is_staying(today, by):
    assert moved(date.fromisoformat(moved(today, by, "day")), -by, "day") == today.isoformat()
    year, month = map(int, moved(today, by, "month").split("-"))
    assert moved(date(year, month, 1), -by, "month") == today.isoformat()[:7]


@given(YEARS, st.integers(-1, 14), st.integers(-1, 33))
def test_a_date_is_one_of_the_calendar_or_none(year, month, day):
    found = iso_day(year, month, day)
    assert found is None or date.fromisoformat(found) == date(year, month, day)


@given(YEARS, st.integers(-1, 14), st.integers(-1, 14))
def test_months_are_in_order_and_within_a_year_or_none(year, first, last):
    assert (months(year, first, last) is not None) == (1 <= first <= last <= 12)
