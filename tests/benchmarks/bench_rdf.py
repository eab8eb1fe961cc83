"""How fast and in how much memory a graph of 200,000 triples becomes RDF, beside what pyoxigraph and pyshacl need.

Run: `python tests/benchmarks/bench_rdf.py GRAPH` with the folder of a build; it is copied until it is large enough.
"""

import io
import re
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import rdflib

from kg import export
from kg.export.rdf import triples
from kg.model import records
from kg.model.graph import Graph
from kg.ontology import packaged
from kg.pipeline import rdf
from kg.validate import validate

TRIPLES = 230_000
HEX = re.compile(r'"([a-z]+/[0-9a-f]{11})[0-9a-f]{5}"')
NAME = re.compile(r'"([^"/]+\.txt)"')


def copies(path: Path, count: int) -> Graph:
    """Return a graph of so many copies of another, each of other documents and things."""
    text = path.read_text(encoding="utf-8")
    lines: list[str] = []
    for at in range(count):
        moved = HEX.sub(lambda match, at=at: f'"{match[1]}{at:05x}"', text)
        lines += NAME.sub(lambda match, at=at: f'"{at}-{match[1]}"', moved).splitlines()
    return Graph.of({(record.id, type(record)): record for record in records.read(lines)}.values())


def timed(what: str, run: Callable[[], object]) -> float:
    """Print and return the CPU seconds of the best of three runs."""
    best = min(_seconds(run) for _ in range(3))
    print(f"{what:<44} {best:8.2f} s")
    return best


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) / "graph.jsonl"
    one = len(list(triples(copies(path, 1), packaged())))
    graph = copies(path, TRIPLES // one + 1)
    data = list(triples(graph, packaged()))
    store = ox.Store()
    store.bulk_extend(ox.Quad(*triple) for triple in data)
    print(f"{len(data):,} triples")
    dump = timed(
        "pyoxigraph's own dump, Turtle", lambda: store.dump(format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    )
    ours = timed("the same triples, sorted and with prefixes", lambda: serialized(data))
    print(f"{'Turtle, of the speed of the dump':<44} {dump / ours:8.2f}")
    for form in export.RDF:
        timed(f"kg export --to {form}, from records", lambda form=form: export.write(graph, form, io.BytesIO()))
    tracemalloc.start()
    with Path("/dev/null").open("wb") as out:
        export.write(graph, "turtle", out)
    print(f"{'most memory for Turtle, beside the graph':<44} {tracemalloc.get_traced_memory()[1] / 1e6:8.1f} MB")
    tracemalloc.stop()
    validation(list(triples(copies(path, 50_000 // one + 1), packaged())))


def serialized(data: list[ox.Triple]) -> None:
    """Write triples that are made and sorted as `kg export --to turtle` does."""
    ox.serialize(data, io.BytesIO(), ox.RdfFormat.TURTLE, prefixes=rdf.prefixes())


def validation(data: list[ox.Triple]) -> None:
    """Measure what validating takes."""
    print(f"{len(data):,} triples")
    for engine in ("pyshacl", "shacl"):
        timed(f"kg validate --engine {engine}", lambda engine=engine: validate(data, packaged(), rdf.shapes(), engine))
    text = ox.serialize(data, format=ox.RdfFormat.N_TRIPLES)
    shapes = rdflib.Graph().parse(data=ox.serialize(rdf.shapes(), format=ox.RdfFormat.N_TRIPLES), format="nt")
    given = rdflib.Graph().parse(data=text, format="nt")
    timed(
        "pyshacl alone, the ontology's own shapes",
        lambda: pyshacl.validate(given, shacl_graph=shapes, ont_graph=shapes),
    )


if __name__ == "__main__":
    main()
