"""Clauses: the parts of a masked sentence."""

import bisect
import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.grammar import load
from kg.grammar.mask import Masked, characters, mask
from kg.model.mention import Mention
from kg.model.text import Span
from kg.ontology import per_ontology

ASIDE = re.compile(r"（[^（）]{1,40}）|\([^()]{1,40}\)")
END = re.compile(r"[，,；;。！？!?：:…—（）()\n]")
STRONG = frozenset("；;。！？!?\n")


class Clause(msgspec.Struct, frozen=True):
    """A stretch of a masked sentence between two marks; `opening` is where its part between semicolons starts."""

    start: int
    end: int
    opening: int


class Sentence(msgspec.Struct, frozen=True):
    """A masked sentence, in which every mention is one character, in clauses."""

    span: Span
    masked: Masked
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        """The masked text."""
        return self.masked.text

    def at(self, place: int) -> int:
        """Return the number of the clause that holds a place of the masked text."""
        return max(bisect.bisect_right(self.clauses, place, key=lambda clause: clause.start) - 1, 0)

    def of(self, kind: str) -> list[tuple[int, Mention]]:
        """Return the mentions of a type, with their places."""
        return [(at, mention) for at, mention in self.masked.mentions.items() if mention.type == kind]

    def words(self, start: int, end: int, text: str) -> str:
        """Return the document's own words for a stretch of the masked text, without white space."""
        return "".join(self.masked.span(start, end).of(text).split())


@per_ontology
def cue(rule: str) -> re.Pattern[str]:
    """Return the pattern of a rule of the grammar `figure`."""
    return load("figure")[rule].regex


def read(text: str, span: Span, mentions: Sequence[Mention]) -> Sentence:
    """Mask a sentence and cut it into clauses; asides in brackets that hold no quantity stay within theirs."""
    masked = mask(text, span, mentions)
    return Sentence(span, masked, tuple(_clauses(masked.text)))


def _clauses(text: str) -> Iterator[Clause]:
    quantity = characters()["Quantity"]
    asides = [match.span() for match in ASIDE.finditer(text) if quantity not in match.group()]
    aside = {at for first, last in asides for at in range(first, last)}
    start = opening = 0
    for match in END.finditer(text):
        at = match.start()
        if at in aside:
            continue
        yield Clause(start, at, opening)
        start = at + 1
        opening = start if match.group() in STRONG else opening
    yield Clause(start, len(text), opening)
