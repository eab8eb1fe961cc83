"""What stands beside a word and tells what kind of name it is: its spelling in Latin letters, a post and its holder."""

import functools
import re

from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.lexicon import words as forms

GLOSS = re.compile(r" ?[（(] ?[A-Za-z][A-Za-zÀ-ÿ0-9 .·'’&-]{1,40}[)）]")
PERSON = "PER"
LONGEST = 5


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


@functools.cache
def _firm_posts() -> tuple[str, ...]:
    return forms("title", "firm")


@functools.cache
def _prefixes() -> frozenset[str]:
    return frozenset((*forms("title", "prefix"), *forms("title", "tense")))
