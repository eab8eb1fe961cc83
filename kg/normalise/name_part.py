"""What a name carries: the places at its front or in brackets, the body that it is a part of, its brand, its head."""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.lexicon import words
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.form import fold
from kg.normalise.group import is_body
from kg.normalise.head import LONGEST, core, head, heads, kind, known, without_tail
from kg.normalise.modifier import is_one
from kg.normalise.place import Gazetteer, Place

BRACKETED = re.compile(r"[（(]([^（）()]{2,10})[）)]")
MARKS = "“”‘’《》「」『』"
RELATIVE = ("Agency", "Institute", "Organization")
RANKS = ("Province", "City", "County")
SHORTEST = 2
STEM = (2, 3)


class NameParts(msgspec.Struct, frozen=True):
    """The parts of one name, as spans of it. `places` run from wide to narrow."""

    places: tuple[Span, ...] = ()
    parent: Span | None = None
    brand: Span | None = None
    head: Span | None = None

    @property
    def place(self) -> Span | None:
        """The narrowest place."""
        return self.places[-1] if self.places else None


def parts(name: str, type: str) -> NameParts:  # noqa: A002  # the mention's field
    """Take a name of a class apart.

    >>> found = parts("南京农业大学大豆生物育种中心", "Institute")
    >>> found.parent.of("南京农业大学大豆生物育种中心"), parts("广州小马智行科技有限公司", "Company").place
    ('南京农业大学', Span(start=0, end=2))
    """
    leading = leading_places(name, len(name) - len(name.lstrip(MARKS)))
    front = leading[-1].end if leading else 0
    parent = _parent(name, front)
    last = head(name)
    return NameParts(
        places=(*leading, *(leading_places(name, parent.end) if parent else ()), *_bracketed(name)),
        parent=parent,
        brand=_brand(name, front) if type == "Company" and not parent else None,
        head=Span(len(name) - len(last.form), len(name)) if last else None,
    )


def nested(mention: Mention) -> tuple[Mention, ...]:
    """Return the names inside a name that stand for something of their own: its places and its parent body."""
    start, confidence = mention.span.start, mention.confidence
    return tuple(
        msgspec.structs.replace(item, span=item.span.shift(start), confidence=confidence)
        for item in _nested(mention.text, mention.type)
    )


@functools.lru_cache(maxsize=4096)
def _nested(name: str, kind_: str) -> tuple[Mention, ...]:
    found = parts(name, kind_)
    inner = []
    for span in found.places:
        places = _areas(span.of(name), within=found.places[0].of(name))
        if places:
            code = places[0].code if len(places) == 1 else None
            inner.append(Mention(span, places[0].type, span.of(name), code=code, rule="name/place"))
    unknown = (*_settled(name, found.places), *_zone(name, found.places))
    inner.extend(Mention(span, "Place", span.of(name), rule="name/place") for span in unknown)
    if found.parent:
        body = found.parent.of(name)
        parent = Mention(found.parent, kind(body) or kind_, body, rule="name/parent")
        inner.extend((parent, *(item for item in nested(parent) if item.rule == parent.rule)))
    return tuple(sorted(inner, key=lambda item: (item.span, item.type)))


def branch_of(name: str) -> Span | None:
    """Return the well-known firm that a name has behind the place of a branch of it.

    >>> branch_of("青岛渣打"), branch_of("渣打"), branch_of("青岛银行")
    (Span(start=2, end=4), None, None)
    """
    places = leading_places(name)
    front = places[-1].end if places else 0
    firm = known().get(fold(name[front:]))
    abroad = any(place.type == "Country" for place in gazetteer().lookup(name[:front]))
    if front == 0 or abroad or firm is None or firm.type != "Company" or fold(name) in known():
        return None
    return Span(front, len(name))


