"""Records as pairs: what is said of a subject, each as `predicate object` in the form of the terms."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from kg.export.options import Options
from kg.export.rdf_terms import KEPT, RDF, Terms
from kg.model.graph import Article, Entity, Evidence, Figure, Quotation, Statement
from kg.model.ident import document_id
from kg.normalise import unit

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
_FIGURE = tuple(sorted(set(Figure.__struct_fields__) - {"id", "type", "about"}))

Pairs = list[str]


class Writer:
    """Writes the pairs of records, in any order, each once."""

    def __init__(self, terms: Terms, options: Options) -> None:
        self.terms, self.options = terms, options
        self.full, self.plain = options.profile == "full", options.profile == "plain"
        self.of_article = self._fields("kind", "name", "published", "publisher", "sha256", kind="articleKind")
        self.of_entity = self._fields("code", "name")
        self.of_fact = self._fields("confidence", "extractor", "modality", "rule")
        self.of_figure = self._fields(*_FIGURE)
        self.of_quotation = self._fields("mode", "text")
        self.parts = tuple(terms.iri(f"{RDF}{part}") for part in ("subject", "predicate", "object"))
        self.in_document: Callable[[str], str] = functools.lru_cache(KEPT)(
            lambda name: self.link("inDocument", document_id(name))
        )
        self.unit_code: Callable[[str], Pairs] = functools.lru_cache(KEPT)(self._unit_code)

    def link(self, predicate: str, node: str) -> str:
        """Return the pair that leads to a node."""
        return f"{self.terms.predicate(predicate)} {self.terms.node(node)}"

    def entity(self, entity: Entity) -> Pairs:
        """Return the pairs of an entity."""
        terms = self.terms
        return [
            terms.class_(entity.type),
            *self.of_entity(entity),
            *{*map(terms.property("alias"), entity.aliases)},
            *{*map(terms.property("sameAs"), entity.same_as)},
            *self._documents(entity.documents),
            *self._places("mentionedAt", entity.mentions),
        ]

    def article(self, article: Article) -> Pairs:
        """Return the pairs of an article."""
        terms = self.terms
        pairs = [terms.class_("Article"), *self.of_article(article), *self._documents(article.documents)]
        if self.full:
            pairs.append(terms.property("text")(article.text))
            extent = terms.predicate("extent")
            for before, after in map(terms.spans, article.documents):
                pairs += {f"{extent} {before}{start}-{end}{after}" for start, end in article.spans}
        return pairs

    def figure(self, figure: Figure) -> Pairs:
        """Return the pairs of a figure."""
        pairs = [self.terms.class_("Figure"), *self.of_figure(figure), *self.unit_code(figure.unit)]
        if figure.about:
            pairs.append(self.link("about", figure.about.id))
        return pairs

    def quotation(self, quotation: Quotation) -> Pairs:
        """Return the pairs of a quotation."""
        return [self.terms.class_("Quotation"), *self.of_quotation(quotation)]

    def document(self, name: str) -> Pairs:
        """Return the pairs of a document."""
        return [self.terms.class_("Document"), self.terms.property("path")(name)]

    def fact(self, claim: Statement) -> Pairs:
        """Return the pairs of a statement."""
        terms = self.terms
        pairs = [
            terms.class_("Fact"),
            *self.of_fact(claim),
            *{*map(self.in_document, claim.documents)},
            *self._places("evidence", claim.evidence),
            *self._said(claim),
        ]
        for name, value in claim.qualifiers.items():
            pairs.append(terms.property(PROPERTIES.get(name, name))(value))
        if claim.background:
            pairs.append(terms.property("background")(claim.background))
        return pairs

    def _said(self, claim: Statement) -> Pairs:
        """Return what names the triple that a fact is about."""
        terms = self.terms
        subject, target = terms.node(claim.subject.id), terms.node(claim.object.id)
        predicate = terms.predicate(claim.predicate)
        if self.options.rdf12:
            return [f"{terms.iri(f'{RDF}reifies')} <<( {subject} {predicate} {target} )>>"]
        is_subject, is_predicate, is_object = self.parts
        return [f"{is_object} {target}", f"{is_predicate} {predicate}", f"{is_subject} {subject}"]

    def spans(self, document: str, texts: Mapping[tuple[int, int], str | None]) -> Iterator[tuple[str, Pairs]]:
        """Yield the spans of a document with their pairs, sorted."""
        terms = self.terms
        before, after = terms.spans(document)
        (start_is, start_ends), (end_is, end_ends) = terms.number("startOffset"), terms.number("endOffset")
        kind, home, text_is = terms.class_("Span"), self.in_document(document), terms.property("text")
        places = {f"{before}{start}-{end}{after}": (start, end) for start, end in texts}
        for span in sorted(places):
            start, end = place = places[span]
            pairs = [kind, f"{end_is}{end}{end_ends}", home, f"{start_is}{start}{start_ends}"]
            if (text := texts[place]) is not None:
                pairs.append(text_is(text))
            yield span, pairs

    def _unit_code(self, name: str) -> Pairs:
        code = unit.code(name)
        return [self.terms.property("unitCode")(code.code)] if code else []

    def _documents(self, names: Iterable[str]) -> Iterable[str]:
        return () if self.plain else {*map(self.in_document, names)}

    def _places(self, predicate: str, items: Iterable[Evidence]) -> Iterable[str]:
        """Return the pairs that lead to spans."""
        link, spans, pairs = self.terms.predicate(predicate), self.terms.spans, set()
        for item in items if self.full else ():
            before, after = spans(item.document)
            pairs.add(f"{link} {before}{item.start}-{item.end}{after}")
        return pairs

    def _fields(self, *fields: str, **renamed: str) -> Callable[[Any], Pairs]:
        """Return what writes a pair for each of these fields of a record that is not None."""
        names = [renamed.get(field, PROPERTIES.get(field, field)) for field in fields]
        columns, values = [self.terms.property(name) for name in names], attrgetter(*fields)

        def pairs(record: Any) -> Pairs:
            found = zip(columns, values(record), strict=True)
            return [written(value) for written, value in found if value is not None]

        return pairs
