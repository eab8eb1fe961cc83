"""From a graph to the rows of a property graph.

::

    (:Company)-[:LOCATED_IN]->(:City)           one relationship for what is asserted, however often
    (:Person)-[:HOLDS_POST {title}]->(:Agency)  one for each title
    (:Person)-[:STATES]->(:Figure {indicator, value, unit})-[:ABOUT]->(:City)

    (:Statement {predicate, confidence, modality, rule})-[:SUBJECT|OBJECT]->()
    (:Statement)-[:EVIDENCE]->(:Span {text, startOffset, endOffset})-[:IN_DOCUMENT]->(:Document {path})
    (:Entity)-[:MENTIONED_AT]->(:Span)          (:Entity|Statement|Article)-[:IN_DOCUMENT]->(:Document)
    (:Article)-[:EXTENT]->(:Span)

Nodes have the labels of their class and its superclasses: a statement is written as `Fact`, 北京市 as `Municipality`,
which is a `City`, a `Province` and so on.

A plain relationship stands for the asserted statements of its ends, predicate and qualifiers; their dates (`asOf`)
do not tell claims apart. Its `id` is that of the most confident of them, its `asOf` the latest date. Statements that
are planned or of former times have no plain relationship.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import chain
from operator import attrgetter

import msgspec

from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Ref, Statement
from kg.model.ident import document_id, span_id
from kg.store.coherence import check, evidence
from kg.store.rows import (
    FIXED,
    Kind,
    Node,
    Properties,
    Relationship,
    Rows,
    Value,
    properties,
    root,
)

DATE = "as_of"


def project(graph: Graph) -> Rows:
    """Return all rows of a graph; a graph at odds with itself or the ontology raises `StoreError`."""
    check(graph)
    rows = Projection(graph)
    return Rows.of(rows.nodes(), rows.relationships())


def exact(value: Decimal) -> str | None:
    """Return all digits of a number that a double cannot hold, None for the others.

    >>> exact(Decimal("5.5")), exact(Decimal("0.1234567890123456789"))
    (None, '0.1234567890123456789')
    """
    return None if Decimal(repr(float(value))) == value else str(value)


class Projection:
    """The rows of one graph, streamed: nodes of one class and relationships of one kind come together."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def nodes(self) -> Iterator[Node]:
        """Yield the nodes."""
        yield from map(_entity, sorted(self.graph.entities, key=attrgetter("type", "id")))
        yield from map(_article, self.graph.articles)
        yield from (_node("Document", document_id(name), path=name) for name in self.documents)
        yield from map(_said, self.said.values())
        yield from map(_fact, self.graph.statements)
        for (name, start, end), text in self.spans.items():
            yield _node("Span", span_id(name, start, end), start=start, end=end, text=text)

    def relationships(self) -> Iterator[Relationship]:
        """Yield the relationships."""
        entities, claims, articles = self.graph.entities, self.graph.statements, self.graph.articles
        yield from _linked("Entity", "mentionedAt", "Span", ((it.id, map(_span, it.mentions)) for it in entities))
        yield from _linked("Fact", "evidence", "Span", ((it.id, map(_span, it.evidence)) for it in claims))
        yield from _linked("Article", "extent", "Span", ((it.id, _extent(it)) for it in articles))
        for label, records in (("Entity", entities), ("Fact", claims), ("Article", articles)):
            holders = ((record.id, map(document_id, record.documents)) for record in records)
            yield from _linked(label, "inDocument", "Document", holders)
        spans = ((span_id(*span), (document_id(span[0]),)) for span in self.spans)
        yield from _linked("Span", "inDocument", "Document", spans)
        for target in self.said.values():
            if isinstance(target, Figure) and target.about:
                yield _relation("Figure", "about", "Entity", (target.id, target.about.id))
        ends = chain.from_iterable(map(self.ends, claims))
        yield from sorted(chain(ends, _plain(claims)), key=attrgetter("kind"))

    def ends(self, claim: Statement) -> Iterator[Relationship]:
        """Yield the relationships to subject and object; what an object says otherwise than its node, it carries."""
        yield _relation("Fact", "subject", _label(claim.subject), (claim.id, claim.subject.id))
        target = claim.object
        fields: Properties = {}
        if not isinstance(target, Ref) and target != self.said[target.id]:
            common = _said(self.said[target.id]).properties
            fields = {name: value for name, value in _said(target).properties.items() if value != common[name]}
        yield _relation("Fact", "object", _label(target), (claim.id, target.id), **fields)

    @cached_property
    def said(self) -> dict[str, Figure | Quotation]:
        """Every figure and quotation by id; of several wordings the first in code point order."""
        found: dict[str, Figure | Quotation] = {}
        for target in map(attrgetter("object"), self.graph.statements):
            if not isinstance(target, Ref):
                found[target.id] = min(found.get(target.id, target), target, key=msgspec.json.encode)
        return {name: found[name] for name in sorted(found)}

    @cached_property
    def spans(self) -> dict[tuple[str, int, int], str | None]:
        """The text of every span by document, start and end; spans of articles alone have none."""
        found: dict[tuple[str, int, int], str | None] = {
            (name, start, end): None
            for article in self.graph.articles
            for name in article.documents
            for start, end in article.spans
        }
        found.update(((item.document, item.start, item.end), item.text) for item in evidence(self.graph))
        return {key: found[key] for key in sorted(found)}

    @cached_property
    def documents(self) -> list[str]:
        """The name of every document."""
        named = {name for record in self.graph.records() for name in record.documents}
        return sorted(named.union(name for name, _, _ in self.spans))


