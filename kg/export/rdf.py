"""The graph as triples.

Every asserted statement is a plain triple, and every statement is a `kg:Fact` that names its subject, predicate and
object and carries evidence, confidence, rule and qualifiers:

.. code-block:: turtle

    company:03b691cf99ea2c1d a kg:Company ; kg:name "深圳联合飞机科技有限公司"@zh ; kg:locatedIn area:440300 .
    fact:42027eea98970b3c a kg:Fact ; rdf:subject company:03b691cf99ea2c1d ; rdf:predicate kg:locatedIn ;
        rdf:object area:440300 ; kg:evidence span:890f3bf092f137ad-1313-1327 ; kg:confidence 0.95 .
    span:890f3bf092f137ad-1313-1327 a kg:Span ; kg:inDocument document:890f3bf092f137ad ;
        kg:startOffset 1313 ; kg:endOffset 1327 ; kg:text "在广东深圳，深圳联合飞机科技"@zh .

There are no blank nodes, IRIs are ASCII, subjects stand in the order of their ids and what is said of each is sorted:
the same graph gives the same bytes, and a change of the graph changes its own lines only. Only the most specific class
is written; the others follow from the ontology.

In RDF 1.2 the fact is the reifier of its triple: `fact:… rdf:reifies <<( company:… kg:locatedIn area:… )>>`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

import pyoxigraph as ox

from kg.export.options import FULL, Options
from kg.export.rdf_pairs import Pairs, Writer
from kg.export.rdf_terms import Terms
from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Ref, Statement
from kg.model.ident import document_id
from kg.ontology import Ontology

_ID = attrgetter("id")

Item = TypeVar("Item")


def triples(graph: Graph, schema: Ontology, options: Options = FULL) -> Iterator[ox.Triple]:
    """Yield the triples of the graph, subject by subject; a term that the schema lacks is an `OntologyError`."""
    for text in lines(graph, Terms(schema), options):
        for quad in ox.parse(text, ox.RdfFormat.N_TRIPLES):
            yield quad.triple


def lines(graph: Graph, terms: Terms, options: Options = FULL, home: str = "") -> Iterator[str]:
    """Yield each subject's triples as lines of N-Triples; of N-Quads, given the graph (and a space) they stand in."""
    for subject, pairs in subjects(graph, terms, options):
        said = f" {home}.\n{subject} ".join(pairs)
        yield f"{subject} {said} {home}.\n"


def subjects(graph: Graph, terms: Terms, options: Options = FULL) -> Iterator[tuple[str, Pairs]]:
    """Return every subject, in the order of ids, with its pairs, sorted, each once: text in the form of the terms."""
    found = iter(_Subjects(graph, terms, options))
    return _aligned(found, terms) if options.standard else found


class _Document(NamedTuple):
    id: str
    name: str


class _Spans(NamedTuple):
    """The spans of a document, under what their ids begin with."""

    id: str
    document: str


class _Subjects:
    """The subjects of a graph, and what is said of each. Beside the graph, this holds references into it."""

    def __init__(self, graph: Graph, terms: Terms, options: Options) -> None:
        self.graph, self.terms, self.options = graph, terms, options
        asserted = [claim for claim in graph.statements if claim.modality == "asserted"]
        self.said = _grouped((claim.subject.id, claim) for claim in asserted)
        self.heard = _grouped((claim.object.id, claim) for claim in asserted if options.standard)
        full = options.profile == "full"
        self.evidence = _grouped((item.document, item) for item in _evidence(graph) if full)
        self.articles = _grouped((name, article) for article in graph.articles if full for name in article.documents)
        self.writer = Writer(terms, options)
        self.pairs: Mapping[type, Callable[[Any], Pairs]] = {
            Article: self.writer.article,
            Entity: self.writer.entity,
            Figure: self.writer.figure,
            Quotation: self.writer.quotation,
            Ref: lambda _: [],
            Statement: self.writer.fact,
            _Document: lambda document: self.writer.document(document.name),
        }

    def __iter__(self) -> Iterator[tuple[str, Pairs]]:
        last = None
        for item in sorted(self.items(), key=_ID):
            name = item.id
            if name == last and not isinstance(item, Statement):
                continue
            last = name
            if isinstance(item, _Spans):
                yield from self.writer.spans(item.document, self.texts(item.document))
                continue
            pairs = self.pairs[type(item)](item)
            if name in self.said or name in self.heard:
                pairs = list({*pairs, *self.relations(name)})
            if pairs:
                pairs.sort()
                yield self.terms.node(name), pairs

    def items(self) -> Iterator[Any]:
        """Yield what subjects are made from; of nodes of one id, the first counts."""
        graph = self.graph
        yield from graph.articles
        yield from graph.entities
        yield from (claim.object for claim in reversed(graph.statements) if not isinstance(claim.object, Ref))
        yield from (claims[0].subject for claims in self.said.values())
        yield from (Ref(node, "") for node in self.heard)
        if self.options.profile != "plain":
            yield from graph.statements
            names = sorted({name for record in graph.records() for name in record.documents})
            yield from (_Document(document_id(name), name) for name in names)
        names = sorted({*self.evidence, *self.articles})
        yield from (_Spans(document_id(name).replace("document/", "span/"), name) for name in names)

    def relations(self, node: str) -> Iterator[str]:
        """Yield what is asserted of a node, and from its end in the terms of other vocabularies."""
        for claim in self.said.get(node, ()):
            yield self.writer.link(claim.predicate, claim.object.id)
        for claim in self.heard.get(node, ()):
            for term in self.terms.schema.standards.get(claim.predicate, ()):
                if term.inverse:
                    yield f"{self.terms.iri(term.iri)} {self.terms.node(claim.subject.id)}"

    def texts(self, document: str) -> dict[tuple[int, int], str | None]:
        """Return the spans of a document with their texts, None for those that are not quoted."""
        found: dict[tuple[int, int], str | None] = {}
        for article in self.articles.get(document, ()):
            found.update(dict.fromkeys(article.spans))
        for item in self.evidence.get(document, ()):
            found[item.start, item.end] = item.text
        return found


def _aligned(subjects: Iterable[tuple[str, Pairs]], terms: Terms) -> Iterator[tuple[str, Pairs]]:
    """Yield subjects with their pairs, and with the same in the terms of other vocabularies."""
    schema, standards = terms.schema, terms.schema.standards
    classes = {
        terms.class_(name): [
            f"{terms.type} {terms.iri(term.iri)}"
            for kind in (name, *schema.ancestors(name))
            for term in standards.get(kind, ())
        ]
        for name in schema.classes
    }
    above = {
        terms.term(name): [terms.iri(term.iri) for term in found if not term.inverse]
        for name, found in standards.items()
    }
    for subject, pairs in subjects:
        said = {*pairs, *(more for pair in pairs for more in classes.get(pair, ()))}
        for predicate, _, value in (pair.partition(" ") for pair in pairs):
            said.update(f"{term} {value}" for term in above.get(predicate, ()))
        yield subject, sorted(said)


def _grouped(items: Iterable[tuple[str, Item]]) -> Mapping[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for name, item in items:
        found[name].append(item)
    return found


def _evidence(graph: Graph) -> Iterator[Evidence]:
    for entity in graph.entities:
        yield from entity.mentions
    for claim in graph.statements:
        yield from claim.evidence
