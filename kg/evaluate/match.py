"""When two readings count as the same: of a name, a phrase, a place in the text, a period, a unit."""

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from kg.lexicon import read_table

MARKS = dict.fromkeys(map(ord, "“”‘’\"'「」『』《》"))
SHARED = 0.6
"""The share of their characters that near phrases have in common."""

SHORTEST_MONTH = "28"

Place = tuple[int, int]


class Spelling(msgspec.Struct, frozen=True):
    """Another spelling of a unit."""

    form: str
    unit: str


def norm(text: str | None) -> str:
    """Fold width, and drop white space and quotation marks.

    >>> norm("“ＡＩ＋” 行动")
    'AI+行动'
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "")).translate(MARKS)


def near(one: str | None, other: str | None) -> bool:
    """Tell whether two phrases share most of their characters, or one holds the other.

    >>> near("副总经理", "总经理"), near("进口总额", "销量"), near("市长", "")
    (True, False, False)
    """
    one, other = norm(one), norm(other)
    if not one or not other:
        return one == other
    shared = (Counter(one) & Counter(other)).total()
    return one in other or other in one or 2 * shared / (len(one) + len(other)) >= SHARED


def unit(text: str | None) -> str:
    """Return the unit that stands for a unit's other spellings.

    >>> unit("人民币"), unit("％"), unit("吨")
    ('元', '%', '吨')
    """
    return _units().get(norm(text), norm(text))


@functools.cache
def _units() -> dict[str, str]:
    return {row.form: row.unit for row in read_table(Path(__file__).with_name("unit.tsv"), Spelling)}


def interval(period: str | None) -> tuple[str | None, str | None] | None:
    """Return the first and last day of an ISO 8601 year, month, day or interval of them; an open end is None.

    >>> interval("2024"), interval("2025-01/2025-06"), interval("2021/")
    (('2024-01-01', '2024-12-31'), ('2025-01-01', '2025-06-31'), ('2021-01-01', None))
    """
    if not period:
        return None
    start, slash, end = period.partition("/")
    return _day(start, last=False), _day(end if slash else start, last=True)


def _day(text: str, *, last: bool) -> str | None:
    """Complete a date; every month ends on its 31st, so that a month and its last day are one end."""
    if not text:
        return None
    year, month, day = (*text[:10].split("-"), "", "")[:3]
    month, day = month or ("12" if last else "01"), day or ("31" if last else "01")
    return f"{year}-{month}-{'31' if last and day >= SHORTEST_MONTH else day}"


def overlap(some: Iterable[Place], others: Sequence[Place]) -> bool:
    """Tell whether any place of the one meets any of the others."""
    return any(start < stop and begin < end for start, end in some for begin, stop in others)


class Text:
    """A source's text, in which pieces are found without regard to white space."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._offsets = [at for at, character in enumerate(raw) if not character.isspace()]
        self._flat = "".join(raw[at] for at in self._offsets)

    def find(self, piece: str) -> list[Place]:
        """Return where a piece stands, each time.

        >>> Text("新能源 汽车、汽　车").find("汽车")
        [(4, 6), (7, 10)]
        """
        flat, places, at = "".join(piece.split()), [], -1
        while flat and (at := self._flat.find(flat, at + 1)) >= 0:
            places.append((self._offsets[at], self._offsets[at + len(flat) - 1] + 1))
        return places
