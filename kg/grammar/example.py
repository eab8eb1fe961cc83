"""A rule's own examples: the test that every rule carries with it.

In an example, `{Person|殷勇}` marks a mention: `{Municipality|北京市}市长{Person|殷勇}表示`.
"""

import re
from collections.abc import Iterator

from kg.errors import GrammarError
from kg.grammar import Example, Rule
from kg.grammar.mask import Masked, characters, mask
from kg.model.mention import Mention
from kg.model.text import Span

MENTION = re.compile(r"\{([A-Z][A-Za-z]*)[ |]([^{}|]+)\}")


def marked(text: str) -> tuple[str, tuple[Mention, ...]]:
    """Return an example's plain text and the mentions that it marks.

    >>> text, mentions = marked("{Person|殷勇}说")
    >>> text, mentions[0].type, mentions[0].span
    ('殷勇说', 'Person', Span(start=0, end=2))
    """
    parts: list[str] = []
    mentions: list[Mention] = []
    at = length = 0
    for match in MENTION.finditer(text):
        parts.extend((text[at : match.start()], match.group(2)))
        start = length + match.start() - at
        length = start + len(match.group(2))
        at = match.end()
        mentions.append(Mention(Span(start, length), match.group(1), match.group(2)))
    return "".join((*parts, text[at:])), tuple(mentions)


def faults(rule: Rule) -> Iterator[GrammarError]:
    """Yield what is wrong with a rule by its own examples: one not matched, a group that differs, a counter matched."""
    for item in rule.text.examples:
        example = Example(item) if isinstance(item, str) else item
        yield from (_error(rule, example.text, fault) for fault in _unfit(rule, example))
    for text in rule.text.counter:
        yield from (_error(rule, text, fault) for fault in _unmet(rule, text))


def _error(rule: Rule, text: str, fault: str) -> GrammarError:
    return GrammarError(f"{rule.id} {fault}", rule.places.get(text, rule.where))


def _unfit(rule: Rule, example: Example) -> Iterator[str]:
    """Yield what is wrong with a rule by an example."""
    if unknown := _unknown(example.text):
        yield unknown
        return
    match, masked = _search(rule, example.text)
    if match is None:
        yield f"does not match its example {example.text!r}"
        return
    plain = marked(example.text)[0]
    for name, expected in sorted(example.groups.items()):
        if name not in rule.groups:
            yield f"has no group {name!r}, which its example {example.text!r} names"
            continue
        span = masked.group(match, name)
        found = span.of(plain) if span else None
        if found != expected:
            yield f"gives {name} = {found!r} in {example.text!r}, not {expected!r}"


def _unmet(rule: Rule, text: str) -> Iterator[str]:
    """Yield what is wrong with a rule by a counter-example."""
    if unknown := _unknown(text):
        yield unknown
    elif match := _search(rule, text)[0]:
        yield f"must not match {text!r}, but takes {match.group()!r}"


def _unknown(text: str) -> str | None:
    kinds = [mention.type for mention in marked(text)[1] if mention.type not in characters()]
    return f"marks a mention of no class in {text!r}: {kinds[0]}" if kinds else None


def _search(rule: Rule, text: str) -> tuple[re.Match[str] | None, Masked]:
    plain, mentions = marked(text)
    masked = mask(plain, Span(0, len(plain)), mentions)
    return rule.regex.search(masked.text), masked
