"""The terms of an ontology: classes, predicates, properties and codes, with labels and definitions."""

import functools
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from kg.errors import OntologyError

DATA = "https://kg-news.example/id/"
"""The namespace of what graphs hold, by default."""


class Text(msgspec.Struct, frozen=True):
    """A label or definition in the ontology's two languages."""

    zh: str
    en: str


class Term(msgspec.Struct, frozen=True):
    """A class, predicate or property: its local name, label and definition."""

    name: str
    label: Text
    definition: Text


class Class(Term, frozen=True):
    """A class with its direct superclasses."""

    parents: tuple[str, ...] = ()


class Predicate(Term, frozen=True):
    """A relation between nodes, with the classes that it admits on either side.

    `related` marks what statements say; the others hold the graph together (about, evidence, inDocument …).
    """

    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    related: bool = False
    symmetric: bool = False

    @property
    def relationship(self) -> str:
        """The relationship type of the property graph.

        >>> Predicate("locatedIn", Text("位于", "located in"), Text("", "")).relationship
        'LOCATED_IN'
        """
        return "".join(f"_{c}" if c.isupper() else c.upper() for c in self.name)


class Property(Term, frozen=True):
    """A value that nodes of some classes carry, with its XSD datatype's local name."""

    domain: tuple[str, ...] = ()
    datatype: str = "string"


class Code(Term, frozen=True):
    """A value that a coded property may have: `notation` is what data holds."""

    notation: str = ""


class Standard(msgspec.Struct, frozen=True, order=True):
    """A term of another vocabulary above one of ours; an inverse one runs from object to subject."""

    iri: str
    inverse: bool = False


class Ontology(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The terms of one ontology.

    `codes` are the code lists by the property that takes its values from them, `standards` the terms of other
    vocabularies above a term, `iris` the IRIs of the terms that stand in another namespace than this one, `prefixes`
    the short names of those namespaces, `data` is the namespace of what graphs hold, and `added` Turtle of all that
    is said beyond the first of its files.
    """

    namespace: str
    version: str
    classes: Mapping[str, Class]
    predicates: Mapping[str, Predicate]
    properties: Mapping[str, Property]
    codes: Mapping[str, tuple[Code, ...]] = {}
    standards: Mapping[str, tuple[Standard, ...]] = {}
    iris: Mapping[str, str] = {}
    prefixes: Mapping[str, str] = {}
    data: str = DATA
    added: str = ""

    def iri(self, name: str) -> str:
        """Return the IRI of a term.

        >>> from kg.ontology import packaged
        >>> packaged().iri("locatedIn")
        'https://kg-news.example/ontology/locatedIn'
        """
        return self.iris.get(name) or self.namespace + name

    @functools.cached_property
    def names(self) -> Mapping[str, str]:
        """Return every class, predicate and property by its IRI."""
        return {self.iri(name): name for name in (*self.classes, *self.predicates, *self.properties)}

    @functools.cached_property
    def lineages(self) -> Mapping[str, tuple[str, ...]]:
        """Return every class's superclasses, nearest first."""
        return {name: self._lineage(name) for name in self.classes}

    def _lineage(self, name: str) -> tuple[str, ...]:
        found: list[str] = []
        level = [name]
        while level:
            level = [parent for child in level for parent in self.classes[child].parents]
            found.extend(level)
        return tuple(dict.fromkeys(reversed(found)))[::-1]

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Return the superclasses of a class, nearest first."""
        return _named(self.lineages, "class", name)

    def types(self, name: str) -> tuple[str, ...]:
        """Return a class and its superclasses, most specific first, without the root.

        >>> from kg.ontology import packaged
        >>> packaged().types("Company"), packaged().types("Municipality")
        (('Company', 'Organization', 'Agent'), ('Municipality', 'City', 'Province', 'AdministrativeArea', 'Place'))
        """
        return tuple(kind for kind in (name, *self.ancestors(name)) if self.class_(kind).parents)

    def is_a(self, name: str, other: str) -> bool:
        """Tell whether a class is another one or below it."""
        return name == other or other in self.ancestors(name)

    def admits(self, predicate: str, subject: str, target: str) -> bool:
        """Tell whether a predicate may hold between things of two classes."""
        relation = self.predicate(predicate)
        return any(self.is_a(subject, kind) for kind in relation.domain) and any(
            self.is_a(target, kind) for kind in relation.range
        )

    def class_(self, name: str) -> Class:
        """Return a class by name."""
        return _named(self.classes, "class", name)

    def predicate(self, name: str) -> Predicate:
        """Return a predicate by name."""
        return _named(self.predicates, "predicate", name)


Found = TypeVar("Found")


def _named(terms: Mapping[str, Found], kind: str, name: str) -> Found:
    try:
        return terms[name]
    except KeyError:
        raise OntologyError(f"no {kind} named {name!r}; there are: {', '.join(sorted(terms))}") from None
