"""Faults planted in a graph, one for every constraint of every shape, each in a copy of the graph of its own."""

from collections.abc import Iterator
from typing import NamedTuple

import harbour
import pyoxigraph as ox

from kg.export.rdf import triples
from kg.export.rdf_terms import RDF, XSD
from kg.ontology import DATA, packaged
from kg.pipeline import rdf
from kg.validate.limits import shapes

SCHEMA = packaged()
SH = "http://www.w3.org/ns/shacl#"
NOWHERE = "nosuch/thing"
Triples = set[ox.Triple]


class Fault(NamedTuple):
    """A constraint, and the graph in which it alone was set out to be broken."""

    shape: str
    path: str
    constraint: str
    focus: str
    graph: Triples

    def __str__(self) -> str:
        return f"{self.shape.rpartition('/')[2]}-{self.path.rpartition('/')[2] or 'itself'}-{self.constraint}"


class Planter:
    """Breaks the constraints of the ontology's shapes one by one."""

    def __init__(self) -> None:
        self.shapes = ox.Store()
        self.shapes.extend(ox.Quad(*triple) for triple in (*rdf.shapes(), *shapes(SCHEMA)))
        self.data: Triples = set(triples(harbour.GRAPH, SCHEMA))

    def faults(self) -> Iterator[Fault]:
        for quad in self.shapes.quads_for_pattern(None, iri(f"{RDF}type"), iri(f"{SH}NodeShape")):
            yield from self.of_shape(quad.subject)

    def of_shape(self, shape: ox.NamedNode) -> Iterator[Fault]:
        targets = self.values(shape, "targetSubjectsOf")
        if targets:  # a domain: a thing of no class has the predicate
            [focus] = [new(NOWHERE)]
            one = next((triple.object for triple in self.data if triple.predicate == targets[0]), new(NOWHERE))
            broken = self.data | {ox.Triple(focus, targets[0], one)}
            yield Fault(shape.value, "", "Or" if self.values(shape, "or") else "Class", focus.value, broken)
        focus = self.instance(shape) if not targets else None
        if focus is None and not targets:
            return
        if not targets and self.values(shape, "or"):
            gone = {iri(SCHEMA.iri(name)) for name in ("evidence", "background")}
            broken = {triple for triple in self.data if triple.subject != focus or triple.predicate not in gone}
            yield Fault(shape.value, "", "Or", focus.value, broken)
        for inner in self.values(shape, "property"):
            [path] = self.values(inner, "path")
            at = focus or next((triple.subject for triple in self.data if triple.predicate == path), None)
            if at is not None:
                yield from self.of_property(shape, inner, at, path)

    def of_property(self, shape, inner, focus, path) -> Iterator[Fault]:
        for quad in self.shapes.quads_for_pattern(inner, None, None):
            name = quad.predicate.value.removeprefix(SH)
            if name not in ("path", "severity") and quad.predicate.value.startswith(SH):
                constraint = name[0].upper() + name[1:]
                yield Fault(shape.value, path.value, constraint, focus.value, self.broken(name, focus, path))

    def broken(self, name: str, focus, path) -> Triples:
        if name == "minCount":
            return {triple for triple in self.data if (triple.subject, triple.predicate) != (focus, path)}
        if name == "lessThanOrEquals" and path.value == SCHEMA.iri("value"):
            return self.data | {ox.Triple(focus, iri(SCHEMA.iri("valueMax")), number(-9))}
        wrong = {
            "class": [new(NOWHERE)],
            "or": [new(NOWHERE)],
            "datatype": [ox.Literal("x", datatype=iri(f"{XSD}token"))],
            "in": [ox.Literal("nosuch")],
            "lessThanOrEquals": [ox.Literal("999999", datatype=iri(f"{XSD}integer"))],
            "maxCount": [ox.Literal("one", language="zh"), ox.Literal("two", language="zh")],
            "maxInclusive": [number(2)],
            "minInclusive": [number(-1)],
            "nodeKind": [ox.Literal("x")],
            "pattern": [ox.Literal("!")],
        }[name]
        return self.data | {ox.Triple(focus, path, value) for value in wrong}

    def instance(self, shape):
        """Return a node of the data of a shape's class."""
        name = shape.value.removeprefix(SCHEMA.namespace)
        if name not in SCHEMA.classes:
            return None
        kinds = {iri(SCHEMA.iri(kind)) for kind in SCHEMA.classes if SCHEMA.is_a(kind, name)}
        found = (t.subject for t in self.data if t.predicate.value == f"{RDF}type" and t.object in kinds)
        return min(found, key=str, default=None)

    def values(self, node, name: str):
        return [quad.object for quad in self.shapes.quads_for_pattern(node, iri(SH + name), None)]


def iri(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)


def new(name: str) -> ox.NamedNode:
    return ox.NamedNode(DATA + name)


def number(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=iri(f"{XSD}decimal"))


def moved(term, at: int):
    """Return a term in the copy of this number."""
    if isinstance(term, ox.NamedNode) and term.value.startswith(DATA):
        return iri(copy(term.value, at))
    return term


def copy(value: str, at: int) -> str:
    """Return a node's IRI in the copy of this number."""
    return value.replace(DATA, f"{DATA}copy{at}/", 1)


FAULTS = sorted(Planter().faults(), key=str)
DATA_WITH_FAULTS = [
    ox.Triple(moved(triple.subject, at), triple.predicate, moved(triple.object, at))
    for at, fault in enumerate(FAULTS)
    for triple in fault.graph
]
