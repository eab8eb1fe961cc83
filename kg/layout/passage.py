"""Passages: characters of a source, cut and joined, each with its place in the source."""

from collections.abc import Iterable

import msgspec

from kg.model.text import Alignment, Span

SPACE = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\
\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What `str.strip` strips, and the zero-width space and byte order mark that web pages hold."""


class Passage(msgspec.Struct, frozen=True):
    """A text with the source spans that it was joined from, in rising order.

    >>> cut = Passage.of("甲乙丙丁", Span(0, 4)).without([Span(1, 2)])
    >>> cut.text, cut.spans
    ('甲丙丁', (Span(start=0, end=1), Span(start=2, end=4)))
    """

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, source: str, span: Span) -> "Passage":
        """Return the passage that is one stretch of a source."""
        return cls(span.of(source), (span,))

    @property
    def start(self) -> int:
        """Where the passage starts in the source."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the passage ends in the source."""
        return self.spans[-1].end

    def part(self, start: int, end: int) -> "Passage":
        """Return the passage between two positions of its text, without the white space around it."""
        text = self.text[start:end]
        content = text.strip(SPACE)
        if not content:
            return Passage("", ())
        start += len(text) - len(text.lstrip(SPACE))
        if len(content) == len(self.text):
            return self
        if len(self.spans) == 1:
            return Passage(content, (Span(start, start + len(content)).shift(self.start),))
        return Passage(content, Alignment.of_spans(self.spans).to_source(Span(start, start + len(content))))

    def without(self, cuts: Iterable[Span]) -> "Passage":
        """Return the passage without some stretches of its text, which may overlap."""
        parts: list[Passage] = []
        at = 0
        for cut in sorted(cuts):
            parts.append(self._raw(at, cut.start))
            at = max(at, cut.end)
        return joined([*parts, self._raw(at, len(self.text))])

    def _raw(self, start: int, end: int) -> "Passage":
        if start >= end:
            return Passage("", ())
        return Passage(self.text[start:end], Alignment.of_spans(self.spans).to_source(Span(start, end)))


def joined(passages: Iterable[Passage]) -> Passage:
    """Return the passages as one, with nothing between them."""
    parts = [passage for passage in passages if passage.text]
    return Passage("".join(part.text for part in parts), tuple(span for part in parts for span in part.spans))
