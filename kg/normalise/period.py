"""Calendar expressions: their parts, as a text writes them → the period they mean, seen from a day."""

import functools
from collections.abc import Callable

from kg.model.value import Period
from kg.normalise import period_word as word
from kg.normalise.calendar import iso_day, months, moved, recent_day
from kg.normalise.clock import Clock, Parts, integer, words, year_of

AHEAD = 3  # months without a year that lie further ahead are last year's
SUMMED = 2  # so many months into a year, 全年 is the last one
LATE = 7  # days without a month that lie further ahead are last month's


def resolve(kind: str, parts: Parts, clock: Clock) -> Period | None:
    """Return the period of an expression; None where it names none (同期 with nothing before it, 2月30日).

    The kind is the type of the grammar's rule, the parts are its groups. Statistics count by calendar years:
    过去四年 in 2025 is 2021 to 2024.

    >>> from datetime import date
    >>> str(resolve("half", {"half": "上半年", "year": "今年"}, Clock(date(2025, 7, 18))))
    '2025-01/2025-06'
    >>> str(resolve("plan", {"plan": "十四五", "since": "以来"}, Clock(date(2025, 7, 18))))
    '2021/'
    """
    period = _READERS[kind](parts, clock)
    if period is None:
        return None
    if edge := parts.get("edge"):
        period = _edge(period, words()[edge].canonical)
    if parts.get("since") and period.start:
        return Period(period.start, None)
    if (parts.get("mark") or parts.get("until") or (parts.get("to") and edge)) and period.end:
        return Period(None, period.end)
    return period


def _year(text: str | None, clock: Clock) -> int | None:
    """Return the year of 2024年, 二〇二四年, 去年 or 上年 (the year before the one spoken of)."""
    if not text:
        return None
    if found := words().get(text):
        return int(found.canonical) + clock.year_for(found.type)
    return integer(text[:4])


def _edge(period: Period, edge: str) -> Period:
    """Return the start, middle or end of a period: a month of a year, a year of several."""
    bound = period.start if edge == "start" else period.end
    if bound is None:
        return period
    if edge == "middle":
        return Period(f"{bound}-06", f"{bound}-06") if len(bound) == len("2024") else period
    if len(bound) == len("2024") and period.start == period.end:
        bound += "-01" if edge == "start" else "-12"
    return Period(bound, bound)


def _read_year(parts: Parts, clock: Clock) -> Period | None:
    return _whole(_year(parts.get("year"), clock) or clock.year)


def _read_whole(parts: Parts, clock: Clock) -> Period | None:
    """Return 全年: the year spoken of, else the last year while it is being summed up."""
    settled = clock.report is not None and clock.report.start == clock.report.end and year_of(clock.report)
    year = _year(parts.get("year"), clock) or year_of(clock.here) or settled
    return _whole(year or clock.today.year - (clock.today.month <= SUMMED))


def _read_statement(parts: Parts, clock: Clock) -> Period | None:
    """Return what a report of a company is on: of 年报 the last year, of 三季报 the first three quarters."""
    year = _year(parts.get("year"), clock)
    if parts.get("annual"):
        return _whole(year or clock.today.year - 1)
    last = 6 if parts.get("interim") else 3 * (integer(parts["quarters"]) or 1)
    return months(year or clock.today.year - (last > clock.today.month), 1, last)


def _whole(year: int) -> Period:
    return Period(f"{year:04}", f"{year:04}")


def _read_years(parts: Parts, _: Clock) -> Period | None:
    start, end = parts["year"] or "", parts["year_to"] or ""
    if month := integer(parts.get("month")):
        start += f"-{month:02}"
    if last := _last_month(parts):
        end += f"-{last:02}"
    return Period(start, end) if start <= end else None


def _last_month(parts: Parts) -> int | None:
    if half := parts.get("half"):
        return int(words()[half].canonical[-2:])
    if quarter := integer(parts.get("quarter")):
        return quarter * 3
    return integer(parts.get("month_to"))


def _read_half(parts: Parts, clock: Clock) -> Period | None:
    first, _, last = words()[parts["half"] or ""].canonical.partition("/")
    return months(_year(parts.get("year"), clock) or clock.year, int(first), int(last))


def _read_quarter(parts: Parts, clock: Clock) -> Period | None:
    first = parts.get("first")
    quarter = int(words()[first].canonical) if first else integer(parts.get("quarter") or parts.get("nth")) or 0
    year = _year(parts.get("year"), clock)
    if year is None:
        ahead = clock.here is None and quarter * 3 - 2 > clock.today.month
        year = clock.year - ahead
    return months(year, quarter * 3 - 2, quarter * 3)


def _read_head(size: int, parts: Parts, clock: Clock) -> Period | None:
    """Return the first months or quarters of a year, of a size in months: the last one whose end is not far ahead."""
    last = size * (integer(parts["count"]) or 0)
    ahead = clock.here is None and last > clock.today.month + AHEAD
    return months(_year(parts.get("year"), clock) or clock.year - ahead, 1, last)


