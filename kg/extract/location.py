"""What names carry of themselves: the place in a firm's name, the body above a department, a product's maker.

A part of a name is known by its form (`name/place`, `name/parent`), or because the text names it elsewhere too
(`name/known`). The subject or object that is a part of the other's name is a mention inside the other's.
"""

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.containment import is_area, is_of, lies_in, only, same_place
from kg.extract.seat import DISTRICT, posting, seats
from kg.lexicon import Word, table, words
from kg.model.mention import Mention, Relation
from kg.model.text import Span
from kg.normalise.form import fold
from kg.normalise.head import head, heads
from kg.normalise.name_part import branch_of, gazetteer, nested
from kg.normalise.place import Place
from kg.normalise.short_form import is_short_form
from kg.ontology import in_use

SHORTEST = 2
GOVERNMENT = "政府"
DASHES = frozenset("—–－-")
CONFIDENCE = {
    "name/place": 0.95,
    "name/parent": 0.95,
    "name/known": 0.85,
    "name/inner": 0.8,
    "name/county": 0.8,
    "name/level": 0.7,
}
EVENT_CONFIDENCE = 0.7
LENDING = ("Agency", "Institute")
"""Bodies whose buildings are where they are themselves: 武汉大学|体育馆."""
OF_AREAS = ("Agency", "Event", "Policy")
"""What an area has of its own: the names of its agencies, meetings and plans tell which area a text speaks of."""


