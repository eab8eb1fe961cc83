"""Bodies that the tagger found: their class, and what of its reading to believe."""

import functools
import re
from collections import Counter
from collections.abc import Iterator

from kg.annotate.beside import employers, employs, is_glossed
from kg.annotate.chain import post_cut
from kg.annotate.own_name import branded, foreign, is_country, province, trade
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.grammar.alternation import alternation
from kg.lexicon import Word, table
from kg.lexicon import words as forms
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.form import fold
from kg.normalise.group import is_body
from kg.normalise.head import Head, head, heads, kind, known, without_tail
from kg.normalise.modifier import is_one, uses
from kg.normalise.name_part import gazetteer, leading_places, parts

RULE = "tagger/body"
HEADED = 0.25  # the least confidence of the tagger in a body with a head that fits,
BARE = 0.9  # in one that is only a place and a head,
NEVER = 1.1
PLAIN = 0.85  # and in one without a head, less where the text has it again
AGAIN = 0.6
TRADING = 0.45  # the least in one of a brand and a word of trade
TOLD = 0.3  # in one of which what stands beside it tells that it is a firm
ORGAN = 0.85
LONGEST_PLAIN = 10
LONGEST_WORD = 4
LONGEST_CUT = 2
SHORTEST_HEADED = 4
COMMON = ("stop", "generic", "one")
EDGES = "，。、；：“”‘’（）() \n"
JOINS = frozenset("+＋")


def bodies(words: Words) -> Iterator[Mention]:
    """Yield the bodies among the words of a text."""
    tags = [tag for tag in words.tags if tag.tag == "ORG" or (tag.tag == "nz" and employs(words, tag))]
    counts = Counter(tag.span.of(words.text) for tag in tags)
    for tag in tags:
        plain = AGAIN if counts[tag.span.of(words.text)] > 1 else PLAIN
        if is_glossed(words.text, tag.span.end) or employs(words, tag):
            plain = TOLD
        for piece in () if _is_cut(words, tag) else _pieces(words.text, _with_place(words, tag)):
            if found := _body(words.text, piece, plain):
                yield found
    yield from (found for tag in employers(words) if (found := _body(words.text, tag, TOLD)))
    yield from _organs(words)


def _with_place(words: Words, tag: Tag) -> Tag:
    """Return a word with the first character of the place that it starts with: 果|洛州人民政府."""
    at = tag.span.start - 1
    if (before := words.starting(at)) is None or before.span.end != tag.span.start:
        return tag
    starts = any(len(form) > LONGEST_CUT for form in gazetteer().names_at(words.text, at))
    return Tag(Span(at, tag.span.end), tag.tag, tag.confidence) if starts else tag


def _organs(words: Words) -> Iterator[Mention]:
    """Yield the organs of an area, named by its level alone, in words for posts of them: 市委|书记."""
    for tag in words.tags:
        if tag.tag == "n":
            word = tag.span.of(words.text)
            name = word if is_of_level(word) else word[: post_cut(word)]
            if name and is_of_level(name):
                span = Span(tag.span.start, tag.span.start + len(name))
                yield Mention(span, "Agency", name, confidence=ORGAN, rule=RULE)


def _pieces(text: str, tag: Tag) -> Iterator[Tag]:
    """Yield the bodies that the tagger took for one: 海岚集团旗下|青禾科技有限公司, 海岚县供电公司|朱田."""
    start, word = tag.span.start, tag.span.of(text)
    for match in _between().finditer(word):
        if match["under"] or _are_two(word[start - tag.span.start : match.start()], match[0], word[match.end() :]):
            yield Tag(Span(start, tag.span.start + match.start()), tag.tag, tag.confidence)
            start = tag.span.start + match.end()
    while cut := _second_level(text[start : tag.span.end]):
        yield Tag(Span(start, start + cut), tag.tag, tag.confidence)
        start += cut
    name = text[start : tag.span.end]
    end = len(name) if head(name) or fold(name) in known() else _headed_end(name)
    yield Tag(Span(start, start + (end or len(name))), tag.tag, tag.confidence)


