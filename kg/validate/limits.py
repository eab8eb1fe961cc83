"""SHACL shapes that an ontology implies: from the domains and ranges of its predicates.

The ontology file holds the limits of values as shapes; domains and ranges stand there once, as
schema:domainIncludes and schema:rangeIncludes, and become shapes here.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.ontology import Ontology

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def shapes(schema: Ontology) -> Iterator[ox.Triple]:
    """Yield the shapes of a schema's predicates, and of the predicates that facts may assert."""
    for predicate in schema.predicates.values():
        name = schema.iri(predicate.name)
        shape = ox.NamedNode(f"{name}Shape")
        yield ox.Triple(shape, _rdf("type"), _sh("NodeShape"))
        yield ox.Triple(shape, _sh("targetSubjectsOf"), ox.NamedNode(name))
        yield from _classes(shape, map(schema.iri, predicate.domain))
        inner = ox.NamedNode(f"{name}Values")
        yield ox.Triple(shape, _sh("property"), inner)
        yield ox.Triple(inner, _sh("path"), ox.NamedNode(name))
        yield from _classes(inner, map(schema.iri, predicate.range))
    yield from _asserted(schema)


def _asserted(schema: Ontology) -> Iterator[ox.Triple]:
    """Yield the shape that limits what facts assert to the predicates for that."""
    fact = ox.NamedNode(schema.iri("Fact"))
    inner = ox.NamedNode(schema.iri("FactPredicates"))
    yield ox.Triple(fact, _sh("property"), inner)
    yield ox.Triple(inner, _sh("path"), _rdf("predicate"))
    names = [predicate.name for predicate in schema.predicates.values() if predicate.related]
    yield from _list(inner, "in", [ox.NamedNode(schema.iri(name)) for name in sorted(names)])


def _classes(shape: ox.NamedNode, classes: Iterable[str]) -> Iterator[ox.Triple]:
    found = sorted(classes)
    if len(found) == 1:
        yield ox.Triple(shape, _sh("class"), ox.NamedNode(found[0]))
        return
    parts = [ox.NamedNode(f"{shape.value}-{number}") for number, _ in enumerate(found)]
    for part, kind in zip(parts, found, strict=True):
        yield ox.Triple(part, _sh("class"), ox.NamedNode(kind))
    yield from _list(shape, "or", parts)


def _list(shape: ox.NamedNode, name: str, items: list[ox.NamedNode]) -> Iterator[ox.Triple]:
    heads = [ox.NamedNode(f"{shape.value}-{name}{number}") for number, _ in enumerate(items)]
    yield ox.Triple(shape, _sh(name), heads[0])
    for head, item, rest in zip(heads, items, [*heads[1:], _rdf("nil")], strict=True):
        yield ox.Triple(head, _rdf("first"), item)
        yield ox.Triple(head, _rdf("rest"), rest)


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)


def _rdf(name: str) -> ox.NamedNode:
    return ox.NamedNode(RDF + name)
