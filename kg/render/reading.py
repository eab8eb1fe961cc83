"""The articles as they are read: their text in runs, each with the statements that it bears out.

Cutting is done here, on code points, as in `kg.model.passage`: the page never counts characters.
"""

import bisect
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.model.graph import Article, Statement
from kg.model.passage import Passages

Run = list[str | int]
Mark = tuple[int, int, int]


class Reading:
    """Articles, cut where the evidence of statements and the passages around it start and end.

    `passages` are those of each statement, `runs` those of each article, with the numbers of statements.
    """

    def __init__(self, articles: Iterable[Article], statements: Sequence[Statement]) -> None:
        articles = tuple(articles)
        evidence = Passages(articles)
        self.passages = [evidence.of(claim.evidence) for claim in statements]
        marks: Mapping[str, set[Mark]] = defaultdict(set)
        cuts: Mapping[str, set[int]] = defaultdict(set)
        for number, claim in enumerate(statements):
            for item in claim.evidence:
                if place := evidence.place(item):
                    name, at = place
                    marks[name].add((at, at + len(item.text), number))
        for passage in itertools.chain.from_iterable(self.passages):
            cuts[passage.article or ""].update(passage.extent or ())
        self.cuts: dict[str, list[int]] = {}
        self.runs: dict[str, list[Run]] = {}
        for article in articles:
            found = {0, len(article.text), *cuts[article.id]}.union(*(mark[:2] for mark in marks[article.id]))
            self.cuts[article.id] = sorted(found)
            self.runs[article.id] = list(runs(article.text, self.cuts[article.id], marks[article.id]))

    def within(self, article: str, extent: tuple[int, int]) -> tuple[int, int]:
        """Return the numbers of the first run of a stretch of an article and of the run after it."""
        first, last = (bisect.bisect_left(self.cuts[article], cut) for cut in extent)
        return first, last


def runs(text: str, cuts: Sequence[int], marks: Iterable[Mark]) -> Iterator[Run]:
    """Yield the runs of a text between cuts: each its text, then the numbers of the statements that it bears out.

    >>> list(runs("周宁任总经理。", [0, 2, 6, 7], {(0, 6, 3), (2, 6, 5)}))
    [['周宁', 3], ['任总经理', 3, 5], ['。']]
    """
    waiting = sorted(marks, reverse=True)
    current: list[Mark] = []
    for start, end in itertools.pairwise(cuts):
        while waiting and waiting[-1][0] <= start:
            current.append(waiting.pop())
        current = [mark for mark in current if mark[1] > start]
        yield [text[start:end], *sorted({number for _, _, number in current})]