def _second_level(name: str) -> int:
    """Return where an organ of an area starts behind another, 0 where none does.

    >>> _second_level("青川县委县政府"), _second_level("青川县政府")
    (4, 0)
    """
    cuts = range(2, len(name) - 2)
    return next((cut for cut in cuts if is_of_level(name[cut:]) and kind(name[:cut]) == "Agency"), 0)


def _headed_end(name: str) -> int:
    """Return where the longest body ends that a name without a head starts with, 0 where there is none."""
    for end in range(len(name) - 2, SHORTEST_HEADED - 1, -1):
        last = head(name[:end])
        if (
            last
            and (is_body(last.type) or last.type == "Place")
            and last.need in ("any", "place", "brand")
            and len(last.form) > 1
        ):
            return end
    return 0


def _are_two(before: str, link: str, after: str) -> bool:
    """Tell whether what a verb or conjunction stands between are bodies by their names.

    >>> _are_two("国家发改委", "批复", "青川港务集团"), _are_two("外交", "和", "联邦事务部")
    (True, False)
    """
    named = is_body(kind(before)) or _trades(before)
    return named and is_body(kind(after)) and fold(before + link + after) not in known()


@functools.cache
def _between() -> re.Pattern[str]:
    """Return a pattern for words between two bodies: the first is above the second, or they are two of a clause."""
    under, apart = (alternation(forms("modifier", kind)) for kind in ("under", "between"))
    return re.compile(f"(?<=.)(?:(?P<under>{under})|{apart})(?=..)")


def _body(text: str, tag: Tag, plain: float) -> Mention | None:
    word = tag.span.of(text)
    start = tag.span.start + len(word) - len(word.lstrip(EDGES))
    name = word.strip(EDGES)
    if lead := next((lead for lead in forms("modifier", "lead") if name.startswith(lead)), ""):
        start, name = start + len(lead), name.removeprefix(lead)
    if end := _firm_end(name):
        name = name[:end]
    name = _without_last_word(text, start, name)
    for outer in (foreign(name), province(name)):
        start, name = start + len(outer), name.removeprefix(outer)
    kind = _class(name, tag.confidence, plain)
    return Mention(Span(start, start + len(name)), kind, name, confidence=tag.confidence, rule=RULE) if kind else None


def _without_last_word(text: str, start: int, name: str) -> str:
    """Return a name without what is no part of it: 海岚证券|研报, and 海岚大学|党委 before a post in that."""
    for length in range(min(LONGEST_WORD, len(name) - 2), 0, -1):
        word, rest = name[-length:], name[:-length]
        organ = is_of_post(text, start + len(name), word) and not rest.endswith(areas())
        said = length == 1 and is_one(word, "wire") and kind(rest) == "Organization"
        if organ or said or is_one(word, "former") or (length > 1 and is_one(word, "stop") and not head(name)):
            return rest
    return name


def is_of_post(text: str, end: int, word: str) -> bool:
    """Tell whether a word for an organ of a body, which ends at an offset, is but the beginning of a post in it.

    >>> is_of_post("青川海关党委委员", 6, "党委"), is_of_post("青川海关党委会议", 6, "党委")
    (True, False)
    """
    return is_one(word, "organ") and text.startswith(_members(), end)


@functools.cache
def areas() -> tuple[str, ...]:
    """Return how names of areas and towns end: 省, 街道."""
    return forms("place_suffix", "area", "town")


@functools.cache
def zones() -> tuple[str, ...]:
    """Return how names of zones end: 示范区, 开发区."""
    return forms("place_suffix", "zone")


@functools.cache
def settlements() -> tuple[str, ...]:
    """Return how names of towns and villages end: 镇, 村."""
    return forms("place_suffix", "town", "settlement", "village")


@functools.cache
def towns() -> tuple[str, ...]:
    """Return how names of towns end: 镇, 街道."""
    return forms("place_suffix", "town")


@functools.cache
def _members() -> tuple[str, ...]:
    return forms("modifier", "member")


