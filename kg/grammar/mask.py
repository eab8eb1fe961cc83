"""Masked text: a stretch of text in which every mention is one character, for rules to match.

Each class of the ontology has one code point of the private use area; a mention is written as its class's
character, so a pattern `{Organization}` is a character class over it and its subclasses. Code points of that
area in the text itself are masked as U+FFFD, so nothing in the text can pose as a mention.
"""

import bisect
import re
from collections.abc import Sequence

import msgspec

from kg.model.mention import Mention
from kg.model.text import Span
from kg.ontology import in_use, packaged, per_ontology

FIRST = 0xE000
PRIVATE = re.compile("[\ue000-\uf8ff]")


class Masked(msgspec.Struct, frozen=True):
    """A masked text. `starts[i]` is where its i-th character starts in the document, with one more for the end."""

    text: str
    starts: tuple[int, ...]
    mentions: dict[int, Mention]
    document: str

    def span(self, start: int, end: int) -> Span:
        """Return the document span of a range of the masked text."""
        if start == end:
            return Span(self.starts[start], self.starts[start])
        last = self.mentions.get(end - 1)
        return Span(self.starts[start], last.span.end if last else self.starts[end - 1] + 1)

    def group(self, match: re.Match[str], name: str | int = 0) -> Span | None:
        """Return the document span of a group of a match, None where it took no part."""
        start, end = match.span(name)
        return None if start < 0 else self.span(start, end)

    def mention(self, match: re.Match[str], name: str) -> Mention | None:
        """Return the first mention inside a group of a match."""
        found = self.within(match, name)
        return found[0] if found else None

    def within(self, match: re.Match[str], name: str | int = 0) -> tuple[Mention, ...]:
        """Return all mentions inside a group of a match, in order."""
        start, end = match.span(name)
        return tuple(self.mentions[at] for at in range(max(start, 0), end) if at in self.mentions)

    def at(self, offset: int) -> int:
        """Return the index in the masked text of a document offset (inside a mention: the mention's)."""
        return max(bisect.bisect_right(self.starts, offset) - 1, 0)


@per_ontology
def characters() -> dict[str, str]:
    """Return the character of every class that a mention can have: the ontology's, and the values.

    Classes that a project adds come last, so that the others have the same characters in every project.
    """
    names = [*sorted(packaged().classes), "Quantity", "Period", *sorted(in_use().classes.keys() - packaged().classes)]
    return {name: chr(FIRST + number) for number, name in enumerate(names)}


@per_ontology
def class_pattern(name: str) -> str | None:
    """Return a pattern for one mention of a class or its subclasses, of any class for `@`; None for no class."""
    table = characters()
    if name == "@":
        return f"[{''.join(table.values())}]"
    if name not in table:
        return None
    ontology = in_use()
    kinds = [name, *(other for other in ontology.classes if name in ontology.ancestors(other))]
    return f"[{''.join(table[kind] for kind in sorted(set(kinds)))}]"


def mask(text: str, span: Span, mentions: Sequence[Mention]) -> Masked:
    """Mask a stretch of text; of the mentions, sorted by start, those inside it that do not overlap are used."""
    table = characters()
    parts: list[str] = []
    starts: list[int] = []
    found: dict[int, Mention] = {}
    at, plain = span.start, PRIVATE.sub("\ufffd", span.of(text))
    for mention in mentions:
        if mention.span.start < at or mention.span.end > span.end or not len(mention.span):
            continue
        parts.append(plain[at - span.start : mention.span.start - span.start])
        starts.extend(range(at, mention.span.start))
        found[len(starts)] = mention
        parts.append(table[mention.type])
        starts.append(mention.span.start)
        at = mention.span.end
    parts.append(plain[at - span.start :])
    starts.extend(range(at, span.end + 1))
    return Masked("".join(parts), tuple(starts), found, text)
