"""Sentences: they end at 。！？…… and line breaks, but never inside quotation marks or brackets.

A quotation that ends in its own full stop ends the sentence, unless it goes on: `“……？”院长王仲远说。` is one.
"""

import re
from collections.abc import Iterator

from kg.grammar import load
from kg.model.text import Span
from kg.normalise.quotation import QUOTES, enclosures

END = re.compile(r"[。！？…!?]+[”’」』）)》】\"]*")
LINE_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
FULL_STOPS = frozenset("。！？…!?")
INSIDE = frozenset("，、；：,;:")
QUOTE_MARKS = frozenset(QUOTES) | frozenset(QUOTES.values())

TAIL = 80
SHOUT = 12
"""A quotation of so few characters that ends in ！ or ？ may be a cry or a slogan within the sentence."""


def sentences(text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of a block, without the white space around them.

    >>> text = "他说：“快！再快！”众人鼓掌。“好。”王芳说。"
    >>> [span.of(text) for span in sentences(text, Span(0, len(text)))]
    ['他说：“快！再快！”', '众人鼓掌。', '“好。”王芳说。']
    """
    start = block.start
    for match in LINE_BREAK.finditer(text, block.start, block.end):
        if not _is_latin(text, match.start() - 1) or not _is_latin(text, match.end()):
            yield from _line(text, Span(start, match.start()))
            start = match.end()
    yield from _line(text, Span(start, block.end))


def _is_latin(text: str, at: int) -> bool:
    character = text[at : at + 1]
    return character.isascii() and character.isalpha()


def _line(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for end in _ends(text, line):
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, line.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    sentence = text[start:end]
    if content := sentence.strip():
        first = start + len(sentence) - len(sentence.lstrip())
        yield Span(first, first + len(content))


def _ends(text: str, line: Span) -> Iterator[int]:
    """Yield where sentences end: after full stops outside all enclosures, and after enclosures that end in one."""
    start = at = line.start
    for enclosure in (*enclosures(text, line), Span(line.end, line.end)):
        for match in END.finditer(text, at, enclosure.start):
            if text[match.end() : match.end() + 1] not in INSIDE and not _is_ascii(text, match.start()):
                start = match.end()
                yield start
        at = enclosure.end
        if _closes(text, start, enclosure, line.end):
            start = at
            yield start


def _is_ascii(text: str, at: int) -> bool:
    """Tell whether a mark is part of a web address or a foreign name."""
    return text[at].isascii() and (at == 0 or text[at - 1].isascii())


def _closes(text: str, start: int, enclosure: Span, end: int) -> bool:
    """Tell whether the sentence from `start` ends with an enclosure."""
    inner = text[enclosure.start + 1 : max(enclosure.end - 1, enclosure.start)]
    stop = inner.rstrip("".join(QUOTE_MARKS))[-1:]
    if stop not in FULL_STOPS or text[enclosure.end : end][:1] in INSIDE | FULL_STOPS:
        return False
    before = text[start : enclosure.start].strip()
    if text[enclosure.end - 1] not in QUOTE_MARKS:
        return not before
    tail = text[enclosure.end : min(end, enclosure.end + TAIL)]
    if before:
        return (before[-1] in INSIDE or stop == "。") and not load("sentence")["modified"].regex.search(tail)
    return (stop in "。…" or len(inner) > SHOUT) and not any(r.regex.search(tail) for r in load("sentence").rules)
