"""How fast and in how much memory a graph becomes RDF, beside what pyoxigraph and pyshacl need for the same.

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
from kg.validate.limits import shapes as limits

sys.path.insert(0, str(Path(__file__).parents[1]))

from strategies import union  # found by the line above

WRITTEN = 230_000
FEW, MANY = 100_000, 400_000
VALIDATED = 50_000
HEX = re.compile(r'"([a-z]+/[0-9a-f]{11})[0-9a-f]{5}"')
NAME = re.compile(r'"([^"/]+\.txt)"')


def copies(path: Path, count: int) -> Graph:
    """Return a graph of so many copies of another, each of other documents and things, but of the same places."""
    text = path.read_text(encoding="utf-8")
    return union(Graph.of(records.read(moved(text, at).splitlines())) for at in range(count))


def moved(text: str, at: int) -> str:
    """Return records with other ids and names of documents."""
    text = HEX.sub(lambda match: f'"{match[1]}{at:05x}"', text)
    return NAME.sub(lambda match: f'"{at}-{match[1]}"', text)


def show(what: str, value: str) -> None:
    """Print a line of what was measured."""
    print(f"{what:<60} {value:>12}", flush=True)


def timed(what: str, run: Callable[[], object], *, rounds: int = 5) -> float:
    """Print and return the CPU seconds of the best of some rounds."""
    best = min(_seconds(run) for _ in range(rounds))
    show(what, f"{best:.2f} s")
    return best


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) / "graph.jsonl"
    one = len(list(triples(copies(path, 1), packaged())))
    writing(copies(path, WRITTEN // one + 1))
    memory(copies(path, FEW // one), copies(path, MANY // one))
    one_more(path, 30)
    validation(list(triples(copies(path, VALIDATED // one), packaged())))


def writing(graph: Graph) -> None:
    """Measure what each format takes, Turtle beside pyoxigraph's own dump of the same triples."""
    data = list(triples(graph, packaged()))
    store = ox.Store()
    store.bulk_extend(ox.Quad(*triple) for triple in data)
    show("triples", f"{len(data):,}")
    dump = timed(
        "pyoxigraph's own dump of its store, Turtle",
        lambda: store.dump(format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph()),
    )
    ready = timed("pyoxigraph, of triples that are made, sorted, with prefixes", lambda: serialized(data))
    show("  of the speed of the dump", f"{dump / ready:.2f}")
    for form in sorted(export.RDF, key=lambda form: form != "turtle"):
        whole = timed(f"kg export --to {form}, from records", lambda form=form: written(graph, form))
        if form == "turtle":
            show("  of the speed of the dump", f"{dump / whole:.2f}")


def written(graph: Graph, form: str) -> bytes:
    """Return the graph in a format."""
    out = io.BytesIO()
    export.write(graph, form, out)
    return out.getvalue()


def serialized(data: list[ox.Triple]) -> None:
    """Write triples with pyoxigraph."""
    ox.serialize(data, io.BytesIO(), ox.RdfFormat.TURTLE, prefixes=rdf.prefixes())


def memory(*graphs: Graph) -> None:
    """Measure the most memory that Turtle takes beside each graph."""
    for graph in graphs:
        count = sum(1 for _ in triples(graph, packaged()))
        tracemalloc.start()
        with Path("/dev/null").open("wb") as out:
            export.write(graph, "turtle", out)
        show(f"most memory for Turtle of {count:,} triples", f"{tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB")
        tracemalloc.stop()


def one_more(path: Path, count: int) -> None:
    """Count the lines that differ when there is a document more, and those of subjects that it says nothing of."""
    added = Graph.of(records.read(moved(path.read_text(encoding="utf-8"), count).splitlines()))
    said, old, new = (
        set(written(graph, "ntriples").splitlines()) for graph in (added, copies(path, count), copies(path, count + 1))
    )
    subjects = {line.split()[0] for line in said}
    show(f"N-Triples of {count} documents", f"{len(old):,} lines")
    show("  with a document more: lines more", f"{len(new - old):,}")
    show("  lines fewer", f"{len(old - new):,}")
    show("  lines of what it says nothing of", f"{sum(line.split()[0] not in subjects for line in old ^ new):,}")


def validation(data: list[ox.Triple]) -> None:
    """Measure what validating takes, beside pyshacl alone with the same data and shapes."""
    show("triples", f"{len(data):,}")
    for engine in ("pyshacl", "shacl"):
        timed(
            f"kg validate --engine {engine}",
            lambda engine=engine: validate(data, packaged(), rdf.shapes(), engine),
            rounds=2,
        )
    own = list(rdf.shapes())
    timed("pyshacl alone, the same data and shapes", lambda: alone(data, [*own, *limits(packaged())]), rounds=2)
    timed("pyshacl alone, without domains and ranges", lambda: alone(data, own), rounds=2)


def alone(data: list[ox.Triple], shapes: list[ox.Triple]) -> None:
    """Validate with pyshacl, from N-Triples on."""
    texts = (ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) for found in (data, shapes))
    graph, known = (rdflib.Graph().parse(data=text, format="nt") for text in texts)
    pyshacl.validate(graph, shacl_graph=known, ont_graph=known)


if __name__ == "__main__":
    main()
