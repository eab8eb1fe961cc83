"""People in a text: names that the tagger found or that stand after a post, checked by what names look like."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.annotate.beside import is_glossed
from kg.annotate.claim import Claims
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.grammar import load, matches
from kg.lexicon import words as forms
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.modifier import is_one

RULE, LENGTHENED = "tagger/person", "tagger/person-lengthened"
SHORT, FULL = 2, 3
LISTING, LISTED = "、", 0.7
FUNCTION = ("v", "p", "c", "u", "d", "w")
ADVERB, CONJUNCTION, NOUN, PREPOSITION = "d", "c", "n", "p"
PROPER = ("PER", "LOC", "ORG", "nz", "nw")
SURE = 0.45  # the least confidence of the tagger in a name that looks like one,
UNLIKE = 0.8  # in one that does not,
UNLIKE_SHORT = 0.9  # in one of two characters that does not,
GLOSSED = 0.35  # and in one that is also spelled in Latin letters
HAN = re.compile(r"[\u4e00-\u9fff]+")
FOREIGN = re.compile(r"[\u4e00-\u9fffA-Z]+(?:[·•・.-][\u4e00-\u9fffA-Z]+)+")
DOTS = re.compile("[·•・-]")
HYPHEN = "-"
DOTTED = 0.3  # the least confidence in a part of a foreign name with a dot
LONGEST_FOREIGN = 8
FOREIGN_TYPES = ("syllables", "dotted")
"""The types of rules for names that need no surname; of the second, those that the tagger has no name for."""
EDGES = "，。、；：“”‘’（）()/·"


def people(words: Words) -> Iterator[Mention]:
    """Yield the people of a text; spans of the tagger and of rules may overlap, longer ones are then right."""
    tagged = [found for tag in words.tags if tag.tag == "PER" and (found := _person(words.text, tag))]
    yield from tagged
    yield from _lengthened(words, tagged)
    yield from _listed(words, tagged)
    yield from _dotted(words)
    taken = Claims(mention.span for mention in tagged)
    for rule, match in matches(load("person").rules, words.text):
        span = Span(*match.span("name"))
        name = span.of(words.text)
        new = span.end in words.ends and taken.is_free(span)
        kind = rule.text.type
        if kind not in FOREIGN_TYPES and _is_of_words(words, span, said=kind == "said"):
            continue
        starts = _opens(words, span) or _follows_post(words, span.start)
        foreign = (kind == "dotted" and new) or (kind == "syllables" and span.end in words.ends)
        if foreign or (is_name(name) and starts and (kind == "said" or new)):
            yield Mention(span, "Person", name, confidence=rule.text.confidence, rule=rule.id)


def _opens(words: Words, span: Span) -> bool:
    """Tell whether a name may start with a word at a span: not where 向 governs a noun (向记者表示)."""
    first, given = words.starting(span.start), words.starting(span.start + 1)
    governed = first and first.tag in FUNCTION and given and given.tag == "n" and given.span.end == span.end
    return first is not None and not governed


def _is_of_words(words: Words, span: Span, *, said: bool) -> bool:
    """Tell whether the tagger reads a name after a post as common words: 单位, 常|说, 陈雷|在, 向|本报."""
    found = words.of(span)
    if len(found) == 1:
        common = found[0].tag not in (*PROPER, *((NOUN,) if said else ()))
        return common and found[0].span == span and len(span) == SHORT
    sure = [tag.tag if tag.confidence >= UNLIKE else "" for tag in found]
    towards = sure[:1] == [PREPOSITION] and found[-1].tag not in PROPER
    return towards or sure[:1] in ([ADVERB], [CONJUNCTION]) or (bool(sure) and sure[-1] in FUNCTION)


def _follows_post(words: Words, at: int) -> bool:
    """Tell whether a post ends at an offset within a word: 局长|尚."""
    return any(Span(word.span.start, at).of(words.text) in _posts() for word in words.of(Span(at, at + 1)))


@functools.cache
def _posts() -> frozenset[str]:
    return frozenset(forms("title", "office", "manager"))


def _person(text: str, tag: Tag) -> Mention | None:
    word = tag.span.of(text)
    name = word.strip().strip(EDGES)
    start = tag.span.start + word.find(name)
    likely = SURE if is_name(name) or is_foreign_name(name) else UNLIKE if len(name) > SHORT else UNLIKE_SHORT
    if is_glossed(text, start + len(name)):
        likely = GLOSSED
    if tag.confidence < likely or len(name) < SHORT or is_one(name, "person"):
        return None
    return Mention(Span(start, start + len(name)), "Person", name, confidence=tag.confidence, rule=RULE)


def _listed(words: Words, tagged: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names of three characters that the tagger cut in a list between others: 江志远、|丁|传承、|向晨."""
    starts = {mention.span.start for mention in tagged}
    ends = [mention.span.end for mention in tagged]
    while ends:
        at = ends.pop() + 1
        span = Span(at, at + FULL)
        mark = words.text[at - 1 : at]
        if mark != LISTING or at in starts or words.text[span.end : span.end + 1] != mark or at not in words.at:
            continue
        if span.end in words.ends and len(words.of(span)) > 1 and is_name(span.of(words.text)):
            yield Mention(span, "Person", span.of(words.text), confidence=LISTED, rule=LENGTHENED)
            ends.append(span.end)


