"""Evidence in its context: the sentence of the article around it, with the evidence marked."""

import re
from collections.abc import Iterable

import msgspec

from kg.model.graph import Article, Evidence
from kg.model.text import Alignment, Span

SENTENCE_END = re.compile(r"[。！？!?\n]")
LONGEST = 300


class Passage(msgspec.Struct, frozen=True):
    """A stretch of an article in pieces; the marked ones are evidence."""

    article: Article
    pieces: tuple[tuple[str, bool], ...]


def passages(articles: Iterable[Article], evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
    """Return the passages around evidence items, one for each article that holds some of them."""
    items = list(evidence)
    found = []
    for article in articles:
        spans = _within(article, items)
        if spans:
            found.append(Passage(article, _pieces(article.text, spans)))
    return tuple(found)


def _within(article: Article, items: Iterable[Evidence]) -> list[Span]:
    """Return where the items that this article holds stand in its text, sorted, joined where they touch."""
    alignment = Alignment.of_spans(Span(start, end) for start, end in article.spans)
    spans = sorted(
        Span(max(item.start, s.source), min(item.end, s.source + s.length)).shift(s.start - s.source)
        for item in items
        if item.document in article.documents
        for s in alignment.segments
        if item.start < s.source + s.length and s.source < item.end
    )
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _pieces(text: str, spans: list[Span]) -> tuple[tuple[str, bool], ...]:
    """Cut the sentences that the spans stand in into pieces; an ellipsis stands for sentences left out."""
    pieces: list[tuple[str, bool]] = []
    at = -1
    for span in spans:
        start = _sentence_start(text, span.start)
        if start > at:
            if pieces:
                pieces.extend(((text[at : _sentence_end(text, at)], False), ("…", False)))
            at = start
        pieces.extend(((text[at : span.start], False), (span.of(text), True)))
        at = span.end
    pieces.append((text[at : _sentence_end(text, at)], False))
    return tuple((piece, mark) for piece, mark in pieces if piece)


def _sentence_start(text: str, at: int) -> int:
    ends = [match.end() for match in SENTENCE_END.finditer(text, max(0, at - LONGEST), at)]
    return ends[-1] if ends else max(0, at - LONGEST)


def _sentence_end(text: str, at: int) -> int:
    if at and SENTENCE_END.match(text, at - 1):
        return at
    match = SENTENCE_END.search(text, at, at + LONGEST)
    return match.end() if match else min(len(text), at + LONGEST)
