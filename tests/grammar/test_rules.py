"""Every rule of every grammar is held to its own examples and counter-examples."""

import re

import pytest

from kg.grammar import load, names
from kg.grammar.example import faults

RULES = [rule for name in names() for rule in load(name).rules]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_does_what_its_examples_say(rule):
    assert list(faults(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_group_is_possessive(rule):
    """Python before 3.11.5 matches possessive groups wrongly; of one character, they are safe."""
    assert not re.search(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+", rule.regex.pattern)