def _dotted(words: Words) -> Iterator[Mention]:
    """Yield the foreign names that the tagger parted at a dot, or is less sure of: 本通|·|西拉, 谢里夫·|切卡特."""
    run: list[Tag] = []
    spans = (Span(max(dot.start() - 1, 0), dot.end() + 1) for dot in DOTS.finditer(words.text))
    for tag in dict.fromkeys(tag for span in spans for tag in words.of(span)):
        if (run and DOTS.match(words.text, tag.span.start - 1)) or DOTS.match(words.text, tag.span.start):
            run.append(tag)
            continue
        yield from _joined(words.text, run)
        run = [tag]
    yield from _joined(words.text, run)


def _joined(text: str, run: Sequence[Tag]) -> Iterator[Mention]:
    """Yield the foreign name that words make up that dots part, or one word of which the tagger is not sure."""
    first = run[0].span.of(text) if run else ""
    named = [tag.confidence for tag in run if tag.tag == "PER"]
    if not named or not (run[0].tag == "PER" or first in _transcription()):
        return
    span = Span(run[0].span.start, run[-1].span.end)
    confidence = max(named)
    told = confidence >= DOTTED and (len(run) > 1 or confidence < SURE)
    if told and is_dotted_name(span.of(text)):
        yield Mention(span, "Person", span.of(text), confidence=confidence, rule=RULE)


def _lengthened(words: Words, tagged: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names that the tagger cut short each time: surname and one character, then always the same one."""
    nexts: dict[str, set[str]] = defaultdict(set)
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in tagged:
        if len(mention.text) == SHORT and is_name(mention.text):
            after = words.starting(mention.span.end)
            one = after is not None and len(after.span) == 1 and after.tag not in FUNCTION
            nexts[mention.text].add(after.span.of(words.text) if after and one else "")
            places[mention.text].append(mention)
    for name, found in places.items():
        full = name + next(iter(nexts[name]))
        if len(found) > 1 and len(nexts[name]) == 1 and full != name and is_name(full):
            for mention in found:
                span = Span(mention.span.start, mention.span.start + len(full))
                yield Mention(span, "Person", full, confidence=mention.confidence, rule=LENGTHENED)


@functools.lru_cache(maxsize=1 << 14)
def is_name(name: str) -> bool:
    """Tell whether a word may be a Chinese person's name: a surname, then one or two characters or an address.

    >>> is_name("王伟中"), is_name("欧阳娜娜"), is_name("张女士"), is_name("向智慧城市"), is_name("焕")
    (True, True, True, False, False)
    """
    if not HAN.fullmatch(name) or is_one(name, "person"):
        return False
    surname = next((length for length in (2, 1) if name[:length] in _surnames()), 0)
    given = name[surname:]
    if not surname or not given:
        return False
    return len(given) <= 2 or given in _addresses() or (given[0] in _surnames() and len(given) == 3)  # noqa: PLR2004


@functools.lru_cache(maxsize=1 << 14)
def is_foreign_name(name: str) -> bool:
    """Tell whether a word may be a foreign person's name in Chinese writing.

    >>> is_foreign_name("高塔姆·阿达尼"), is_foreign_name("特朗普"), is_foreign_name("高水平")
    (True, True, False)
    """
    if FOREIGN.fullmatch(name):
        return True
    return (
        2 <= len(name) <= LONGEST_FOREIGN  # noqa: PLR2004
        and HAN.fullmatch(name) is not None
        and _transcription().issuperset(name)
    )


def is_dotted_name(name: str) -> bool:
    """Tell whether a word is a foreign person's name in parts, not a one-character word with a name.

    >>> is_dotted_name("本通·西拉"), is_dotted_name("宋·马远"), is_dotted_name("西拉")
    (True, False, False)
    >>> is_dotted_name("让-吕克·莫罗"), is_dotted_name("海江-王明")
    (True, False)
    """
    parts = DOTS.split(name)
    if HYPHEN in name and not all(_transcription().issuperset(part) for part in parts):
        return False
    return len(parts) > 1 and all(
        HAN.fullmatch(part) and len(part) <= LONGEST_FOREIGN and (len(part) > 1 or part in _transcription())
        for part in parts
    )


@functools.cache
def _surnames() -> frozenset[str]:
    return frozenset(forms("surname"))


@functools.cache
def _addresses() -> frozenset[str]:
    return frozenset(forms("address"))


@functools.cache
def _transcription() -> frozenset[str]:
    return frozenset("".join(forms("transcription")))
