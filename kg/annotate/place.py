"""Places in a text: names that tagger and gazetteer find, abbreviations (中美), and words for the place spoken of."""

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.annotate.disambiguation import Resolver
from kg.annotate.tagger import Tag
from kg.annotate.toponym import Reader
from kg.annotate.word import Words
from kg.grammar import Rule, load, matches
from kg.lexicon import Word, table
from kg.lexicon import words as forms
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.modifier import is_one
from kg.normalise.place import Gazetteer, Place

NAMES = ("names", "name")
REGION, COUNTY = "Province", "County"
RANKS = {"County": (REGION, COUNTY), "City": ("City", "Municipality", COUNTY)}
"""The ranks of the areas that a word for a district or a city may stand for: 自治区, and cities of a county's rank."""


def places(text: str, tags: Sequence[Tag], gazetteer: Gazetteer) -> list[Mention]:
    """Return the places of a text, in text order; `tags` are its words, in order, with or without gaps."""
    words = Words(text, tags)
    ruled = list(_ruled(words, gazetteer))
    taken = {offset for mention in ruled for offset in range(mention.span.start, mention.span.end)}
    free = [tag for tag in tags if taken.isdisjoint(range(tag.span.start, tag.span.end))] if taken else tags
    read = Reader(Words(text, free) if taken else words, gazetteer).read()
    found = [name for name in read if not _is_of_word(text, name.span)]
    named = Resolver(found, gazetteer).mentions(text)
    return sorted([*_of_regions(ruled, named, gazetteer), *named], key=lambda mention: mention.span)


def _is_of_word(text: str, span: Span) -> bool:
    """Tell whether what would be a place's name belongs to another word: 北京|时间, 出|海口."""
    longer = text[max(span.start - 1, 0) : span.end]
    return text.startswith(_clocks(), span.end) or (len(longer) > len(span) and is_one(longer, "generic"))


def _ruled(words: Words, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield what the rules of the grammar find; of overlapping matches the first rule's counts."""
    taken: set[int] = set()
    for rule, match in matches(load("place").rules, words.text):
        inside = range(*match.span())
        if taken.isdisjoint(inside) and _applies(rule, match, words, gazetteer):
            taken.update(inside)
            yield from _mentions(rule, match, gazetteer)


def _of_regions(ruled: Sequence[Mention], named: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield what the rules found; 全区 is the autonomous region named before it, where no district is.

    So is 全市 the city of a county's rank, where no other city is.
    """
    areas = [(name, place) for name in named if name.code and (place := gazetteer.get(name.code))]
    for mention in ruled:
        alike = [place for name, place in areas if name.span < mention.span and _may_be(mention, place)]
        ranks = {place.type for place in alike}
        if len(ranks) == 1 and ranks <= {REGION, COUNTY} - {mention.type}:
            yield msgspec.structs.replace(mention, type=alike[-1].type, code=alike[-1].code)
        else:
            yield mention


def _may_be(nominal: Mention, place: Place) -> bool:
    """Tell whether a word for a district or city (全区, 全市) may stand for a place, by rank and how its name ends."""
    ranks = RANKS.get(nominal.type, ()) if nominal.level == "nominal" else ()
    return place.type in ranks and place.name.endswith(nominal.text[-1])


def _applies(rule: Rule, match: re.Match[str], words: Words, gazetteer: Gazetteer) -> bool:
    """Tell whether the words under a match are what its rule asks for, and no name of the gazetteer."""
    whole = Span(*match.span())
    asked = rule.text.qualifiers
    names = [Span(*match.span(group)) for group in NAMES if match.groupdict().get(group)]
    if whole.start not in words.at or (whole.end not in words.ends and asked.get("end") != "open"):
        return False
    if any(gazetteer.lookup(span.of(words.text)) or _begins(words.text, span, gazetteer) for span in names):
        return False
    if "tags" not in asked:
        return True
    tags = asked["tags"].split()
    return all(
        word.tag in tags or (word.span == whole and word.span != span) for span in names for word in words.of(span)
    )


def _begins(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Tell whether a run of abbreviations begins with the name of one place: 青川|港."""
    return len(span) > 1 and any(1 < len(form) <= len(span) for form in gazetteer.names_at(text, span.start))


def _mentions(rule: Rule, match: re.Match[str], gazetteer: Gazetteer) -> Iterator[Mention]:
    groups = match.groupdict()
    if "nominal" in groups:
        word = _abbreviation(groups["name"], rule.text.type) if "name" in groups else _nominals()[groups["nominal"]]
        mention = _mention(match.string, Span(*match.span("nominal")), word, rule, gazetteer)
        yield msgspec.structs.replace(mention, level="nominal")
        return
    if "place" in groups:
        yield _mention(match.string, Span(*match.span("place")), Word("", rule.text.type), rule, gazetteer)
        return
    for at in range(*match.span("names" if "names" in groups else "name")):
        word = _abbreviation(match.string[at], rule.text.type)
        if word.canonical:
            yield _mention(match.string, Span(at, at + 1), word, rule, gazetteer)


def _mention(text: str, span: Span, word: Word, rule: Rule, gazetteer: Gazetteer) -> Mention:
    place = gazetteer.get(word.canonical)
    return Mention(
        span=span,
        type=place.type if place else word.type,
        text=span.of(text),
        code=place.code if place else None,
        confidence=rule.text.confidence,
        rule=rule.id,
    )


@functools.cache
def _clocks() -> tuple[str, ...]:
    """Return what makes a place's name one of a time zone: 北京|时间."""
    return forms("modifier", "clock")


@functools.cache
def _nominals() -> dict[str, Word]:
    return {word.form: word for word in table("place_nominal", Word)}


@functools.cache
def _abbreviation(form: str, kind: str) -> Word:
    """Return what an abbreviation stands for: of the kind that a rule reads, or else of any."""
    words: list[Word] = [word for word in table("abbreviation", Word) if word.form == form]
    return min(words, key=lambda word: word.type != kind)
