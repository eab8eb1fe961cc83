"""Spans that exclude one another."""

import bisect
from collections.abc import Iterable

from kg.model.text import Span


class Claims:
    """A set of spans without overlap: who comes first keeps the characters."""

    def __init__(self, taken: Iterable[Span] = ()) -> None:
        self._spans = sorted(taken)

    def claim(self, span: Span) -> bool:
        """Take a span, where none of its characters is taken yet; tell whether it was taken."""
        if not self.is_free(span):
            return False
        bisect.insort(self._spans, span)
        return True

    def is_free(self, span: Span) -> bool:
        """Tell whether none of a span's characters is taken."""
        at = bisect.bisect_left(self._spans, span)
        return not any(span.overlaps(other) for other in self._spans[max(at - 1, 0) : at + 1])
