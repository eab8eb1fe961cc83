"""What an ontology must be beyond readable, in the manner of ROBOT's and FIBO's checks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec
import pyoxigraph as ox

from kg.ontology.reader import OWL, QB, RDF, RDFS, SKOS

SH = "http://www.w3.org/ns/shacl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"
VANN = "http://purl.org/vocab/vann/"
DOMAIN = "https://schema.org/domainIncludes"
RANGE = "https://schema.org/rangeIncludes"
KINDS = {f"{OWL}Class": "class", f"{OWL}ObjectProperty": "predicate", f"{OWL}DatatypeProperty": "property"}
CYPHER = frozenset(
    [
        "all", "and", "as", "begin", "by", "call", "create", "delete", "desc", "end", "exists", "id", "in", "is",
        "limit", "match", "merge", "not", "null", "on", "or", "order", "remove", "return", "set", "skip", "start",
        "then", "type", "union", "unwind", "when", "where", "with", "xor", "yield",
    ]
)  # fmt: skip
HEADER = (
    f"{DCTERMS}title", f"{DCTERMS}description", f"{DCTERMS}license", f"{OWL}versionIRI", f"{OWL}versionInfo",
    f"{VANN}preferredNamespacePrefix", f"{VANN}preferredNamespaceUri",
)  # fmt: skip
DATATYPES = frozenset(
    {f"{RDF}langString", *(f"{XSD}{name}" for name in ("string", "decimal", "integer", "boolean", "date", "anyURI"))}
)


class Fault(msgspec.Struct, frozen=True, order=True):
    """A check that a term does not pass."""

    check: str
    term: str
    detail: str = ""


def faults(triples: Iterable[ox.Triple]) -> tuple[Fault, ...]:
    """Return all faults of an ontology's triples, sorted."""
    return tuple(sorted(set(_Hygiene(triples).all())))


