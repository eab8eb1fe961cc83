"""Graphs as RDF: from wherever a graph is kept to its triples."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import RecordError
from kg.export.rdf import triples
from kg.export.rdf_read import FORMATS
from kg.export.rdf_terms import RDF, XSD
from kg.export.rdf_write import quads as document_quads
from kg.ontology import in_use, packaged_path
from kg.pipeline import output

_NAMESPACE = re.compile("<([^<>]*[/#])[^/#<>]*>")


def load(location: str) -> list[ox.Triple]:
    """Return the triples of a graph: of an RDF file as they stand there, of all else as an export would write them.

    Facts of RDF 1.2 come as the four triples of RDF 1.1, which shapes speak of.
    """
    path = Path(location)
    if path.suffix not in FORMATS or not path.is_file():
        return list(triples(output.read(location), in_use()))
    return list(dict.fromkeys(part for quad in parsed(path) for part in _plain(quad.triple)))


def shapes(*files: Path) -> list[ox.Triple]:
    """Return the ontology in use, whose classes are shapes, with the shapes of more files."""
    added = ox.parse(in_use().added, ox.RdfFormat.TURTLE, rename_blank_nodes=True)
    found = [quad for path in (packaged_path(), *files) for quad in parsed(path)]
    return [quad.triple for quad in (*found, *added)]


def store(location: str) -> ox.Store:
    """Return a graph as a store for SPARQL: all triples in the default graph, each document's in one of its name."""
    found = ox.Store()
    found.bulk_extend(quads(location))
    return found


def quads(location: str) -> Iterator[ox.Quad]:
    """Yield a graph's quads: all triples in the default graph, each document's in a graph of its name."""
    path = Path(location)
    if path.suffix in FORMATS and path.is_file():
        found: Iterable[ox.Quad] = parsed(path)
    else:
        found = document_quads(output.read(location), in_use())
    for quad in found:
        for triple in _plain(quad.triple):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, quad.graph_name)
            yield ox.Quad(*triple)


def prefixes() -> dict[str, str]:
    """Return the prefixes that queries may use without declaring them.

    They are kg, id, rdf, rdfs, xsd, a project's, and one for each kind of node, as in exports: `area:CN`.
    """
    rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    schema = in_use()
    kinds = {"area", "quote", *(name.lower() for name in schema.classes)}
    names = {"kg": schema.namespace, "id": schema.data, "rdf": RDF, "rdfs": rdfs, "xsd": XSD}
    return {**{kind: f"{schema.data}{kind}/" for kind in sorted(kinds)}, **schema.prefixes, **names}


def write_turtle(found: Iterable[ox.Triple], out: BinaryIO) -> None:
    """Write triples as Turtle, sorted, with those of the prefixes of queries that they use."""
    ordered = sorted(found, key=str)
    namespaces = set(_NAMESPACE.findall(" ".join(map(str, ordered))))
    used = {name: value for name, value in prefixes().items() if value in namespaces}
    ox.serialize(ordered, out, ox.RdfFormat.TURTLE, prefixes=used)


def parsed(path: Path) -> list[ox.Quad]:
    """Return the quads of an RDF file, its format told by the ending of its name."""
    if path.suffix not in FORMATS:
        raise RecordError(f"no RDF by its ending; there are: {', '.join(FORMATS)}", str(path))
    form = FORMATS[path.suffix]
    try:
        with path.open("rb") as file:
            return list(ox.parse(file, form, rename_blank_nodes=True))
    except FileNotFoundError:
        raise RecordError("there is no such file", str(path)) from None
    except SyntaxError as error:
        raise RecordError(f"is no {form.name}: {error}", str(path)) from error


def _plain(triple: ox.Triple) -> Iterator[ox.Triple]:
    said = triple.object
    if triple.predicate.value != f"{RDF}reifies" or not isinstance(said, ox.Triple):
        yield triple
        return
    for name, value in (("subject", said.subject), ("predicate", said.predicate), ("object", said.object)):
        yield ox.Triple(triple.subject, ox.NamedNode(f"{RDF}{name}"), value)
