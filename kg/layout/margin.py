"""Margins: what stands in a line before and after its running text: headline, dateline, byline, signature."""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from kg.grammar import Rule
from kg.layout.passage import Passage
from kg.layout.row import Row, around, row, rules

HEADLINE = 60
"""No headline is longer, in code points."""

TAIL = 120
"""How far from the end of a line a byline or signature may begin."""

FIRST = ("dateline-first", "dateline-undated", "byline-first")
"""What begins a line; of these, only the first type needs a date."""

BEFORE = 60
AFTER = 240
"""How far before and after its sign a dateline may reach."""

FULL_STOP = re.compile(r"。[”’」』）)]*")
TWICE = re.compile(r"([^。]{6,60}?)\s*\1")
CLAUSE = re.compile(r"[，。；：]")
DASH = re.compile(r"\s*(?=——)")
ENDS = tuple("。！？…；：，")
UNFINISHED = tuple("，、：；“（")


class Part(msgspec.Struct, frozen=True):
    """The part of a line that belongs to one article: its running text, and the rows before and after."""

    front: tuple[Row, ...]
    text: Passage
    back: tuple[Row, ...]


def whole(line: Passage) -> Row | None:
    """Return the row of a line that is nothing but a byline or the name of its source."""
    if len(line.text) > TAIL or line.text.endswith(ENDS):
        return None
    for rule in rules("byline-line"):
        if match := rule.regex.match(line.text):
            return row(line, rule, match)
    return None


def headline(text: str, title: str | None, *, announced: bool) -> int:
    """Return how long the headline is that running text follows without a break, 0 where there is none.

    It is known as the source's title, told twice, or announced as the original title.
    """
    if title and text.startswith(title):
        return len(title)
    if twice := TWICE.match(text):
        return twice.end()
    if announced and (lead := rules("lead")[0].regex.search(text, 0, 2 * HEADLINE)):
        return lead.start()
    return 0


def _unannounced(text: str) -> int:
    """Return how long the headline is that begins another article of a page without line breaks."""
    lead = rules("lead")[0].regex.search(text, 0, HEADLINE)
    return lead.start() if lead and not CLAUSE.search(text, 0, lead.start()) else 0


def parts(line: Passage, first: int = 0) -> Iterator[Part]:
    """Yield the parts of a line that belong to one article each; its first characters may be a known headline.

    Most lines are one part; a page without line breaks is a line of several articles.
    """
    text = line.text
    cuts = {0, len(text)}
    if signed := bool(rules("sign")[0].regex.search(text)):
        cuts.update(match.end() for _, match in around(text, "sign", BEFORE, AFTER, "dateline-signature"))
        cuts.update(start for start, *_ in _heads(text) if start > first)
    for start, end in pairwise(sorted(cuts)):
        part = line.part(start, end)
        known = headlines(part.part(0, first)) if first and start == 0 else []
        front, rest = _front(part.part(first if start == 0 else 0, len(part.text)), signed=signed)
        if start and not front and (length := _unannounced(rest.text)):
            front, rest = headlines(rest.part(0, length)), rest.part(length, len(rest.text))
        back, rest = _back(rest)
        yield Part((*known, *front), rest, tuple(back))


def headlines(passage: Passage) -> list[Row]:
    """Return the rows of a headline: a title, and a subtitle that a dash begins; one told twice is kept once."""
    if twice := TWICE.fullmatch(passage.text):
        passage = passage.part(0, twice.end(1))
    dash = DASH.search(passage.text, 1)
    rows = [Row(passage.part(0, dash.start() if dash else len(passage.text)), "title", opens=True)]
    if dash:
        rows.append(Row(passage.part(dash.end(), len(passage.text)), "subtitle", opens=True))
    return rows


def _heads(text: str) -> Iterator[tuple[int, Rule, re.Match[str]]]:
    """Yield the datelines and bylines that begin an article, and where the headline right before each starts."""
    for rule, match in around(text, "sign", BEFORE, AFTER, "dateline", "byline"):
        floor = max(0, match.start() - 2 * HEADLINE - 1)
        start = max((stop.end() for stop in FULL_STOP.finditer(text, floor, match.start())), default=floor)
        before = text[start : match.start()]
        if (start == floor and floor) or before.rstrip().endswith(UNFINISHED):
            continue
        credits_ = around(before, "credit-sign", HEADLINE, HEADLINE, "credit")
        yield start + max((found.end() for _, found in credits_), default=0), rule, match


def _front(rest: Passage, *, signed: bool) -> tuple[list[Row], Passage]:
    rows: list[Row] = []
    while found := _first(rest.text, signed=signed):
        rule, match = found
        if (before := rest.part(0, match.start())).text:
            rows.extend(headlines(before))
        rows.append(row(rest, rule, match, opens=True))
        rest = rest.part(match.end(), len(rest.text))
    return rows, rest


def _first(line: str, *, signed: bool) -> tuple[Rule, re.Match[str]] | None:
    text = line[: 2 * HEADLINE + AFTER]
    heads = [(rule, match) for start, rule, match in _heads(text) if start == 0] if signed else []
    first = rules(*(FIRST if signed else FIRST[1:]))
    heads.extend((rule, match) for rule in first if (match := rule.regex.match(text)))
    return min(heads, key=lambda head: head[1].start(), default=None)


def _back(rest: Passage) -> tuple[list[Row], Passage]:
    rows: list[Row] = []
    while found := _last(rest.text):
        rule, match = found
        rows.insert(0, row(rest, rule, match, closes=True))
        rest = rest.part(0, match.start())
    return rows, rest


def _last(text: str) -> tuple[Rule, re.Match[str]] | None:
    if text.endswith(ENDS):
        return None
    for rule in rules("dateline-signature", "dateline-last", "byline-last"):
        for match in rule.regex.finditer(text, max(0, len(text) - TAIL)):
            if match.end() == len(text):
                return rule, match
    return None
