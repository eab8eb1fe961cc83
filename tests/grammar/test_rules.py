"""Every rule of every grammar is held to its own examples and counter-examples."""

import pytest

from kg.grammar import load, names
from kg.grammar.example import faults

RULES = [rule for name in names() for rule in load(name).rules]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_does_what_its_examples_say(rule):
    assert list(faults(rule)) == []
