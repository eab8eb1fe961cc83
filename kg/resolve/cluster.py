"""Which names stand for one thing: the names of a source, joined into clusters.

A short name joins a full one where the full one is the only candidate (`kg.normalise.name.is_short_form`), where
the text defines it in brackets, or where both have one official code. What the ledger says goes before all of that.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.errors import LedgerError
from kg.model.mention import Mention
from kg.normalise.group import NameKey, name_key
from kg.normalise.name import is_short_form
from kg.normalise.place import Gazetteer
from kg.project.ledger import NONE, Ledger

TWO = 2


def key(mention: Mention) -> NameKey:
    """Return what a name is looked up by: its group and its folded form."""
    return name_key(mention.type, mention.text)


class Clusters:
    """A partition of the names of one source."""

    def __init__(self, mentions: Iterable[Mention], gazetteer: Gazetteer, ledger: Ledger = NONE) -> None:
        self.gazetteer, self.ledger = gazetteer, ledger
        self.forms: dict[NameKey, Counter[str]] = defaultdict(Counter)
        self.types: dict[NameKey, Counter[str]] = defaultdict(Counter)
        self.codes: dict[NameKey, str] = {}
        self._parent: dict[NameKey, NameKey] = {}
        for mention in mentions:
            self._add(mention)
        self._things = {name: self._named(name) for name in self._parent}
        self._join_things()
        self._join_codes()
        self._join_short_forms()

    def _add(self, mention: Mention) -> None:
        name = key(mention)
        self._parent.setdefault(name, name)
        self.forms[name][mention.text] += 1
        self.types[name][mention.type] += 1
        if mention.code:
            self.codes.setdefault(name, mention.code)

    def _named(self, name: NameKey) -> frozenset[int]:
        """Return the things of the ledger that a name may be."""
        return self.ledger.named(next(iter(self.types[name])), self.forms[name], self.codes.get(name))

    def find(self, name: NameKey) -> NameKey:
        """Return the representative of a name's cluster."""
        while self._parent[name] != name:
            name = self._parent[name]
        return name

    def join(self, one: NameKey, other: NameKey) -> None:
        """Make two names one thing, unless their codes or the ledger say that they are two."""
        one, other = sorted((self.find(one), self.find(other)))
        codes = {self.codes[name] for name in (one, other) if name in self.codes}
        if one != other and len(codes) < TWO and not self.ledger.dispute(self._things[one] | self._things[other]):
            self._unite(one, other)

    def _unite(self, one: NameKey, other: NameKey) -> None:
        """Make two clusters one, under their smaller code."""
        codes = sorted(self.codes[name] for name in (one, other) if name in self.codes)
        self._parent[other] = one
        self._things[one] |= self._things[other]
        if codes:
            self.codes[one] = codes[0]

    def _join_things(self) -> None:
        """Join the names that the ledger says are one thing."""
        holders: dict[int, NameKey] = {}
        for name in sorted(self._parent):
            for thing in sorted(self._things[name]):
                one, other = sorted((self.find(holders.setdefault(thing, name)), self.find(name)))
                if one != other:
                    self._unite(one, other)
        for root in sorted({self.find(name) for name in self._parent}):
            if where := self.ledger.dispute(self._things[root]):
                raise LedgerError(f"{root[1]} is both of two that cannot be one thing", where)

    def _join_codes(self) -> None:
        by_code: dict[str, NameKey] = {}
        for name in sorted({self.find(name) for name in self.codes}, key=self._standing):
            first = by_code.setdefault(self.codes[name], name)
            self.join(first, name)
            if self.find(first) != self.find(name):  # by the ledger, this is not the place that it was taken for
                del self.codes[name]
        for name in sorted(self._parent):
            if name[0] == "Place" and name not in self.codes:
                candidates = {place.code or "" for place in self.gazetteer.lookup(name[1])} & set(by_code)
                if len(candidates) == 1:
                    self.join(by_code[candidates.pop()], name)

    def _standing(self, name: NameKey) -> tuple[bool, NameKey]:
        """Put the name that a place has in the gazetteer before the others that have its code."""
        place = self.gazetteer.get(self.codes[name])
        return place is None or place.name != name[1], name

    def _join_short_forms(self) -> None:
        by_group: dict[str, list[NameKey]] = defaultdict(list)
        for name in sorted(self._parent):
            by_group[name[0]].append(name)
        for names in by_group.values():
            for short in names:
                full = [name for name in names if self._is_fuller(name, short)]
                if len({self.find(name) for name in self.fullest(full)}) == 1:
                    self.join(full[0], short)

    @staticmethod
    def _is_fuller(name: NameKey, short: NameKey) -> bool:
        """Tell whether a name is a fuller form of another; only a person's may be no longer: 林先生, 林岚山."""
        longer = len(name[1]) > len(short[1]) or (name[0] == "Person" and name != short)
        return longer and is_short_form(short[1], name[1], name[0])

    def fullest(self, names: Sequence[NameKey]) -> list[NameKey]:
        """Return those of some names that are short forms of no other of them."""
        return [name for name in names if not any(self._is_fuller(other, name) for other in names)]

    def clusters(self) -> dict[NameKey, tuple[NameKey, ...]]:
        """Return the names of every cluster by its representative."""
        found: dict[NameKey, list[NameKey]] = defaultdict(list)
        for name in sorted(self._parent):
            found[self.find(name)].append(name)
        return {root: tuple(names) for root, names in found.items()}
