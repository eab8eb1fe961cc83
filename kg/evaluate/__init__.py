"""Evaluate: whether a graph's evidence is what its sources say, and whether its statements are what readers found."""

from kg.evaluate.gold import Annotated, annotated
from kg.evaluate.reliability import Bin, reliability
from kg.evaluate.score import score
from kg.evaluate.tally import Judged, Miss, Scores, Tally
from kg.evaluate.verify import Verified, verify

__all__ = [
    "Annotated",
    "Bin",
    "Judged",
    "Miss",
    "Scores",
    "Tally",
    "Verified",
    "annotated",
    "reliability",
    "score",
    "verify",
]