def _node(label: str, name: str, /, **fields: Value | Iterable[str] | None) -> Node:
    return Node(label, name, properties(fields))


def _relation(source: str, predicate: str, target: str, ends: tuple[str, str], **fields: Value) -> Relationship:
    return Relationship(Kind(root(source), predicate, root(target)), *ends, properties(fields))


def _entity(entity: Entity) -> Node:
    fields = {name: getattr(entity, name) for name in ("name", "aliases", "code", "same_as")}
    return _node(entity.type, entity.id, **fields)


def _article(article: Article) -> Node:
    fields = {name: getattr(article, name) for name in ("name", "published", "publisher", "sha256", "text")}
    return _node("Article", article.id, articleKind=article.kind, **fields)


def _said(target: Figure | Quotation) -> Node:
    if isinstance(target, Quotation):
        return _node("Quotation", target.id, mode=target.mode, text=target.text)
    names = ("indicator", "unit", "comparator", "kind", "period", "base", "text")
    fields = {name: getattr(target, name) for name in names}
    for name in ("value", "value_max"):
        value: Decimal | None = getattr(target, name)
        if value is not None:
            fields |= {name: float(value), f"exact_{name}": exact(value)}
    return _node("Figure", target.id, **fields)


def _fact(claim: Statement) -> Node:
    return _node("Fact", claim.id, **{name: getattr(claim, name) for name in FIXED}, **claim.qualifiers)


def _label(target: Ref | Figure | Quotation) -> str:
    return (target.type or "Entity") if isinstance(target, Ref) else type(target).__name__


def _span(item: Evidence) -> str:
    return span_id(item.document, item.start, item.end)


def _extent(article: Article) -> Iterator[str]:
    return (span_id(name, start, end) for name in article.documents for start, end in article.spans)


def _linked(
    source: str, predicate: str, target: str, holders: Iterable[tuple[str, Iterable[str]]]
) -> Iterator[Relationship]:
    """Yield the relationships from nodes to what they hold, in its order."""
    for name, held in holders:
        for position, other in enumerate(held):
            yield _relation(source, predicate, target, (name, other), position=position)


def _plain(claims: Iterable[Statement]) -> Iterator[Relationship]:
    """Yield one relationship for the asserted statements of one subject, predicate, object and set of qualifiers."""
    groups: dict[tuple[str, ...], list[Statement]] = {}
    for claim in claims:
        if claim.modality == "asserted":
            told = chain.from_iterable(sorted(item for item in claim.qualifiers.items() if item[0] != DATE))
            groups.setdefault((claim.subject.id, claim.predicate, claim.object.id, *told), []).append(claim)
    for group in groups.values():
        best = min(group, key=lambda claim: (-claim.confidence, claim.id))
        fields: dict[str, Value] = {**best.qualifiers, "confidence": best.confidence}
        fields["background"] = all(claim.background for claim in group)
        if dates := [claim.qualifiers[DATE] for claim in group if DATE in claim.qualifiers]:
            fields[DATE] = max(dates)
        ends = (best.subject.id, best.object.id)
        yield _relation(_label(best.subject), best.predicate, _label(best.object), ends, id=best.id, **fields)
