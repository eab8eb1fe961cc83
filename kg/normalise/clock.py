"""Where a reader of calendar expressions stands in time, and the words of time."""

import functools
from collections.abc import Mapping
from datetime import date

import msgspec

from kg.lexicon import Word, table
from kg.model.value import Period
from kg.normalise import number

Parts = Mapping[str, str | None]


class Clock(msgspec.Struct, frozen=True):
    """Where a reader stands: the day of the report, and the periods that it has spoken of.

    Those are the last one of this sentence, the one reported on, and the last one of the sentences before.
    """

    today: date
    here: Period | None = None
    report: Period | None = None
    past: Period | None = None

    @property
    def year(self) -> int:
        """The year that an expression without one belongs to."""
        return year_of(self.here) or self.today.year

    @property
    def same(self) -> Period | None:
        """The period that 同期 and 报告期 point back to."""
        return self.here or self.report

    def year_for(self, kind: str) -> int:
        """Return the year that a word of a kind counts from: today's, the one spoken of here, or before (当年)."""
        if kind == "told-year":
            return year_of(self.here) or year_of(self.past) or self.today.year
        return self.year if kind == "same-year" else self.today.year


@functools.cache
def words() -> dict[str, Word]:
    """Return the words of time, and the five-year plans, by their forms."""
    return {word.form: word for name in ("time", "plan") for word in table(name, Word)}


def integer(text: str | None) -> int | None:
    """Return the whole number that a text writes; None where there is none.

    >>> integer("十二"), integer(None)
    (12, None)
    """
    value = number.parse(text) if text else None
    return None if value is None else int(value)


def year_of(period: Period | None) -> int | None:
    """Return the year in which a period starts, or ends where it has no start."""
    bound = period and (period.start or period.end)
    return int(bound[:4]) if bound else None
