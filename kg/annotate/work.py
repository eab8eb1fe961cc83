"""Names in quotation or title marks: laws and plans, papers, films, products."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.annotate.chain import letter_of
from kg.annotate.word import Words
from kg.grammar import load, matches
from kg.lexicon import words as forms
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.form import fold
from kg.normalise.head import Head, head, kind, known
from kg.normalise.modifier import is_one
from kg.normalise.name_part import gazetteer
from kg.ontology import in_use

NOTE = re.compile(r"\([^()]*\)$")
QUOTED = re.compile(r"“([^“”，。！？；：、\n]{4,16})”")
GRADE, END = "(?:Pro|Max|Plus|Ultra|Mini|Lite|SE)", "(?![A-Za-z0-9%.])"
MODEL = re.compile(rf" ?(?:[A-Z][A-Za-z]{{1,11}} )?[A-Z][A-Za-z]*[ -]?\d{{1,4}}[A-Za-z]{{0,3}}(?: {GRADE})*{END}")
VARIANT = re.compile(rf"(?: ?{GRADE})+{END}")
TITLED = re.compile(r"《([^《》\n]{2,60})》")
RULE, QUOTE, NUMBER, EDITION = "work/title", "work/quoted", "work/model-number", "work/edition"
FOLLOWING = re.compile(r"》、?《([^《》\n]{1,30})(?=》)")
CONFIDENCE, MARKED = 0.9, 0.75
BRANDS = ("Company", "Product")
ENDS, SITE = "ends", "site"
PLACED = ("/line", "session", "-of-place")
PRODUCT = "Product"
LONG = 4
QUOTABLE = ("Policy", "Event")
OTHERS = (*QUOTABLE, "Facility", "Company")
NEEDS = ("any", "issued")
COMMON = ("slogan", "plan", "stop", "generic")
TITLES = ("Policy", "Organization")


def works(text: str) -> Iterator[Mention]:
    """Yield the names in marks of a text; where two cover the same span, the first is right."""
    for match in TITLED.finditer(text):
        name = match.group(1)
        if class_ := _title_class(name):
            yield Mention(Span(*match.span(1)), class_, name, confidence=CONFIDENCE, rule=RULE)
    yield from _listed(text)
    for match in QUOTED.finditer(text):
        last = head(match.group(1))
        stem = len(match.group(1)) - len(last.form) if last else 0
        titled = last and last.type in QUOTABLE and stem > 0 and (last.need in NEEDS or _is_gathering(last, stem))
        if last and titled and not is_one(match.group(1), *COMMON):
            yield Mention(Span(*match.span(1)), last.type, match.group(1), confidence=MARKED, rule=QUOTE)
    for rule, match in matches(load("work").rules, text):
        name = match.group("name")
        told = match.groupdict()
        if _ends_in_place(told.get(ENDS) or "") or kind(told.get(SITE) or "") == rule.text.type:
            continue
        if not is_one(fold(name), *COMMON) and not (rule.text.type == PRODUCT and kind(name) in OTHERS):
            span = Span(*match.span("name"))
            yield Mention(span, rule.text.type, name, confidence=rule.text.confidence, rule=rule.id)


def _ends_in_place(ends: str) -> bool:
    """Tell whether what would be the two ends of a line is a place, or ends in one: 河北|高速, 形成南通|铁路."""
    return any(gazetteer().lookup(ends[at:]) for at in range(len(ends) - 1))


def _is_gathering(last: Head, stem: int) -> bool:
    """Tell of a meeting with more than a word before its head, which quotation marks name like a number would."""
    return last.type == "Event" and last.need == "named" and stem >= LONG


def _listed(text: str) -> Iterator[Mention]:
    """Yield the titles that follow one of a work or paper without a word between: 电影《…》《…》."""
    titled = [rule for rule in load("work").rules if rule.text.qualifiers.get("list")]
    for rule, match in matches(titled, text):
        at = match.end("name")
        while following := FOLLOWING.match(text, at):
            span = Span(*following.span(1))
            yield Mention(span, rule.text.type, span.of(text), confidence=MARKED, rule=rule.id)
            at = span.end


def editions(words: Words, names: Iterable[Mention]) -> Iterator[Mention]:
    """Yield events with the year or edition before them: 第六届进博会, 2023世界机器人大会."""
    for event in names:
        start = event.span.start
        while before := [tag for tag in words.of(Span(max(start - 1, 0), start)) if tag.span.end == start]:
            if event.type != "Event" or letter_of(before[0].span.of(words.text), before[0].tag) != "t":
                break
            start = before[0].span.start
        former = bool(before) and is_one(before[0].span.of(words.text), "former")  # 前|五届进博会
        if start < event.span.start and not former:
            span = Span(start, event.span.end)
            yield Mention(span, event.type, span.of(words.text), confidence=event.confidence, rule=EDITION)


def lines(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield lines, projects and sessions with the place right before them: 青川轨道交通11号线, 青川县三届二次会议."""
    for place, line in pairwise(names):
        if line.rule.endswith(PLACED) and place.span.end == line.span.start and in_use().is_a(place.type, "Place"):
            span = Span(place.span.start, line.span.end)
            yield Mention(span, line.type, span.of(text), confidence=line.confidence, rule=line.rule)


def models(text: str, names: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the products that a brand and the number of a model name: 海岚QX7, 海岚Mate 60 Pro."""
    for brand in names:
        pattern = VARIANT if brand.type == PRODUCT else MODEL
        match = brand.type in BRANDS and (pattern.match(text, brand.span.end) or MODEL.match(text, brand.span.end))
        if match and not text.startswith(forms("craft", "flight"), match.end()):
            span = Span(brand.span.start, match.end())
            yield Mention(span, "Product", span.of(text), confidence=MARKED, rule=NUMBER)


def _title_class(name: str) -> str | None:
    """Return the class of what a title in its own marks names: a measure by its head, or a paper."""
    name = NOTE.sub("", fold(name))
    word, last = known().get(name), head(name)
    bare = last is not None and last.form == name
    kind = word.type if word else last.type if last and not bare else None
    return kind if kind in TITLES else None
