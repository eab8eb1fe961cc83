"""Which names stand for one thing: the names of a source, joined into clusters.

A short name joins a full one where the full one is the only candidate (`kg.normalise.name.is_short_form`), where
the text defines it in brackets, or where both have one official code. What the ledger says goes before all of that.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.errors import LedgerError
from kg.model.mention import Mention
from kg.normalise.group import name_key
from kg.normalise.name import is_short_form
from kg.normalise.place import Gazetteer
from kg.project.ledger import NONE, Ledger
from kg.resolve.candidate import Key, candidates

TWO = 2


def key(mention: Mention) -> Key:
    """Return what a name is looked up by: 朝阳区 of Beijing is not that of Changchun."""
    return *name_key(mention.type, mention.text), mention.code or ""


class Clusters:
    """A partition of the names of one source."""

    def __init__(self, mentions: Iterable[Mention], gazetteer: Gazetteer, ledger: Ledger = NONE) -> None:
        self.gazetteer, self.ledger = gazetteer, ledger
        self.forms: dict[Key, Counter[str]] = defaultdict(Counter)
        self.types: dict[Key, Counter[str]] = defaultdict(Counter)
        self.codes: dict[Key, str] = {}
        self._parent: dict[Key, Key] = {}
        for mention in mentions:
            self._add(mention)
        self._things = {name: self._named(name) for name in self._parent}
        self._join_things()
        self._join_codes()
        self._join_regions()
        self._fuller = _fuller(sorted(self._parent))
        self._join_short_forms()

    def _add(self, mention: Mention) -> None:
        name = key(mention)
        self._parent.setdefault(name, name)
        self.forms[name][mention.text] += 1
        self.types[name][mention.type] += 1
        if mention.code:
            self.codes.setdefault(name, mention.code)

    def _named(self, name: Key) -> frozenset[int]:
        """Return the things of the ledger that a name may be."""
        return self.ledger.named(next(iter(self.types[name])), self.forms[name], self.codes.get(name))

    def find(self, name: Key) -> Key:
        """Return the representative of a name's cluster."""
        while (above := self._parent[name]) != name:
            self._parent[name] = self._parent[above]
            name = above
        return name

    def join(self, one: Key, other: Key) -> None:
        """Make two names one thing, unless their codes or the ledger say that they are two."""
        one, other = sorted((self.find(one), self.find(other)))
        codes = {self.codes[name] for name in (one, other) if name in self.codes}
        things = self._things[one] | self._things[other]
        if one != other and len(codes) < TWO and self.ledger.dispute(things) is None:
            self._unite(one, other)

    def _unite(self, one: Key, other: Key) -> None:
        """Make two clusters one, under their smaller code."""
        codes = sorted(self.codes[name] for name in (one, other) if name in self.codes)
        self._parent[other] = one
        self._things[one] |= self._things[other]
        if codes:
            self.codes[one] = codes[0]

    def _join_things(self) -> None:
        """Join the names that the ledger says are one thing."""
        if not any(self._things.values()):
            return
        holders: dict[int, Key] = {}
        for name in sorted(self._parent):
            for thing in sorted(self._things[name]):
                one, other = sorted((self.find(holders.setdefault(thing, name)), self.find(name)))
                if one != other:
                    self._unite(one, other)
        for root in sorted({self.find(name) for name in self._parent}):
            if (where := self.ledger.dispute(self._things[root])) is not None:
                raise LedgerError(f"{root[1]} is both of two that cannot be one thing", where)

    def _join_codes(self) -> None:
        by_code: dict[str, Key] = {}
        for name in sorted({self.find(name) for name in self.codes}, key=self._standing):
            first = by_code.setdefault(self.codes[name], name)
            self.join(first, name)
            if self.find(first) != self.find(name):  # by the ledger, this is not the place that it was taken for
                del self.codes[name]
        alike: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name in self._parent:
            alike[name[:2]] |= {name[2]} & set(by_code)
        for name in sorted(self._parent):
            if name not in self.codes:
                known = self.gazetteer.lookup(name[1]) if name[0] == "Place" else ()
                codes = alike[name[:2]] | ({place.code or "" for place in known} & set(by_code))
                if len(codes) == 1:
                    self.join(by_code[codes.pop()], name)

    def _join_regions(self) -> None:
        """Join the names of one region that has no code: 西北, 西北地区."""
        first: dict[str, Key] = {}
        for name in sorted(self._parent):
            known = self.gazetteer.lookup(name[1]) if name[0] == "Place" and name not in self.codes else ()
            if len(known) == 1 and not known[0].code:
                self.join(first.setdefault(known[0].name, name), name)

    def _standing(self, name: Key) -> tuple[bool, Key]:
        """Put the name that a place has in the gazetteer before the others that have its code."""
        place = self.gazetteer.get(self.codes[name])
        return place is None or place.name != name[1], name

    def _join_short_forms(self) -> None:
        for short in sorted(self._fuller):
            full = self._fuller[short]
            if len({self.find(name) for name in self.fullest(full)}) == 1:
                self.join(full[0], short)

    def fullest(self, names: Sequence[Key]) -> list[Key]:
        """Return those of some names that are short forms of no other of them."""
        given = set(names)
        return [name for name in names if given.isdisjoint(self._fuller.get(name, ()))]

    def clusters(self) -> dict[Key, tuple[Key, ...]]:
        """Return the names of every cluster by its representative."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for name in sorted(self._parent):
            found[self.find(name)].append(name)
        return {root: tuple(names) for root, names in found.items()}


def _fuller(names: Iterable[Key]) -> dict[Key, list[Key]]:
    """Return the fuller forms of those names that are short forms of others."""
    found: dict[Key, list[Key]] = defaultdict(list)
    for short, full in candidates(names):
        if is_short_form(short[1], full[1], full[0]):
            found[short].append(full)
    return dict(found)
