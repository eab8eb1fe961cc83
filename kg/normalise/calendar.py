"""Calendar arithmetic on ISO 8601 dates of reduced precision: 2024, 2024-06, 2024-06-30."""

import calendar
from datetime import date, timedelta

from kg.model.value import Period

YEAR = 12  # months


def months(year: int, first: int, last: int) -> Period | None:
    """Return a stretch of months of a year; None where it has no such months.

    >>> str(months(2025, 1, 5)), months(2025, 11, 13)
    ('2025-01/2025-05', None)
    """
    if not 1 <= first <= last <= YEAR:
        return None
    return Period(f"{year:04}-{first:02}", f"{year:04}-{last:02}")


def iso_day(year: int, month: int, day: int) -> str | None:
    """Return a date; None where the calendar has no such day.

    >>> iso_day(2024, 2, 29), iso_day(2025, 2, 29)
    ('2024-02-29', None)
    """
    if not (1 <= month <= YEAR and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def recent_day(today: date, day: int, ahead: int) -> str | None:
    """Return the date of a day without a month: this month's, or last month's where it lies too many days ahead.

    >>> recent_day(date(2025, 7, 18), 15, 7), recent_day(date(2025, 7, 3), 28, 7)
    ('2025-07-15', '2025-06-28')
    """
    length = calendar.monthrange(today.year, today.month)[1]
    year, month = _shift(today, -(day > min(today.day + ahead, length)))
    return iso_day(year, month, day)


def moved(today: date, by: int, scale: str) -> str:
    """Return the year, month or day that lies so many of them ahead of today (behind, where negative).

    >>> moved(date(2025, 1, 18), -2, "month"), moved(date(2025, 1, 18), 1, "year")
    ('2024-11', '2026')
    """
    if scale == "year":
        return f"{today.year + by:04}"
    if scale == "day":
        return (today + timedelta(days=by)).isoformat()
    year, month = _shift(today, by)
    return f"{year:04}-{month:02}"


def _shift(today: date, by: int) -> tuple[int, int]:
    count = today.year * YEAR + today.month - 1 + by
    return count // YEAR, count % YEAR + 1
