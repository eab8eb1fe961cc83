"""Text as read and as repaired: spans, sources, documents and the alignment between them.

Offsets count Unicode code points and are half open.
"""

import bisect
from collections.abc import Iterable
from datetime import date
from typing import Literal, Self

import msgspec

BlockKind = Literal["title", "subtitle", "byline", "dateline", "paragraph", "caption", "credit"]


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open range of code points.

    >>> Span(2, 4) in Span(0, 5), Span(2, 4).of("abcdef")
    (True, 'cd')
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> "Span":
        """Return the span moved by a number of characters."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """Return the characters of the text that the span covers."""
        return text[self.start : self.end]


class Segment(msgspec.Struct, frozen=True):
    """A run of characters that stands unchanged in the text (from `start`) and in the source (from `source`)."""

    start: int
    source: int
    length: int


class Alignment(msgspec.Struct, frozen=True):
    """Where each character of a repaired text stands in its source.

    The segments tile the text from 0 without gaps; a repaired text holds only characters of its source.

    >>> Alignment.of_spans([Span(2, 4), Span(7, 9)]).to_source(Span(1, 3))
    (Span(start=3, end=4), Span(start=7, end=8))
    """

    segments: tuple[Segment, ...] = ()

    @classmethod
    def of_spans(cls, spans: Iterable[Span]) -> Self:
        """Align a text with the source spans it was joined from; adjoining spans become one segment."""
        segments: list[Segment] = []
        at = 0
        for span in spans:
            if not len(span):
                continue
            last = segments[-1] if segments else None
            if last and last.source + last.length == span.start:
                segments[-1] = Segment(last.start, last.source, last.length + len(span))
            else:
                segments.append(Segment(at, span.start, len(span)))
            at += len(span)
        return cls(tuple(segments))

    @property
    def length(self) -> int:
        """The length of the repaired text."""
        return self.segments[-1].start + self.segments[-1].length if self.segments else 0

    def to_source(self, span: Span) -> tuple[Span, ...]:
        """Return the source spans of a span of the text, in text order; adjoining ones are joined."""
        if span.end > self.length:
            raise ValueError(f"{span} ends beyond the text's {self.length} characters")
        at = bisect.bisect_right(self.segments, span.start, key=lambda segment: segment.start) - 1
        found: list[Span] = []
        for segment in self.segments[max(at, 0) :]:
            if segment.start >= span.end:
                break
            start = max(span.start, segment.start)
            end = min(span.end, segment.start + segment.length)
            if start < end:
                found.append(Span(start, end).shift(segment.source - segment.start))
        return tuple(found)

    def text(self, source: str) -> str:
        """Return the repaired text that this alignment cuts out of the source."""
        return "".join(source[s.source : s.source + s.length] for s in self.segments)


class Source(msgspec.Struct, frozen=True):
    """One input text as it was read, never altered, with what its container says of it."""

    id: str
    text: str
    sha256: str
    path: str = ""
    published: date | None = None
    title: str | None = None
    publisher: str | None = None


class Block(msgspec.Struct, frozen=True):
    """A stretch of a document's text with one role on the page."""

    span: Span
    kind: BlockKind


class Document(msgspec.Struct, frozen=True):
    """One article, or one photo caption, of a source: its repaired text and what its layout says.

    All spans are of `text`. `authors` are the names in byline or credit, `editors` those of who edited it, `place` the
    dateline's place; `sentences` cover the running text (titles included), never bylines or credits.
    """

    source: Source
    number: int
    text: str
    alignment: Alignment
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    kind: Literal["article", "caption"] = "article"
    title: Span | None = None
    authors: tuple[Span, ...] = ()
    editors: tuple[Span, ...] = ()
    place: Span | None = None
    publisher: Span | None = None
    published: date | None = None
