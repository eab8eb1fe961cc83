"""Graphs that are kept: loaded into a store, and with documents that come and go."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from kg import export, store
from kg.errors import OptionError, UnknownNameError
from kg.model.graph import Graph
from kg.ontology import using
from kg.pipeline import output
from kg.store.delta import diff
from kg.store.document import replaced, without
from kg.store.projection import project

# The ending of a graph file → the exporter that writes it; any other holds records.
WRITERS = {
    ".jsonld": "jsonld",
    ".nq": "nquads",
    ".nt": "ntriples",
    ".rdf": "rdfxml",
    ".trig": "trig",
    ".ttl": "turtle",
}

SHOWN = 10  # names in an error


def load(location: str, url: str, *, batch: int | None = None, on_rows: store.Progress | None = None) -> store.Changes:
    """Make a store hold a graph; only what differs is written. Into a server it streams from a file of records."""
    with output.streamed(location) as records, store.open(url, create=True) as opened:
        return opened.load(records, batch=batch, on_rows=on_rows)


def remove(location: str, document: str) -> store.Changes:
    """Leave the graph that never had a document, in the place where the graph is kept; it is in memory meanwhile."""
    if _server(location):
        with store.open(location) as opened:
            if not opened.query("MATCH (d:Document {path: $path}) RETURN d.path LIMIT 1", path=document).rows:
                found = opened.query("MATCH (d:Document) WHERE d.path IS NOT NULL RETURN DISTINCT d.path")
                raise _unknown(document, [path for (path,) in found.rows])
            return opened.remove_document(document)
    with using(output.ontology(location)):
        graph = output.read(location)
        if document not in (known := documents(graph)):
            raise _unknown(document, known)
        return _write(location, graph, without(graph, document))


def replace(location: str, part: str) -> store.Changes:
    """Put the graph of one document in the place of what a kept graph has of it, if anything; see `remove`."""
    given = output.read(part)
    known = documents(given)
    if len(known) != 1:
        raise OptionError(f"{part}: has {len(known)} documents, where one is right: {', '.join(known)}")
    if _server(location):
        with store.open(location) as opened:
            return opened.replace_document(known[0], given)
    with using(output.ontology(location)):
        graph = output.read(location)
        return _write(location, graph, replaced(graph, known[0], given))


def documents(graph: Graph) -> list[str]:
    """Return the names of the documents of a graph, in order."""
    return sorted({name for record in graph.records() for name in record.documents})


def _unknown(document: str, known: Sequence[str]) -> UnknownNameError:
    """Return the error of a document that is not there; of many that are, it names those with a name much like it."""
    shown = known if len(known) <= SHOWN else get_close_matches(document, known, SHOWN)
    return UnknownNameError("document", document, shown)


def _server(location: str) -> bool:
    return store.is_store(location) and not (Path(location) / output.RECORDS).is_file()


def _write(location: str, before: Graph, after: Graph) -> store.Changes:
    """Write a graph over another in a folder or file; a file is replaced when all is written."""
    path = Path(location)
    if location == "-":
        raise OptionError("a graph on stdin cannot be changed: give its folder, file or store")
    if path.is_dir():
        return output.write(after, path)
    changes = diff(project(before), project(after)).changes
    with output.replacing(path) as out:
        export.write(after, WRITERS.get(path.suffix, "jsonl"), out)
    return changes
