"""Lines: where a page breaks its text, and the breaks that stand there only because the line was full."""

import re
import unicodedata

import msgspec

from kg.layout.passage import SPACE, Passage, joined
from kg.model.text import Span

BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
LOST = re.compile(r"(?:\\r)?\\n(?![A-Za-z])|(?<=[。！？…”’）】])[ \u3000]*\u3000{2}")
"""What is left of a break that a portal lost: its escape, or a paragraph's indent after a sentence."""

ANY_BREAK = re.compile(f"{BREAK.pattern}|{LOST.pattern}")
LATIN = re.compile(r"[A-Za-z0-9,.;:)%]$")

WIDEST = 160
"""No hard-wrapped line is wider, in columns; a Chinese character takes two."""

SLACK = 8
"""How many columns a full line may stay below the widest."""

FEWEST = 6
WRAPPED_SHARE = 0.4
"""A page is hard-wrapped where so many of its lines are full and go on, most of them in mid-sentence."""

SENTENCE_END = re.compile(r"[。！？…；：!?][”’」』）)]*$")


class Line(msgspec.Struct, frozen=True):
    """A line without the white space around it; `breaks` counts the line breaks before it, 0 for the first."""

    passage: Passage
    breaks: int
    indented: bool = False


def lines(text: str) -> list[Line]:
    r"""Return the lines of a text that hold anything, hard-wrapped ones joined, those whose break was lost apart.

    >>> [(line.passage.text, line.breaks) for line in lines("甲\n\n　乙 \r\n丙")]
    [('甲', 0), ('乙', 2), ('丙', 1)]
    """
    found: list[Line] = []
    start = breaks = 0
    for end, after in [*(match.span() for match in ANY_BREAK.finditer(text)), (len(text), len(text))]:
        line = text[start:end]
        if content := line.strip(SPACE):
            lead = len(line) - len(line.lstrip(SPACE))
            span = Span(start + lead, start + lead + len(content))
            found.append(Line(Passage(content, (span,)), breaks, lead > 0))
            breaks = 0
        breaks += 1
        start = after
    return _unwrapped(text, found)


def _unwrapped(text: str, found: list[Line]) -> list[Line]:
    """Join each line that is as wide as the page with the next one, where the page is hard-wrapped."""
    if len(found) < FEWEST or any(len(line.passage.text) > WIDEST for line in found):
        return found
    widths = [_width(line.passage.text) for line in found]
    full = max(widths) - SLACK
    wrapped = [width >= full and after.breaks == 1 for width, after in zip(widths, found[1:], strict=False)]
    broken = sum(
        joins and not SENTENCE_END.search(line.passage.text) for joins, line in zip(wrapped, found, strict=False)
    )
    if max(widths) > WIDEST or sum(wrapped) < WRAPPED_SHARE * len(found) or 2 * broken < sum(wrapped):
        return found
    result = found[:1]
    for line, joins in zip(found[1:], wrapped, strict=True):
        if joins and not line.indented:
            last = result[-1]
            result[-1] = Line(join(text, last.passage, line.passage), last.breaks, last.indented)
        else:
            result.append(line)
    return result


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def join(text: str, first: Passage, second: Passage) -> Passage:
    """Return two passages as one; between Latin words one white space of the source stays."""
    gap: list[Passage] = []
    if LATIN.search(first.text) and second.text[:1].isascii() and second.text[:1].isalnum():
        space = next((at for at in range(first.end, second.start) if text[at] in SPACE), None)
        gap = [Passage.of(text, Span(space, space + 1))] if space is not None else []
    return joined([first, *gap, second])
