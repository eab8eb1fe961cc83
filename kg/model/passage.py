"""Evidence in its sentence: text in segments, each marked or not.

Marking is done here, on code points: the page is given segments and never an offset, which JavaScript would count in
UTF-16 units.
"""

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kg.model.graph import Article, Evidence

# A sentence that ends inside closing marks goes on with what follows them on its line: “A。”X说。
_END = re.compile(r"[。！？!?…]+(?:(?![”’」』）)。！？!?…\n])|[”’」』）)]+(?=[“‘「『]|\s|$))|\n+")
_CONTEXT = 160  # characters shown at most before the first and after the last mark
_NEAR = 30  # characters between sentences that still share a passage, as in “A。”X说。“B。”
_ELLIPSIS = "…"

Place = tuple[int, int]


class Segment(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """A run of text; `marked` where it is evidence."""

    text: str
    marked: bool = False


class Passage(msgspec.Struct, frozen=True):
    """The sentences around pieces of evidence that stand together.

    `article` is the id of the one that holds them, `extent` where they stand in its text, and `cut` whether their
    sentences go on before and after that.
    """

    document: str
    start: int
    end: int
    segments: tuple[Segment, ...]
    article: str | None = None
    extent: tuple[int, int] | None = None
    cut: tuple[bool, bool] = (False, False)


class _Text:
    """An article with its sentence ends, and a piece of evidence at its place there."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.ends = [match.end() for match in _END.finditer(article.text)]

    def sentences(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentences of a stretch of text start and end."""
        text = self.article.text
        before = bisect.bisect_right(self.ends, start) - 1
        left = self.ends[before] if before >= 0 else 0
        left += len(text[left:start]) - len(text[left:start].lstrip())
        after = bisect.bisect_left(self.ends, end)
        return left, self.ends[after] if after < len(self.ends) else len(text)


class Passages:
    """Finds the passages of evidence in the articles of a graph."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._pieces: dict[str, list[tuple[int, int, _Text]]] = defaultdict(list)
        for article in articles:
            text, at = _Text(article), 0
            for start, end in article.spans:
                for name in article.documents:
                    self._pieces[name].append((start, at, text))
                at += end - start
        for found in self._pieces.values():
            found.sort(key=lambda piece: piece[:2])

    def of(self, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
        """Return the passages of the evidence of one statement; pieces whose sentences are near share one."""
        found: list[Passage] = []
        placed: dict[tuple[str, str], list[tuple[int, Evidence, _Text]]] = defaultdict(list)
        for item in evidence:
            place = self._place(item)
            if place is None:
                found.append(Passage(item.document, item.start, item.end, (Segment(item.text, marked=True),)))
            else:
                at, text = place
                placed[(item.document, text.article.id)].append((at, item, text))
        for items in placed.values():
            found.extend(_passages(items))
        return tuple(sorted(found, key=lambda passage: (passage.document, passage.start)))

    def place(self, item: Evidence) -> tuple[str, int] | None:
        """Return the article that holds a piece of evidence, by id, and where in its text; none where none does."""
        found = self._place(item)
        return (found[1].article.id, found[0]) if found else None

    def _place(self, item: Evidence) -> tuple[int, _Text] | None:
        pieces = self._pieces.get(item.document, [])
        number = bisect.bisect_right(pieces, item.start, key=lambda piece: piece[0]) - 1
        if number < 0:
            return None
        start, at, text = pieces[number]
        at += item.start - start
        return (at, text) if text.article.text[at : at + len(item.text)] == item.text else None


def _passages(items: Iterable[tuple[int, Evidence, _Text]]) -> Iterator[Passage]:
    """Yield a passage for each run of evidence whose sentences are near."""
    run: list[tuple[int, Evidence, _Text]] = []
    end = 0
    for at, item, text in sorted(items, key=lambda found: (found[0], found[1])):
        left, right = text.sentences(at, at + len(item.text))
        if run and left > end + _NEAR:
            yield _passage(run)
            run = []
        run.append((at, item, text))
        end = max(end, right)
    yield _passage(run)


def _passage(run: Sequence[tuple[int, Evidence, _Text]]) -> Passage:
    _, item, text = run[0]
    marks = [(at, at + len(item.text)) for at, item, _ in run]
    first, last = marks[0][0], max(end for _, end in marks)
    left, right = text.sentences(first, last)
    extent = max(left, first - _CONTEXT), min(right, last + _CONTEXT)
    cut = extent[0] > left, extent[1] < right
    return Passage(
        document=item.document,
        start=min(item.start for _, item, _ in run),
        end=max(item.end for _, item, _ in run),
        segments=tuple(_segments(text.article.text, marks, extent, cut)),
        article=text.article.id,
        extent=extent,
        cut=cut,
    )


def _segments(raw: str, marks: Sequence[Place], extent: Place, cut: tuple[bool, bool]) -> Iterator[Segment]:
    """Yield the extent of the marks in segments, with … where it cuts a sentence; marks that touch become one."""
    start, stop = extent
    prefix, suffix = _ELLIPSIS * cut[0], _ELLIPSIS * cut[1]
    at = start
    for mark in _merged(marks):
        if before := prefix + raw[at : mark[0]]:
            yield Segment(before)
        yield Segment(raw[mark[0] : mark[1]], marked=True)
        at, prefix = mark[1], ""
    if after := raw[at:stop] + suffix:
        yield Segment(after)


def _merged(marks: Iterable[Place]) -> list[Place]:
    found: list[Place] = []
    for start, end in sorted(marks):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
