"""Speed of the map part and its stages, as ratios to the bare tagger session on the same text in the same run.

    python tests/benchmarks/bench_map.py [FILE …]

Reads the given files or the seeds, repeats each stage and takes its best CPU time. Prints a table; never fails on time.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.annotate import Annotator
from kg.annotate.tagger import BATCH, Tagger
from kg.extract import extract
from kg.fuse import fuse
from kg.ingest import read
from kg.layout import layout
from kg.model.mention import Reading
from kg.normalise.place import Gazetteer
from kg.ontology import packaged
from kg.pipeline.document import Pipeline
from kg.resolve import resolve

ROOT = Path(__file__).parents[2]
ROUNDS = 5


def best(task: Callable[[], object]) -> float:
    """Return the least CPU seconds that a task takes."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        task()
        found.append(time.process_time() - start)
    return min(found)


def bare(tagger: Tagger, sentences: list[str]) -> None:
    """Run the network alone over sentences sorted by length, in batches, without decoding."""
    ordered = sorted(sentences, key=len)
    for at in range(0, len(ordered), BATCH):
        tagger.network.logits(ordered[at : at + BATCH])


def stages(paths: list[str]) -> dict[str, float]:
    """Return the best CPU seconds of each stage."""
    sources = list(read(paths, on_problem=print))
    documents = [layout(source) for source in sources]
    sentences = [span.of(item.text) for group in documents for item in group for span in item.sentences]
    annotator, gazetteer, pipeline = Annotator(), Gazetteer(), Pipeline()
    mentions = [annotator.annotate(group) for group in documents]
    readings = [
        tuple(Reading(item, found, extract(item, found)) for item, found in zip(group, marks, strict=True))
        for group, marks in zip(documents, mentions, strict=True)
    ]
    resolved = [resolve(group, gazetteer) for group in readings]
    pipeline(sources[0])
    return {
        "bare session": best(lambda: bare(annotator.tagger, sentences)),
        "layout": best(lambda: [layout(source) for source in sources]),
        "tag": best(lambda: annotator.tagger.tag(sentences)),
        "annotate": best(lambda: [annotator.annotate(group) for group in documents]),
        "extract": best(lambda: [extract(r.document, r.mentions) for group in readings for r in group]),
        "resolve": best(lambda: [resolve(group, gazetteer) for group in readings]),
        "fuse": best(lambda: fuse(resolved, packaged())),
        "whole map": best(lambda: list(pipeline.outcomes(sources))),
    }


def wall(*command: str) -> float:
    """Return the seconds that a command takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kg", *command], check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    paths = sys.argv[1:] or [str(ROOT / "seeds")]
    characters = sum(len(source.text) for source in read(paths, on_problem=print))
    found = stages(paths)
    session = found["bare session"]
    print(f"{characters} characters, best of {ROUNDS}, one thread")
    for name, seconds in found.items():
        print(f"{name:14}{characters / seconds / 1000:10.0f} k chars/s{session / seconds:8.2f} of the bare session")
    print(f"peak memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MB")
    print(f"kg --help     {min(wall('--help') for _ in range(ROUNDS)):10.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        print(f"kg build      {wall('build', *paths, '-o', folder):10.2f} s, and again into the same folder")
        print(f"              {wall('build', *paths, '-o', folder):10.2f} s")


if __name__ == "__main__":
    main()