def _is_cut(words: Words, tag: Tag) -> bool:
    """Tell whether a word starts with the last character of a phrase of place: 在华|外国商会."""
    start, word = tag.span.start, tag.span.of(words.text)
    before = words.of(Span(max(start - 1, 0), start))
    return (
        bool(before)
        and is_one(before[-1].span.of(words.text), "at")
        and word[0] in _countries()
        and not any(fold(word[:end]) in known() for end in range(2, len(word) + 1))
        and not leading_places(word)
        and head(word[1:]) is not None
    )


@functools.cache
def _countries() -> frozenset[str]:
    return frozenset(word.form for word in table("abbreviation", Word) if word.canonical.isalpha())


def _firm_end(name: str) -> int:
    """Return where a firm's full name ends within what the tagger took for one word, 0 where it may go on."""
    end = min((name.find(form) + len(form) for form in _firms() if form in name), default=0)
    return 0 if head(name[end:]) and not any(form in name[end:] for form in _firms()) else end


@functools.cache
def _firms() -> tuple[str, ...]:
    return tuple(row.form for row in heads().values() if row.need == "any" and row.type == "Company")


def _class(name: str, confidence: float, plain: float) -> str | None:
    """Return the class of a name that the tagger is so sure of, None where it is no name of a body."""
    if word := known().get(fold(name)):
        return word.type
    if len(name) < 2 or name[0].isdigit() or not JOINS.isdisjoint(name):  # noqa: PLR2004
        return None
    if _is_common(name) or gazetteer().lookup(name):
        return None
    last = head(name)
    if last is None:
        sure = confidence >= (min(plain, TRADING) if _trades(name) else plain)
        firm = sure and len(name) <= LONGEST_PLAIN and branded(name) and not _ends_commonly(name)
        return "Company" if firm else None
    least = plain if last.need == "tagged" else _least(name, last)
    return _class_of_part(name, last) if confidence >= least else None


def _trades(name: str) -> bool:
    """Tell whether a name is a short brand and a word of trade: 海岚|电子, but not 综合|金融."""
    brand = without_tail(name, "neutral", "industry")
    return brand != name and 1 < len(brand) <= LONGEST_WORD and brand not in trade() and not uses(brand)


def _ends_commonly(name: str) -> bool:
    """Tell whether a name ends in a word that only ends like a head: 零售行业, 注册资本."""
    return any(name[start:] in heads() for start in range(len(name)))


def _class_of_part(name: str, last: Head) -> str:
    """Return the class of a head; an office of a body is of the body's class (检察院铁路分院, 海岚集团总部).

    So is a firm's bureau (海岚集团第二工程局).
    """
    parent = parts(name, last.type).parent if last.need == "unit" or last.type == "Agency" else None
    whole = kind(parent.of(name)) if parent else None
    office = whole == "Agency" or (is_body(whole) and last.type in ("Agency", "Organization"))
    held = office if last.need == "unit" else whole == "Company"
    return whole if whole and held else last.type


def _least(name: str, last: Head) -> float:
    """Return the least confidence to believe a name with this head."""
    places = leading_places(name)
    body = name[places[-1].end if places else 0 : len(name) - len(last.form)]
    common = body in trade() and (last.type == "Company" or not places)
    if common or is_one(body, *COMMON) or (last.need in ("unit", "posted") and not parts(name, last.type).parent):
        return NEVER
    if not places and not is_of_level(name) and (not body or (last.type == "Company" and not branded(name))):
        return NEVER
    if last.type == "Company" and last.need != "any" and not branded(name):
        return BARE if not is_country(places[0].of(name)) else NEVER
    return BARE if last.need == "more" and not body else HEADED


@functools.lru_cache(maxsize=1 << 14)
def is_of_level(name: str) -> bool:
    """Tell whether a name is that of an area's organ by its level alone.

    >>> is_of_level("县委"), is_of_level("省政府"), is_of_level("市场监管局")
    (True, True, False)
    """
    whole, rest = head(name), head(name[1:])
    if whole is None or rest is None or whole.type != "Agency" or not is_one(name[0], "level"):
        return False
    return whole.form == name and rest.form == name[1:]


def _is_common(name: str) -> bool:
    return name in trade() or is_one(name, *COMMON)