def carried(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Yield the relations that the names themselves carry."""
    named = [mention for mention in mentions if mention.level == "name" and mention.type in in_use().classes]
    known = {mention.text: mention for mention in named if len(mention.text) >= SHORTEST}
    around = frozenset(
        place.code for mention in named if is_of(mention, "Place") for place in gazetteer().lookup(mention.text)
    )
    areas = _only_areas(named)
    for mention in named:
        yield from _carried(mention, known, around)
        yield from _governed(mention, areas)
        for area in _areas(mention):
            areas |= dict.fromkeys(_levels_of(area), area)


def _areas(mention: Mention) -> Iterator[Mention]:
    """Yield the places that a mention names: itself, or those in the name of what is an area's (南溪县|公安局)."""
    if is_of(mention, "Place"):
        yield mention
    elif mention.type in OF_AREAS:
        yield from (part for part in nested(mention) if is_of(part, "Place"))


def _only_areas(named: Sequence[Mention]) -> dict[str, Mention]:
    """Return the area of each level of which a text names but one: it serves what comes before its name too."""
    areas: dict[str, list[Mention]] = {}
    for mention in named:
        for place in _areas(mention):
            for mark in _levels_of(place):
                areas.setdefault(mark, []).append(place)
    return {mark: area for mark, found in areas.items() if (area := only(found))}


def _carried(mention: Mention, known: Mapping[str, Mention], around: frozenset[str | None]) -> Iterator[Relation]:
    inner = nested(mention)
    places = [part for part in inner if is_of(part, "Place")]
    yield from _chained(places)
    for inner_place in places:
        if inner_place.code is None and inner_place.span != mention.span:
            yield from _carried(inner_place, {}, around)
    if branch := branch_of(mention.text) if is_of(mention, "Company") else None:
        firm = Mention(branch.shift(mention.span.start), "Company", branch.of(mention.text), rule="name/parent")
        yield _relation(mention, "partOf", firm, firm.rule)
    parents = [*(part for part in inner if not is_of(part, "Place")), *_known_parent(mention, known)]
    front = mention.span.start
    if parents and (is_of(mention, "Organization") or is_of(mention, "Facility")):
        parent = max(parents, key=lambda part: part.span.end)
        yield from _owned(mention, parent)
        yield from _carried(parent, known, around)
        if not governs(parent):
            front = parent.span.end
    if is_of(mention, "Product") and (maker := _known_part(mention, front, known, "Company")):
        yield _relation(maker, "develops", mention, maker.rule)
    if post := posting(mention):
        yield _relation(mention, "locatedIn", post, post.rule)
        return
    lent = mention.type == "Facility" and any(parent.type in LENDING for parent in parents)
    own = [place for place in places if place.span.start >= front or (lent and place.span.end <= front)]
    found = [*own, *_known_place(mention, front, own, known)]
    found = [place for place in found or seats(mention, front, around) if _is_seat(place, mention)]
    if place := _narrowest(found):
        yield from _placed(mention, place)


def _chained(places: Sequence[Mention]) -> Iterator[Relation]:
    """Yield the places of a name, written together, each as a part of the one before it (青川市南溪县|委)."""
    for area, place in itertools.pairwise(places):
        within = lies_in(place.text, area.text) or not gazetteer().lookup(place.text)
        if area.span.end == place.span.start and area.type != "Country" and within:
            spans = (Span(area.span.start, place.span.end),)
            yield Relation("partOf", place, area, spans, place.rule, CONFIDENCE[place.rule])


def _is_seat(place: Mention, mention: Mention) -> bool:
    """Tell whether a place within a name is where the thing is: not of an eponym, nor one end of a line (A—B)."""
    after = mention.text[place.span.end - mention.span.start :][:1]
    return after not in DASHES and not mention.text.startswith(words("eponym"))


def governs(body: Mention) -> bool:
    """Tell whether a body is an area's government, whose offices are the area's (青川市人民政府办公室)."""
    return body.type == "Agency" and body.text.endswith(GOVERNMENT)


def _governed(mention: Mention, areas: Mapping[str, Mention]) -> Iterator[Relation]:
    """Place what names its level alone, or its parent (省统计局|能源处), in the area of that level named last."""
    parents = [part for part in nested(mention) if not is_of(part, "Place") and not governs(part)]
    if parents:
        parent = max(parents, key=lambda part: part.span.end)
        yield from _governed(parent, areas)
        return
    mark = next((mark for mark, _ in _levels() if mention.text.startswith(mark)), "")
    built = is_of(mention, "Organization") or is_of(mention, "Facility")
    named = head(mention.text) and not mention.text.startswith(words("area_level", "none"))
    area = areas.get(mark)
    if built and named and area and (area.type != "Place" or mention.text.removeprefix(mark) in heads()):
        spans = tuple(sorted((area.span, mention.span)))
        yield Relation("locatedIn", mention, area, spans, "name/level", CONFIDENCE["name/level"])


def _levels_of(area: Mention) -> tuple[str, ...]:
    """Return the words for the level of an area by its official name, or all of its class if that has none."""
    official = next((place.name for place in gazetteer().lookup(area.text) if place.type == area.type), area.text)
    kinds = {*in_use().types(area.type)} - {"Place"} or {"Place"}
    marks = tuple(mark for mark, kind in _levels() if kind in kinds)
    ranked = tuple(mark for mark in marks if official.endswith(mark))
    return ranked or (() if area.type == "Place" or official.endswith(words("area_word", "suffix")) else marks)


@functools.cache
def _levels() -> tuple[tuple[str, str], ...]:
    """Return the words for levels, the longest first, each with the classes of the areas that have it."""
    rows = sorted(table("area_level", Word), key=lambda word: -len(word.form))
    return tuple((word.form, word.type) for word in rows if word.type in in_use().classes)


def _owned(mention: Mention, parent: Mention) -> Iterator[Relation]:
    if is_of(mention, "Organization") or is_of(parent, "Facility"):
        yield _relation(mention, "partOf", parent, parent.rule)
    elif is_of(mention, "Facility"):
        yield _relation(parent, "operates", mention, parent.rule)


def _placed(mention: Mention, place: Mention) -> Iterator[Relation]:
    if place.type == "Country" and not gazetteer().lookup(mention.text.removeprefix(place.text)):
        return  # 印度|尼西亚, unlike 中国|香港
    if is_of(mention, "Organization") or is_of(mention, "Facility"):
        yield _relation(mention, "locatedIn", place, place.rule)
    elif is_of(mention, "Place") and not same_place(mention.text, place.text):
        yield _relation(mention, "partOf", place, place.rule)
    elif is_of(mention, "Event") and place.type in {"City", "Municipality", "County"}:
        yield _relation(mention, "locatedIn", place, place.rule, EVENT_CONFIDENCE)


def _relation(
    subject: Mention, predicate: str, target: Mention, rule: str, confidence: float | None = None
) -> Relation:
    whole = max(subject.span, target.span, key=len)
    return Relation(predicate, subject, target, (whole,), rule, confidence or CONFIDENCE[rule])


def _narrowest(places: Iterable[Mention]) -> Mention | None:
    """Return the last of places that lie each in the one before it; beside each other, the first counts."""
    found: Mention | None = None
    for place in places:
        if (
            found is None
            or found.type == "Country"
            or lies_in(place.text, found.text)
            or not gazetteer().lookup(place.text)
        ):
            found = place
    return found


def _known_parent(mention: Mention, known: Mapping[str, Mention]) -> Iterator[Mention]:
    """Yield the body or facility of the text that a name begins with, unless it is only short for the name."""
    part = _known_part(mention, mention.span.start, known, "Organization", "Facility")
    if part is None:
        return
    owner = is_of(mention, "Facility") and is_of(part, "Organization")
    whole = _can_hold(part, mention) and not is_short_form(fold(part.text), fold(mention.text), mention.type)
    if owner or whole:
        yield part


def _can_hold(part: Mention, mention: Mention) -> bool:
    """Tell whether a name may be of a whole, and what follows it in another name of a part of it."""
    if is_of(mention, "Organization") and is_of(part, "Organization"):
        return head(part.text) is not None and head(mention.text[len(part.text) :]) is not None
    return is_of(mention, "Facility") and is_of(part, "Facility")


def _known_place(
    mention: Mention, front: int, own: Sequence[Mention], known: Mapping[str, Mention]
) -> Iterator[Mention]:
    """Yield the place of the text that a name has after the places known by their form."""
    start = max((place.span.end for place in own), default=front)
    part = None
    if not is_of(mention, "Event"):
        part = _known_part(mention, start, known, "Place") or _known_part(mention, front, known, "Place")
    zone = part and (is_area(part) or part.text.endswith(words("place_suffix", "zone")))
    if part and zone and part.span.end > start and not _is_region(part):
        yield part
    elif not (own and is_of(mention, "Event")) and not is_area(mention):
        yield from _held_place(mention, start - mention.span.start, known)


def _is_region(place: Mention) -> bool:
    """Tell whether a place is a region, which names of bodies do not tell the seat by (东北大学)."""
    known = [area for area in gazetteer().lookup(place.text) if area.type == place.type]
    zones = tuple(words("place_suffix", "zone"))
    return place.type == "Place" and bool(known) and not any(area.name.endswith(zones) for area in known)


def _held_place(mention: Mention, start: int, known: Mapping[str, Mention]) -> Iterator[Mention]:
    """Yield the cities and counties of the text that a name has within it, behind an offset (海岚|青川|产业园)."""
    for name, place in known.items():
        if place.type not in {"City", "County"}:
            continue
        areas = gazetteer().lookup(name)
        forms = {form for area in areas for form in _whole_forms(area, mention)} if areas else {name}
        for form in sorted(forms, key=len, reverse=True):
            at = mention.text.find(form, start + SHORTEST)
            if len(form) >= SHORTEST and 0 < at < len(mention.text) - len(form):
                span = Span(at, at + len(form)).shift(mention.span.start)
                yield Mention(span, place.type, form, code=place.code, rule="name/known")
                break


def _whole_forms(area: Place, mention: Mention) -> tuple[str, ...]:
    """Return the forms of an area that count within a name; a district's short one does for agencies and events."""
    short = mention.type in {"Agency", "Event"} or not area.name.endswith(DISTRICT)
    return (area.name, *area.forms) if short else (area.name,)


def _known_part(mention: Mention, start: int, known: Mapping[str, Mention], *types: str) -> Mention | None:
    """Return the longest name of the text, of some classes, that a mention has at an offset, and goes on after."""
    at = start - mention.span.start
    for end in range(len(mention.text) - SHORTEST, at + SHORTEST - 1, -1):
        name = known.get(mention.text[at:end])
        if name and any(is_of(name, kind) for kind in types):
            span = Span(start, start + len(name.text))
            return Mention(span, name.type, name.text, code=name.code, rule="name/known")
    return None
