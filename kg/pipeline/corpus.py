"""Reduce: the graphs of many sources to one graph."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from kg.errors import InputError, SourceError
from kg.fuse import Refusal, fuse
from kg.ingest import read
from kg.model.graph import Graph
from kg.model.text import Source
from kg.ontology import using
from kg.pipeline.document import Pipeline
from kg.project import PACKAGED, Project
from kg.resolve.background import with_background


class Build(msgspec.Struct, frozen=True):
    """A graph with the account of its building."""

    graph: Graph
    documents: int
    problems: tuple[InputError, ...]
    refusals: tuple[Refusal, ...]


def build(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    background: bool = True,
    project: Project = PACKAGED,
    on_source: Callable[[Source], None] | None = None,
) -> Build:
    """Read files, folders or `-` (stdin) and build their graph; what cannot be read is a problem, not the end.

    `published` dates the texts that do not say when they were published; `background` adds what the gazetteer
    knows of the places found; `project` adds an ontology, rules, words and a ledger. Raises `SourceError` where
    nothing at all could be read.
    """
    pipeline = Pipeline(project)
    problems: list[InputError] = []
    refusals: list[Refusal] = []
    documents = 0

    def graphs() -> Iterator[Graph]:
        nonlocal documents
        for source, outcome in pipeline.outcomes(read(paths, published=published, on_problem=problems.append)):
            refusals.extend(outcome.refusals)
            documents += 1
            yield outcome.graph
            if on_source:
                on_source(source)

    with using(project.ontology):
        graph = fuse(graphs(), project.ontology, refusals.append, project.ledger)
        if background:
            graph = with_background(graph, pipeline.gazetteer)
    if not documents:
        raise SourceError("nothing could be read" + "".join(f"\n  {problem}" for problem in problems))
    return Build(graph, documents, tuple(problems), tuple(refusals))
