"""The tagged words of a text, found by offset."""

import bisect
import functools
import itertools
from collections.abc import Sequence

from kg.annotate.tagger import Tag
from kg.model.text import Span


class Words:
    """The words of a text, in order, with or without gaps between them."""

    def __init__(self, text: str, tags: Sequence[Tag]) -> None:
        self.text = text
        self.tags = tags

    @functools.cached_property
    def starts(self) -> list[int]:
        """Where the words start, in order."""
        return [tag.span.start for tag in self.tags]

    @functools.cached_property
    def at(self) -> dict[int, int]:
        """The number of each word by where it starts."""
        return {start: number for number, start in enumerate(self.starts)}

    @functools.cached_property
    def ends(self) -> set[int]:
        """Where the words end."""
        return {tag.span.end for tag in self.tags}

    def starting(self, offset: int) -> Tag | None:
        """Return the word that starts at an offset."""
        number = self.at.get(offset)
        return None if number is None else self.tags[number]

    def of(self, span: Span) -> Sequence[Tag]:
        """Return the words that share a character with a span."""
        first = bisect.bisect_right(self.starts, span.start) - 1
        if first < 0 or self.tags[first].span.end <= span.start:
            first += 1
        return self.tags[first : bisect.bisect_left(self.starts, span.end)]

    def aligned(self, span: Span) -> bool:
        """Tell whether a span starts and ends where words do, with no gap between them."""
        return span.start in self.at and span.end in self.ends and self.tiled(span)

    def tiled(self, span: Span) -> bool:
        """Tell whether every character of a span is in a word."""
        words = self.of(span)
        return bool(words) and (
            words[0].span.start <= span.start
            and span.end <= words[-1].span.end
            and all(word.span.end == after.span.start for word, after in itertools.pairwise(words))
        )

    def run(self, number: int, tag: str) -> Span:
        """Return the span of the words with one tag that adjoin from a word on."""
        last = number
        while (
            last + 1 < len(self.tags)
            and self.tags[last + 1].tag == tag
            and self.tags[last + 1].span.start == self.tags[last].span.end
        ):
            last += 1
        return Span(self.starts[number], self.tags[last].span.end)
