"""From Turtle to the terms of an ontology, checked."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology.fault import faults
from kg.ontology.source import Source, joined, source
from kg.ontology.terms import DATA, Class, Code, Ontology, Predicate, Property, Standard, Term, Text

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
QB = "http://purl.org/linked-data/cube#"
DOMAIN = "https://schema.org/domainIncludes"
RANGE = "https://schema.org/rangeIncludes"

Node = ox.NamedNode | ox.BlankNode | ox.Triple
Object = Node | ox.Literal


def read(path: Path, *more: Path) -> Ontology:
    """Read an ontology from a Turtle file; `more` files add terms to it, each under headers of its own.

    A term's local name is its name in the program, whatever its namespace: no two terms may share one. What a file
    says of a term of another file counts too: it may widen the domain of a predicate.
    """
    return combined([source(file) for file in (path, *more)])


def combined(files: Sequence[Source]) -> Ontology:
    """Return the ontology of files that are read."""
    return _Reader(files).ontology()


class _Reader:
    """Turns the triples of an ontology into terms."""

    def __init__(self, files: Sequence[Source]) -> None:
        self.files = files
        self.store = ox.Store()
        for file in files:
            self.store.extend(file.quads)
        self.namespaces = [space for file in files for space in file.namespaces]
        self.iris: dict[str, str] = {}

    def ontology(self) -> Ontology:
        """Return all terms, checked."""
        classes = {
            term.name: Class(*_fields(term), parents=self.names(node, f"{RDFS}subClassOf"))
            for node, term in self.terms(f"{OWL}Class")
        }
        predicates = self.predicates()
        properties = {
            term.name: Property(*_fields(term), domain=self.names(node, DOMAIN), datatype=self.datatype(node))
            for node, term in self.terms(f"{OWL}DatatypeProperty")
        }
        found = Ontology(
            self.namespaces[0],
            next(iter(self.values(_iri(self.namespaces[0]), f"{OWL}versionInfo")), ""),
            classes,
            predicates,
            properties,
            codes={name: codes for name in properties if (codes := self.codes(name))},
            standards={name: above for name in (*classes, *predicates, *properties) if (above := self.standards(name))},
            iris={name: iri for name, iri in self.iris.items() if iri != self.namespaces[0] + name},
            prefixes={
                prefix: space
                for file in self.files[1:]
                for prefix, space in sorted(file.prefixes.items())
                if prefix and space in file.namespaces and space != self.namespaces[0]
            },
            data=next((file.data for file in reversed(self.files) if file.data), DATA),
            added=joined(self.files[1:]),
        )
        for name, fault in faults(found, {name for name, iri in self.iris.items() if self.is_added(iri)}):
            raise OntologyError(fault, self.where(self.iris[name]))
        return found

    def where(self, iri: str) -> str:
        """Return the file and line where a term is described."""
        file = next((file for file in reversed(self.files) if iri in file.subjects), self.files[-1])
        return file.where(iri)

    def is_added(self, iri: str) -> bool:
        """Tell whether a term is described by another file than the first."""
        return any(iri in file.subjects for file in self.files[1:])

    def predicates(self) -> dict[str, Predicate]:
        """Return the object properties that have a domain; those without one only group others."""
        symmetric = {term.name for _, term in self.terms(f"{OWL}SymmetricProperty")}
        return {
            term.name: Predicate(
                *_fields(term),
                domain=domain,
                range=self.names(node, RANGE),
                related=bool(self.names(node, f"{RDFS}subPropertyOf")),
                symmetric=term.name in symmetric,
            )
            for node, term in self.terms(f"{OWL}ObjectProperty")
            if (domain := self.names(node, DOMAIN))
        }

    def codes(self, name: str) -> tuple[Code, ...]:
        """Return the code list of a property, in the order of the file's names."""
        lists = self.objects(_iri(self.iris[name]), f"{QB}codeList")
        nodes = {quad.subject for node in lists for quad in self.quads(None, f"{SKOS}inScheme", node)}
        found = (
            Code(
                self.name(_value(node)) or _value(node),
                self.text(node, f"{SKOS}prefLabel"),
                self.text(node, f"{SKOS}definition"),
                notation=next(iter(self.values(node, f"{SKOS}notation")), ""),
            )
            for node in nodes
        )
        return tuple(sorted(found, key=lambda code: code.name))

    def standards(self, name: str) -> tuple[Standard, ...]:
        """Return the terms of other vocabularies directly above a term."""
        found = []
        for prop in (f"{RDFS}subClassOf", f"{RDFS}subPropertyOf"):
            for node in self.objects(_iri(self.iris[name]), prop):
                inverse = self.objects(node, f"{OWL}inverseOf") if isinstance(node, ox.BlankNode) else []
                found += [Standard(_value(other), inverse=True) for other in inverse]
                if isinstance(node, ox.NamedNode) and self.name(node.value) is None:
                    found.append(Standard(node.value))
        return tuple(sorted(found))

    def terms(self, kind: str) -> Iterator[tuple[ox.NamedNode, Term]]:
        """Yield the terms of one kind in the ontology's own namespaces, by name."""
        nodes = (quad.subject for quad in self.quads(None, f"{RDF}type", _iri(kind)))
        named = sorted((name, _value(node)) for node in nodes if (name := self.name(_value(node))))
        for name, iri in named:
            if self.iris.setdefault(name, iri) != iri:
                raise OntologyError(f"two terms are named {name!r}: {self.iris[name]} and {iri}", self.where(iri))
            node = _iri(iri)
            yield node, Term(name, self.text(node, f"{RDFS}label"), self.text(node, f"{SKOS}definition"))

    def name(self, iri: str) -> str | None:
        """Return the local name of a term of these namespaces, None for another's."""
        spaces = [space for space in self.namespaces if iri.startswith(space)]
        return iri.removeprefix(max(spaces, key=len)) if spaces else None

    def names(self, node: Node, prop: str) -> tuple[str, ...]:
        """Return the terms of this ontology that a node has under a property, sorted."""
        return tuple(sorted(name for iri in self.values(node, prop) if (name := self.name(iri))))

    def text(self, node: Node, prop: str) -> Text:
        """Return a text in both languages."""
        values = [(getattr(value, "language", None), _value(value)) for value in self.objects(node, prop)]
        found = {language: [text for known, text in values if known == language] for language in ("zh", "en")}
        for language, texts in found.items():
            if len(texts) != 1:
                name = re.split("[/#]", prop)[-1]
                fault = f"{_value(node)} has {len(texts)} texts of {name} in {language!r} where one is needed"
                raise OntologyError(fault, self.where(_value(node)))
        return Text(found["zh"][0], found["en"][0])

    def datatype(self, node: Node) -> str:
        """Return the local name of a property's datatype."""
        return next((value.rpartition("#")[2] for value in sorted(self.values(node, RANGE))), "string")

    def values(self, node: Object, prop: str) -> list[str]:
        """Return the lexical values that a node has under a property."""
        return [_value(value) for value in self.objects(node, prop)]

    def objects(self, node: Object, prop: str) -> list[Object]:
        """Return what a node has under a property."""
        return [quad.object for quad in self.quads(node, prop, None)]

    def quads(self, subject: Any, prop: str, target: Any) -> Iterator[ox.Quad]:
        """Yield the triples of a pattern."""
        return self.store.quads_for_pattern(subject, _iri(prop), target)


def _fields(term: Term) -> tuple[str, Text, Text]:
    return term.name, term.label, term.definition


def _value(node: Object) -> str:
    return str(node) if isinstance(node, ox.Triple) else node.value


def _iri(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)
