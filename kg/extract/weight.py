"""How sure a relation is: as its rule is, and no less doubtful than the names that it is about."""

import msgspec

from kg.model.mention import Mention, Relation

NOMINAL = 0.85
"""How sure it is that a nominal stands for the name that it is taken for."""


def weighed(relation: Relation) -> Relation:
    """Return the relation less sure by half of what its less sure mention lacks to be certain."""
    sure = min((_sure(end) for end in (relation.subject, relation.object) if isinstance(end, Mention)), default=1.0)
    return msgspec.structs.replace(relation, confidence=round(relation.confidence * (1 + sure) / 2, 4))


def _sure(mention: Mention) -> float:
    return mention.confidence if mention.level == "name" else min(mention.confidence, NOMINAL)
