"""Verify: whether a graph's evidence is what its sources say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from kg.errors import EvidenceError
from kg.model.graph import Article, Evidence, Graph
from kg.model.text import Source


class Verified(msgspec.Struct, frozen=True):
    """How much was compared and found exact."""

    documents: int
    evidence: int
    mentions: int
    articles: int


def verify(graph: Graph, sources: Iterable[Source]) -> Verified:
    """Compare every evidence item, mention and article of a graph with its source, character by character.

    Raises `EvidenceError` at the first difference, or where a document of the graph is not among the sources.
    """
    evidence = _by_document(item for claim in graph.statements for item in claim.evidence)
    mentions = _by_document(_mentions(graph))
    articles: dict[str, list[Article]] = defaultdict(list)
    for article in graph.articles:
        for document in article.documents:
            articles[document].append(article)
    waiting = {*evidence, *mentions, *articles}
    total = len(waiting)
    for source in sources:
        if source.id not in waiting:
            continue
        waiting.remove(source.id)
        for item in (*evidence[source.id], *mentions[source.id]):
            _same(_piece(source, item.start, item.end), item.text, f"{source.id}:{item.start}-{item.end}")
        for article in articles[source.id]:
            text = "".join(_piece(source, start, end) for start, end in article.spans)
            _same(text, article.text, f"{source.id} (article {article.name!r})")
    if waiting:
        raise EvidenceError(f"{min(waiting)}: the graph speaks of this document, but it is not among the sources")
    counts = (sum(map(len, found.values())) for found in (evidence, mentions, articles))
    return Verified(total, *counts)


def _mentions(graph: Graph) -> Iterator[Evidence]:
    for entity in graph.entities:
        yield from entity.mentions


def _by_document(items: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for item in items:
        found[item.document].append(item)
    return found


def _piece(source: Source, start: int, end: int) -> str:
    if not 0 <= start <= end <= len(source.text):
        raise EvidenceError(f"{source.id}:{start}-{end}: lies outside the source's {len(source.text)} characters")
    return source.text[start:end]


def _same(source: str, text: str, where: str) -> None:
    if source != text:
        pairs = enumerate(zip(source, text, strict=False))
        at = next((at for at, (one, other) in pairs if one != other), min(len(source), len(text)))
        near = slice(max(0, at - 10), at + 10)
        raise EvidenceError(
            f"{where}: differs at character {at}: the source has {source[near]!r}, the graph {text[near]!r}"
        )
