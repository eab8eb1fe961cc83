"""What stands beside a word and tells what kind of name it is: its spelling in Latin letters, a post and its holder."""

import functools
import re
from collections.abc import Iterator

from kg.annotate.known import PROPER
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.lexicon import words as forms
from kg.model.text import Span

GLOSS = re.compile(r" ?[（(] ?[A-Za-z][A-Za-zÀ-ÿ0-9 .·'’&-]{1,40}[)）]")
PERSON = "PER"
NAMING = (*PROPER, "n", "vn")
OPENING = ("w", "p", "c")
LONGEST = 5
TOLD = 0.5
"""The confidence in a name of common words that a post and its recurrence tell."""


def is_glossed(text: str, at: int) -> bool:
    """Tell whether a name in Latin letters stands in brackets at an offset.

    >>> is_glossed("海岚（Hailan）", 2), is_glossed("海岚（青川）", 2)
    (True, False)
    """
    return GLOSS.match(text, at) is not None


def employs(words: Words, tag: Tag) -> bool:
    """Tell whether a post of a firm and who holds it follow a word: 海岚|副总裁李明, 海岚|原总经理李明."""
    at = tag.span.end
    after: list[str] = []
    while len(after) < LONGEST and (word := words.starting(at)) is not None:
        if word.tag == PERSON:
            return bool(after) and "".join(after).endswith(_firm_posts())
        text = word.span.of(words.text)
        if not (text in _prefixes() or text.endswith(_firm_posts())):
            return False
        after.append(text)
        at = word.span.end
    return False


def employers(words: Words) -> Iterator[Tag]:
    """Yield what the tagger left in pieces before a post of a firm and who holds it: 海岚|机器人|董事长李明.

    A piece is proper by its tag, or the text has them together again; they open a clause or follow a preposition.
    """
    for tag in words.tags:
        if tag.tag != PERSON or not (pieces := _pieces(words, tag)):
            continue
        span = Span(pieces[0].span.start, pieces[-1].span.end)
        proper = [piece.confidence for piece in pieces if piece.tag in PROPER]
        if proper or words.text.count(span.of(words.text)) > 1:
            yield Tag(span, "ORG", max(proper, default=TOLD))


def _pieces(words: Words, person: Tag) -> list[Tag]:
    """Return the nouns before a person's post of a firm, none where no clause begins with them."""
    post = pieces = 0
    number = words.at[person.span.start]
    while post < LONGEST and _is_of_post(words, number - post - 1, person.span.start):
        post += 1
    first = number - post
    if not post or not words.tags[number - 1].span.of(words.text).endswith(_firm_posts()):
        return []
    while pieces < LONGEST and first - pieces > 0 and words.tags[first - pieces - 1].tag in NAMING:
        pieces += 1
    before = first - pieces - 1
    opens = before < 0 or words.tags[before].tag in OPENING
    last = words.tags[first - 1]
    ends = last.tag != "ORG" and len(last.span) > 1  # a body by itself stands for itself: 进口商|海岚贸易公司
    return list(words.tags[before + 1 : first]) if pieces > 1 and opens and ends else []


def _is_of_post(words: Words, number: int, end: int) -> bool:
    """Tell whether a word belongs to the post of a firm that ends at an offset, which may be words: 行政|总裁."""
    if number < 0:
        return False
    span = words.tags[number].span
    word = span.of(words.text)
    return word in _prefixes() or word.endswith(_firm_posts()) or words.text[span.start : end].startswith(_firm_posts())


@functools.cache
def _firm_posts() -> tuple[str, ...]:
    return forms("title", "firm")


@functools.cache
def _prefixes() -> frozenset[str]:
    return frozenset((*forms("title", "prefix"), *forms("title", "tense")))
