"""Readings of the clause before a quantity: what stands there as the indicator, and how the quantity stands to it."""

import re

import msgspec

from kg.extract.figure_clause import cue
from kg.grammar import Rule, load
from kg.ontology import per_ontology


class Left(msgspec.Struct, frozen=True):
    """The clause before a quantity, as the first rule that matches reads it; `offset` is where it starts."""

    rule: Rule
    match: re.Match[str]
    offset: int

    @property
    def name(self) -> str:
        """The name of the rule."""
        return self.rule.name

    @property
    def text(self) -> str:
        """The masked text of the clause before the quantity."""
        return self.match.string

    def group(self, group: str) -> str:
        """Return what a group of the rule holds, empty where it has no such group."""
        return self.match.groupdict().get(group) or ""

    def span(self, group: str) -> tuple[int, int]:
        """Return where a group stands in the masked sentence."""
        start, end = self.match.span(group)
        return start + self.offset, end + self.offset

    def says(self, rule: str) -> bool:
        """Tell whether a rule of the grammar finds its cue in the clause."""
        return cue(rule).search(self.text) is not None


@per_ontology
def _left_rules() -> tuple[Rule, ...]:
    return load("figure").of(type="left")


def reading(text: str, offset: int) -> Left:
    """Return the reading of the text before a quantity by the first rule that matches; `offset` is where it starts."""
    for rule in _left_rules():
        if match := rule.regex.search(text):
            return Left(rule, match, offset)
    raise AssertionError(text)
