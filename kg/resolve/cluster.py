"""Which names stand for one thing: the names of a source, joined into clusters.

A short name joins a full one where the full one is the only candidate (`kg.normalise.name.is_short_form`), where
the text defines it in brackets, or where both have one official code.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.model.mention import Mention
from kg.normalise.name import fold, is_short_form
from kg.normalise.place import Gazetteer
from kg.ontology import in_use

GROUPS = ("Person", "Organization", "Facility", "Place", "Product", "Event", "Policy", "Industry", "Indicator")
NameKey = tuple[str, str]


def group(kind: str) -> str:
    """Return the group within which names are compared: one thing is never in two.

    >>> group("Company"), group("Municipality"), group("Facility")
    ('Organization', 'Place', 'Facility')
    """
    lineage = in_use().types(kind)
    return next((root for root in GROUPS if root in lineage), lineage[-1])


def key(mention: Mention) -> NameKey:
    """Return what a name is looked up by: its group and its folded form."""
    return group(mention.type), fold(mention.text)


class Clusters:
    """A partition of the names of one source."""

    def __init__(self, mentions: Iterable[Mention], gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.forms: dict[NameKey, Counter[str]] = defaultdict(Counter)
        self.types: dict[NameKey, Counter[str]] = defaultdict(Counter)
        self.codes: dict[NameKey, str] = {}
        self._parent: dict[NameKey, NameKey] = {}
        for mention in mentions:
            self._add(mention)
        self._join_codes()
        self._join_short_forms()

    def _add(self, mention: Mention) -> None:
        name = key(mention)
        self._parent.setdefault(name, name)
        self.forms[name][mention.text] += 1
        self.types[name][mention.type] += 1
        if mention.code:
            self.codes.setdefault(name, mention.code)

    def find(self, name: NameKey) -> NameKey:
        """Return the representative of a name's cluster."""
        while self._parent[name] != name:
            name = self._parent[name]
        return name

    def join(self, one: NameKey, other: NameKey) -> None:
        """Make two names one thing, unless their codes say that they are two."""
        one, other = sorted((self.find(one), self.find(other)))
        codes = {self.codes[name] for name in (one, other) if name in self.codes}
        if one == other or len(codes) > 1:
            return
        self._parent[other] = one
        if codes:
            self.codes[one] = codes.pop()

    def _join_codes(self) -> None:
        by_code: dict[str, NameKey] = {}
        for name, code in sorted(self.codes.items()):
            self.join(by_code.setdefault(code, name), name)
        for name in sorted(self._parent):
            if name[0] == "Place" and name not in self.codes:
                candidates = {place.code or "" for place in self.gazetteer.lookup(name[1])} & set(by_code)
                if len(candidates) == 1:
                    self.join(by_code[candidates.pop()], name)

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
