"""Names that adjoin and are one name: a firm and its plant, a body and its part, a firm and its branch in a country."""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.annotate.known import PROPER
from kg.annotate.known import RULE as KNOWN
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.lexicon import words as forms
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.group import is_body
from kg.normalise.head import head, heads
from kg.normalise.modifier import is_one
from kg.normalise.name_part import leading_places
from kg.normalise.quotation import BRACKETS
from kg.ontology import in_use

RULE = "joined/"
PLANT, PART, BRANCH, FORM, LINE, CAMPUS = (
    RULE + kind for kind in ("plant", "part", "branch", "form", "line", "campus")
)
FIRM = "Company"
ROUTE = "route"
CODE = re.compile(r"[A-Z]\d{1,4}")
CONFIDENCE = 0.85
PARENTS, PARTS = ("Agency", "Institute"), ("Institute", "Organization")


def joined(words: Words, names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names that two of the sorted names are together, or three with brackets around the second."""
    for first, second in pairwise(names):
        if first.span.end == second.span.start and (rule := _rule(words, first, second)):
            yield _joined(words, first, second, first.type if rule == BRANCH else second.type, rule)
    for first, place, last in zip(names, names[1:], names[2:], strict=False):
        if _is_form(words.text, first, place, last):
            yield _joined(words, first, last, last.type, FORM)
    for one, other in pairwise(names):
        if end := _line_end(words.text, one, other):
            span = Span(_code_start(words, one.span.start), end)
            yield Mention(span, "Facility", span.of(words.text), confidence=CONFIDENCE, rule=LINE)
        elif _is_campus(words.text, one, other):
            span = Span(one.span.start, other.span.end + 1)
            yield Mention(span, one.type, span.of(words.text), confidence=one.confidence, rule=CAMPUS)
    known = {name.span.end for name in names}
    for place, last in pairwise(names):
        front = _before_bracket(words, place, last)
        if front and front.span.end not in known:
            span = Span(front.span.start, last.span.end)
            yield Mention(span, last.type, span.of(words.text), confidence=last.confidence, rule=FORM)


def _rule(words: Words, first: Mention, second: Mention) -> str:
    """Return the rule that makes two names one that adjoin, empty where there is none."""
    if first.type == FIRM and second.type == "Facility" and _is_plant(second.text):
        return PLANT
    if first.type == FIRM and second.type == "Country" and _precedes_post(words, second.span.end):
        return BRANCH
    return PART if second.rule != KNOWN and head(second.text) and _is_part(first, second) else ""


def _is_part(first: Mention, second: Mention) -> bool:
    """Tell of an institute of a body, and of a party's committee, whose name has no head; two agencies are two."""
    party = first.type == "Organization" and head(first.text) is None
    return (first.type in PARENTS and second.type in PARTS) or (party and second.type in ("Agency", *PARTS))


def _is_plant(name: str) -> bool:
    last = head(name)
    return bool(leading_places(name)) or (last is not None and last.need == "brand")


def _precedes_post(words: Words, at: int) -> bool:
    word = words.starting(at)
    return word is not None and is_one(word.span.of(words.text), "stop")


def _is_form(text: str, first: Mention, place: Mention, last: Mention) -> bool:
    """Tell of a firm, a place in brackets, and what says that it is a firm: 海岚电气|（北京）|低压电器有限公司."""
    end = head(last.text)
    return (
        first.type == last.type == FIRM
        and BRACKETS.get(text[first.span.end]) == text[place.span.end]
        and place.span == Span(first.span.end + 1, last.span.start - 1)
        and end is not None
        and end.need == "any"
    )


def _is_campus(text: str, one: Mention, place: Mention) -> bool:
    """Tell of a school with a place in brackets that is one of several: 青川大学（成都）."""
    opened = BRACKETS.get(text[one.span.end : place.span.start])
    school = one.type == "Institute" and in_use().is_a(place.type, "Place")
    return school and opened is not None and text.startswith(opened, place.span.end)


def _line_end(text: str, one: Mention, other: Mention) -> int:
    """Return where a line ends that is named by both its ends, 0 where there is none: 青川至|海口高速铁路."""
    if text[one.span.end : other.span.start] not in forms("modifier", "to") or not in_use().is_a(one.type, "Place"):
        return 0
    last = head(other.text)
    if last and last.need == ROUTE:
        return other.span.end if leading_places(other.text) else 0
    route = next((form for form in _routes() if text.startswith(form, other.span.end)), "")
    return other.span.end + len(route) if route and in_use().is_a(other.type, "Place") else 0


def _code_start(words: Words, at: int) -> int:
    """Return where the code of a road starts right before an offset, else the offset: |G75青川至海口高速公路."""
    before = [word.span for word in words.of(Span(max(at - 1, 0), at))]
    return before[-1].start if before and CODE.fullmatch(before[-1].of(words.text)) else at


@functools.cache
def _routes() -> tuple[str, ...]:
    """Return the heads of lines that are named by their ends, the longest first."""
    return tuple(
        sorted((row.form for row in heads().values() if row.need == ROUTE), key=lambda form: (-len(form), form))
    )


def _before_bracket(words: Words, place: Mention, last: Mention) -> Tag | None:
    """Return the name before a place in brackets that a body's name goes on behind: 青禾（北京）文化交流中心."""
    at, end = place.span.start - 1, place.span.end
    if at < 1 or last.span.start != end + 1 or BRACKETS.get(words.text[at]) != words.text[end]:
        return None
    before = words.of(Span(at - 1, at))
    proper = bool(before) and before[-1].tag in PROPER and len(before[-1].span) > 1
    named = is_body(last.type) and head(last.text) is not None
    return before[-1] if proper and named and in_use().is_a(place.type, "Place") else None


def _joined(words: Words, first: Mention, last: Mention, kind: str, rule: str) -> Mention:
    span = Span(first.span.start, last.span.end)
    return Mention(span, kind, span.of(words.text), confidence=min(first.confidence, last.confidence), rule=rule)
