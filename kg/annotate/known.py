"""Well-known names in a text, and the words that users add."""

import functools
from collections.abc import Iterator, Sequence

import ahocorasick_rs

from kg.annotate.word import Words
from kg.lexicon import Word
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.head import known

PROPER = ("ORG", "PER", "nz", "nw")
UNMISTAKABLE = 4
CONFIDENCE = {"": 0.95, "common": 0.8, "quoted": 0.9}
OWN, RULE = "lexicon/own", "lexicon/known"


class Lexicon:
    """The words that are looked up in texts: users' own ones everywhere, the package's where the tagger agrees."""

    def __init__(self, own: Sequence[Word] = ()) -> None:
        self.own = {word.form: word for word in own}
        self.words = [*self.own.values(), *(word for word in known().values() if word.form not in self.own)]

    @functools.cached_property
    def automaton(self) -> ahocorasick_rs.AhoCorasick:
        """The forms as one pattern."""
        return ahocorasick_rs.AhoCorasick(
            [word.form for word in self.words], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def names(self, words: Words) -> Iterator[Mention]:
        """Yield the names of a text, in text order."""
        for number, start, end in self.automaton.find_matches_as_indexes(words.text):
            word, span = self.words[number], Span(start, end)
            own = word.form in self.own
            if whole(words.text, span) and (own or _fits(words, span, word.note)):
                yield Mention(span, word.type, word.form, confidence=CONFIDENCE[word.note], rule=OWN if own else RULE)


def whole(text: str, span: Span) -> bool:
    """Tell whether a span does not cut a word of Latin letters or digits.

    >>> whole("ABB工厂", Span(0, 3)), whole("ABBA工厂", Span(0, 3))
    (True, False)
    """
    return not (_joins(text, span.start) or _joins(text, span.end))


def turns_latin(text: str, at: int) -> bool:
    """Tell whether Latin letters or digits follow other characters at an offset: 海岚|QX7.

    >>> turns_latin("海岚QX7", 2), turns_latin("海岚QX7", 3), turns_latin("海岚", 2)
    (True, False, False)
    """
    return 0 < at < len(text) and not text[at - 1].isascii() and text[at].isascii() and text[at].isalnum()


def _joins(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1 : at + 1].isascii() and text[at - 1 : at + 1].isalnum()


def _fits(words: Words, span: Span, note: str) -> bool:
    """Tell whether the words around allow a name: all but long ones must end where words do, common ones be proper."""
    if note == "quoted":
        return words.text[span.start - 1 : span.start] == "“" and words.text[span.end : span.end + 1] == "”"
    starts, ends = span.start in words.at, span.end in words.ends or turns_latin(words.text, span.end)
    if note == "common":
        return starts and ends and all(tag.tag in PROPER for tag in words.of(span))
    return (starts and ends) or (len(span) >= UNMISTAKABLE and (starts or ends))
