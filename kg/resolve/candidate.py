"""Which names of a source may be short forms of which: by an index, as most pairs of names have nothing in common.

A short form leaves out characters of the full one, or the lexicon knows both. So a name is looked up by its two rarest
characters: no other names than those that have both can be its full form.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.normalise.short_form import canonical, known_as, without_address

PERSON = "Person"
Key = tuple[str, str, str]
"""What a name is looked up by: its group, its folded form, and the code of the area that it stands for, if any."""


def candidates(names: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """Yield each pair of a name and one that may be its full form; only a person's or well-known one may be no longer.

    >>> list(candidates([("Organization", "海岚", ""), ("Organization", "海岚公司", ""), ("Facility", "海岚塔", "")]))
    [(('Organization', '海岚', ''), ('Organization', '海岚公司', ''))]
    """
    names = list(names)
    counts = Counter(character for name in names for character in set(name[1]))
    index: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for name in names:
        text = without_address(name[1]) if name[0] == PERSON else name[1]
        rarest = sorted(sorted(set(text)), key=counts.__getitem__)[:2]
        index[name[0], *sorted(rarest)].append(name)
        index[name[0], "", canonical(name[1]) or name[1]].append(name)
    for full in names:
        for short in sorted({short for hint in _hints(full) for short in index.get(hint, ())}):
            free = full[0] == PERSON or known_as(short[1], full[1])
            if short != full and (free or len(short[1]) < len(full[1])):
                yield short, full


def _hints(full: Key) -> Iterator[tuple[str, ...]]:
    """Yield what the short forms of a name may be found by."""
    group, text, _ = full
    characters = sorted(set(text))
    yield group, "", canonical(text) or text
    for count in (1, 2):
        for some in combinations(characters, count):
            yield group, *some
