"""How sure a relation is: as its rule is, and no less doubtful than the names that it is about.

The shares here are rounded from how often such relations of news that no rule was written on are right.
"""

import bisect
from collections.abc import Sequence

import msgspec

from kg.model.mention import Mention, Observation, Relation
from kg.model.text import Span

NOMINAL = 0.85
"""How sure it is that a nominal stands for the name that it is taken for."""

TOLD, CARRIED = 0.9, 0.6
"""How sure a figure is whose sentence says what it is about, and one that takes it from those before."""

UNDATED = 0.7
"""How sure a figure is that has no period, of those that have one."""


def weighed(relation: Relation) -> Relation:
    """Return the relation less sure by half of what its less sure mention lacks to be certain."""
    sure = min((_sure(end) for end in (relation.subject, relation.object) if isinstance(end, Mention)), default=1.0)
    return msgspec.structs.replace(relation, confidence=round(relation.confidence * (1 + sure) / 2, 4))


def _sure(mention: Mention) -> float:
    return mention.confidence if mention.level == "name" else min(mention.confidence, NOMINAL)


def settled(relation: Relation, sentences: Sequence[Span]) -> Relation:
    """Return the relation of a figure as sure as what it is about, and when, is settled where it stands.

    `sentences` are those of its document, in order.
    """
    found = relation.object
    if not isinstance(found, Observation):
        return relation
    sentence = sentences[bisect.bisect_right(sentences, found.span.start, key=lambda span: span.start) - 1]
    told = found.about is not None and sentence.start <= found.about.span.start < sentence.end
    share = (TOLD if told else CARRIED) * (1 if found.period else UNDATED)
    return msgspec.structs.replace(relation, confidence=round(relation.confidence * share, 4))
