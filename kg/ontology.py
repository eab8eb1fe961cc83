"""The ontology, read at run time from `ontology/news.ttl`: the only schema that the program has."""

import functools
import graphlib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from kg.errors import OntologyError

if TYPE_CHECKING:
    import rdflib

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DOMAIN = "https://schema.org/domainIncludes"
RANGE = "https://schema.org/rangeIncludes"


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


class Ontology(msgspec.Struct, frozen=True, dict=True):
    """The terms of one ontology."""

    namespace: str
    version: str
    classes: Mapping[str, Class]
    predicates: Mapping[str, Predicate]
    properties: Mapping[str, Property]

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


def packaged_path() -> Path:
    """Return where the ontology stands: inside the installed package, or beside it in a checkout."""
    inside = Path(str(resources.files("kg"))) / "_ontology"
    return (inside if inside.is_dir() else Path(__file__).parents[1] / "ontology") / "news.ttl"


@functools.cache
def packaged() -> Ontology:
    """Return the ontology that comes with the package."""
    return read(packaged_path())


def read(path: Path) -> Ontology:
    """Read an ontology from a Turtle file."""
    import rdflib  # noqa: PLC0415  # 0.2 s that no command should pay before it needs a schema

    graph = rdflib.Graph(bind_namespaces="none")
    try:
        graph.parse(path, format="turtle")
    except FileNotFoundError:
        raise OntologyError("there is no such ontology", str(path)) from None
    except (OSError, SyntaxError, ValueError) as error:
        raise OntologyError(f"is not Turtle: {error}", str(path)) from error
    heads = sorted(str(head) for head in graph.subjects(rdflib.RDF.type, rdflib.OWL.Ontology))
    if len(heads) != 1:
        raise OntologyError(f"has {len(heads)} owl:Ontology headers where one is needed", str(path))
    return _Reader(graph, heads[0], str(path)).ontology()


class _Reader:
    """Turns the triples of one ontology into terms."""

    def __init__(self, graph: "rdflib.Graph", namespace: str, where: str) -> None:
        self.graph, self.namespace, self.where = graph, namespace, where

    def ontology(self) -> Ontology:
        """Return all terms, checked."""
        version = next(self.graph.objects(None, self.owl("versionInfo")), "")
        found = Ontology(
            self.namespace,
            str(version),
            classes={
                term.name: Class(*_fields(term), parents=self.names(node, f"{RDFS}subClassOf"))
                for node, term in self.terms("Class")
            },
            predicates=self.predicates(),
            properties={
                term.name: Property(*_fields(term), domain=self.names(node, DOMAIN), datatype=self.datatype(node))
                for node, term in self.terms("DatatypeProperty")
            },
        )
        self.check(found)
        return found

    def predicates(self) -> dict[str, Predicate]:
        """Return the object properties that have a domain; those without one only group others."""
        symmetric = {term.name for _, term in self.terms("SymmetricProperty")}
        return {
            term.name: Predicate(
                *_fields(term),
                domain=domain,
                range=self.names(node, RANGE),
                related=bool(self.names(node, f"{RDFS}subPropertyOf")),
                symmetric=term.name in symmetric,
            )
            for node, term in self.terms("ObjectProperty")
            if (domain := self.names(node, DOMAIN))
        }

    def owl(self, name: str) -> Any:
        """Return an IRI of the OWL vocabulary."""
        return _iri(f"http://www.w3.org/2002/07/owl#{name}")

    def terms(self, kind: str) -> Iterator[tuple[Any, Term]]:
        """Yield the terms of one OWL kind in the ontology's own namespace, by name."""
        nodes = (str(node) for node in self.graph.subjects(_iri(f"{RDF}type"), self.owl(kind)))
        for iri in sorted(node for node in nodes if node.startswith(self.namespace)):
            node = _iri(iri)
            name = iri[len(self.namespace) :]
            yield node, Term(name, self.text(node, f"{RDFS}label"), self.text(node, f"{SKOS}definition"))

    def names(self, node: Any, prop: str) -> tuple[str, ...]:
        """Return the terms of this ontology that a node has under a property, sorted."""
        values = (str(value) for value in self.graph.objects(node, _iri(prop)))
        return tuple(sorted(value[len(self.namespace) :] for value in values if value.startswith(self.namespace)))

    def text(self, node: Any, prop: str) -> Text:
        """Return a text in both languages."""
        values = {getattr(value, "language", None): str(value) for value in self.graph.objects(node, _iri(prop))}
        for language in ("zh", "en"):
            if language not in values:
                raise OntologyError(f"{node} has no {prop} in {language!r}", self.where)
        return Text(values["zh"], values["en"])

    def datatype(self, node: Any) -> str:
        """Return the local name of a property's datatype."""
        values = sorted(str(value) for value in self.graph.objects(node, _iri(RANGE)))
        return values[0].rpartition("#")[2] if values else "string"

    def check(self, found: Ontology) -> None:
        """Raise where a term names a class that there is not, or a class is below itself."""
        named = {name: term.parents for name, term in found.classes.items()}
        named.update((name, (*term.domain, *term.range)) for name, term in found.predicates.items())
        for term, classes in named.items():
            if unknown := [name for name in classes if name not in found.classes]:
                raise OntologyError(f"{term!r} names no class {unknown[0]!r}", self.where)
        try:
            graphlib.TopologicalSorter({name: term.parents for name, term in found.classes.items()}).prepare()
        except graphlib.CycleError as error:
            raise OntologyError(f"classes below themselves: {', '.join(error.args[1])}", self.where) from error


def _fields(term: Term) -> tuple[str, Text, Text]:
    return term.name, term.label, term.definition


def _iri(value: str) -> Any:
    import rdflib  # noqa: PLC0415

    return rdflib.URIRef(value)
