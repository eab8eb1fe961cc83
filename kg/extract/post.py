"""Posts: who holds which post at which body (北京市市长殷勇)."""

import functools
import itertools
import operator
import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.extract.containment import only
from kg.extract.location import governs
from kg.grammar import Rule, load, matches
from kg.grammar.mask import Masked, mask
from kg.lexicon import words
from kg.model.mention import Mention, Modality, Relation
from kg.model.text import Document, Span
from kg.normalise.name_part import nested
from kg.ontology import in_use

PERSON = "Person"
AREAS = {"province": "Province", "city": "City", "county": "County"}
"""The topics that are areas, with their classes."""
NAMED_AFTER = ("Agency", "Event")


class Held(msgspec.Struct, frozen=True):
    """Titles at bodies, as read, and where."""

    bodies: tuple[Mention, ...]
    titles: tuple[str, ...]
    span: Span
    modality: Modality = "asserted"


def posts(document: Document, mentions: Sequence[Mention]) -> tuple[Relation, ...]:
    """Return a relation `holdsPost` for each person, body and title that the text joins.

    `mentions` are sorted and do not overlap. A title that two rules read at one place counts once, by the rule of
    higher priority. A title without a body, by a rule with a `type`, is one at the last topic of that kind
    before it, of a person of whom nothing else is read there, or no such title where the topic is an area.
    """
    if not any(mention.type == PERSON for mention in mentions):
        return ()
    masked = mask(document.text, Span(0, len(document.text)), mentions)
    found: dict[tuple[Span, Span, str], Relation] = {}
    rules = load("post").of(predicate="holdsPost")
    topics = functools.cache(functools.partial(_topics, masked))
    for rule, read in itertools.groupby(matches(rules, masked.text), key=operator.itemgetter(0)):
        told = {(person, _at_area(rule, title)) for person, _, title in found} if rule.text.type else frozenset()
        for _, match in read:
            for relation in _read(rule, match, masked, document.text, topics(rule.text.type)):
                title = relation.qualifiers[0][1]
                if not relation.subject or not isinstance(relation.object, Mention):
                    continue
                if (relation.subject.span, _at_area(rule, title)) not in told:
                    found.setdefault((relation.subject.span, relation.object.span, title), relation)
    return tuple(found[key] for key in sorted(found))


def _at_area(rule: Rule, title: str) -> str:
    """Return a title where a rule reads it at an area, beside others of a person; nothing where it stands for all."""
    return title if rule.text.type in AREAS else ""


def _topics(masked: Masked, kind: str) -> Sequence[tuple[int, Mention]]:
    """Return the named topics of a kind, none of no kind, each with where it ends in the masked text."""
    if not kind:
        return ()
    found = load("topic")[kind].regex.finditer(masked.text)
    topics = [(match.end("subject"), masked.within(match, "subject")[-1]) for match in found]
    if kind in AREAS:
        topics = sorted((*topics, *_inner(masked, AREAS[kind])), key=operator.itemgetter(0))
    return [(end, topic) for end, topic in topics if topic.level == "name"]


def _inner(masked: Masked, kind: str) -> Iterator[tuple[int, Mention]]:
    """Yield the areas of a class that agencies and meetings are named after (青川市委), each with where those end."""
    for at, mention in masked.mentions.items():
        if mention.type in NAMED_AFTER and mention.level == "name":
            yield from ((at + 1, area) for area in nested(mention) if in_use().is_a(area.type, kind))


def _only(topics: Sequence[tuple[int, Mention]]) -> list[Mention]:
    """Return the topic of a text that has but one: it serves what comes before its name too."""
    found = only([topic for _, topic in topics])
    return [found] if found else []


def _read(
    rule: Rule, match: re.Match[str], masked: Masked, text: str, topics: Sequence[tuple[int, Mention]]
) -> Iterator[Relation]:
    if "series" in match.groupdict():
        yield from _series(rule, match, masked, text)
        return
    people = masked.within(match, "person")
    if "post" in match.groupdict():
        held = tuple(_items(masked, *match.span("post"), text))
    else:
        fitting = [(end, topic) for end, topic in topics if topic.text.endswith(_endings(match))]
        before = [topic for end, topic in fitting if end <= match.start()] or _only(fitting)
        bodies = masked.within(match, "body") if "body" in match.groupdict() else tuple(before[-1:])
        span = masked.group(match, "title")
        if span and rule.text.qualifiers.get("rank") == "shared":
            span = Span(span.start - 1, span.end)
        held = (Held(bodies, _titles(bodies, span, text), span),) if span else ()
    for item in held:
        yield from _relations(rule, people, item)


def _endings(match: re.Match[str]) -> tuple[str, ...]:
    """Return what the name of the body ends in that a title asks for: 局 for 局党组书记, 大学 or 中学 for 校长."""
    told = match.groupdict()
    if short := told.get("short"):
        return (short,)
    return words("rank", told["rank"]) if "rank" in told else ("",)


