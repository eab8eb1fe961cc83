"""RDF formats: one graph, or a named graph for each document.

Turtle, N-Triples, RDF/XML and JSON-LD hold one graph. TriG and N-Quads hold a graph for each document, named by it,
with what that document says; what no document says (the gazetteer's knowledge) stands in the default graph.

Turtle and TriG have one triple a line, and what ends a subject has a line of its own: a triple more is a line more, and
changes no other.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby, islice
from typing import Any, BinaryIO

import msgspec
import pyoxigraph as ox

from kg import ontology
from kg.errors import OptionError
from kg.export.context import context
from kg.export.options import FULL, Options
from kg.export.rdf import lines, subjects, triples
from kg.export.rdf_terms import RDF, XSD, Terms
from kg.model.graph import Article, Entity, Evidence, Graph, Record, Statement
from kg.model.ident import document_id
from kg.ontology import Ontology

_KIND = re.compile("[a-z]+")
_NEXT = " ;\n\t"
# How many subjects are written at a time.
_AT_ONCE = 32
_SAFE = re.compile("[a-z]+/[0-9A-Za-z-]+")
# What XML 1.0 has no way to write, not even as references.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_turtle(graph: Graph, out: BinaryIO, options: Options = FULL) -> None:
    """Write Turtle with a prefix for each kind of node."""
    schema = ontology.in_use()
    prefixes = _prefixes(graph, schema, options)
    _write(out, chain(_declared(prefixes), _blocks(graph, Terms(schema, prefixes), options)))


def write_ntriples(graph: Graph, out: BinaryIO, options: Options = FULL) -> None:
    """Write N-Triples, one triple a line."""
    _write(out, lines(graph, Terms(ontology.in_use()), options))


def write_trig(graph: Graph, out: BinaryIO, options: Options = FULL) -> None:
    """Write TriG: a named graph for each document."""
    schema = ontology.in_use()
    prefixes = _prefixes(graph, schema, options)
    terms = Terms(schema, prefixes)
    _write(out, _declared(prefixes))
    for home, part in _homes(graph, terms):
        blocks = _blocks(part, terms, options)
        _write(out, chain([f"{home}{{\n"], blocks, ["}\n"]) if home else blocks)


def write_nquads(graph: Graph, out: BinaryIO, options: Options = FULL) -> None:
    """Write N-Quads, one quad a line: a named graph for each document."""
    _write(out, _quad_lines(graph, ontology.in_use(), options))


def write_rdfxml(graph: Graph, out: BinaryIO, options: Options = FULL) -> None:
    """Write RDF/XML; characters that XML cannot hold show as U+FFFD. RDF 1.2 has no stable RDF/XML: it is refused."""
    _refuse_rdf12(options, "rdfxml")
    schema = ontology.in_use()
    ox.serialize(
        map(_xml, triples(graph, schema, options)),
        out,
        ox.RdfFormat.RDF_XML,
        prefixes=_prefixes(graph, schema, options),
    )


def write_jsonld(graph: Graph, out: BinaryIO, options: Options = FULL) -> None:
    """Write JSON-LD, one node a line, with the published context inside it: no reader needs the network."""
    _refuse_rdf12(options, "jsonld")
    schema = ontology.in_use()
    terms = context(schema)
    out.write(b'{"@context":' + _json(terms) + b',"@graph":[')
    separator = b"\n"
    for subject, found in groupby(triples(graph, schema, options), key=lambda triple: triple.subject):
        out.write(separator + _json(_node(subject.value, found, schema)))
        separator = b",\n"
    out.write(b"\n]}\n")


def quads(graph: Graph, schema: Ontology, options: Options = FULL) -> Iterator[ox.Quad]:
    """Yield the quads of a graph, document by document; what no document says comes first, in the default graph."""
    for text in _quad_lines(graph, schema, options):
        yield from ox.parse(text, ox.RdfFormat.N_QUADS)


def by_document(graph: Graph) -> dict[str | None, Graph]:
    """Return what each document says, None for what no document says; together they are the graph."""
    found: dict[str | None, list[Record]] = defaultdict(list)
    for record in graph.records():
        items: dict[str | None, list[Any]] = defaultdict(list)
        for item in _items(record):
            items[item.document].append(item)
        for name in {*record.documents, *items} or {None}:
            found[name].append(_part(record, name, items[name]))
    return {name: Graph.of(records) for name, records in found.items()}


def _items(record: Record) -> Iterable[Evidence]:
    if isinstance(record, Entity):
        return record.mentions
    return record.evidence if isinstance(record, Statement) else ()


def _part(record: Record, name: str | None, items: Iterable[Evidence]) -> Record:
    """Return a record with what one document says of it."""
    documents = tuple(known for known in record.documents if known == name)
    if isinstance(record, Article):
        return msgspec.structs.replace(record, documents=documents)
    field = "mentions" if isinstance(record, Entity) else "evidence"
    return msgspec.structs.replace(record, documents=documents, **{field: tuple(items)})


def _homes(graph: Graph, terms: Terms) -> Iterator[tuple[str, Graph]]:
    """Yield what each document says with the name of its graph and a space, first what stands in the default graph."""
    parts = by_document(graph)
    homes = {name: "" if name is None else f"{terms.node(document_id(name))} " for name in parts}
    for name in sorted(parts, key=homes.__getitem__):
        yield homes[name], parts[name]


def _quad_lines(graph: Graph, schema: Ontology, options: Options) -> Iterator[str]:
    terms = Terms(schema)
    for home, part in _homes(graph, terms):
        yield from lines(part, terms, options, home)


def _blocks(graph: Graph, terms: Terms, options: Options) -> Iterator[str]:
    """Yield each subject's triples in Turtle."""
    for subject, pairs in subjects(graph, terms, options):
        yield f"{subject} {_NEXT.join(pairs)}{_NEXT}.\n"


