"""What a change is compared with: the year before, every year, or a period."""

import functools
from collections.abc import Iterator, Sequence

from kg.extract.figure_clause import Sentence, cue
from kg.extract.figure_frame import Frame
from kg.extract.figure_slot import RATIOS
from kg.lexicon import Word, table
from kg.model.mention import Mention
from kg.model.value import Period

YOY = "yoy"
ANNUAL = "annual"
PERCENT = "%"
YEAR = len("2024")
MONTH = len("2024-01")
FAR = 160  # no clause that sets changes against a time stands farther before them
NEAR = 40
"""How far before a change the figure begins that it is set against."""


def bases(
    said: Sequence[Frame], whens: Sequence[Period | None], sentence: Sentence, *, alike: bool = False
) -> Iterator[str | None]:
    """Yield what each change is against: `yoy`, `annual`, or a period; None where it is not said.

    同比 goes on to hold in its sentence, or is said to hold from the start (`alike`); a growth over several years is
    against the first of them.
    """
    for frame, when in zip(said, whens, strict=True):
        told = stated(frame, when, sentence)
        alike = alike or told == YOY
        if told or frame.kind != "change":
            yield told
        elif when and frame.quantity.unit in RATIOS and _runs_over_years(when):
            yield when.start
        else:
            yield YOY if alike and frame.quantity.unit == PERCENT else None


def _runs_over_years(when: Period) -> bool:
    bounds = (when.start or "", when.end or "")
    return all(len(bound) == YEAR for bound in bounds) and bounds[0] < bounds[1]


def stated(frame: Frame, when: Period | None, sentence: Sentence) -> str | None:
    """Return what the clause before a quantity says that it is against."""
    matches = list(cue("base").finditer(frame.left.text))
    if not matches:
        return _set_against(frame, when, sentence) or _set_out(frame, when, sentence)
    match = matches[-1]
    if match["yoy"] or match["annual"]:
        return YOY if match["yoy"] else ANNUAL
    if match["chain"]:
        return _before(when)
    mention = sentence.masked.mentions[frame.left.offset + match.start("nearer" if match["nearer"] else "period")]
    return _told(mention, when)


def _set_against(frame: Frame, when: Period | None, sentence: Sentence) -> str | None:
    """Return the period of the figure that a change follows and is against: 较2017年同期的1449宗上升32%."""
    for match in cue("against").finditer(sentence.text, max(frame.left.offset - NEAR, 0), frame.left.offset):
        if match.end() == frame.left.offset and frame.kind == "change":
            return _told(sentence.masked.mentions[match.start("period")], when)
    return None


def _set_out(frame: Frame, when: Period | None, sentence: Sentence) -> str | None:
    """Return the period that a clause before sets a change against: 与去年底相比，存栏增加300万头."""
    if frame.kind != "change":
        return None
    opening, at = sentence.clauses[sentence.at(frame.slot.at)].opening, frame.left.offset
    matches = list(cue("set-against").finditer(sentence.text, max(opening, at - FAR), at))
    if not matches:
        return None
    group = "period" if matches[-1]["period"] else "since"
    return _told(sentence.masked.mentions[matches[-1].start(group)], when)


def _told(mention: Mention, when: Period | None) -> str:
    """Return `yoy` for the year before, or the same time in it, else the period: 上年末 is so for 12月末 only."""
    against = value(mention)
    if not mention.text.startswith(_last_year()):
        return str(against)
    now, then = when and when.end, against.end
    edge = mention.text.endswith(_edges()) and now and then and (now + "-12")[YEAR:MONTH] != then[YEAR:MONTH]
    return str(against) if edge else YOY


def _before(when: Period | None) -> str | None:
    """Return the month or the months right before a stretch of as many: what 环比 compares with."""
    if when is None or when.start is None or when.end is None or len(when.start) != MONTH or len(when.end) != MONTH:
        return None
    first, last = (int(bound[:4]) * 12 + int(bound[5:]) - 1 for bound in (when.start, when.end))
    length = last - first + 1
    start, end = (f"{count // 12:04}-{count % 12 + 1:02}" for count in (first - length, last - length))
    return str(Period(start, end))


@functools.cache
def _edges() -> tuple[str, ...]:
    return tuple(word.form for word in table("time", Word) if word.type == "edge")


@functools.cache
def _last_year() -> tuple[str, ...]:
    return tuple(
        word.form for word in table("time", Word) if word.type in ("year", "same-year") and word.canonical == "-1"
    )


def value(mention: Mention) -> Period:
    """Return the period that a mention of one holds."""
    if not isinstance(mention.value, Period):
        raise TypeError(f"a mention of the type Period holds one, not {mention.value!r}")
    return mention.value
