"""Rows of a property graph: its nodes and relationships, the same for every store.

Labels, relationship types and property keys are names of the ontology. A node is written under its most specific
class and found under every superclass; its `id` is unique below its root class.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, Self

import msgspec

from kg.ontology import in_use, per_ontology

Value = str | int | float | bool | list[str]
Properties = dict[str, Value]
NodeKey = tuple[str, str]
RelationshipKey = tuple["Kind", str, str, Value | None]

# Relationships that keep the order of what they lead to; of the others there is one for a pair of nodes.
ORDERED = frozenset({"evidence", "extent", "inDocument", "mentionedAt"})

# Field of a value → property of the ontology, where the names differ.
PROPERTIES: Mapping[str, str] = MappingProxyType(
    {
        "aliases": "alias",
        "as_of": "asOf",
        "end": "endOffset",
        "exact_value": "exactValue",
        "exact_value_max": "exactValueMax",
        "same_as": "sameAs",
        "start": "startOffset",
        "value_max": "valueMax",
    }
)
# What every statement carries; the other properties of a fact qualify it.
FIXED = ("predicate", "confidence", "modality", "background", "extractor", "rule")


class Kind(NamedTuple):
    """The relationships of one predicate from nodes of one root class to nodes of another."""

    source: str
    predicate: str
    target: str

    @property
    def key(self) -> str | None:
        """The property that tells apart relationships of this kind between the same two nodes."""
        if self.predicate in ORDERED:
            return "position"
        return "id" if in_use().predicate(self.predicate).related else None


class Node(msgspec.Struct, frozen=True, gc=False):
    """A node: its most specific class, its id, and its other properties."""

    label: str
    id: str
    properties: Properties

    @property
    def key(self) -> NodeKey:
        """What is unique to it in a store."""
        return root(self.label), self.id


class Relationship(msgspec.Struct, frozen=True, gc=False):
    """A relationship between two nodes, which are given by their ids."""

    kind: Kind
    source: str
    target: str
    properties: Properties

    @property
    def key(self) -> RelationshipKey:
        """What is unique to it in a store."""
        name = self.kind.key
        return self.kind, self.source, self.target, self.properties[name] if name else None


class Rows(msgspec.Struct, frozen=True):
    """All nodes and relationships of a graph by key, in the order in which they came."""

    nodes: dict[NodeKey, Node]
    relationships: dict[RelationshipKey, Relationship]

    @classmethod
    def of(cls, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> Self:
        """Collect rows."""
        return cls({row.key: row for row in nodes}, {row.key: row for row in relationships})


@per_ontology
def root(label: str) -> str:
    """Return the topmost superclass of a class: within it, ids are unique.

    >>> root("Municipality"), root("Figure"), root("Article")
    ('Entity', 'Assertion', 'Document')
    """
    return (label, *in_use().ancestors(label))[-1]


@per_ontology
def kinds() -> tuple[Kind, ...]:
    """Return every kind of relationship that the ontology admits."""
    found = {
        Kind(root(source), predicate.name, root(target))
        for predicate in in_use().predicates.values()
        for source in predicate.domain
        for target in predicate.range
    }
    return tuple(sorted(found))


@per_ontology
def roots() -> tuple[str, ...]:
    """Return the root classes that have nodes.

    >>> roots()
    ('Assertion', 'Document', 'Entity', 'Span')
    """
    return tuple(sorted({end for kind in kinds() for end in (kind.source, kind.target)}))


def most_specific(labels: Iterable[str]) -> str:
    """Return the class that a node was written under, of all its labels; those that others gave it do not count.

    >>> most_specific(["City", "Entity", "Municipality", "Place", "Province", "Bookmarked"])
    'Municipality'
    """
    classes = in_use().classes
    return max((label for label in labels if label in classes), key=lambda label: len(in_use().ancestors(label)))


@per_ontology
def qualifiers() -> Mapping[str, str]:
    """Return the properties that qualify a statement, by the names that statements give them.

    >>> dict(qualifiers())
    {'as_of': 'asOf', 'role': 'role', 'title': 'title'}
    """
    fields = {name: field for field, name in PROPERTIES.items()}
    names = (name for name, term in in_use().properties.items() if "Fact" in term.domain and name not in FIXED)
    return MappingProxyType(dict(sorted((fields.get(name, name), name) for name in names)))


def properties(fields: Mapping[str, Value | Iterable[str] | None]) -> Properties:
    """Return fields under the names of the ontology, without those that are None or empty.

    >>> properties({"name": "江淮汽车", "aliases": ("江汽",), "same_as": (), "code": None})
    {'name': '江淮汽车', 'alias': ['江汽']}
    """
    found: Properties = {}
    for field, value in fields.items():
        name = PROPERTIES.get(field, field)
        if isinstance(value, str | int | float):
            found[name] = value
        elif value and (items := list(value)):
            found[name] = items
    return found
