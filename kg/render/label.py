"""Names as they stand below their nodes: two lines at most, broken where a word of the name ends."""

import unicodedata
from collections.abc import Iterator

from kg.normalise.head import without_tail
from kg.normalise.name_part import BRACKETED, parts

_LINE = 9  # ems of a line
_OVER = 1  # ems that a line may be longer, to end with a word
_TRADE = ("legal", "neutral", "industry")


def label(name: str, kind: str = "") -> str:
    r"""Return the name of a thing of a class in two lines at most, of about equal length.

    >>> label("商务部"), label("南京农业大学大豆生物育种中心", "Institute")
    ('商务部', '南京农业大学\n大豆生物育种中心')
    """
    name = " ".join(name.split())
    whole = width(name)
    if whole <= _LINE:
        return name
    first = _at_word(name, kind) or _cut(name, min(whole / 2, _LINE))
    rest = name[len(first) :]
    return f"{first}\n{rest}" if width(rest) <= _LINE + _OVER else f"{first}\n{_cut(rest, _LINE)}…"


def width(text: str) -> float:
    """Return the width of a text in ems: 1 for a Chinese character, about half for a Latin one."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.56 for character in text)


def _at_word(name: str, kind: str) -> str:
    """Return the start of a name that leaves a line of words and is most like it in length, "" where none does."""
    starts = [name[:at] for at in sorted(set(_seams(name, kind))) if 0 < at < len(name) and _breaks(name, at)]
    lines = [(start, width(start), width(name[len(start) :])) for start in starts]
    fitting = [(abs(one - other), start) for start, one, other in lines if max(one, other) <= _LINE + _OVER]
    return min(fitting, default=(0, ""))[1]


def _seams(name: str, kind: str) -> Iterator[int]:
    """Yield where a bracket, a place, a body or a word of a trade ends or begins in a name."""
    yield from (at for match in BRACKETED.finditer(name) for at in match.span())
    found = parts(name, kind)
    for span in (*found.places, found.parent, found.brand, found.head):
        if span:
            yield from (span.start, span.end)
    rest = name
    while (shorter := without_tail(rest, *_TRADE)) != rest:
        rest = shorter
        yield len(rest)


def _cut(text: str, room: float) -> str:
    """Return the shortest start of a text that is as wide as this and may end a line."""
    at = 1
    while at < len(text) and (width(text[:at]) < room or not _breaks(text, at)):
        at += 1
    return text[:at]


def _breaks(text: str, at: int) -> bool:
    """Tell whether a line may break at an offset: not inside a Latin word, a number or its brackets."""
    before, after = text[at - 1], text[at]
    if unicodedata.category(before) in ("Ps", "Pi") or unicodedata.category(after) in ("Pe", "Pf", "Po"):
        return False
    return not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum())
