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
from kg.ontology import in_use
from kg.resolve import resolve


class Outcome(msgspec.Struct, frozen=True):
    """What one source came to: its graph, and the statements that the ontology refused."""

    graph: Graph
    refusals: tuple[Refusal, ...] = ()


class Pipeline:
    """The stages from a source to its graph; models and word lists load on first use and stay."""

    @cached_property
    def annotator(self) -> Annotator:
        """The annotator, with its tagger."""
        return Annotator()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer."""
        return Gazetteer()

    def readings(self, source: Source) -> tuple[Reading, ...]:
        """Return the documents of a source with their mentions and relations."""
        documents = layout(source)
        mentions = self.annotator.annotate(documents)
        return tuple(
            Reading(document, found, extract(document, found))
            for document, found in zip(documents, mentions, strict=True)
        )

    def __call__(self, source: Source) -> Outcome:
        """Return the graph of a source."""
        refusals: list[Refusal] = []
        graph = fuse([resolve(self.readings(source), self.gazetteer)], in_use(), refusals.append)
        return Outcome(graph, tuple(refusals))
