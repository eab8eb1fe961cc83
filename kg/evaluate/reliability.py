"""Reliability: whether confidences are the shares of statements that are right."""

from collections.abc import Iterable

import msgspec

from kg.evaluate.tally import Judged

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where the bins of confidence begin; a confidence on an edge belongs to the bin below it."""


class Bin(msgspec.Struct, frozen=True):
    """The statements with a confidence above `lower`, up to `upper`."""

    lower: float
    upper: float
    statements: int
    confidence: float
    right: int

    @property
    def share(self) -> float:
        """The share of the statements that is right."""
        return self.right / self.statements


def reliability(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """Return the bins of confidence that have statements, from low to high, with their mean confidence.

    >>> [(found.lower, found.statements, found.share) for found in reliability([Judged("relation", 0.95, True)])]
    [(0.9, 1, 1.0)]
    """
    items = list(judged)
    bins = []
    for lower, upper in zip(EDGES, (*EDGES[1:], 1.0), strict=True):
        held = [item for item in items if lower < item.confidence <= upper or item.confidence == lower == 0]
        if held:
            mean = sum(item.confidence for item in held) / len(held)
            bins.append(Bin(lower, upper, len(held), round(mean, 4), sum(item.right for item in held)))
    return tuple(bins)