def _declared(prefixes: Mapping[str, str]) -> Iterator[str]:
    for name, value in sorted(prefixes.items()):
        yield f"@prefix {name}: <{value}> .\n"
    yield "\n"


def _write(out: BinaryIO, texts: Iterable[str]) -> None:
    found = iter(texts)
    while text := "".join(islice(found, _AT_ONCE)):
        out.write(text.encode())


def _node(subject: str, found: Iterable[ox.Triple], schema: Ontology) -> dict[str, Any]:
    """Return a subject's triples as a JSON-LD node object."""
    node: dict[str, Any] = {"@id": _relative(subject, schema)}
    values: dict[str, list[Any]] = defaultdict(list)
    for triple in found:
        if triple.predicate.value == f"{RDF}type":
            values["@type"].append(_local(str(triple.object)[1:-1], schema))
        else:
            name = _local(triple.predicate.value, schema)
            values[name].append(_value(triple.object, name, schema))
    return node | {name: items[0] if len(items) == 1 else items for name, items in values.items()}


def _value(term: Any, name: str, schema: Ontology) -> Any:
    known = name in schema.predicates or name in schema.properties
    if isinstance(term, ox.NamedNode):
        return _relative(term.value, schema) if known else {"@id": _relative(term.value, schema)}
    if known:
        return term.value
    return {"@value": term.value} | ({"@language": term.language} if term.language else {"@type": term.datatype.value})


def _relative(value: str, schema: Ontology) -> str:
    """Return an IRI as it stands in JSON-LD: a node's own id, where resolving gives the IRI back."""
    name = value.removeprefix(schema.data)
    return name if _SAFE.fullmatch(name) else value


def _local(value: str, schema: Ontology) -> str:
    return schema.names.get(value) or value.removeprefix(schema.namespace)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _xml(triple: ox.Triple) -> ox.Triple:
    term = triple.object
    if not isinstance(term, ox.Literal) or not _ILLEGAL.search(term.value):
        return triple
    text = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", term.value)
    kind = {"language": term.language} if term.language else {"datatype": term.datatype}
    return ox.Triple(triple.subject, triple.predicate, ox.Literal(text, **kind))


def _prefixes(graph: Graph, schema: Ontology, options: Options) -> dict[str, str]:
    names = {**schema.prefixes, "kg": schema.namespace, "rdf": RDF, "xsd": XSD}
    if options.standard:
        names |= {"dcterms": "http://purl.org/dc/terms/", "org": "http://www.w3.org/ns/org#"}
        names |= {"prov": "http://www.w3.org/ns/prov#", "schema": "https://schema.org/"}
    nodes = {record.id.partition("/")[0] for record in graph.records()}
    nodes |= {claim.object.id.partition("/")[0] for claim in graph.statements}
    kinds = {kind for kind in nodes if _KIND.fullmatch(kind)} | {"document", "span"}
    return {kind: f"{schema.data}{kind}/" for kind in kinds - names.keys()} | names


def _refuse_rdf12(options: Options, name: str) -> None:
    if options.rdf12:
        raise OptionError(f"{name} has no form for RDF 1.2: use turtle, ntriples, trig or nquads")
