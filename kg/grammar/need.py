"""What a text must hold for a pattern to match in it at all: most texts lack it, and need no search."""

import re
from collections.abc import Iterable, Iterator, Mapping
from re import _constants as op  # type: ignore[attr-defined]  # the parse tree of re has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST = 4
"""So many needs tell nearly all; each more costs a look."""

WIDE = 64
"""A need of more characters is met by nearly any text."""

Need = frozenset[str]
Slots = Mapping[str, tuple[Need, ...]]


def needs(pattern: str, slots: Slots) -> tuple[Need, ...]:
    """Return sets of characters: every match of a pattern holds, or stands beside, one of each; the smallest few.

    `slots` are characters of the pattern that stand for patterns, with the needs of these. What is no pattern by
    itself, or heeds no case, has no needs.

    >>> [sorted(need) for need in needs("(?<=市)(?:局长|主任)(?P<name>李.)?说", {})]
    [['市'], ['说'], ['主', '局']]
    """
    try:
        tree = parser.parse(pattern)
    except re.error:
        return ()
    if tree.state.flags & re.IGNORECASE:
        return ()
    found = {need for need in _of(tree, slots) if len(need) <= WIDE}
    return tuple(sorted(found, key=_rank)[:MOST])


def _rank(need: Need) -> tuple[int, list[str]]:
    return len(need), sorted(need)


def _least(found: Iterable[Need]) -> Need | None:
    return min(found, key=_rank, default=None)


def _of(tree: Iterable[tuple[Any, Any]], slots: Slots) -> Iterator[Need]:
    """Yield the needs of a sequence of nodes; what may be left out needs nothing."""
    for kind, value in tree:
        if kind is op.LITERAL:
            yield from slots.get(chr(value), (frozenset(chr(value)),))
        elif kind is op.IN:
            yield from _of_class(value, slots)
        elif kind is op.BRANCH:
            yield from _of_branches(value[1], slots)
        elif kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
            yield from _of(value[3], slots)
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT} and value[0]:
            yield from _of(value[2], slots)
        elif kind is op.ASSERT:
            yield from _of(value[1], slots)


def _of_class(items: Iterable[tuple[Any, Any]], slots: Slots) -> Iterator[Need]:
    """Yield the characters of a class that lists few; one that excludes characters needs none.

    Slots may stand in it: the parser writes branches of one character each as a class.
    """
    found: set[str] = set()
    for kind, value in items:
        need: Need | None = None
        if kind is op.LITERAL:
            need = _least(slots.get(chr(value), (frozenset(chr(value)),)))
        elif kind is op.RANGE and value[1] - value[0] < WIDE:
            need = frozenset(map(chr, range(value[0], value[1] + 1)))
        if need is None:
            return
        found |= need
    yield frozenset(found)


def _of_branches(branches: Iterable[Iterable[tuple[Any, Any]]], slots: Slots) -> Iterator[Need]:
    """Yield what one of several branches needs, where each needs something: of each its smallest need."""
    least = [_least(_of(branch, slots)) for branch in branches]
    told = [need for need in least if need is not None]
    if len(told) == len(least):
        yield frozenset().union(*told)