def _month_year(month: int, parts: Parts, clock: Clock) -> int:
    """Return the year of a month: the stated one, the sentence's, or the one that lies nearest behind."""
    stated = _year(parts.get("year"), clock) or year_of(clock.here)
    return stated or clock.today.year - (month > clock.today.month + AHEAD)


def _read_month(parts: Parts, clock: Clock) -> Period | None:
    first = integer(parts["month"]) or 0
    last = integer(parts.get("month_to")) or first
    return months(_month_year(last, parts, clock), first, last)


def _read_holiday(parts: Parts, clock: Clock) -> Period | None:
    """Return the month of a holiday that has a fixed one."""
    return _read_month({**parts, "month": words()[parts["holiday"] or ""].canonical}, clock)


def _read_day(parts: Parts, clock: Clock) -> Period | None:
    day = _date(parts.get("month"), parts.get("monthday") or parts.get("day"), parts, clock)
    return None if day is None else Period(day, day)


def _read_days(parts: Parts, clock: Clock) -> Period | None:
    start = _date(parts.get("month"), parts["day"], parts, clock)
    end = _date(parts.get("month_to") or parts.get("month"), parts["day_to"], parts, clock)
    return Period(start, end) if start and end and start <= end else None


def _date(month: str | None, day: str | None, parts: Parts, clock: Clock) -> str | None:
    """Return the ISO date of a day; without a month it is the latest such day, or one that comes within a week."""
    if month:
        number_of_month = integer(month) or 0
        return iso_day(_month_year(number_of_month, parts, clock), number_of_month, integer(day) or 0)
    return recent_day(clock.today, integer(day) or 0, LATE)


def _read_same(parts: Parts, clock: Clock) -> Period | None:
    """Return the same stretch of another year: 去年同期."""
    here, year = clock.same, _year(parts.get("year"), clock)
    spoken_of = year_of(here)
    if here is None or spoken_of is None:
        return None if year is None else Period(f"{year:04}", f"{year:04}")
    by = 0 if year is None else year - spoken_of

    def move(bound: str | None) -> str | None:
        return bound and f"{int(bound[:4]) + by:04}{bound[4:]}"

    return Period(move(here.start), move(here.end))


def _read_plan(parts: Parts, _: Clock) -> Period | None:
    return Period.parse(words()[parts["plan"] or ""].canonical)


def _read_stretch(side: int, parts: Parts, clock: Clock) -> Period | None:
    """Return a number of calendar years or months behind (-1) or ahead (1), this one aside."""
    count = integer(parts["count"])
    if not count:
        return None
    near, far = sorted((side, side * count))
    return Period(moved(clock.today, near, _scale(parts)), moved(clock.today, far, _scale(parts)))


def _scale(parts: Parts) -> str:
    return words()[parts["unit"] or ""].canonical


def _read_ago(parts: Parts, clock: Clock) -> Period | None:
    bound = moved(clock.today, -(integer(parts["count"]) or 0), _scale(parts))
    return Period(bound, bound)


def _read_century(parts: Parts, clock: Clock) -> Period | None:
    """Return a century, or a decade: of the century named, else the last such decade that has begun (90年代)."""
    years = _century(parts.get("century"), clock)
    decade = integer(parts.get("decade"))
    if decade is None:
        return Period(f"{years + 1}", f"{years + 100}")
    if not parts.get("century") and years + decade > clock.today.year:
        years -= 100
    return Period(f"{years + decade}", f"{years + decade + 9}")


def _century(text: str | None, clock: Clock) -> int:
    """Return the year before a century starts: 1900 for 20世纪 and for 上世纪, 2000 where none is named."""
    if text and (found := words().get(text)) is None:
        return 100 * ((integer(text) or 1) - 1)
    return clock.today.year // 100 * 100 + (100 * int(found.canonical) if text and found else 0)


def _read_report(parts: Parts, clock: Clock) -> Period | None:
    if clock.report is None:
        return None
    at_end = words()[parts["report"] or ""].canonical == "end"
    return _edge(clock.report, "end") if at_end else clock.report


_READERS: dict[str, Callable[[Parts, Clock], Period | None]] = {
    "year": _read_year,
    "whole": _read_whole,
    "statement": _read_statement,
    "years": _read_years,
    "half": _read_half,
    "quarter": _read_quarter,
    "head-quarters": functools.partial(_read_head, 3),
    "head-months": functools.partial(_read_head, 1),
    "month": _read_month,
    "months": _read_month,
    "holiday": _read_holiday,
    "day": _read_day,
    "days": _read_days,
    "same": _read_same,
    "plan": _read_plan,
    "recent": functools.partial(_read_stretch, -1),
    "coming": functools.partial(_read_stretch, 1),
    "ago": _read_ago,
    "century": _read_century,
    "now": word.now,
    "report": _read_report,
    "month-word": word.month,
    "quarter-word": word.quarter,
    "week-word": word.week,
    "weekday": word.weekday,
    "day-word": word.day,
}
