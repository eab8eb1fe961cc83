"""Where graphs are kept: the files of a build, and reading any of them back."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg import export, render, store
from kg.errors import RecordError
from kg.model import records
from kg.model.graph import Graph, Record
from kg.ontology import Ontology, extended, in_use, packaged, using

RECORDS = "graph.jsonl"
TURTLE = "graph.ttl"
PAGE = "graph.html"
STORE = "graph.arcadedb"
ONTOLOGY = "graph.ontology.ttl"


def write(graph: Graph, folder: Path) -> store.Changes:
    """Write a graph's records, Turtle, page and embedded store into a folder; return what changed in the store.

    What the ontology in use has beyond the package's stands beside them, so that each of them is read under it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in ((RECORDS, "jsonl"), (TURTLE, "turtle")):
        with replacing(folder / name) as out:
            export.write(graph, kind, out)
    with replacing(folder / PAGE) as out:
        out.write(render.html(graph).encode())
    with store.open(folder / STORE, create=True) as opened:
        return _rewritten(opened, graph, folder / ONTOLOGY)


def _rewritten(opened: store.GraphStore, graph: Graph, beside: Path) -> store.Changes:
    """Write a graph into a store, which is emptied first where it was built under another ontology."""
    schema, before = in_use(), extended(beside) if beside.is_file() else packaged()
    if schema.added != before.added:
        with using(before):
            opened.write(Graph())
    changes = opened.write(graph)
    if schema.added:
        with replacing(beside) as out:
            out.write(schema.added.encode())
    else:
        beside.unlink(missing_ok=True)
    return changes


def ontology(location: str | Path) -> Ontology:
    """Return the ontology that a graph was built under: the one beside it, else the one in use."""
    path = Path(location)
    places = [folder / ONTOLOGY for folder in (path, path.parent)] if path.exists() else []
    found = next((place for place in places if place.is_file()), None)
    return extended(found) if found else in_use()


def read(location: str | Path) -> Graph:
    """Read a graph from the folder that a build wrote, a graph file (records, RDF; `-` is stdin), or a store's URL."""
    with using(ontology(location)):
        return _read(location)


def _read(location: str | Path) -> Graph:
    if location == "-":
        import sys  # noqa: PLC0415  # only this branch reads stdin

        return records.graph(sys.stdin.buffer, "stdin")
    path = Path(location)
    if path.is_dir() and (path / RECORDS).is_file():
        path /= RECORDS
    if path.is_file():
        from kg.export import rdf_read  # noqa: PLC0415  # a graph in records needs no RDF

        with path.open("rb") as file:
            if path.suffix in rdf_read.FORMATS:
                return rdf_read.read(file, path.suffix, str(path))
            return records.graph(file, str(path))
    if store.is_store(location):
        with store.open(location) as opened:
            return opened.read()
    raise RecordError(f"no graph here: expected a folder with {RECORDS}, a file of records, or a store", str(location))


@contextmanager
def streamed(location: str | Path) -> Iterator[Iterator[Record]]:
    """Open the records of a graph, one at a time where it is a file of records, else from the graph as it is read."""
    path = Path(location)
    if path.is_dir() and (path / RECORDS).is_file():
        path /= RECORDS
    from kg.export import rdf_read  # noqa: PLC0415  # see _read

    with using(ontology(location)):
        if path.is_file() and path.suffix not in rdf_read.FORMATS:
            with path.open("rb") as file:
                yield records.read(file, str(path))
        else:
            yield read(location).records()


@contextmanager
def opened(location: str | Path) -> Iterator[store.GraphStore]:
    """Open the store of a build's folder or a store's URL; a graph file is loaded into a store for the while."""
    path = Path(location)
    with using(ontology(location)):
        if path.is_dir() and (path / STORE).is_dir():
            location = path / STORE
        if store.is_store(location):
            with store.open(location) as found:
                yield found
            return
        graph = read(location)
        folder = tempfile.mkdtemp(prefix="kg-")
        try:
            with store.open(Path(folder) / STORE, create=True) as found:
                found.write(graph)
                yield found
        finally:
            shutil.rmtree(folder)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside the path for writing; it takes the path's place when all is written, and only then."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
