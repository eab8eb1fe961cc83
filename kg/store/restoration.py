"""From the rows of a property graph back to the graph: the inverse of the projection."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import msgspec

from kg.errors import StoreError
from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Record, Ref, Statement
from kg.ontology import in_use
from kg.store.rows import FIXED, PROPERTIES, Node, NodeKey, Relationship, Rows, qualifiers, root


def restore(rows: Rows) -> Graph:
    """Return the graph that rows were projected from; rows that lack a part of it raise `StoreError`."""
    try:
        return Graph.of(_Restoration(rows).records())
    except KeyError as error:
        raise StoreError(f"the store is damaged, write the graph again: it lacks {error.args[0]!r}") from error
    except msgspec.ValidationError as error:
        raise StoreError(f"the store is damaged, write the graph again: {error}") from error


class _Restoration:
    """Turns rows into records."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.held: dict[tuple[str, NodeKey], list[Relationship]] = defaultdict(list)
        for link in rows.relationships.values():
            self.held[link.kind.predicate, (link.kind.source, link.source)].append(link)

    def records(self) -> Iterator[Record]:
        """Yield every record."""
        for node in self.rows.nodes.values():
            if node.label == "Fact":
                yield self.statement(node)
            elif node.label == "Article":
                yield self.article(node)
            elif root(node.label) == "Entity":
                yield self.entity(node)

    def entity(self, node: Node) -> Entity:
        """Return the entity of a node."""
        fields = _fields(node, ("name", "aliases", "code", "same_as"))
        return msgspec.convert(
            {
                "record": "entity",
                "id": node.id,
                "types": in_use().types(node.label),
                "documents": self.documents(node),
                "mentions": self.evidence("mentionedAt", node),
                **fields,
            },
            Entity,
        )

    def article(self, node: Node) -> Article:
        """Return the article of a node."""
        fields = _fields(node, ("name", "published", "publisher", "sha256", "text"))
        spans = (_fields(span, ("start", "end")) for span in self.targets("extent", node))
        return msgspec.convert(
            {
                "record": "article",
                "id": node.id,
                "kind": node.properties["articleKind"],
                "documents": self.documents(node),
                "spans": [(span["start"], span["end"]) for span in spans],
                "published": None,
                "publisher": None,
                **fields,
            },
            Article,
        )

    def statement(self, node: Node) -> Statement:
        """Return the statement of a node."""
        values = node.properties
        return msgspec.convert(
            {
                "record": "statement",
                "id": node.id,
                "documents": self.documents(node),
                "subject": self.ref(self.target("subject", node)),
                "object": self.object(node),
                "qualifiers": {field: values[name] for field, name in qualifiers().items() if name in values},
                "evidence": self.evidence("evidence", node),
                **_fields(node, FIXED),
            },
            Statement,
        )

    def object(self, fact: Node) -> Ref | Figure | Quotation:
        """Return the object of a statement, in the words that it has there."""
        node = self.target("object", fact)
        if root(node.label) != "Assertion":
            return self.ref(node)
        (link,) = self.held["object", fact.key]
        worded = Node(node.label, node.id, {**node.properties, **link.properties})
        if node.label == "Figure":
            return self.figure(worded)
        return msgspec.convert({"id": node.id, **_fields(worded, ("mode", "text"))}, Quotation)

    def figure(self, node: Node) -> Figure:
        """Return the figure of a node."""
        fields = _fields(node, ("indicator", "unit", "comparator", "kind", "period", "base", "text"))
        for name in ("value", "value_max"):
            numbers = _fields(node, (name, f"exact_{name}"))
            if numbers:
                fields[name] = Decimal(numbers.get(f"exact_{name}") or repr(float(numbers[name])))
        about = next(iter(self.targets("about", node)), None)
        return msgspec.convert({"id": node.id, "about": about and self.ref(about), **fields}, Figure)

    def ref(self, node: Node) -> Ref:
        """Return a reference to a node."""
        return Ref(node.id, str(node.properties["name"]), "Article" if node.label == "Article" else None)

    def documents(self, node: Node) -> list[Any]:
        """Return the names of the documents that a node is in."""
        return [document.properties["path"] for document in self.targets("inDocument", node)]

    def evidence(self, predicate: str, node: Node) -> list[Evidence]:
        """Return the evidence that a node leads to."""
        spans = self.targets(predicate, node)
        fields = [{"document": self.documents(span)[0], **_fields(span, ("start", "end", "text"))} for span in spans]
        return [msgspec.convert(values, Evidence) for values in fields]

    def target(self, predicate: str, node: Node) -> Node:
        """Return the one node that a predicate leads to."""
        for found in self.targets(predicate, node):
            return found
        raise KeyError(f"{in_use().predicate(predicate).relationship} of {node.id}")

    def targets(self, predicate: str, node: Node) -> list[Node]:
        """Return the nodes that a predicate leads to, in order."""
        held = self.held[predicate, node.key]
        ordered = sorted(held, key=lambda it: it.properties.get("position", 0))
        return [self.rows.nodes[it.kind.target, it.target] for it in ordered]


def _fields(node: Node, names: Iterable[str]) -> dict[str, Any]:
    """Return what a node has of these fields."""
    found = {name: node.properties.get(PROPERTIES.get(name, name)) for name in names}
    return {name: value for name, value in found.items() if value is not None}
