r"""Rules as data: TOML files of patterns, each rule with examples and counter-examples.

::

    [slots]                        # named parts of patterns: a pattern, or forms of a lexicon
    year = '''[12]\d{3}年'''
    title = { lexicon = "title" }                    # every form of kg/lexicon/title.tsv
    verb = { lexicon = "cue", types = ["say"] }      # the forms of some types

    [[rule]]
    name = "place-title-person"
    predicate = "holdsPost"
    pattern = '''(?P<subject>{Place})(?P<title>{title})(?P<object>{Person})'''
    confidence = 0.95
    examples = ["{Municipality|北京市}市长{Person|殷勇}"]
    counter = ["{Municipality|北京市}市长说"]

A pattern is a Python regular expression. `{slot}` stands for a slot; `{Person}` with a class of the ontology stands
for one mention of that class or a subclass: rules are matched over masked text (`kg.grammar.mask`), in which every
mention is one character. `{@}` stands for any mention. Examples mark their mentions: `{Person|殷勇}`; an example
may also say what groups it must give: `{ text = "…", groups = { title = "市长" } }`.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

import msgspec

from kg.errors import GrammarError
from kg.grammar.lines import Lines
from kg.grammar.need import Need
from kg.grammar.slot import LexiconSlot, Slots
from kg.ontology import per_ontology

GROUP = re.compile(r"\(\?P<(\w+)>")
PACKAGED = resources.files("kg.grammar")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that a rule must match, with the groups that it must give."""

    text: str
    groups: dict[str, str] = {}


class RuleText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as written in its file."""

    name: str
    pattern: str
    examples: tuple[str | Example, ...]
    counter: tuple[str, ...]
    predicate: str = ""
    type: str = ""
    confidence: float = 0.9
    priority: int = 0
    qualifiers: dict[str, str] = {}
    note: str = ""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A grammar file: slots and rules."""

    rule: tuple[RuleText, ...]
    slots: dict[str, str | LexiconSlot] = {}


class Rule(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A rule ready to match, its slots filled; `id` is `grammar/name`.

    A text without any character of one of its `needs` holds no match. `where` is the rule's file and line, `places` are
    those of its pattern and examples.
    """

    id: str
    text: RuleText
    pattern: str
    needs: tuple[Need, ...] = ()
    where: str = ""
    places: dict[str, str] = {}

    @functools.cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for: many rules never are."""
        try:
            return re.compile(self.pattern)
        except re.error as error:
            where = self.places.get(self.text.pattern, self.where)
            raise GrammarError(f"rule {self.name!r} is no regular expression: {error}", where) from error

    @functools.cached_property
    def groups(self) -> frozenset[str]:
        """The names of the pattern's groups."""
        return frozenset(GROUP.findall(self.pattern))

    @property
    def name(self) -> str:
        """The rule's name within its grammar."""
        return self.text.name


class Grammar(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The rules of one file, by priority (higher first), then in file order; `grammar[name]` is one of them."""

    name: str
    rules: tuple[Rule, ...]

    @functools.cached_property
    def by_name(self) -> dict[str, Rule]:
        """The rules by name."""
        return {rule.name: rule for rule in self.rules}

    def __getitem__(self, name: str) -> Rule:
        return self.by_name[name]

    def of(self, *, predicate: str = "", type: str = "") -> tuple[Rule, ...]:  # noqa: A002  # the field's name
        """Return the rules for one predicate or one type."""
        return tuple(
            rule
            for rule in self.rules
            if (not predicate or rule.text.predicate == predicate) and (not type or rule.text.type == type)
        )


def matches(rules: Iterable[Rule], text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield the matches of rules in a text, rule by rule; a rule that needs what the text lacks is not tried."""
    lacks = _characters(text).isdisjoint
    for rule in rules:
        for need in rule.needs:
            if lacks(need):
                break
        else:
            for match in rule.regex.finditer(text):
                yield rule, match


@functools.lru_cache(maxsize=16)
def _characters(text: str) -> frozenset[str]:
    return frozenset(text)


def parse(text: str, name: str, where: str = "") -> Grammar:
    """Read a grammar from TOML; a fault is named by file and line."""
    grammar = _read(text, name, where)
    for rule in grammar.rules:
        rule.regex  # noqa: B018  # compiled, so that what is no pattern is told now
    return grammar


def _read(text: str, name: str, where: str = "") -> Grammar:
    lines = Lines(text, where or f"{name}.toml")
    try:
        file = msgspec.toml.decode(text, type=RuleFile)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise GrammarError(*lines.of(str(error))) from error
    slots = Slots(file.slots)
    rules: dict[str, Rule] = {}
    for number, rule in enumerate(file.rule):
        place = lines.rule(number)
        if rule.name in rules:
            raise GrammarError(f"two rules are named {rule.name!r}", place)
        if not rule.examples or not rule.counter:
            raise GrammarError(f"rule {rule.name!r} needs at least one example and one counter-example", place)
        said = (*(item if isinstance(item, str) else item.text for item in rule.examples), *rule.counter)
        places = {example: lines.saying(number, example) for example in said}
        places[rule.pattern] = lines.saying(number, "\npattern")
        pattern, needs = slots.read(rule.pattern, places[rule.pattern])
        rules[rule.name] = Rule(f"{name}/{rule.name}", rule, pattern, needs, place, places)
    return Grammar(name, tuple(sorted(rules.values(), key=lambda rule: -rule.text.priority)))


def read(path: Path) -> Grammar:
    """Read a grammar file of a project."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise GrammarError("there is no such rule file", str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise GrammarError(f"cannot be read as UTF-8 text: {error}", str(path)) from error
    return parse(text, path.stem, str(path))


@per_ontology
def load(name: str) -> Grammar:
    """Read a grammar of the package by its name: `load("post")`."""
    return _read((PACKAGED / f"{name}.toml").read_text(encoding="utf-8"), name)


def names() -> tuple[str, ...]:
    """Return the names of the packaged grammars."""
    return tuple(sorted(Path(item.name).stem for item in PACKAGED.iterdir() if item.name.endswith(".toml")))
