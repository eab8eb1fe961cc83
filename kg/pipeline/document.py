"""Map: one source to the graph of what it says, pure and picklable."""

from functools import cached_property

import msgspec

from kg.annotate import Annotator
from kg.extract import extract
from kg.fuse import Refusal, fuse
from kg.layout import layout
from kg.model.graph import Graph
from kg.model.mention import Reading
from kg.model.text import Source
from kg.normalise.place import Gazetteer
from kg.ontology import using
from kg.project import PACKAGED, Project
from kg.resolve import resolve


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

    def readings(self, source: Source) -> tuple[Reading, ...]:
        """Return the documents of a source with their mentions and relations."""
        with using(self.project.ontology):
            documents = layout(source)
            mentions = self.annotator.annotate(documents)
            return tuple(
                Reading(document, found, extract(document, found, self.project.relation_rules))
                for document, found in zip(documents, mentions, strict=True)
            )

    def __call__(self, source: Source) -> Outcome:
        """Return the graph of a source."""
        refusals: list[Refusal] = []
        readings, ledger = self.readings(source), self.project.ledger
        with using(self.project.ontology):
            found = resolve(readings, self.gazetteer, ledger)
            graph = fuse([found], self.project.ontology, refusals.append, ledger)
        return Outcome(graph, tuple(refusals))
