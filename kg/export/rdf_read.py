"""From the RDF that `kg.export.rdf_write` writes back to the graph.

RDF has no order: evidence, mentions, aliases and spans come back sorted, and once each. Triples of other vocabularies
are passed over, and of several classes the most specific one counts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, BinaryIO, TypeVar
from urllib.parse import unquote

import msgspec
import pyoxigraph as ox

from kg import ontology
from kg.errors import RecordError
from kg.export.rdf_pairs import PROPERTIES
from kg.export.rdf_terms import RDF
from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Record, Ref, Statement
from kg.ontology import Ontology

Node = Mapping[str, list[Any]]
Made = TypeVar("Made", bound=msgspec.Struct)

_VALUES: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {"decimal": Decimal, "integer": int, "boolean": "true".__eq__}
)
_FIELDS: Mapping[str, str] = MappingProxyType({name: field for field, name in PROPERTIES.items()})
_OWN = frozenset({"confidence", "extractor", "rule", "modality", "background"})


# The formats by the ending of a file's name.
FORMATS: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        ".jsonld": ox.RdfFormat.JSON_LD,
        ".nq": ox.RdfFormat.N_QUADS,
        ".nt": ox.RdfFormat.N_TRIPLES,
        ".rdf": ox.RdfFormat.RDF_XML,
        ".trig": ox.RdfFormat.TRIG,
        ".ttl": ox.RdfFormat.TURTLE,
    }
)


def read(source: BinaryIO, ending: str, where: str = "") -> Graph:
    """Read a graph back from RDF, its format told by the ending of a file's name (`.ttl`, `.nq` …).

    What is no such graph is a `RecordError` that names `where`.
    """
    form = FORMATS[ending]
    try:
        return Graph.of(_Reader(ox.parse(source, form), ontology.in_use()).records())
    except SyntaxError as error:
        raise RecordError(f"is no {form.name}: {error}", where) from error
    except (LookupError, ValueError, ArithmeticError, msgspec.ValidationError) as error:
        raise RecordError(f"holds no graph of this kind: {error}", where) from error


class _Reader:
    """Gathers triples by subject, and turns the subjects into records."""

    def __init__(self, quads: Iterator[ox.Quad], schema: Ontology) -> None:
        self.schema = schema
        self.nodes: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self.foreign: set[str] = set()
        for triple in dict.fromkeys(quad.triple for quad in quads):
            if isinstance(triple.subject, ox.NamedNode):
                name = self.id(triple.subject.value)
                self.add(self.nodes[name], triple.predicate.value, triple.object)
                if not triple.subject.value.startswith(schema.data):
                    self.foreign.add(name)

    def add(self, node: dict[str, list[Any]], predicate: str, term: Any) -> None:
        """Add what a triple says of its subject; a triple term stands for its three parts."""
        name = self.name(predicate).replace(RDF, "rdf:")
        if name == "rdf:reifies" and isinstance(term, ox.Triple):
            for part in ("subject", "predicate", "object"):
                node[f"rdf:{part}"].append(self.value(part, getattr(term, part)))
        else:
            node[name].append(self.value(name, term))

    def name(self, iri: str) -> str:
        """Return the local name of a term of the schema; of another, its IRI."""
        return self.schema.names.get(iri) or iri.removeprefix(self.schema.namespace)

    def id(self, iri: str) -> str:
        """Return the id of a node; of another than the graph's, its IRI."""
        return unquote(iri.removeprefix(self.schema.data)) if iri.startswith(self.schema.data) else iri

    def value(self, name: str, term: Any) -> Any:
        """Return the id of a node, the name of a term, or a value of the property's datatype."""
        if isinstance(term, ox.NamedNode):
            return self.schema.names.get(term.value) or self.id(term.value)
        known = self.schema.properties.get(name)
        return _VALUES.get(known.datatype if known else "", str)(term.value)

    def records(self) -> Iterator[Record]:
        """Yield entities, statements and articles."""
        for name in sorted(self.nodes):
            kind = self.kind(name)
            if kind and name in self.foreign:
                raise ValueError(f"{name} lies outside the namespace {self.schema.data}; kg.toml sets it")
            if kind == "Article":
                yield self.article(name)
            elif kind == "Fact":
                yield self.statement(name)
            elif kind and self.schema.is_a(kind, "Entity"):
                yield self.entity(name, kind)

    def kind(self, name: str) -> str | None:
        """Return the most specific class of a node, None where it is of no class of the schema."""
        kinds = [kind for kind in self.nodes[name].get("rdf:type", ()) if kind in self.schema.classes]
        return max(kinds, key=lambda kind: (len(self.schema.ancestors(kind)), kind), default=None)

    def entity(self, name: str, kind: str) -> Entity:
        """Return an entity."""
        node = self.nodes[name]
        return _made(
            Entity,
            id=name,
            types=self.schema.types(kind),
            name=_one(name, node, "name"),
            aliases=tuple(sorted(node["alias"])),
            documents=self.documents(node),
            mentions=self.evidence(node["mentionedAt"]),
            code=_any(node, "code"),
            same_as=tuple(sorted(node["sameAs"])),
        )

    def article(self, name: str) -> Article:
        """Return an article."""
        node = self.nodes[name]
        spans = (
            (_one(span, self.nodes[span], "startOffset"), _one(span, self.nodes[span], "endOffset"))
            for span in node["extent"]
        )
        return _made(
            Article,
            id=name,
            documents=self.documents(node),
            name=_one(name, node, "name"),
            kind=_one(name, node, "articleKind"),
            published=_any(node, "published"),
            publisher=_any(node, "publisher"),
            sha256=_one(name, node, "sha256"),
            text=_one(name, node, "text"),
            spans=tuple(sorted(spans)),
        )

    def statement(self, name: str) -> Statement:
        """Return a statement."""
        node = self.nodes[name]
        said = sorted((_FIELDS.get(key, key), node[key][0]) for key in node if key in self.schema.properties)
        return _made(
            Statement,
            id=name,
            documents=self.documents(node),
            subject=self.ref(_one(name, node, "rdf:subject")),
            predicate=_one(name, node, "rdf:predicate"),
            object=self.target(_one(name, node, "rdf:object")),
            qualifiers={key: value for key, value in said if key not in _OWN},
            evidence=self.evidence(node["evidence"]),
            confidence=float(_one(name, node, "confidence")),
            extractor=_one(name, node, "extractor"),
            rule=_one(name, node, "rule"),
            modality=_one(name, node, "modality"),
            background=bool(_any(node, "background")),
        )

    def target(self, name: str) -> Ref | Figure | Quotation:
        """Return what a statement says of its subject."""
        node, kind = self.nodes[name], self.kind(name)
        if kind == "Quotation":
            return _made(Quotation, id=name, mode=_one(name, node, "mode"), text=_one(name, node, "text"))
        if kind != "Figure":
            return self.ref(name)
        about = _any(node, "about")
        fields = {_FIELDS.get(key, key): node[key][0] for key in node if key in self.schema.properties}
        return _made(Figure, id=name, about=self.ref(about) if about else None, **fields)

    def ref(self, name: str) -> Ref:
        """Return a reference to a node of the graph."""
        article = "Article" if self.kind(name) == "Article" else None
        return Ref(name, _one(name, self.nodes[name], "name"), article)

    def evidence(self, spans: list[str]) -> tuple[Evidence, ...]:
        """Return the evidence that stands in spans."""
        return tuple(sorted(map(self.span, spans)))

    def span(self, name: str) -> Evidence:
        """Return a span that is quoted."""
        node = self.nodes[name]
        [document] = self.documents(node)
        return Evidence(
            document, _one(name, node, "startOffset"), _one(name, node, "endOffset"), _one(name, node, "text")
        )

    def documents(self, node: Node) -> tuple[str, ...]:
        """Return the names of the documents that a node is in."""
        return tuple(sorted(_one(name, self.nodes[name], "path") for name in node["inDocument"]))


def _made(record: type[Made], /, **fields: Any) -> Made:
    """Return a record, its fields checked."""
    return msgspec.convert({"record": record.__struct_config__.tag, **fields}, record)


def _one(name: str, node: Node, key: str) -> Any:
    values = node.get(key, ())
    if len(values) != 1:
        raise ValueError(f"{name} has {len(values)} values of {key} where one is needed")
    return values[0]


def _any(node: Node, key: str) -> Any:
    return node[key][0] if node.get(key) else None
