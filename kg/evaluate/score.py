"""Score: how much of what readers found in texts a graph states, and how much of what it states they found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePath

import msgspec

from kg.errors import RecordError
from kg.evaluate.gold import Annotated
from kg.evaluate.marking import entities, relations
from kg.evaluate.marking_figure import figures
from kg.evaluate.marking_quote import quotes
from kg.evaluate.match import Text
from kg.evaluate.paper import Paper
from kg.evaluate.tally import Judged, Miss, Scores, Tally
from kg.model.graph import Entity, Graph, Statement

SUMMED = ("entity ", "relation ")


class Part(msgspec.Struct):
    """The entities and statements that a graph has of one document."""

    entities: list[Entity] = []
    statements: list[Statement] = []


def score(graph: Graph, documents: Iterable[Annotated], texts: Mapping[str, str]) -> Scores:
    """Score a graph against annotated documents, given the texts by the names of their files.

    Raises `RecordError` where a text is not given.
    """
    parts = _by_document(graph)
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    misses: list[Miss] = []
    judged: list[Judged] = []
    for gold in documents:
        if gold.doc not in texts:
            raise RecordError("no text of this name is among the sources", gold.doc)
        paper = Paper(gold, Text(texts[gold.doc]), parts[gold.doc].entities, parts[gold.doc].statements)
        for mark in (entities, relations, figures, quotes):
            mark(paper)
        for name, tally in paper.tallies.items():
            tallies[name] += tally
            if name.startswith(SUMMED):
                tallies[f"{name.partition(' ')[0]} all"] += tally
        misses.extend(paper.misses)
        judged.extend(paper.judged)
    return Scores(dict(sorted(tallies.items(), key=_order)), tuple(misses), tuple(judged))


def _order(item: tuple[str, Tally]) -> tuple[str, bool, str]:
    """Sort by kind, the sum of a kind before its parts."""
    kind, _, part = item[0].partition(" ")
    return kind, part != "all", part


def _by_document(graph: Graph) -> Mapping[str, Part]:
    parts: defaultdict[str, Part] = defaultdict(Part)
    for entity in graph.entities:
        for document in entity.documents:
            parts[PurePath(document).name].entities.append(entity)
    for claim in graph.statements:
        for document in claim.documents:
            parts[PurePath(document).name].statements.append(claim)
    return parts
