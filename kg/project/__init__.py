"""What a project adds to the package, without code: an ontology, rules, a lexicon and a ledger."""

from functools import cached_property
from typing import Self

import msgspec

from kg.grammar import Grammar, Rule
from kg.lexicon import Word
from kg.ontology import Ontology, extended, packaged, using
from kg.project import ledger, rules, words
from kg.project.config import Config
from kg.project.ledger import Ledger

__all__ = ["PACKAGED", "Config", "Ledger", "Project"]


class Project(msgspec.Struct, frozen=True, dict=True):
    """The ontology of a project, its grammars, the words of its lexicon and its ledger, all read and checked.

    It is a value: it pickles whole, so that the processes of one build all have the same.
    """

    ontology: Ontology = msgspec.field(default_factory=packaged)
    grammars: tuple[Grammar, ...] = ()
    words: tuple[Word, ...] = ()
    ledger: Ledger = ledger.NONE

    @classmethod
    def of(cls, config: Config) -> Self:
        """Read what settings name; the first fault is an `InputError` with file and line."""
        ontology = extended(*config.ontology, data=config.namespace)
        with using(ontology):
            found, links = words.read(config.lexicon)
            return cls(ontology, rules.grammars(config.rules), found, ledger.read(config.ledger, links))

    @cached_property
    def relation_rules(self) -> tuple[Rule, ...]:
        """The rules that read relations."""
        return tuple(rule for grammar in self.grammars for rule in grammar.rules if rule.text.predicate)

    @cached_property
    def name_rules(self) -> tuple[Rule, ...]:
        """The rules that read names."""
        return tuple(rule for grammar in self.grammars for rule in grammar.rules if not rule.text.predicate)


PACKAGED = Project()
