"""What of a body's name is its own: its brand, without the country or province before it."""

import functools

from kg.annotate.person import is_foreign_name
from kg.lexicon import words as forms
from kg.normalise.form import fold
from kg.normalise.head import core, head, kind, known
from kg.normalise.name_part import gazetteer, leading_places

PAIR = 2


@functools.lru_cache(maxsize=1 << 12)
def branded(name: str) -> bool:
    """Tell whether a firm's name holds more than a place and words of trade.

    >>> branded("安徽汽车"), branded("安徽海岚汽车"), branded("连锁酒店集团")
    (False, True, False)
    """
    places = leading_places(name)
    rest = fold(name[places[-1].end if places else 0 :])
    return rest not in trade() and core(rest, "legal", "neutral", "industry") not in trade()


@functools.lru_cache(maxsize=1 << 12)
def foreign(name: str) -> str:
    """Return the country before a foreign firm's, school's or paper's own name, which is no part of it.

    >>> foreign("美国海岚资本公司"), foreign("美国财政部"), foreign("英国石油公司"), foreign("中国海岚集团")
    ('美国', '', '', '')
    """
    places = leading_places(name)
    country = places[0].of(name) if places and not known().get(fold(name)) else ""
    if not is_country(country) or gazetteer().lookup(country)[0].code == "CN":
        return ""
    return country if _stands_alone(name.removeprefix(country)) else ""


def province(name: str) -> str:
    """Return the province before a school or hall of a city in it, which is no part of its name.

    >>> province("江苏苏州工艺学院"), province("苏州工艺学院"), province("江苏苏州海岚有限公司")
    ('江苏', '', '')
    """
    places = leading_places(name)
    if len(places) < PAIR or kind(name) not in ("Institute", "Facility"):
        return ""
    outer, inner = (gazetteer().lookup(place.of(name)) for place in places[:PAIR])
    short = outer[0].type == "Province" and outer[0].name != places[0].of(name)
    return places[0].of(name) if short and inner[0].type == "City" and inner[0].parent == outer[0].code else ""


def _stands_alone(name: str) -> bool:
    """Tell whether a foreign body's name names it without its country: not 财政部, 国家科学院, 石油公司."""
    word, last = known().get(fold(name)), head(name)
    if word or last is None:
        return word is None or word.type != "Agency"
    if last.type == "Company":
        return branded(name)
    proper = name[:1].isascii() or leading_places(name) or is_foreign_name(name[:2])
    return last.type in ("Institute", "Organization") and bool(proper)


def is_country(name: str) -> bool:
    """Tell whether a name is that of a country."""
    return any(place.type == "Country" for place in gazetteer().lookup(name))


@functools.cache
def trade() -> frozenset[str]:
    """Return the words of trade that stand in names of firms."""
    return frozenset(forms("trade"))
