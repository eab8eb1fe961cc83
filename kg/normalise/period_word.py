"""Words for a day, a week, a month or a quarter, as seen from a day or from what is spoken of: 昨天, 上周三, 上季度."""

from datetime import date, timedelta

from kg.lexicon import Word
from kg.model.value import Period
from kg.normalise.calendar import months, moved
from kg.normalise.clock import Clock, Parts, integer, words

WEEK, WEEKEND = 7, 5
QUARTER = 3  # months
MONTH, DAY = len("2024-01"), len("2024-01-01")


def now(parts: Parts, clock: Clock) -> Period | None:
    """Return the time up to the month of the report, or its day: 目前, 截至发稿."""
    return Period(None, clock.today.isoformat()[: DAY if _word(parts).canonical == "day" else MONTH])


def day(parts: Parts, clock: Clock) -> Period | None:
    """Return the day of 昨天, or of 当日, which is the day spoken of, and 次日, the day after it."""
    word = _word(parts)
    spoken_of = clock.here or (clock.past if int(word.canonical) else None)
    known = spoken_of and spoken_of.end
    if word.type == "same-day" and (int(word.canonical) or (known and len(known) == DAY)):
        return (
            _one(moved(date.fromisoformat(known), int(word.canonical), "day")) if known and len(known) == DAY else None
        )
    return _one(moved(clock.today, int(word.canonical), "day"))


def week(parts: Parts, clock: Clock) -> Period | None:
    """Return the days of 上周, or of its weekend."""
    monday = _monday(clock.today, int(_word(parts).canonical))
    first = monday + timedelta(days=WEEKEND if parts.get("weekend") else 0)
    return Period(first.isoformat(), (monday + timedelta(days=WEEK - 1)).isoformat())


def weekday(parts: Parts, clock: Clock) -> Period | None:
    """Return the day of 上周三; 周三 alone is the last one that has begun."""
    at = (integer(parts["weekday"]) or WEEK) - 1
    if parts.get("word"):
        return _one((_monday(clock.today, int(_word(parts).canonical)) + timedelta(days=at)).isoformat())
    return _one((_monday(clock.today, -(at > clock.today.weekday())) + timedelta(days=at)).isoformat())


def month(parts: Parts, clock: Clock) -> Period | None:
    """Return the month of 上月, before the one spoken of where it is compared with, or of 当月, which is that one."""
    word = _word(parts)
    known = clock.same and (clock.same.end or clock.same.start)
    if known and len(known) > len("2024"):
        if word.type == "same-month":
            return _one(known[:MONTH])
        if parts.get("compared"):
            return _one(moved(date(int(known[:4]), int(known[5:MONTH]), 1), int(word.canonical), "month"))
    return _one(moved(clock.today, int(word.canonical), "month"))


def quarter(parts: Parts, clock: Clock) -> Period | None:
    """Return the quarter of 上季度, before the one spoken of, else before today's."""
    known = clock.same and (clock.same.end or clock.same.start)
    spoken_of = known if known and len(known) > len("2024") else clock.today.isoformat()
    first = (int(spoken_of[5:MONTH]) - 1) // QUARTER * QUARTER + 1
    bound = moved(date(int(spoken_of[:4]), first, 1), QUARTER * int(_word(parts).canonical), "month")
    start = int(bound[5:])
    return months(int(bound[:4]), start, start + QUARTER - 1)


def _word(parts: Parts) -> Word:
    return words()[parts["word"] or ""]


def _one(bound: str) -> Period:
    return Period(bound, bound)


def _monday(today: date, by: int) -> date:
    return today + timedelta(days=by * WEEK - today.weekday())
