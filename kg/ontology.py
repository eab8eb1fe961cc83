"""The ontology, read at run time from `ontology/news.ttl`: the only schema that the program has."""

import functools
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from kg.errors import OntologyError

SCHEMA = "https://schema.org/"


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


class Ontology(msgspec.Struct, frozen=True):
    """The terms of one ontology."""

    namespace: str
    version: str
    classes: dict[str, Class]
    predicates: dict[str, Predicate]
    properties: dict[str, Property]

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Return the superclasses of a class, nearest first."""
        found: list[str] = []
        level = [name]
        while level:
            level = [parent for child in level for parent in self.class_(child).parents]
            found.extend(level)
        return tuple(dict.fromkeys(reversed(found)))[::-1]

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
        return _term(self.classes, "class", name)

    def predicate(self, name: str) -> Predicate:
        """Return a predicate by name."""
        return _term(self.predicates, "predicate", name)


def _term(terms: dict[str, Any], kind: str, name: str) -> Any:
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
    from rdflib.namespace import OWL  # noqa: PLC0415

    graph = rdflib.Graph(bind_namespaces="none")
    try:
        graph.parse(path, format="turtle")
    except FileNotFoundError:
        raise OntologyError("there is no such ontology", str(path)) from None
    except (OSError, SyntaxError, ValueError) as error:
        raise OntologyError(f"is not Turtle: {error}", str(path)) from error
    heads = sorted(graph.subjects(rdflib.RDF.type, OWL.Ontology))
    if len(heads) != 1:
        raise OntologyError(f"has {len(heads)} owl:Ontology headers where one is needed", str(path))
    return _Reader(graph, str(heads[0]), str(path)).ontology()


class _Reader:
    """Turns the triples of one ontology into terms."""

    def __init__(self, graph: Any, namespace: str, where: str) -> None:
        self.graph, self.namespace, self.where = graph, namespace, where

    def ontology(self) -> Ontology:
        from rdflib.namespace import OWL, RDFS  # noqa: PLC0415

        version = next(self.graph.objects(None, OWL.versionInfo), "")
        classes = {
            name: Class(name, *self.texts(node), parents=self.names(node, RDFS.subClassOf))
            for name, node in self.terms(OWL.Class)
        }
        symmetric = {name for name, _ in self.terms(OWL.SymmetricProperty)}
        predicates = {
            name: Predicate(
                name,
                *self.texts(node),
                domain=self.names(node, f"{SCHEMA}domainIncludes"),
                range=self.names(node, f"{SCHEMA}rangeIncludes"),
                related=bool(self.names(node, RDFS.subPropertyOf)),
                symmetric=name in symmetric,
            )
            for name, node in self.terms(OWL.ObjectProperty)
            if list(self.graph.objects(node, _iri(f"{SCHEMA}domainIncludes")))
        }
        properties = {
            name: Property(
                name,
                *self.texts(node),
                domain=self.names(node, f"{SCHEMA}domainIncludes"),
                datatype=self.datatype(node),
            )
            for name, node in self.terms(OWL.DatatypeProperty)
        }
        self.check(classes, predicates)
        return Ontology(self.namespace, str(version), *map(_frozen, (classes, predicates, properties)))

    def terms(self, kind: Any) -> list[tuple[str, Any]]:
        from rdflib.namespace import RDF  # noqa: PLC0415

        nodes = sorted(node for node in self.graph.subjects(RDF.type, kind) if str(node).startswith(self.namespace))
        return [(str(node)[len(self.namespace) :], node) for node in nodes]

    def names(self, node: Any, prop: Any) -> tuple[str, ...]:
        values = (str(value) for value in self.graph.objects(node, _iri(prop)))
        return tuple(sorted(v[len(self.namespace) :] for v in values if v.startswith(self.namespace)))

    def texts(self, node: Any) -> tuple[Text, Text]:
        from rdflib.namespace import RDFS, SKOS  # noqa: PLC0415

        return self.text(node, RDFS.label), self.text(node, SKOS.definition)

    def text(self, node: Any, prop: Any) -> Text:
        values = {value.language: str(value) for value in self.graph.objects(node, prop)}
        if missing := [language for language in ("zh", "en") if language not in values]:
            raise OntologyError(f"{node} lacks {prop} in {missing[0]!r}", self.where)
        return Text(values["zh"], values["en"])

    def datatype(self, node: Any) -> str:
        values = sorted(str(value) for value in self.graph.objects(node, _iri(f"{SCHEMA}rangeIncludes")))
        return values[0].rpartition("#")[2] if values else "string"

    def check(self, classes: dict[str, Class], predicates: dict[str, Predicate]) -> None:
        for term in predicates.values():
            for name in (*term.domain, *term.range):
                if name not in classes:
                    raise OntologyError(f"predicate {term.name!r} names no class {name!r}", self.where)
        for term in classes.values():
            seen, level = {term.name}, set(term.parents)
            while level:
                if term.name in level:
                    raise OntologyError(f"class {term.name!r} is below itself", self.where)
                seen |= level
                level = {parent for name in level for parent in classes[name].parents} - seen | (
                    {term.name} & {parent for name in level for parent in classes[name].parents}
                )


def _iri(value: Any) -> Any:
    import rdflib  # noqa: PLC0415

    return rdflib.URIRef(str(value))


def _frozen(terms: Iterable[tuple[str, Any]] | dict[str, Any]) -> Any:
    return MappingProxyType(dict(terms))
