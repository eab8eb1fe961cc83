"""The rules of a project: grammars that read relations of its predicates, and names of its classes.

A rule with a `predicate` reads relations: its groups `subject` and `object` hold the mentions, and every other group
gives a qualifier of its name. A rule without one reads names: its group `name` is a name of the class `type`.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from kg.errors import GrammarError
from kg.grammar import Grammar, Rule, load, names, read
from kg.grammar.example import faults
from kg.ontology import in_use

ENDS = frozenset({"subject", "object"})
NAME = "name"
# Properties of facts that are no qualifiers to read: they tell of the reading.
MADE = frozenset({"asOf", "background", "confidence", "extractor", "modality", "predicate", "rule"})


class Checked(msgspec.Struct, frozen=True):
    """How many rules and examples were checked, and what was wrong."""

    rules: int
    examples: int
    faults: tuple[GrammarError, ...]


def grammars(files: Sequence[Path]) -> tuple[Grammar, ...]:
    """Read the grammars of files, checked against the ontology in use; the first fault is a `GrammarError`."""
    found = tuple(_read(files))
    for grammar in found:
        for fault in _faults(grammar):
            raise fault
    return found


def check(files: Sequence[Path]) -> Checked:
    """Check the rules of the package and of files by their examples, those of files against the ontology in use too."""
    found: list[GrammarError] = []
    own: list[Grammar] = []
    try:
        own.extend(_read(files))
    except GrammarError as error:
        found.append(error)
    known = [load(name) for name in names()]
    rules = [rule for grammar in (*known, *own) for rule in grammar.rules]
    found += [fault for grammar in known for rule in grammar.rules for fault in faults(rule)]
    found += [fault for grammar in own for fault in _faults(grammar)]
    return Checked(len(rules), sum(len(rule.text.examples) + len(rule.text.counter) for rule in rules), tuple(found))


def _read(files: Sequence[Path]) -> Iterator[Grammar]:
    seen = set(names())
    for file in files:
        if file.stem in seen:
            raise GrammarError(f"another grammar is named {file.stem!r}: give the file a name of its own", str(file))
        seen.add(file.stem)
        yield read(file)


def _faults(grammar: Grammar) -> Iterator[GrammarError]:
    for rule in grammar.rules:
        fits = _misread(rule) if rule.text.predicate else _misnamed(rule)
        yield from (GrammarError(f"rule {rule.name!r} {fault}", rule.where) for fault in fits)
        yield from faults(rule)


def _misnamed(rule: Rule) -> Iterator[str]:
    """Yield what is wrong with a rule that reads names."""
    if rule.text.type not in in_use().classes or not in_use().is_a(rule.text.type, "Entity"):
        yield f"needs a predicate, or as type a class of entities; it has {rule.text.type!r}"
    if NAME not in rule.groups:
        yield f"needs a group (?P<{NAME}>…) for the name of its {rule.text.type}"


def _misread(rule: Rule) -> Iterator[str]:
    """Yield what is wrong with a rule that reads relations."""
    predicates = in_use().predicates
    known = sorted(name for name, term in predicates.items() if term.related)
    if rule.text.predicate not in known:
        yield f"names no predicate of statements, {rule.text.predicate!r}; there are: {', '.join(known)}"
        return
    predicate, groups = predicates[rule.text.predicate], set(rule.groups)
    if not any(in_use().is_a(kind, "Entity") for kind in predicate.range):
        yield f"relates entities, where {predicate.name} leads to {' or '.join(predicate.range)}"
    if rule.text.type:
        yield from _untopical(rule, groups)
    elif not groups >= ENDS and not (predicate.symmetric and "subject" in groups):
        yield "needs the groups (?P<subject>…) and (?P<object>…), or the type of the topic that stands for one"
    qualifiers = {name for name, term in in_use().properties.items() if "Fact" in term.domain} - MADE
    if unknown := sorted({*groups, *rule.text.qualifiers} - ENDS - qualifiers):
        yield f"gives {unknown[0]!r}, which is no property of kg:Fact; there are: {', '.join(sorted(qualifiers))}"


def _untopical(rule: Rule, groups: Iterable[str]) -> Iterator[str]:
    topics = load("topic").by_name
    if rule.text.type not in topics:
        yield f"has no topic {rule.text.type!r} as type; there are: {', '.join(sorted(topics))}"
    if not ENDS.intersection(groups):
        yield "needs a group (?P<subject>…) or (?P<object>…) beside its topic"
