"""Firms that a list names beside known ones: 海岚集团、[青禾科技]、[云帆]等一批企业."""

from collections.abc import Iterator, Sequence

from kg.annotate.own_name import branded
from kg.annotate.word import Words
from kg.grammar import load, matches
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.head import head
from kg.normalise.modifier import is_one
from kg.normalise.name import nominals
from kg.normalise.name_part import gazetteer

FIRM = "Company"
LIST, BREAK = "list", "、"
PLACES = ("Province", "Municipality", "City", "County")
LONGEST = 8
OF_NAMES = frozenset(("n", "nz", "nw", "ORG", "PER", "LOC", "a", "v", "vn"))
COMMON = ("stop", "generic", "one", "person")


def peers(words: Words, names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the items of lists of firms that are no names yet, where another item of the list is a firm's name.

    An item may start with a place: 青川海岚.
    """
    taken = bytearray(len(words.text))
    for name in names:
        if name.type not in PLACES:
            taken[name.span.start : name.span.end] = b"\x01" * len(name.span)
    ends = {name.span.end for name in names if name.type == FIRM}
    for rule, match in matches(load("peer").rules, words.text):
        items = list(_items(match[LIST], match.start(LIST)))
        if any(item.end in ends for item in items):
            for item in items:
                if not any(taken[item.start : item.end]) and _is_name(words, item):
                    yield Mention(item, FIRM, item.of(words.text), confidence=rule.text.confidence, rule=rule.id)


def _items(text: str, start: int) -> Iterator[Span]:
    for item in text.split(BREAK):
        yield Span(start, start + len(item))
        start += len(item) + len(BREAK)


def _is_name(words: Words, span: Span) -> bool:
    """Tell whether an item may be a firm's name: short, of whole words, and more than a place or words of trade."""
    name = span.of(words.text)
    last = head(name)
    return (
        len(span) <= LONGEST
        and words.aligned(span)
        and OF_NAMES.issuperset(word.tag for word in words.of(span))
        and (last is None or last.type == FIRM)
        and branded(name)
        and name not in nominals()
        and not is_one(name, *COMMON)
        and not gazetteer().lookup(name)
    )
