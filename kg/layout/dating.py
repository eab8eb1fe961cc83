"""When an article was published: the day of its dateline, in the year that its source or text tells."""

import functools
import re
from datetime import date

from kg.layout.row import Day, rules
from kg.model.text import Source

GOAL = 6
"""How many characters around a year may tell that it is a goal."""


def published(day: Day | None, source: Source) -> date | None:
    """Return the date of a dateline's day, the source's own date where there is no dateline, None where none is known.

    A day without a year lies in the year that brings it nearest to the source's date; where the source has none, in
    the latest year that its text names.
    """
    if day is None:
        return source.published
    if day.year is not None:
        return _date(day.year, day)
    if source.published is None:
        year = latest_year(source.text)
        return None if year is None else _date(year, day)
    known = source.published
    near = [found for year in (known.year, known.year - 1, known.year + 1) if (found := _date(year, day))]
    return min(near, key=lambda found: abs(found - known), default=None)


@functools.lru_cache(maxsize=1)
def latest_year(text: str) -> int | None:
    """Return the latest year that a text names, goals and forecasts set aside.

    A text that says 今年 names its own year only in full dates.

    >>> latest_year("2024年实现增长，力争到2030年翻一番"), latest_year("2024年实现增长，今年继续")
    (2024, None)
    """
    matches = [match for match in rules("year")[0].regex.finditer(text) if not _is_goal(text, match)]
    latest, in_full = max(((int(m["year"]), bool(m["full"] or m["iso"])) for m in matches), default=(None, False))
    return None if not in_full and rules("relative")[0].regex.search(text) else latest


def _is_goal(text: str, year: re.Match[str]) -> bool:
    start = max(0, year.start() - GOAL)
    goals = (rule.regex.finditer(text, start, year.end() + GOAL) for rule in rules("goal"))
    return any(match.start("year") == year.start() for found in goals for match in found)


def _date(year: int, day: Day) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