def _series(rule: Rule, match: re.Match[str], masked: Masked, text: str) -> Iterator[Relation]:
    """Read a list of posts with their people; a title without a body stands at the body before it."""
    bodies: tuple[Mention, ...] = ()
    for entry in load("post")["entry"].regex.finditer(masked.text, *match.span("series")):
        people = masked.within(entry, "person")
        if entry["post"]:
            held = tuple(_items(masked, *entry.span("post"), text))
            bodies = held[-1].bodies if held else ()
        else:
            span = masked.group(entry, "title")
            held = (
                (Held(bodies, _titles(bodies, span, text), span), *_seated(bodies, span, text, "asserted"))
                if span and bodies
                else ()
            )
        for item in held:
            yield from _relations(rule, people, item)


def _items(masked: Masked, start: int, end: int, text: str) -> Iterator[Held]:
    for item in load("post")["item"].regex.finditer(masked.text, start, end):
        bodies, span = masked.within(item, "bodies"), masked.group(item, "titles")
        if span is None:
            continue
        if _regional(bodies, span):
            bodies, span = bodies[:-1], Span(bodies[-1].span.start, span.end)
        bodies = _named(bodies)
        modality: Modality = "asserted"
        if item["early"] is not None or item["former"]:
            modality = "former"
        elif item["planned"]:
            modality = "planned"
        yield _held(bodies, span, text, modality, item["organ"])
        yield from _seated(bodies, span, text, modality)


def _held(bodies: tuple[Mention, ...], span: Span, text: str, modality: Modality, organ: str) -> Held:
    """Return the titles in a span at bodies; those of an organ of a body (海关党委委员) are held at the body."""
    titles = _titles(bodies, span, text)
    last = bodies[-1]
    found = load("post")["organ"].regex.match(last.text)
    if found and titles:
        whole = Span(last.span.start, last.span.start + found.end("body"))
        bodies = (*bodies[:-1], msgspec.structs.replace(last, span=whole, text=found["body"]))
        organ = found["organ"]
    return Held(bodies, (*(organ + title for title in titles[:1]), *titles[1:]), span, modality)


def _seated(bodies: tuple[Mention, ...], span: Span, text: str, modality: Modality) -> Iterator[Held]:
    """Yield the posts of an area that are told at its party's body: 青川市委副书记、市长 is the mayor of 青川."""
    places = [part for part in nested(bodies[-1]) if in_use().is_a(part.type, "Place")]
    if bodies[-1].type == "Agency" and not governs(bodies[-1]) and places:
        found = load("post")["title"].regex.finditer(span.of(text))
        if titles := tuple(title.group().strip() for title in found if title["local"]):
            yield Held((places[-1],), titles, span, modality)


def _regional(bodies: Sequence[Mention], titles: Span) -> bool:
    """Tell whether the last of bodies is the region of a post at the one before it (海岚集团中国区总裁)."""
    if len(bodies) < len(("body", "region")):
        return False
    body, region = bodies[-2:]
    together = body.span.end == region.span.start and region.span.end == titles.start
    return together and [in_use().is_a(one.type, "Organization") for one in (body, region)] == [True, False]


def _named(bodies: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the bodies that a title belongs to: of bodies written together (美国财政部), the last."""
    return tuple(
        body
        for body, after in zip(bodies, (*bodies[1:], None), strict=True)
        if after is None or after.span.start > body.span.end
    )


def _titles(bodies: Sequence[Mention], span: Span, text: str) -> tuple[str, ...]:
    """Return the titles in a span that bodies of these classes have."""
    found = load("post")["title"].regex.finditer(span.of(text))
    return tuple(match.group().strip() for match in found if _fits(match, bodies))


def _fits(title: re.Match[str], bodies: Sequence[Mention]) -> bool:
    """Tell whether a title fits its bodies: no 国家主席 of a party, no 市长 of a bureau, no 设计师 of a country."""
    kinds = {body.type for body in bodies}
    if title["state"]:
        return "Country" in kinds
    place = any(kind != "Facility" and in_use().is_a(kind, "Place") for kind in kinds)
    if title["local"]:
        return place or any(map(governs, bodies))
    return not place or title["office"] is not None


def _relations(rule: Rule, people: Sequence[Mention], held: Held) -> Iterator[Relation]:
    modality = held.modality
    if rule.text.qualifiers.get("modality") == "former":
        modality = "former"
    elif rule.text.qualifiers.get("modality") == "planned":
        modality = "planned"
    for person in people:
        for body in held.bodies:
            start = min(held.bodies[0].span.start, person.span.start)
            end = max(held.span.end, person.span.end)
            for title in held.titles:
                yield Relation(
                    "holdsPost",
                    person,
                    body,
                    (Span(start, end),),
                    rule.id,
                    rule.text.confidence,
                    (("title", title),),
                    modality,
                )
