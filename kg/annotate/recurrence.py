"""Names again: where a text repeats a name or its short form, or defines one in brackets, the tagger need not agree."""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

import ahocorasick_rs

from kg.annotate.known import turns_latin, whole
from kg.annotate.word import Words
from kg.grammar import load, matches
from kg.grammar.mask import mask
from kg.lexicon import words as forms
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.form import fold
from kg.normalise.group import is_body
from kg.normalise.head import head
from kg.normalise.modifier import uses
from kg.normalise.name import nominals
from kg.normalise.name_part import gazetteer, leading_places, parts
from kg.normalise.quotation import BRACKETS, QUOTES
from kg.normalise.short_form import firms, is_short_form

PROPER = ("ORG", "PER", "LOC", "nz", "nw")
DERIVED = 0.8
OPENING = frozenset("（(")
QUOTED = r"[“‘]([^“”‘’]+)[”’]"
QUOTING = ("Event", "Policy")  # what names them in quotation marks is a common phrase without: “碧水”行动
SHORTEST = 2
LONGEST = 16
SURE = 3
AGAIN, SHORT, DEFINED, CALLED = "name/again", "name/short", "name/defined", "name/called"


def defined(text: str, sentences: Sequence[Span], names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the second names that brackets after a name give it: …有限公司（下称“海岚”）, 世界银行（世行）.

    Those with the rule `CALLED` are for the extractor of aliases to read where they stand.
    """
    for mention in names:
        close = BRACKETS.get(text[mention.span.end : mention.span.end + 1])
        end = text.find(close, mention.span.end, mention.span.end + LONGEST) if close else -1
        span = Span(mention.span.end + 1, max(end, mention.span.end + 1))
        if is_short_form(fold(span.of(text)), fold(mention.text), mention.type):
            yield Mention(span, mention.type, span.of(text), confidence=DERIVED, rule=DEFINED)
    for sentence in sentences:
        if any(text.find(mark, sentence.start, sentence.end) >= 0 for mark in OPENING):
            yield from _called(text, sentence, names)


def _called(text: str, sentence: Span, names: Sequence[Mention]) -> Iterator[Mention]:
    first = bisect.bisect_left(names, sentence.start, key=lambda mention: mention.span.start)
    last = bisect.bisect_left(names, sentence.end, key=lambda mention: mention.span.start)
    masked = mask(text, sentence, [name for name in names[first:last] if not _is_bracketed(text, sentence, name)])
    for rule, match in matches(load("alias").rules, masked.text):
        name, span = masked.mention(match, "subject"), masked.group(match, "object")
        if name and span:
            yield Mention(span, name.type, span.of(text), confidence=rule.text.confidence, rule=CALLED)


def _is_bracketed(text: str, sentence: Span, name: Mention) -> bool:
    """Tell whether a name stands within brackets: there it may be the second name of the one before them."""
    last = {mark: text.rfind(mark, sentence.start, name.span.start) for pair in BRACKETS.items() for mark in pair}
    return any(last[opening] > last[closing] for opening, closing in BRACKETS.items() if opening in OPENING)


def again(words: Words, names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield where names of a text, or short forms of them, stand in it, those given included."""
    types = {mention.text: (mention.type, AGAIN) for mention in reversed(names)}
    for mention in names:
        for form in _short_forms(mention.text, mention.type):
            types.setdefault(form, (mention.type, SHORT))
    found = list(types)
    automaton = ahocorasick_rs.AhoCorasick(
        found,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.NoncontiguousNFA,  # soonest built: it is used once
    )
    for number, start, end in automaton.find_matches_as_indexes(words.text):
        span, (type_, rule) = Span(start, end), types[found[number]]
        if rule == SHORT and type_ in QUOTING and words.text[start - 1 : start] not in QUOTES:
            continue
        if whole(words.text, span) and _fits(words, span, person=type_ == "Person"):
            yield Mention(span, type_, found[number], confidence=DERIVED, rule=rule)


def without_brands(names: Sequence[Mention]) -> list[Mention]:
    """Return the names without people who are but short names of firms: 贝恩, where the text has 贝恩资本公司."""
    full = {mention.text.rpartition("·")[2] for mention in names if mention.type == "Person" and "·" in mention.text}
    brands = {
        form for mention in names if mention.type == "Company" for form in _short_forms(mention.text, mention.type)
    } - full
    return [mention for mention in names if mention.type != "Person" or mention.text not in brands]


def _fits(words: Words, span: Span, *, person: bool) -> bool:
    """Tell whether a name may stand here: where words start and end, and if it is short, where the tagger agrees."""
    if person and ((len(span) == SURE and span.start in words.at) or _speaks(words.text, span)):
        return True
    if span.start in words.at and turns_latin(words.text, span.end):
        return True
    if span.start not in words.at or span.end not in words.ends:
        return len(span) > SURE and (span.start in words.at or span.end in words.ends)
    return len(span) >= SURE or all(tag.tag in PROPER for tag in words.of(span))


def _speaks(text: str, span: Span) -> bool:
    """Tell whether a name opens its clause and a verb of speech follows it, which the tagger may take for one word."""
    opens = not span.start or not text[span.start - 1].isalnum()
    return opens and text.startswith(_speech(), span.end)


@functools.cache
def _speech() -> tuple[str, ...]:
    return tuple(sorted(forms("cue", "core")))


@functools.lru_cache(maxsize=1 << 14)
def _short_forms(name: str, kind: str) -> tuple[str, ...]:
    if kind == "Person":
        found = {name.rpartition("·")[2]}
    else:
        front = re.match(QUOTED, name)
        found = {front.group(1)} if front else _of_body(name, kind) if is_body(kind) else _local(name, kind)
    return tuple(sorted(form for form in found if form != name and _is_name(form)))


def _of_body(name: str, kind: str) -> set[str]:
    places = leading_places(name)
    rest = name[places[-1].end :] if places else name
    brand = parts(name, kind).brand
    return {rest, *({brand.of(name)} if brand else ()), *firms(name), *firms(rest), *_local(name, kind)}


def _local(name: str, kind: str) -> set[str]:
    """Return what a part of a body may be called by where it is: 青川工厂 of 海岚汽车青川工厂."""
    found = parts(name, kind)
    return {name[place.start :] for place in found.places if found.parent and place.start >= found.parent.end}


@functools.lru_cache(maxsize=1 << 12)
def _is_name(form: str) -> bool:
    """Tell whether a short form says enough: more than a head, a place or a common word."""
    last = head(form)
    common = form in forms("trade") or uses(form) or form in nominals()
    return len(form) >= SHORTEST and not common and not (last and last.form == form) and not gazetteer().lookup(form)
