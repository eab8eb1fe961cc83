"""What lies in what: places within places, and of two places where one thing is said to be, the narrower."""

import functools
from collections.abc import Iterator, Mapping, Sequence

from kg.lexicon import words
from kg.model.mention import Mention, Relation
from kg.normalise.form import fold
from kg.normalise.name_part import gazetteer
from kg.normalise.short_form import is_short_form
from kg.ontology import in_use, per_ontology


def same_place(name: str, part: str) -> bool:
    """Tell whether a name that begins with another only adds a rank to it: 南特市, beside 南特."""
    ranks = words("place_suffix", "area")
    return name.removeprefix(part) in ranks or not {*gazetteer().lookup(name)}.isdisjoint(gazetteer().lookup(part))


@functools.lru_cache(maxsize=4096)
def lies_in(name: str, area: str) -> bool:
    """Tell whether the gazetteer has a place of one name within a place of the other.

    >>> lies_in("肥西县", "安徽"), lies_in("安徽", "安徽"), lies_in("安徽", "合肥")
    (True, False, False)
    """
    outer = [wider for place in gazetteer().lookup(name) for wider in gazetteer().chain(place)[1:]]
    return name != area and any(area in (place.name, *place.forms) for place in outer)


def most_specific(found: Sequence[Relation]) -> tuple[Relation, ...]:
    """Leave out the wider of two places where one thing is said to be: 安徽, where it is also said to be in 合肥."""
    said: dict[str, set[str]] = {}
    for _, place, area in _mentions(found, "partOf"):
        said.setdefault(place.text, set()).add(area.text)
    located = {(one.text, one.type, place.text) for _, one, place in _mentions(found, "locatedIn")}
    wide = {
        index
        for index, one, area in _mentions(found, "locatedIn")
        for name, kind, place in located
        if _is_within(place, area.text, said) and _same(name, kind, one)
    }
    return tuple(relation for index, relation in enumerate(found) if index not in wide)


def _is_within(place: str, area: str, said: Mapping[str, set[str]]) -> bool:
    """Tell whether a place lies in another, by what the text says of it or by the gazetteer, and not the other way."""
    around = _around(place, said)
    return place not in _around(area, said) and (area in around[1:] or any(lies_in(name, area) for name in around))


def _around(place: str, said: Mapping[str, set[str]]) -> list[str]:
    """Return a place and the areas around it, as the text says."""
    around = [place]
    for name in around:
        around.extend(sorted(said.get(name, set()) - {*around}))
    return around


def _mentions(found: Sequence[Relation], predicate: str) -> Iterator[tuple[int, Mention, Mention]]:
    for index, relation in enumerate(found):
        if relation.predicate == predicate and relation.subject and isinstance(relation.object, Mention):
            yield index, relation.subject, relation.object


def _same(name: str, kind: str, other: Mention) -> bool:
    """Tell whether two names may be of one thing: equal, or one short for the other."""
    one, two = sorted((fold(name), fold(other.text)), key=len)
    return one == two or is_short_form(one, two, kind)


def is_of(mention: Mention, kind: str) -> bool:
    """Tell whether a mention is of a class or a subclass of it."""
    return _is_a(mention.type, kind)


@per_ontology
def _is_a(one: str, other: str) -> bool:
    return in_use().is_a(one, other)