@functools.lru_cache(maxsize=1 << 14)
def is_relative(name: str, class_: str) -> bool:
    """Tell whether a body's name begins with a mere level, so that only its text tells of which area it is.

    >>> is_relative("市教育局", "Agency"), is_relative("经开区管委会", "Agency"), is_relative("青川市委", "Agency")
    (True, True, False)
    >>> is_relative("区块链研究院", "Institute")
    False
    """
    rest = name[1:]
    if name.startswith(words("bound", "level")):
        return False
    zoned = any(name == mark + rank for mark in words("area_level", "Place") if (rank := name[len(mark) :]) in heads())
    levelled = (is_one(name[:1], "level") and head(rest) is not None) or zoned
    return class_ in RELATIVE and levelled and fold(name) not in known() and not leading_places(name)


def area(name: str, within: str = "") -> Place | None:
    """Return the one place that a name inside another name stands for, None where it is open."""
    found = _areas(name, within)
    return found[0] if len(found) == 1 else None


def _areas(name: str, within: str) -> list[Place]:
    """Return the places of the highest rank that a name inside another may stand for: 吉林省, and not the city in it.

    Of several of one rank it must be the name in full (西湖区), and no word for a part of any place (城区).
    """
    found = [place for place in gazetteer().lookup(name) if _carried(place, name)]
    if len(found) > 1 and within != name:
        outer = {place.code for place in gazetteer().lookup(within)}
        found = [place for place in found if any(link.code in outer for link in gazetteer().chain(place))] or found
    at_home = [place for place in found if place.code] or found
    highest = next((kind_ for kind_ in RANKS if any(place.type == kind_ for place in at_home)), "")
    best = [place for place in at_home if place.type == highest] or at_home
    full = all(place.name == name for place in best) and name not in words("place_suffix", "part")
    return best if len(best) == 1 or full else []


@functools.cache
def gazetteer() -> Gazetteer:
    """Return the packaged gazetteer."""
    return Gazetteer()


def leading_places(name: str, at: int = 0) -> tuple[Span, ...]:
    """Return the places that a name has at an offset, one after another, where something else follows them."""
    found = []
    while form := _place_at(name, at):
        found.append(Span(at, at + len(form)))
        at += len(form)
    return tuple(found)


def _settled(name: str, places: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the town and the village that a name begins with, or has behind an area that tells its rank.

    So they are in 南溪县[双溪镇][下浦村]党支部; without a town, a village has but the head of the name behind it.
    """
    ranked = [place.end for place in places if name[place.end - 1] in words("area_word", "suffix")]
    starts = ranked if places else [0]
    town = _settlement(name, starts, "town")
    village = _settlement(name, [town.end] if town else starts, "village", "settlement")
    if town:
        yield town
    if village and (town or name[village.end :] in heads()):
        yield village


def _zone(name: str, places: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the zone, with the city that it is named after, that the name of its agency has: [青川高新区]管委会."""
    outer = max((place.end for place in places if name[place.end - 1] in words("area_word", "suffix")), default=0)
    for end in range(outer + SHORTEST, len(name) - 1):
        row = heads().get(name[end:])
        rank = next((rank for rank in _zones() if name.endswith(rank, outer, end)), "") if row else ""
        stem = end - len(rank)
        governing = row is not None and row.type == "Agency"
        if rank and governing and kind(name[outer:end]) != "Facility" and not head(name[outer:stem]):
            start = outer if stem - outer >= SHORTEST or not places else places[-1].start
            if stem - start >= SHORTEST:
                yield Span(start, end)
            return


@functools.cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(words("place_suffix", "zone"), key=lambda rank: -len(rank)))


def _settlement(name: str, starts: Sequence[int], *kinds: str) -> Span | None:
    """Return the name of a place of some kinds that a name has at one of some offsets, before the rest of it."""
    for start, stem, rank in itertools.product(starts, STEM, words("place_suffix", *kinds)):
        end = start + stem + len(rank)
        if not name.startswith(rank, start + stem):
            continue
        named = name[end - SHORTEST : end] not in words("bound", "town")
        ranked = name.startswith(words("area_word", "suffix"), end - len(rank) - 1)  # 南溪区|镇政府
        if named and not ranked and name[end - 1 : end + 1] not in words("bound", "word") and head(name[end:]):
            return Span(start, end)
    return None


