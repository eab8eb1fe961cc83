"""Map: one source to the graph of what it says, pure and picklable."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from kg.annotate import Annotator
from kg.extract import extract
from kg.fuse import Refusal, fuse
from kg.layout import layout
from kg.model.graph import Graph
from kg.model.mention import Mention, Reading
from kg.model.text import Document, Source
from kg.normalise.place import Gazetteer
from kg.ontology import using
from kg.project import PACKAGED, Project
from kg.resolve import resolve

TOGETHER = 48_000
"""So many characters of sources are annotated at once: the network reads sentences fastest beside others of their
length."""


class Outcome(msgspec.Struct, frozen=True):
    """What one source came to: its graph, and the statements that the ontology refused."""

    graph: Graph
    refusals: tuple[Refusal, ...] = ()


class Pipeline:
    """The stages from a source to its graph, for one project; models and word lists load on first use and stay.

    A pipeline pickles as its project, and loads again where it goes.
    """

    def __init__(self, project: Project = PACKAGED) -> None:
        self.project = project

    def __reduce__(self) -> tuple[type["Pipeline"], tuple[Project]]:
        return type(self), (self.project,)

    @cached_property
    def annotator(self) -> Annotator:
        """The annotator, with its tagger."""
        return Annotator(self.project.words, self.project.name_rules)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer."""
        return Gazetteer()

    def outcomes(self, sources: Iterable[Source]) -> Iterator[tuple[Source, Outcome]]:
        """Yield each source with what it came to, in order; what a source comes to does not depend on the others."""
        for group in _together(sources):
            with using(self.project.ontology):
                documents = [layout(source) for source in group]
                mentions = iter(self.annotator.annotate([item for items in documents for item in items]))
            for source, items in zip(group, documents, strict=True):
                yield source, self._outcome(items, [next(mentions) for _ in items])

    def __call__(self, source: Source) -> Outcome:
        """Return what one source comes to."""
        return next(self.outcomes([source]))[1]

    def _outcome(self, documents: Sequence[Document], mentions: Sequence[tuple[Mention, ...]]) -> Outcome:
        refusals: list[Refusal] = []
        project = self.project
        with using(project.ontology):
            readings = [
                Reading(document, found, extract(document, found, project.relation_rules))
                for document, found in zip(documents, mentions, strict=True)
            ]
            graph = fuse(
                [resolve(readings, self.gazetteer, project.ledger)], project.ontology, refusals.append, project.ledger
            )
        return Outcome(graph, tuple(refusals))


def _together(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Yield sources in groups that end where they have so many characters."""
    group: list[Source] = []
    length = 0
    for source in sources:
        group.append(source)
        length += len(source.text)
        if length >= TOGETHER:
            yield group
            group, length = [], 0
    if group:
        yield group
