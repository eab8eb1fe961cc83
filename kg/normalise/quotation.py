"""Quotation marks and brackets in pairs, also where marks are missing, nested or turned the wrong way.

Newspapers set “…” and ‘…’, or 「…」 and 『…』, one within the other; a quotation of several paragraphs opens in each
of them and closes in the last. Web texts lose marks, turn them the wrong way, or use straight ones.
"""

import re

import msgspec

from kg.model.text import Span

LONGEST = 600
"""No enclosure is longer, in code points: beyond it, a mark is taken to be missing."""

QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "＂": "＂"}
BRACKETS = {"（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "[": "]"}
CLOSING = {closing: opening for opening, closing in (QUOTES | BRACKETS).items() if closing != opening}

MARK = re.compile(r"(?<![A-Za-z])’|’(?![A-Za-z])|[“”‘「」『』\"＂（）()《》〈〉【】〔〕\[\]]")
BEFORE_OPENING = re.compile(r"[\s。！？!?，,、；;：:…—（(]")
AFTER_CLOSING = re.compile(r"[\s。！？!?，,、；;：:…—）)]")
ENDING = re.compile(r"[。！？!?…]")


class Quoted(msgspec.Struct, frozen=True, order=True):
    """A quotation with its marks (`outer`) and without them (`inner`); `depth` counts the quotations around it."""

    outer: Span
    inner: Span
    depth: int = 0


def quotations(text: str, block: Span) -> tuple[Quoted, ...]:
    """Return the quotations of a paragraph by their start; one that opens the paragraph may be closed by its end.

    >>> [(quoted.inner.of("“甲”乙‘丙’"), quoted.depth) for quoted in quotations("“甲”乙‘丙’", Span(0, 7))]
    [('甲', 0), ('丙', 0)]
    """
    pairs, strays = _pairs(text, block)
    found = [(start, end, end - 1) for start, end in pairs if text[start] in QUOTES or text[start] in QUOTES.values()]
    if (first := _continued(text, block, strays)) is not None and not _crosses(_partners(pairs), first, block.end):
        found.append((first, block.end, block.end))
    quoted: list[Quoted] = []
    ends: list[int] = []
    for start, end, inner_end in sorted(found):
        while ends and ends[-1] <= start:
            ends.pop()
        quoted.append(Quoted(Span(start, end), Span(start + 1, inner_end), len(ends)))
        ends.append(end)
    return tuple(quoted)


def enclosures(text: str, block: Span) -> tuple[Span, ...]:
    """Return the outermost stretches within quotation marks or brackets, marks included, in order.

    >>> [span.of("甲（乙《丙》）丁”") for span in enclosures("甲（乙《丙》）丁”", Span(0, 9))]
    ['（乙《丙》）']
    """
    found: list[Span] = []
    for start, end in sorted(_pairs(text, block)[0]):
        if not found or start >= found[-1].end:
            found.append(Span(start, end))
    return tuple(found)


def _pairs(text: str, block: Span) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs of marks as half-open ranges, never crossing, and the marks left over."""
    pairs: list[tuple[int, int]] = []
    strays: list[int] = []
    opened: list[int] = []
    for match in MARK.finditer(text, block.start, block.end):
        at, mark = match.start(), match.group()
        opening = CLOSING.get(mark, mark)
        partner = _partner(text, opened, opening, at) if mark in CLOSING or QUOTES.get(mark) == mark else None
        if partner is not None:
            pairs.append((opened[partner], at + 1))
            strays.extend(opened[partner + 1 :])
            del opened[partner:]
        elif mark in CLOSING:
            strays.append(at)
        else:
            opened.append(at)
    strays.extend(opened)
    return _turned(text, block, pairs, sorted(strays))


def _partner(text: str, opened: list[int], opening: str, at: int) -> int | None:
    for index in range(len(opened) - 1, -1, -1):
        if at - opened[index] > LONGEST:
            break
        if text[opened[index]] == opening:
            return index
    return None


def _turned(
    text: str, block: Span, pairs: list[tuple[int, int]], strays: list[int]
) -> tuple[list[tuple[int, int]], list[int]]:
    """Pair each two neighbouring strays that are one mark twice, where the place of one says that it is turned."""
    partner = _partners(pairs) if len(strays) > 1 else {}
    left: list[int] = []
    for at in strays:
        if left and _is_turned(text, block, left[-1], at) and not _crosses(partner, left[-1], at):
            pairs.append((left.pop(), at + 1))
            partner |= _partners(pairs[-1:])
        else:
            left.append(at)
    return pairs, left


def _is_turned(text: str, block: Span, first: int, second: int) -> bool:
    mark = text[first]
    if mark != text[second] or not 1 < second - first <= LONGEST:
        return False
    if mark in QUOTES:
        at_end = second + 1 == block.end or AFTER_CLOSING.match(text, second + 1) or ENDING.match(text, second - 1)
        return bool(at_end)
    at_start = first == block.start or BEFORE_OPENING.match(text, first - 1)
    return mark in QUOTES.values() and bool(at_start) and not AFTER_CLOSING.match(text, first + 1)


def _partners(pairs: list[tuple[int, int]]) -> dict[int, int]:
    return {start: end - 1 for start, end in pairs} | {end - 1: start for start, end in pairs}


def _crosses(partner: dict[int, int], first: int, second: int) -> bool:
    return any(not first < partner.get(at, at) < second for at in range(first + 1, second))


def _continued(text: str, block: Span, strays: list[int]) -> int | None:
    """Return the stray mark that opens the paragraph and that the next paragraph takes up."""
    if len(strays) != 1 or text[strays[0]] not in QUOTES or block.end - strays[0] > LONGEST:
        return None
    before = text[block.start : strays[0]].rstrip()
    return strays[0] if not before or before[-1] in "：:" else None
