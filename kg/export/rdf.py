"""The graph as triples.

Every asserted statement is a plain triple, and every statement is a `kg:Fact` that names its subject, predicate and
object and carries evidence, confidence, rule and qualifiers:

.. code-block:: turtle

    company:03b691cf99ea2c1d a kg:Company ; kg:name "深圳联合飞机科技有限公司"@zh ; kg:locatedIn area:440300 .
    fact:42027eea98970b3c a kg:Fact ; rdf:subject company:03b691cf99ea2c1d ; rdf:predicate kg:locatedIn ;
        rdf:object area:440300 ; kg:evidence span:890f3bf092f137ad-1313-1327 ; kg:confidence 0.95 .
    span:890f3bf092f137ad-1313-1327 a kg:Span ; kg:inDocument document:890f3bf092f137ad ;
        kg:startOffset 1313 ; kg:endOffset 1327 ; kg:text "在广东深圳，深圳联合飞机科技"@zh .

There are no blank nodes, IRIs are ASCII, triples are sorted: the same graph gives the same bytes, and a change of
the graph changes its own lines only. Only the most specific class is written; the others follow from the ontology.

In RDF 1.2 the fact is the reifier of its triple: `fact:… rdf:reifies <<( company:… kg:locatedIn area:… )>>`.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.export.options import FULL, Options
from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Statement
from kg.model.ident import document_id, span_id
from kg.normalise import unit
from kg.ontology import DATA, Ontology

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
LANGUAGE = "zh"

_SAFE = re.compile("[a-z]+/[0-9A-Za-z-]+")
_TYPE = ox.NamedNode(f"{RDF}type")
# Field of a record → property of the ontology, where the names differ.
PROPERTIES: Mapping[str, str] = MappingProxyType(
    {
        "aliases": "alias",
        "as_of": "asOf",
        "end": "endOffset",
        "same_as": "sameAs",
        "start": "startOffset",
        "value_max": "valueMax",
    }
)


def triples(graph: Graph, schema: Ontology, options: Options = FULL) -> Iterator[ox.Triple]:
    """Yield the triples of the graph, subject by subject, sorted; a term that the schema lacks is an `OntologyError`.

    Only one subject's triples are held at a time.
    """
    return _Mapping(schema, options).graph(graph)


def iri(node: str, data: str = DATA) -> ox.NamedNode:
    """Return the IRI of a node in the namespace of the data; what an IRI cannot hold in ASCII is percent-encoded.

    So is a full stop: not every reader of Turtle takes one at the end of a name.

    >>> iri("area/110000")
    <NamedNode value=https://kg-news.example/id/area/110000>
    """
    return ox.NamedNode(data + (node if _SAFE.fullmatch(node) else quote(node, safe="/").replace(".", "%2E")))


class _Mapping:
    """Turns records into triples, with every term looked up in one schema."""

    def __init__(self, schema: Ontology, options: Options) -> None:
        self.schema, self.options = schema, options
        self.iri: Callable[[str], ox.NamedNode] = partial(iri, data=schema.data)
        self.term: Callable[[str], ox.NamedNode] = functools.cache(self._term)
        self.datatype: Callable[[str], ox.NamedNode | None] = functools.cache(self._datatype)

    def graph(self, graph: Graph) -> Iterator[ox.Triple]:
        """Yield the triples of all records, by subject."""
        subjects: dict[str, list[Callable[[], Iterator[ox.Triple]]]] = defaultdict(list)
        for node, made in self.parts(graph):
            subjects[self.iri(node).value].append(made)
        for name in sorted(subjects):
            found = {triple for made in subjects[name] for triple in made()}
            yield from sorted(found, key=str)

    def parts(self, graph: Graph) -> Iterator[tuple[str, Callable[[], Iterator[ox.Triple]]]]:
        """Yield every subject with what makes its triples; a subject may come several times."""
        for name, node in graph.nodes.items():
            yield name, partial(self.standard, partial(self.node, node))
        for claim in graph.statements:
            if claim.modality == "asserted":
                yield claim.subject.id, partial(self.standard, partial(self.plain, claim))
                if self.options.standard:
                    yield claim.object.id, partial(self.inverse, claim)
            if self.options.profile != "plain":
                yield claim.id, partial(self.standard, partial(self.fact, claim))
        if self.options.profile != "plain":
            for name in sorted({name for record in graph.records() for name in record.documents}):
                yield (
                    document_id(name),
                    partial(self.standard, partial(self.values, document_id(name), "Document", path=name)),
                )
        if self.options.profile == "full":
            yield from self.spans(graph)

    def spans(self, graph: Graph) -> Iterator[tuple[str, Callable[[], Iterator[ox.Triple]]]]:
        """Yield every span with what makes its triples."""
        for evidence in dict.fromkeys(_evidence(graph)):
            yield _span(evidence), partial(self.standard, partial(self.evidence, evidence))
        for article in graph.articles:
            for name in article.documents:
                for start, end in article.spans:
                    yield span_id(name, start, end), partial(self.standard, partial(self.span, name, start, end))

    def standard(self, made: Callable[[], Iterator[ox.Triple]]) -> Iterator[ox.Triple]:
        """Yield triples, and where that is asked for, the same under the terms of other vocabularies."""
        for triple in made():
            yield triple
            if self.options.standard:
                yield from self.above(triple)

    def above(self, triple: ox.Triple) -> Iterator[ox.Triple]:
        """Yield what a triple says in the terms of other vocabularies."""
        names = self.schema.names
        if triple.predicate == _TYPE:
            kind = names[str(triple.object)[1:-1]]
            for name in (kind, *self.schema.ancestors(kind)):
                for term in self.schema.standards.get(name, ()):
                    yield ox.Triple(triple.subject, _TYPE, ox.NamedNode(term.iri))
            return
        for term in self.schema.standards.get(names.get(triple.predicate.value, ""), ()):
            if not term.inverse:
                yield ox.Triple(triple.subject, ox.NamedNode(term.iri), triple.object)

    def inverse(self, claim: Statement) -> Iterator[ox.Triple]:
        """Yield what a statement says from its object in the terms of other vocabularies."""
        for term in self.schema.standards.get(claim.predicate, ()):
            if term.inverse:
                yield ox.Triple(self.iri(claim.object.id), ox.NamedNode(term.iri), self.iri(claim.subject.id))

    def plain(self, claim: Statement) -> Iterator[ox.Triple]:
        """Yield the triple that a statement asserts."""
        yield ox.Triple(self.iri(claim.subject.id), self.predicate(claim.predicate), self.iri(claim.object.id))

    def node(self, node: Entity | Article | Figure | Quotation) -> Iterator[ox.Triple]:
        """Yield the triples of an entity, article, figure or quotation."""
        if isinstance(node, Entity):
            yield from self.entity(node)
        elif isinstance(node, Article):
            yield from self.article(node)
        elif isinstance(node, Figure):
            yield from self.figure(node)
        else:
            yield from self.values(node.id, "Quotation", mode=node.mode, text=node.text)

    def entity(self, entity: Entity) -> Iterator[ox.Triple]:
        """Yield the triples of an entity."""
        fields = {name: getattr(entity, name) for name in ("name", "aliases", "code", "same_as")}
        yield from self.values(entity.id, entity.type, **fields)
        yield from self.documents(entity.id, entity.documents)
        if self.options.profile == "full":
            yield from self.links(entity.id, "mentionedAt", map(_span, entity.mentions))

    def article(self, article: Article) -> Iterator[ox.Triple]:
        """Yield the triples of an article."""
        full = self.options.profile == "full"
        names = ("name", "published", "publisher", "sha256", *(["text"] if full else []))
        fields = {name: getattr(article, name) for name in names}
        yield from self.values(article.id, "Article", articleKind=article.kind, **fields)
        yield from self.documents(article.id, article.documents)
        if full:
            places = (span_id(name, *place) for name in article.documents for place in article.spans)
            yield from self.links(article.id, "extent", places)

    def figure(self, figure: Figure) -> Iterator[ox.Triple]:
        """Yield the triples of a figure."""
        names = (name for name in figure.__struct_fields__ if name not in ("id", "type", "about"))
        code = unit.code(figure.unit)
        fields = {name: getattr(figure, name) for name in names}
        yield from self.values(figure.id, "Figure", unitCode=code and code.code, **fields)
        if figure.about:
            yield from self.links(figure.id, "about", [figure.about.id])

    def fact(self, claim: Statement) -> Iterator[ox.Triple]:
        """Yield the triples of a statement."""
        [said] = self.plain(claim)
        if self.options.rdf12:
            yield ox.Triple(self.iri(claim.id), ox.NamedNode(f"{RDF}reifies"), said)
        else:
            for name, value in (("subject", said.subject), ("predicate", said.predicate), ("object", said.object)):
                yield ox.Triple(self.iri(claim.id), ox.NamedNode(f"{RDF}{name}"), value)
        fields = {name: getattr(claim, name) for name in ("confidence", "extractor", "rule", "modality")}
        yield from self.values(claim.id, "Fact", background=claim.background or None, **fields, **claim.qualifiers)
        yield from self.documents(claim.id, claim.documents)
        if self.options.profile == "full":
            yield from self.links(claim.id, "evidence", map(_span, claim.evidence))

    def documents(self, node: str, names: Iterable[str]) -> Iterator[ox.Triple]:
        """Yield what documents a node is in."""
        if self.options.profile != "plain":
            yield from self.links(node, "inDocument", map(document_id, names))

    def evidence(self, evidence: Evidence) -> Iterator[ox.Triple]:
        """Yield the triples of a span that is quoted."""
        yield from self.span(evidence.document, evidence.start, evidence.end)
        yield from self.properties(_span(evidence), text=evidence.text)

    def span(self, name: str, start: int, end: int) -> Iterator[ox.Triple]:
        """Yield the triples of a span."""
        found = span_id(name, start, end)
        yield from self.values(found, "Span", start=start, end=end)
        yield from self.links(found, "inDocument", [document_id(name)])

    def values(self, node: str, kind: str, /, **fields: Any) -> Iterator[ox.Triple]:
        """Yield a node's class and properties."""
        yield ox.Triple(self.iri(node), _TYPE, self.term(self.schema.class_(kind).name))
        yield from self.properties(node, **fields)

    def properties(self, node: str, /, **fields: Any) -> Iterator[ox.Triple]:
        """Yield a triple for each value: none for None, several for a tuple."""
        for field, value in fields.items():
            for item in value if isinstance(value, tuple) else (value,):
                if item is not None:
                    name = PROPERTIES.get(field, field)
                    yield ox.Triple(self.iri(node), self.term(name), self.literal(name, item))

    def links(self, node: str, predicate: str, targets: Iterable[str]) -> Iterator[ox.Triple]:
        """Yield a triple for each target."""
        for target in targets:
            yield ox.Triple(self.iri(node), self.predicate(predicate), self.iri(target))

    def literal(self, name: str, value: Any) -> ox.Literal:
        """Return a value in the datatype that the schema gives its property."""
        datatype = self.datatype(name)
        if datatype is None:
            return ox.Literal(value, language=LANGUAGE)
        return ox.Literal(_lexical(value), datatype=datatype)

    def _datatype(self, name: str) -> ox.NamedNode | None:
        """Return the datatype that the schema gives a property, None for text in a language."""
        if name not in self.schema.properties:
            known = ", ".join(sorted(self.schema.properties))
            raise OntologyError(f"no property named {name!r}; there are: {known}")
        datatype = self.schema.properties[name].datatype
        return None if datatype == "langString" else ox.NamedNode(f"{XSD}{datatype}")

    def predicate(self, name: str) -> ox.NamedNode:
        """Return the IRI of a predicate."""
        return self.term(self.schema.predicate(name).name)

    def _term(self, name: str) -> ox.NamedNode:
        """Return the IRI of a name of the schema."""
        return ox.NamedNode(self.schema.iri(name))


def _evidence(graph: Graph) -> Iterator[Evidence]:
    for entity in graph.entities:
        yield from entity.mentions
    for claim in graph.statements:
        yield from claim.evidence


def _span(evidence: Evidence) -> str:
    return span_id(evidence.document, evidence.start, evidence.end)


def _lexical(value: Any) -> str:
    """Return a value as XSD writes it; decimals have no exponent there."""
    if isinstance(value, bool):
        return str(value).lower()
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)
