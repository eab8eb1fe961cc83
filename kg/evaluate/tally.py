"""What scoring comes to: tallies, misses, and statements judged."""

from typing import Literal

import msgspec

Kind = Literal["relation", "figure", "quote"]
Error = Literal["missed", "extra", "wrong"]


class Tally(msgspec.Struct):
    """How many are right, of how many the graph has and how many the annotations have."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """The share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the wanted that is found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Tally(right=6, found=8, wanted=12).f1
        0.6
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


class Miss(msgspec.Struct, frozen=True, order=True):
    """What a graph lacks, has beside the annotations, or has with something wrong."""

    document: str
    of: str
    error: Error
    text: str


class Judged(msgspec.Struct, frozen=True):
    """A statement of a graph, and whether the annotations bear it out."""

    of: Kind
    confidence: float
    right: bool


class Scores(msgspec.Struct, frozen=True):
    """Tallies by what is scored, misses, and the statements judged."""

    tallies: dict[str, Tally]
    misses: tuple[Miss, ...]
    judged: tuple[Judged, ...]
