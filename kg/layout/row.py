"""Rows: what a page is made of, each with its role and what its wording says of the article."""

import functools
import re
from collections.abc import Iterator
from typing import cast

import msgspec

from kg.grammar import Rule, load
from kg.layout.passage import SPACE, Passage
from kg.model.text import BlockKind, Span


class Day(msgspec.Struct, frozen=True):
    """A day as a dateline gives it, most often without the year."""

    year: int | None
    month: int
    day: int


class Row(msgspec.Struct, frozen=True):
    """A passage with one role. All spans are of its text.

    `breaks` counts the line breaks before it. With a row that `closes`, the article is over; one that `opens` begins
    an article, or stands in its head.
    """

    passage: Passage
    kind: BlockKind
    breaks: int = 0
    authors: tuple[Span, ...] = ()
    editors: tuple[Span, ...] = ()
    place: Span | None = None
    publisher: Span | None = None
    title: Span | None = None
    day: Day | None = None
    opens: bool = False
    closes: bool = False

    @property
    def start(self) -> int:
        """Where the row starts in the source."""
        return self.passage.start


class Photo(msgspec.Struct, frozen=True):
    """A photograph's caption and credits, lifted out of the text; it may have but one of them."""

    rows: tuple[Row, ...]

    @property
    def start(self) -> int:
        """Where the photograph's text starts in the source."""
        return self.rows[0].start


Item = Row | Photo


@functools.cache
def rules(*types: str) -> tuple[Rule, ...]:
    """Return the layout rules of some types, in file order of the types."""
    return tuple(rule for name in types for rule in load("layout").of(type=name))


def around(text: str, sign: str, before: int, after: int, *types: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield the matches of rules of some types near the signs of one type: looking everywhere would take too long."""
    windows: list[tuple[int, int]] = []
    for match in rules(sign)[0].regex.finditer(text):
        start, end = max(0, match.start() - before), min(len(text), match.end() + after)
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, end))
    for rule in rules(*types) if windows else ():
        for start, end in windows:
            for match in rule.regex.finditer(text, start, end):
                yield rule, match


def row(line: Passage, rule: Rule, match: re.Match[str], *, kind: BlockKind | None = None, **flags: bool) -> Row:
    """Return the row that a rule matched within a line, by default of the kind that the rule's type begins with."""
    passage = line.part(*match.span())
    found = match.group()
    at = match.start() + len(found) - len(found.lstrip(SPACE))

    def span(name: str) -> Span | None:
        if name not in match.re.groupindex or match.start(name) < 0:
            return None
        return Span(*match.span(name)).shift(-at)

    return Row(
        passage,
        kind or cast("BlockKind", rule.text.type.partition("-")[0]),
        authors=tuple(name.shift(-at) for name in _authors(match)),
        editors=tuple(name.shift(-at) for name in _editors(match)),
        place=span("place"),
        publisher=span("publisher"),
        title=span("title"),
        day=_day(match),
        **flags,
    )


def _authors(match: re.Match[str]) -> Iterator[Span]:
    groups = match.groupdict()
    if groups.get("names"):
        found = [match]
    elif groups.get("reporters"):
        found = list(rules("reporters")[0].regex.finditer(match.string, *match.span("reporters")))
    else:
        found = []
    for names in found:
        for name in rules("name")[0].regex.finditer(match.string, *names.span("names")):
            yield Span(*name.span())


def _editors(match: re.Match[str]) -> Iterator[Span]:
    if match.groupdict().get("editors"):
        for found in rules("editors")[0].regex.finditer(match.string, *match.span("editors")):
            for name in rules("editor-name")[0].regex.finditer(match.string, *found.span("names")):
                yield Span(*name.span())


def _day(match: re.Match[str]) -> Day | None:
    groups = match.groupdict()
    if not groups.get("month"):
        return None
    return Day(int(groups["year"]) if groups.get("year") else None, int(groups["month"]), int(groups["day"]))
