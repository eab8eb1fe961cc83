"""The gazetteer: names of places, their official codes and what lies within what."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from kg.lexicon import table


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer; `code` is of GB/T 2260 or ISO 3166-1, `parent` the code of the area around it.

    Regions (华北, 欧洲) and cities abroad have no code. `forms` are the other names it goes by.
    """

    name: str
    type: str
    code: str | None = None
    parent: str | None = None
    forms: tuple[str, ...] = ()


class Row(msgspec.Struct, frozen=True):
    """A row of a table of places; each table has its own of these columns."""

    name: str
    type: str = ""
    code: str | None = None
    short: str = ""
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    zone: str = ""


TABLES = {"place": "", "country": "Country", "city_world": "City", "place_region": "Place"}


@functools.cache
def packaged() -> tuple[Place, ...]:
    """Return the places of the package's tables: China's areas, countries, cities abroad, regions."""
    return tuple(
        Place(
            name=row.name,
            type=row.type or kind,
            code=row.code,
            parent=row.parent,
            forms=tuple(form for form in dict.fromkeys((row.short, *row.aliases)) if form not in ("", row.name)),
        )
        for name, kind in TABLES.items()
        for row in table(name, Row)
    )


class Gazetteer:
    """Places by name and by code. One name may be several places: who asks decides, or leaves it open.

    >>> gazetteer = Gazetteer()
    >>> [place.code for place in gazetteer.lookup("朝阳区")], gazetteer.parent("110105").name
    (['110105', '220104'], '北京市')
    >>> gazetteer.within("340123", "340000"), gazetteer.within("340123", "CN"), gazetteer.within("340123", "440000")
    (True, True, False)
    """

    def __init__(self, places: Iterable[Place] | None = None) -> None:
        self.places = packaged() if places is None else tuple(places)
        self._by_code = {place.code: place for place in self.places if place.code}
        self._by_name: dict[str, tuple[Place, ...]] = {}
        for place in self.places:
            for form in (place.name, *place.forms):
                self._by_name[form] = (*self._by_name.get(form, ()), place)
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self._by_name:
            lengths[form[:2]].add(len(form))
        self._lengths = {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return all places that go by a name, those with an official code first."""
        return self._by_name.get(name, ())

    def get(self, code: str) -> Place | None:
        """Return the place with an official code."""
        return self._by_code.get(code)

    def parent(self, code: str) -> Place | None:
        """Return the area that the place with this code lies in, None for countries and unknown codes."""
        place = self._by_code.get(code)
        return self._by_code.get(place.parent) if place and place.parent else None

    def chain(self, place: Place) -> tuple[Place, ...]:
        """Return the place and the areas around it, up to its country.

        >>> [area.name for area in Gazetteer().chain(Gazetteer().get("513401"))]
        ['西昌市', '凉山彝族自治州', '四川省', '中国']
        """
        found = [place]
        while (parent := found[-1].parent) and parent in self._by_code:
            found.append(self._by_code[parent])
        return tuple(found)

    def within(self, code: str, area: str) -> bool:
        """Tell whether the place with this code is the area with the other or lies in it."""
        place = self._by_code.get(code)
        return place is not None and any(outer.code == area for outer in self.chain(place))

    def names_at(self, text: str, start: int) -> Iterator[str]:
        """Yield the names of places that the text has at an offset, the longest first.

        >>> list(Gazetteer().names_at("在海南省海口市", 1))
        ['海南省', '海南']
        """
        for length in self._lengths.get(text[start : start + 2], ()):
            name = text[start : start + length]
            if name in self._by_name:
                yield name
