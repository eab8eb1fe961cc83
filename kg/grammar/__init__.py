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
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from kg.errors import GrammarError, LexiconError
from kg.grammar.lines import Lines
from kg.grammar.mask import class_pattern
from kg.lexicon import words
from kg.ontology import per_ontology

SLOT = re.compile(r"\{(@|[A-Za-z_][A-Za-z_0-9]*)\}")
PACKAGED = resources.files("kg.grammar")


class LexiconSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A slot filled by the forms of a lexicon, longest first."""

    lexicon: str
    types: tuple[str, ...] = ()


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


class Rule(msgspec.Struct, frozen=True, eq=False):
    """A rule ready to match; `id` is `grammar/name`, `where` its file and line, `places` those of its examples."""

    id: str
    text: RuleText
    regex: re.Pattern[str]
    where: str = ""
    places: dict[str, str] = {}

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


def parse(text: str, name: str, where: str = "") -> Grammar:
    """Read a grammar from TOML; a fault is named by file and line."""
    lines = Lines(text, where or f"{name}.toml")
    try:
        file = msgspec.toml.decode(text, type=RuleFile)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise GrammarError(*lines.of(str(error))) from error
    rules: dict[str, Rule] = {}
    for number, rule in enumerate(file.rule):
        place = lines.rule(number)
        if rule.name in rules:
            raise GrammarError(f"two rules are named {rule.name!r}", place)
        if not rule.examples or not rule.counter:
            raise GrammarError(f"rule {rule.name!r} needs at least one example and one counter-example", place)
        regex = _compile(rule, file.slots, lines.saying(number, "\npattern"))
        said = (*(item if isinstance(item, str) else item.text for item in rule.examples), *rule.counter)
        places = {example: lines.saying(number, example) for example in said}
        rules[rule.name] = Rule(f"{name}/{rule.name}", rule, regex, place, places)
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
    return parse((PACKAGED / f"{name}.toml").read_text(encoding="utf-8"), name)


def names() -> tuple[str, ...]:
    """Return the names of the packaged grammars."""
    return tuple(sorted(Path(item.name).stem for item in PACKAGED.iterdir() if item.name.endswith(".toml")))


def _compile(rule: RuleText, slots: dict[str, Any], where: str) -> re.Pattern[str]:
    def fill(match: re.Match[str], path: tuple[str, ...] = ()) -> str:
        slot = match.group(1)
        if slot in path:
            raise GrammarError(f"slot {{{slot}}} holds itself", where)
        value = slots.get(slot)
        if value is None:
            if (pattern := class_pattern(slot)) is not None:
                return pattern
            known = ", ".join(sorted(slots))
            raise GrammarError(f"rule {rule.name!r} names no slot or class {{{slot}}}; slots: {known}", where)
        if isinstance(value, LexiconSlot):
            try:
                forms = words(value.lexicon, *value.types)
            except LexiconError as error:
                raise GrammarError(f"slot {{{slot}}}: {error}", where) from error
            if not forms:
                raise GrammarError(f"slot {{{slot}}} finds no words of these types in {value.lexicon}.tsv", where)
            return alternation(forms)
        return f"(?:{SLOT.sub(lambda inner: fill(inner, (*path, slot)), value)})"

    try:
        return re.compile(SLOT.sub(fill, rule.pattern))
    except re.error as error:
        raise GrammarError(f"rule {rule.name!r} is no regular expression: {error}", where) from error


def alternation(forms: Iterable[str]) -> str:
    """Return a pattern for any of the forms, the longest first: a trie behind a look at its first characters.

    >>> alternation(("市长", "副市长", "市")), alternation(("说", "称"))
    ('(?:(?=[副市])(?:副市长|市(?:长)?))', '[称说]')
    """
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for character in form:
            node = node.setdefault(character, {})
        node[""] = {}
    firsts = "".join(re.escape(character) for character in sorted(root))
    if all(len(form) == 1 for form in forms):
        return f"[{firsts}]"
    return f"(?:(?=[{firsts}]){_branches(root)})"


def _branches(node: dict[str, Any]) -> str:
    """Return the pattern of a trie's node; a node that ends a form goes on where it can."""
    found = [re.escape(character) + _branches(node[character]) for character in sorted(node) if character]
    if "" in node:
        return f"(?:{'|'.join(found)})?" if found else ""
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