class _Hygiene:
    """The triples of one ontology, and the checks on them."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.values: dict[str, dict[str, list[ox.Literal | ox.NamedNode | ox.BlankNode]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.uses: dict[str, set[str]] = defaultdict(set)
        for triple in triples:
            subject, term = _text(triple.subject), triple.object
            self.values[subject][triple.predicate.value].append(term)  # type: ignore[arg-type]
            self.uses[_text(term)].add(triple.predicate.value)
        self.header = next((node for node in self.values if f"{OWL}Ontology" in self.of(node, f"{RDF}type")), "")
        self.terms = {
            node: sorted(KINDS[kind] for kind in self.of(node, f"{RDF}type") if kind in KINDS)
            for node in sorted(self.values)
            if node.startswith(self.header) and node != self.header
        }
        self.terms = {node: kinds for node, kinds in self.terms.items() if kinds}

    def all(self) -> Iterator[Fault]:
        """Yield the faults that every check finds."""
        for check in (self.head, self.texts, self.names, self.kinds, self.cycles, self.ends, self.used, self.codes):
            yield from check()

    def of(self, node: str, prop: str) -> list[str]:
        """Return the values that a node has under a property."""
        return [_text(value) for value in self.values[node][prop]] if node in self.values else []

    def head(self) -> Iterator[Fault]:
        """Check that the ontology has title, licence, version and namespace."""
        for prop in HEADER:
            if not self.of(self.header, prop):
                yield Fault("header", self.header, _local(prop))

    def texts(self) -> Iterator[Fault]:
        """Check that every term has a label and definition in either language, and is not defined by itself."""
        labels: dict[str, list[str]] = defaultdict(list)
        for node in self.terms:
            for prop in (f"{RDFS}label", f"{SKOS}definition"):
                languages = sorted(getattr(value, "language", None) or "" for value in self.values[node][prop])
                if languages != ["en", "zh"]:
                    yield Fault(f"{_local(prop)} in zh and en", node, ",".join(languages))
            for value in self.values[node][f"{RDFS}label"]:
                labels[_text(value).lower()].append(node)
            if not self.of(node, f"{SKOS}example"):
                yield Fault("example", node)
            if self.of(node, f"{RDFS}isDefinedBy") != [self.header]:
                yield Fault("isDefinedBy", node)
            yield from self.definition(node)
        yield from (
            Fault("label of its own", node, label)
            for label, nodes in labels.items()
            if len(nodes) > 1
            for node in nodes
        )

    def definition(self, node: str) -> Iterator[Fault]:
        """Check by ISO 704 that a definition names the class above and never the term; a predicate's is a relation."""
        for language in ("zh", "en"):
            own, text = (self.text(node, prop, language).lower() for prop in (f"{RDFS}label", f"{SKOS}definition"))
            if own and _holds(text, own):
                yield Fault("no circular definition", node, own)
            above = [name for name in self.of(node, f"{RDFS}subClassOf") if name in self.terms]
            genera = [self.text(name, f"{RDFS}label", language) for name in above]
            if "predicate" in self.terms[node]:
                genera = ["relation" if language == "en" else "\u5173\u7cfb"]
            if text and genera and not any(genus.lower() in text for genus in genera):
                yield Fault("genus in the definition", node, " / ".join(genera))

    def text(self, node: str, prop: str, language: str) -> str:
        """Return a node's text in a language, empty where it has none."""
        values = self.values[node][prop]
        return next((_text(value) for value in values if getattr(value, "language", None) == language), "")

    def names(self) -> Iterator[Fault]:
        """Check that names are no words of Cypher, unlike but for case, and lead from camel to snake case and back."""
        lower: dict[tuple[str, bool], list[str]] = defaultdict(list)
        for node, kinds in self.terms.items():
            name = node.removeprefix(self.header)
            lower[name.lower(), kinds == ["class"]].append(node)
            if name.lower() in CYPHER:
                yield Fault("no word of Cypher", node)
            form = "[A-Z][A-Za-z0-9]*" if "class" in kinds else "[a-z][A-Za-z0-9]*"
            if not re.fullmatch(form, name):
                yield Fault("camel case", node)
        for nodes in lower.values():
            if len(nodes) > 1:
                yield from (Fault("unlike but for case", node) for node in nodes)

    def kinds(self) -> Iterator[Fault]:
        """Check that no term is of two kinds."""
        for node, kinds in self.terms.items():
            if len(kinds) > 1:
                yield Fault("no punning", node, ", ".join(kinds))
            if kinds == ["class"] and f"{RDFS}Class" not in self.of(node, f"{RDF}type"):
                yield Fault("rdfs:Class beside owl:Class", node)

    def cycles(self) -> Iterator[Fault]:
        """Check that no term is above itself."""
        for node in self.terms:
            for prop in (f"{RDFS}subClassOf", f"{RDFS}subPropertyOf"):
                seen, level = set(), self.of(node, prop)
                while level:
                    seen.update(level)
                    level = [above for name in level for above in self.of(name, prop) if above not in seen]
                if node in seen:
                    yield Fault("no cycle", node)

    def ends(self) -> Iterator[Fault]:
        """Check that domains are classes, ranges classes or datatypes that data may have, and all are declared."""
        for node, kinds in self.terms.items():
            classes = [*self.of(node, DOMAIN), *(self.of(node, RANGE) if "predicate" in kinds else [])]
            classes += [name for name in self.of(node, f"{RDFS}subClassOf") if name.startswith(self.header)]
            for name in classes:
                if "class" not in self.terms.get(name, ()):
                    yield Fault("range", node, name)
            if "property" in kinds:
                ranges = self.of(node, RANGE)
                if len(ranges) != 1 or ranges[0] not in DATATYPES:
                    yield Fault("range", node, ", ".join(ranges))

    def used(self) -> Iterator[Fault]:
        """Check that every class has its place, every property its shape, and that shapes name no others."""
        relating = {f"{RDFS}subClassOf", DOMAIN, RANGE}
        for node, kinds in self.terms.items():
            if kinds == ["class"] and not self.uses[node] & relating and not self.of(node, f"{RDFS}subClassOf"):
                yield Fault("used", node)
            if kinds == ["property"] and f"{SH}path" not in self.uses[node]:
                yield Fault("used", node)
        for node, props in self.uses.items():
            if f"{SH}path" in props and node.startswith(self.header) and node not in self.terms:
                yield Fault("declared", node)

    def codes(self) -> Iterator[Fault]:
        """Check that the values that a shape lists are the notations of the property's code list."""
        for shape in list(self.values):
            for head in self.of(shape, f"{SH}in"):
                for path in self.of(shape, f"{SH}path"):
                    schemes = set(self.of(path, f"{QB}codeList"))
                    known = {
                        notation
                        for node in list(self.values)
                        if schemes & set(self.of(node, f"{SKOS}inScheme"))
                        for notation in self.of(node, f"{SKOS}notation")
                    }
                    if known != set(self.items(head)):
                        yield Fault("code list", path, ", ".join(sorted(known ^ set(self.items(head)))))

    def items(self, head: str) -> Iterator[str]:
        """Yield the items of a list."""
        while head and head != f"{RDF}nil":
            yield from self.of(head, f"{RDF}first")
            head = next(iter(self.of(head, f"{RDF}rest")), "")


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple | ox.BlankNode) else term.value


def _local(iri: str) -> str:
    return re.split("[/#]", iri)[-1]


def _holds(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None if word.isascii() else word in text
