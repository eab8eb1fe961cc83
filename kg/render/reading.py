"""The articles as they are read: their text in runs, each with the statements that it bears out.

Cutting is done here, on code points, as in `kg.model.passage`: the page never counts characters.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model.graph import Graph
from kg.model.passage import Passages

Run = list[str | int]
Mark = tuple[int, int, int]


def reading(graph: Graph, passages: Passages) -> dict[str, list[Run]]:
    """Return each article's runs: a text, then the numbers of its statements, in the order of `graph.statements`."""
    marks: Mapping[str, set[Mark]] = defaultdict(set)
    for number, claim in enumerate(graph.statements):
        for item in claim.evidence:
            if place := passages.place(item):
                article, at = place
                marks[article].add((at, at + len(item.text), number))
    return {article.id: list(runs(article.text, marks[article.id])) for article in graph.articles}


def runs(text: str, marks: Iterable[Mark]) -> Iterator[Run]:
    """Yield the runs of a text between the starts and ends of its marks.

    >>> list(runs("周宁任总经理。", {(0, 6, 3), (2, 6, 5)}))
    [['周宁', 3], ['任总经理', 3, 5], ['。']]
    """
    found = sorted(marks)
    cuts = sorted({0, len(text), *(cut for start, end, _ in found for cut in (start, end))})
    current: list[Mark] = []
    for start, end in itertools.pairwise(cuts):
        while found and found[0][0] <= start:
            current.append(found.pop(0))
        current = [mark for mark in current if mark[1] > start]
        yield [text[start:end], *sorted({number for _, _, number in current})]
