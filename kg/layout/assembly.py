"""Documents: the rows of an article or a photograph put together, with every span in the document's own text."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from kg.layout.line import BREAK
from kg.layout.passage import Passage
from kg.layout.row import Row, around, rules
from kg.layout.sentence import sentences
from kg.model.text import Alignment, Block, Document, Source, Span

DocumentKind = Literal["article", "caption"]

HEADINGS = ("title", "subtitle")
RUNNING = ("paragraph", "caption")

BEFORE, AFTER = 20, 6
"""How far around its sign a medium's name is looked for, in code points."""


def document(source: Source, number: int, kind: DocumentKind, rows: Sequence[Row], published: date | None) -> Document:
    """Return the document that rows of a source make up, one line break of the source between each two."""
    spans: list[Span] = []
    starts: list[int] = []
    at = 0
    for row in rows:
        for span in (*_break(source.text, spans, row.passage), *row.passage.spans):
            spans.append(span)
            at += len(span)
        starts.append(at - len(row.passage.text))
    alignment = Alignment.of_spans(spans)
    text = alignment.text(source.text)
    blocks = tuple(
        Block(Span(start, start + len(row.passage.text)), row.kind) for row, start in zip(rows, starts, strict=True)
    )
    return Document(
        source,
        number,
        text,
        alignment,
        blocks,
        _sentences(text, blocks),
        kind,
        title=_title(rows, starts, blocks),
        authors=_people(text, [span.shift(at) for row, at in zip(rows, starts, strict=True) for span in row.authors]),
        editors=_people(text, [span.shift(at) for row, at in zip(rows, starts, strict=True) for span in row.editors]),
        place=_first([(row.place, start) for row, start in zip(rows, starts, strict=True)]),
        publisher=_first([(row.publisher, start) for row, start in zip(rows, starts, strict=True)])
        or _named_publisher(text, blocks),
        published=published,
    )


def _break(text: str, before: Sequence[Span], passage: Passage) -> tuple[Span, ...]:
    """Return the line break that keeps a row apart from the one before: the last, as others may lie in a photograph."""
    ends = [match.end() for match in BREAK.finditer(text, before[-1].end, passage.start)] if before else []
    return (Span(ends[-1] - 1, ends[-1]),) if ends else ()


def _sentences(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    found: list[Span] = []
    for block in blocks:
        if block.kind in HEADINGS:
            found.append(block.span)
        elif block.kind in RUNNING:
            found.extend(sentences(text, block.span))
    return tuple(found)


def _title(rows: Sequence[Row], starts: Sequence[int], blocks: Sequence[Block]) -> Span | None:
    title = next((block.span for block in blocks if block.kind == "title"), None)
    return title or _first([(row.title, start) for row, start in zip(rows, starts, strict=True)])


def _people(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    found: dict[str, Span] = {}
    for span in spans:
        found.setdefault(span.of(text), span)
    return tuple(found.values())


def _first(spans: Sequence[tuple[Span | None, int]]) -> Span | None:
    return next((span.shift(start) for span, start in spans if span), None)


def _named_publisher(text: str, blocks: Sequence[Block]) -> Span | None:
    """Return the medium whose reporter the running text speaks of, or with whose name it begins."""
    for block in (block for block in blocks if block.kind in RUNNING):
        content = block.span.of(text)
        first = ((rule, match) for rule in rules("source-first") if (match := rule.regex.match(content)))
        for _, match in (*first, *around(content, "source-sign", BEFORE, AFTER, "source")):
            return Span(*match.span("publisher")).shift(block.span.start)
    return None
