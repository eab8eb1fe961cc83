"""What lies in what: places within places, and of two places where one thing is said to be, the narrower."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kg.lexicon import words
from kg.model.mention import Mention, Relation
from kg.normalise.form import fold
from kg.normalise.name_part import gazetteer
from kg.normalise.short_form import is_short_form
from kg.ontology import in_use, per_ontology

NAMED_TOGETHER = "name/together"
CONFIDENCE = 0.75

PARENT, IN_VENUE = "name/parent", "location/held-in-venue"
"""The rules by which a name tells its thing's whole, and in which building something is held."""
TOP = ("Country", "Province", "Municipality")
"""Areas within none but a country: 河北, beside 天津, is not its district of that name."""


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


def contained(sentences: Iterable[Sequence[Mention]], found: Iterable[Relation]) -> Iterator[Relation]:
    """Yield places as parts of the narrowest area around them that their sentence names too: 青海…, 海东和海北….

    Sentences are given by their mentions. A place that another relation tells to be part of an area is left out.
    """
    told = {key for _, place, _ in _mentions(tuple(found), "partOf") for key in (place.text, place.code) if key}
    for mentions in sentences:
        places = [mention for mention in mentions if mention.level == "name" and is_area(mention)]
        for place in places:
            around = [area for area in places if _lies_within(place, area)]
            narrow = [area for area in around if not any(_lies_within(other, area) for other in around)]
            narrow = narrow or _only_county(place, places)
            if narrow and told.isdisjoint((place.text, place.code)):
                told |= {key for key in (place.text, place.code) if key}
                spans = tuple(sorted((narrow[0].span, place.span)))
                yield Relation("partOf", place, narrow[0], spans, NAMED_TOGETHER, CONFIDENCE)


def _only_county(place: Mention, places: Sequence[Mention]) -> list[Mention]:
    """Return the county that a sentence names in full, alone and first, for a town or village that no gazetteer has."""
    settled = place.type == "Place" and place.text.endswith(words("place_suffix", "town", "settlement", "village"))
    if not settled or gazetteer().lookup(place.text):
        return []
    counties = [area for area in places if area.type == "County"]
    only = len({area.code or area.text for area in counties}) == 1 and counties[0].span < place.span
    full = only and counties[0].text.endswith(words("area_word", "suffix"))
    return counties[:1] if full else []


def only(mentions: Sequence[Mention]) -> Mention | None:
    """Return the first of mentions that all name one thing, by their codes, and by their text where they have none."""
    codes = {mention.code for mention in mentions if mention.code}
    coded = {mention.text for mention in mentions if mention.code}
    bare = {mention.text for mention in mentions if not mention.code} - coded
    return mentions[0] if len(codes) + len(bare) == 1 else None


def is_area(mention: Mention) -> bool:
    """Tell whether a mention is of a place and no facility."""
    known = mention.type in in_use().classes
    return known and is_of(mention, "Place") and not is_of(mention, "Facility")


def _lies_within(place: Mention, area: Mention) -> bool:
    """Tell whether the gazetteer has a place within an area that is no country, by their codes where they have any."""
    if area.type == "Country" or place.type in TOP:
        return False
    if place.code and area.code:
        return place.code != area.code and gazetteer().within(place.code, area.code)
    return place.type != "Place" and lies_in(place.text, area.text) and not same_place(place.text, area.text)


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


def own_wholes(found: Iterable[Relation]) -> Iterator[Relation]:
    """Yield relations, with each body in the whole that its own name tells (省委|宣传部), more surely than others do.

    A department that another of its rank would hold is one of that one's whole (电力司, beside 能源局综合司).
    """
    found = tuple(found)
    own = {one.text: found[index] for index, one, _ in _mentions(found, "partOf") if found[index].rule == PARENT}
    told = {index: (part, whole) for index, part, whole in _mentions(found, "partOf") if found[index].rule != PARENT}
    for index, relation in enumerate(found):
        part, whole = told.get(index, (None, None))
        if part is None or whole is None:
            yield relation
        elif part.text not in own or own[part.text].confidence <= relation.confidence:
            beside = own.get(whole.text) if part.type == "Agency" and part.text[-1] == whole.text[-1] else None
            yield msgspec.structs.replace(relation, object=beside.object) if beside else relation


def at_venues(found: Iterable[Relation]) -> Iterator[Relation]:
    """Yield relations, with what is held in a venue where the venue is; where that is not told, not at all."""
    found = tuple(found)
    seats = {one.text: place for _, one, place in _mentions(found, "locatedIn") if one.type == "Facility"}
    for relation in found:
        venue = relation.object if relation.rule == IN_VENUE and isinstance(relation.object, Mention) else None
        if venue is None:
            yield relation
        elif seat := seats.get(venue.text):
            yield msgspec.structs.replace(relation, object=seat)


def _is_within(place: str, area: str, said: Mapping[str, set[str]]) -> bool:
    """Tell whether a place lies in another, by what the text says of it or by the gazetteer, and not the other way."""
    around = _around(place, said)
    told = any(area in (name, name[:-1]) for name in around[1:])
    return place not in _around(area, said) and (told or any(lies_in(name, area) for name in around))


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