def _bracketed(name: str) -> Iterator[Span]:
    return (Span(*match.span(1)) for match in BRACKETED.finditer(name) if _is_place(match.group(1)))


def _place_at(name: str, at: int) -> str | None:
    for form in gazetteer().names_at(name, at):
        rest = len(name) - at - len(form)
        if (rest >= SHORTEST or _shares_rank(name, at + len(form))) and _is_place(form):
            return form
    return None


def _shares_rank(name: str, end: int) -> bool:
    """Tell whether a place that ends at an offset gives its rank to the head of the name: 青川[县]委, of 县委."""
    last = head(name)
    return last is not None and len(name) - len(last.form) == end - 1


@functools.lru_cache(maxsize=4096)
def _is_place(form: str) -> bool:
    firm = known().get(form)
    return (firm is None or firm.type != "Company") and any(_carried(place, form) for place in gazetteer().lookup(form))


def _carried(place: Place, form: str) -> bool:
    """Tell whether a name carries the place by this form: a county's short name is more often a common word."""
    if place.type == "Place":
        return False
    return form == place.name or place.type != "County" or form[-1] in words("area_word", "suffix")


def _parent(name: str, front: int) -> Span | None:
    """Return the longest body that the rest of the name is a part of."""
    last = head(name)
    for end in range(len(name) - len(last.form) if last else 0, max(front, 1), -1):
        body, rest = name[:end], name[end:]
        if _is_body(body, front) and _is_part(rest, body) and not (_is_plant(body, front) or _is_cut(body, rest)):
            return Span(0, end)
    return None


def _is_cut(body: str, rest: str) -> bool:
    """Tell whether what would be a body ends within a word, or another of its level follows it.

    So it is in 中国建筑|业协会, 海岚研究所微系|统中心 and 区委|区政府.
    """
    last = head(body)
    if last is None:
        return rest[:1] in words("bound", "suffix")
    within = len(last.form) == 1 and body[-1] + rest[:1] in words("bound", "word")
    return within or (last.form[0] == rest[:1] and rest[:1] in words("area_level"))


def _is_body(name: str, front: int) -> bool:
    word = known().get(fold(name))
    if word:
        return is_body(word.type)
    found = head(name)
    if found is None or not is_body(found.type) or found.need == "tagged":
        return False
    if found.need in ("unit", "posted"):
        return found.need == "unit" and _parent(name, front) is not None
    if found.form == name:
        return found.need == "place" and name[0] in words("area_level")
    return len(name) - len(found.form) - front > 0 or (front > 0 and found.need == "place")


def _is_plant(name: str, front: int) -> bool:
    """Tell whether a body's name goes on with a place and its trade, as a plant's does: 海岚电子西安半导体|工厂."""
    found = head(name)
    if fold(name) in known() or found is None or found.type != "Company" or found.need != "brand":
        return False
    outer = _parent(name, front) if without_tail(fold(name), "legal") == fold(name) else None
    return outer is not None and _place_at(name, outer.end) is not None


def _is_part(rest: str, body: str) -> bool:
    """Tell whether what follows a body in a name is a part of it or a firm of it, not the end of its own name."""
    bare = fold(BRACKETED.sub("", rest))
    found = head(bare)
    if found is None:
        return False
    if bare != fold(rest) or _place_at(rest, 0):
        return True
    if found.type == "Company" and found.need != "unit":
        return kind(body) != "Company" and len(core(bare, "legal", "neutral", "industry")) > SHORTEST
    return len(bare) > min(SHORTEST, len(found.form)) or found.need == "unit" or found.type == "Facility"


def _brand(name: str, front: int) -> Span | None:
    """Return what is left of a firm's name without its places, its form in law and its trade."""
    text = fold(BRACKETED.sub("", name[front:]))
    bare = core(text, "legal", "neutral", "industry")
    at = name.find(bare, front)
    return Span(at, at + len(bare)) if at >= 0 and SHORTEST <= len(bare) <= LONGEST and bare != text else None
