"""Violations in words, Chinese or English: which thing, what is wrong with it, and the passage that it comes from."""

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec
import pyoxigraph as ox

from kg.lexicon import read_table
from kg.ontology import Ontology, Term
from kg.validate import Violation

Language = Literal["zh", "en"]
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class Phrase(msgspec.Struct, frozen=True):
    """What a constraint's violation is called in either language."""

    constraint: str
    zh: str
    en: str


@functools.cache
def phrases() -> dict[str, Phrase]:
    """Return the phrases by constraint."""
    rows = read_table(Path(__file__).with_name("wording.tsv"), Phrase)
    return {row.constraint: row for row in rows}


def phrase(name: str, lang: Language, **parts: object) -> str:
    """Return a phrase with its parts filled in.

    >>> phrase("Pattern", "en", value="“A”")
    'has the value “A”, which is not written as it must be'
    """
    found = phrases().get(name) or phrases()["other"]
    text: str = getattr(found, lang)
    return text.format(**{"constraint": name, **parts})


class Wording:
    """Puts violations into words, with the names that the data has for its nodes."""

    def __init__(self, data: Iterable[ox.Triple], schema: Ontology, lang: Language) -> None:
        self.schema, self.lang = schema, lang
        self.store = ox.Store()
        self.store.bulk_extend(ox.Quad(*triple) for triple in data)
        terms: Iterable[Term] = (*schema.classes.values(), *schema.predicates.values(), *schema.properties.values())
        self.terms = {schema.iri(term.name): term for term in terms}

    def lines(self, violation: Violation) -> Iterator[str]:
        """Yield the lines of one violation: the node, what is wrong, and its evidence."""
        yield f"{self.name(violation.focus)}  {self.short(violation.focus)}"
        value = f"“{self.name(violation.value)}”" if violation.value else ""
        wrong = phrase(violation.constraint, self.lang, value=value)
        path = f"{self.label(violation.path)}: " if violation.path else ""
        yield f"  {path}{wrong}"
        for passage in self.evidence(violation.focus):
            yield f"  {phrase('evidence', self.lang)}: {passage}"

    def name(self, value: str) -> str:
        """Return what a node or term is called: a fact by what it says, else its name or text, else the value."""
        if value in self.terms:
            return self.label(value)
        parts = [self.one(value, f"{RDF}{part}") for part in ("subject", "predicate", "object")]
        if all(parts):
            return " ".join(map(self.name, parts))
        return self.one(value, self.schema.iri("name")) or self.one(value, self.schema.iri("text")) or value

    def label(self, iri: str) -> str:
        """Return the label of a term with its local name; of another's, its IRI."""
        term = self.terms.get(iri)
        return f"{getattr(term.label, self.lang)} {term.name}" if term else iri

    def short(self, iri: str) -> str:
        """Return the last two parts of an IRI, which are a node's id."""
        return "/".join(iri.split("/")[-2:])

    def evidence(self, iri: str) -> Iterator[str]:
        """Yield where a node is said, by document, offset and text: a fact, what a fact says, or an entity's name."""
        facts = [iri, *self.subjects(f"{RDF}object", iri)] if not self.all(iri, self.schema.iri("mentionedAt")) else []
        spans = [span for fact in facts for span in self.all(fact, self.schema.iri("evidence"))]
        for span in spans or self.all(iri, self.schema.iri("mentionedAt"))[:1]:
            document = self.one(span, self.schema.iri("inDocument"))
            place = self.one(document, self.schema.iri("path")), self.one(span, self.schema.iri("startOffset"))
            yield f"{':'.join(place)} “{self.one(span, self.schema.iri('text'))}”"

    def one(self, node: str, path: str) -> str:
        """Return the first value that a node has under a property, none as nothing."""
        return next(iter(self.all(node, path)), "")

    def subjects(self, path: str, node: str) -> list[str]:
        """Return the nodes that lead to a node under a property, sorted."""
        found = self.store.quads_for_pattern(None, ox.NamedNode(path), ox.NamedNode(node))
        return sorted(quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))

    def all(self, node: str, path: str) -> list[str]:
        """Return the values that a node has under a property, sorted."""
        try:
            subject = ox.NamedNode(node)
        except ValueError:  # a literal or blank node has no properties
            return []
        found = (quad.object for quad in self.store.quads_for_pattern(subject, ox.NamedNode(path), None))
        return sorted(term.value for term in found if not isinstance(term, ox.Triple))
