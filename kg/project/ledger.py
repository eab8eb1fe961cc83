"""The ledger: a table of names that are one thing, and of names that are not, kept by hand and held in every build.

=========  ======================================================================================================
column     what it holds
=========  ======================================================================================================
`link`     `must`: both are one thing; `cannot`: they are two, however alike
`type`     the class of both, or one above it; may be left out where both are ids
`one`      a name, or the id that an entity had: `company/c70935d85ae7792d`, `area/440300`
`other`    the same
`note`     may be left out: why
=========  ======================================================================================================

The order of lines means nothing. Lines that contradict each other are a `LedgerError` that names them all.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Literal

import msgspec

from kg.errors import LedgerError, LexiconError
from kg.lexicon import read_table
from kg.model.ident import area, ident
from kg.normalise.form import unquoted
from kg.normalise.group import NameKey, group, name_key
from kg.ontology import in_use

ID = re.compile("([a-z]+)/[0-9A-Za-z-]+")


class Row(msgspec.Struct, frozen=True):
    """A line of the table."""

    link: Literal["must", "cannot"]
    one: str
    other: str
    type: str = ""
    note: str = ""


class Link(msgspec.Struct, frozen=True):
    """Two names or ids that are, or are not, one thing, and the line that says so."""

    link: Literal["must", "cannot"]
    one: NameKey
    other: NameKey
    where: str = ""


class Ledger(msgspec.Struct, frozen=True):
    """Things by the names and ids that the ledger gives them, and the pairs of things that are two, with the line.

    A name's key is its group and folded form, that of an id is its group and the id.
    """

    things: Mapping[NameKey, int] = {}
    apart: Mapping[tuple[int, int], str] = {}
    kinds: Mapping[str, tuple[str, ...]] = {}

    def named(self, kind: str, names: Iterable[str], code: str | None = None) -> frozenset[int]:
        """Return the things of the ledger that something of a class is, by its names and its official code."""
        if not self.things:
            return frozenset()
        home = group(kind)
        keys = {(home, area(code))} if code else set()
        for name in names:
            keys.add(name_key(kind, name))
            keys.update((home, ident(prefix, unquoted(name))) for prefix in self.kinds.get(home, ()))
        return frozenset(self.things[key] for key in keys if key in self.things)

    def dispute(self, things: AbstractSet[int]) -> str | None:
        """Return the line that says that these are not all one thing, None where none does."""
        found = (where for (one, other), where in self.apart.items() if one in things and other in things)
        return next(found, None)


NONE = Ledger()


def read(files: Iterable[Path], links: Iterable[Link] = ()) -> Ledger:
    """Read tables into one ledger, with more links."""
    return ledger([*links, *(link for file in files for link in _links(file))])


def ledger(links: Iterable[Link]) -> Ledger:
    """Return the ledger of links in any order."""
    found = sorted(set(links), key=lambda link: (link.one, link.other, link.link, link.where))
    joins = [*(link for link in found if link.link == "must"), *_known({key for link in found for key in _ends(link)})]
    things = _things(found, joins)
    apart: dict[tuple[int, int], str] = {}
    for link in found:
        if link.link == "cannot":
            if things[link.one] == things[link.other]:
                raise _contradiction(link, joins)
            pair = sorted((things[link.one], things[link.other]))
            apart.setdefault((pair[0], pair[1]), link.where)
    kinds: dict[str, set[str]] = defaultdict(set)
    for home, name in things:
        if match := ID.fullmatch(name):
            kinds[home].add(match.group(1))
    return Ledger(things, dict(sorted(apart.items())), {home: tuple(sorted(kinds[home])) for home in sorted(kinds)})


def _links(file: Path) -> Iterable[Link]:
    try:
        rows = read_table(file, Row)
    except LexiconError as error:
        raise LedgerError(error.message, error.where) from error
    for number, row in enumerate(rows, start=2):
        where = f"{file}:{number}"
        one, other = (_key(name, row.type, where) for name in (row.one, row.other))
        if one[0] != other[0]:
            raise LedgerError(f"{row.one} and {row.other} are of two kinds, {one[0]} and {other[0]}", where)
        if one == other:
            raise LedgerError(f"{row.one} and {row.other} are one name by their form", where)
        yield Link(row.link, one, other, where)


def _key(name: str, kind: str, where: str) -> NameKey:
    classes = {known.lower(): known for known in in_use().classes if in_use().is_a(known, "Entity")}
    match = ID.fullmatch(name)
    if match and match.group(1) in ("area", *classes):
        return group(classes.get(match.group(1), "Place")), name
    if not kind:
        raise LedgerError(f"{name!r} is no id of an entity; a name needs a type", where)
    if kind not in classes.values():
        raise LedgerError(f"no class of entities is named {kind!r}", where)
    return name_key(kind, name)


def _known(keys: AbstractSet[NameKey]) -> list[Link]:
    """Return the links of ids with the names that they are made of."""
    ids = [(key, match.group(1)) for key in sorted(keys) if (match := ID.fullmatch(key[1]))]
    return [
        Link("must", name, key)
        for key, kind in ids
        for name in sorted(keys)
        if name[0] == key[0] and ident(kind, name[1]) == key[1]
    ]


def _ends(link: Link) -> tuple[NameKey, NameKey]:
    return link.one, link.other


def _things(links: Iterable[Link], joins: Iterable[Link]) -> dict[NameKey, int]:
    """Return the number of the thing that each name stands for."""
    near: dict[NameKey, set[NameKey]] = {key: set() for link in links for key in _ends(link)}
    for link in joins:
        near[link.one].add(link.other)
        near[link.other].add(link.one)
    things: dict[NameKey, int] = {}
    for number, start in enumerate(sorted(near)):
        waiting = [start] if start not in things else []
        while waiting:
            key = waiting.pop()
            if key not in things:
                things[key] = number
                waiting.extend(near[key])
    return things


def _contradiction(link: Link, joins: Iterable[Link]) -> LedgerError:
    """Return what is wrong with a link whose ends are one thing: the shortest way from one to the other."""
    ways: dict[NameKey, tuple[str, ...]] = {link.one: ()}
    waiting = deque([link.one])
    while waiting:
        key = waiting.popleft()
        for join in joins:
            for here, there in (_ends(join), _ends(join)[::-1]):
                if here == key and there not in ways:
                    ways[there] = (*ways[key], join.where)
                    waiting.append(there)
    lines = ", ".join(sorted({where for where in ways[link.other] if where}))
    return LedgerError(f"{link.one[1]} and {link.other[1]} cannot be one thing, but must be by {lines}", link.where)
