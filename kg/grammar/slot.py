"""Slots of patterns: a name in braces stands for a pattern of its file, the forms of a lexicon, or a class."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from kg.errors import GrammarError, LexiconError
from kg.grammar.alternation import alternation
from kg.grammar.mask import class_pattern
from kg.grammar.need import Need, needs
from kg.lexicon import words

SLOT = re.compile(r"\{(@|[A-Za-z_][A-Za-z_0-9]*)\}")
HELD = 0xF0000
"""From here on characters hold the places of slots: private ones, of which texts have none."""


class LexiconSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A slot filled by the forms of a lexicon, longest first."""

    lexicon: str
    types: tuple[str, ...] = ()


class Slot(NamedTuple):
    """What a slot stands for, and what it needs of a text."""

    pattern: str
    needs: tuple[Need, ...]


class Slots:
    """The slots of one file, each read once; what is wrong is an error at `where`, the place of the rule that asks."""

    def __init__(self, values: Mapping[str, str | LexiconSlot]) -> None:
        self.values = values
        self.known: dict[str, Slot] = {}

    def read(self, text: str, where: str, within: tuple[str, ...] = ()) -> Slot:
        """Return the pattern of a text with its slots filled, and its needs; `within` are the slots that it fills."""
        held: dict[str, tuple[Need, ...]] = {}

        def hold(match: re.Match[str]) -> str:
            character = chr(HELD + len(held))
            held[character] = self._slot(match[1], where, within).needs
            return character

        filled = SLOT.sub(lambda match: self._slot(match[1], where, within).pattern, text)
        return Slot(filled, needs(SLOT.sub(hold, text), held))

    def _slot(self, name: str, where: str, within: tuple[str, ...]) -> Slot:
        if name in within:
            raise GrammarError(f"slot {{{name}}} holds itself", where)
        if name not in self.known:
            self.known[name] = self._fill(name, where, (*within, name))
        return self.known[name]

    def _fill(self, name: str, where: str, within: tuple[str, ...]) -> Slot:
        value = self.values.get(name)
        if isinstance(value, str):
            slot = self.read(value, where, within)
            return Slot(f"(?:{slot.pattern})", slot.needs)
        pattern = alternation(self._forms(name, value, where)) if value else class_pattern(name)
        if pattern is None:
            known = ", ".join(sorted(self.values)) or "none"
            raise GrammarError(f"there is no slot or class {{{name}}}; slots: {known}", where)
        return Slot(pattern, needs(pattern, {}))

    def _forms(self, name: str, value: LexiconSlot, where: str) -> tuple[str, ...]:
        try:
            forms = words(value.lexicon, *value.types)
        except LexiconError as error:
            raise GrammarError(f"slot {{{name}}}: {error}", where) from error
        if not forms:
            raise GrammarError(f"slot {{{name}}} finds no words of these types in {value.lexicon}.tsv", where)
        return forms
