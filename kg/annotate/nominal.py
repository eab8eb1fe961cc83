"""Words that stand for a thing named before: 公司, 该校, 中心."""

import functools
from collections.abc import Iterator

import ahocorasick_rs

from kg.annotate.chain import letter_of
from kg.annotate.word import Words
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.name import Nominal, nominals

RULE = "nominal/word"
OF_NAMES = frozenset("nNLOPmvA")
CONFIDENCE = 0.8


def nominal(words: Words) -> Iterator[Mention]:
    """Yield the nominal mentions of a text: 该公司 anywhere, 公司 where no noun before it makes it a description."""
    for number, start, end in _automaton().find_matches_as_indexes(words.text):
        row, span = _rows()[number], Span(start, end)
        if start in words.at and end in words.ends and (len(words.of(span)) > 1 or not _described(words, start)):
            yield Mention(span, row.type, row.form, level="nominal", code=row.code, confidence=CONFIDENCE, rule=RULE)


def _described(words: Words, start: int) -> bool:
    before = words.of(Span(max(start - 1, 0), start))
    return bool(before) and letter_of(before[-1].span.of(words.text), before[-1].tag) in OF_NAMES


@functools.cache
def _rows() -> tuple[Nominal, ...]:
    return tuple(nominals().values())


@functools.cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick([row.form for row in _rows()], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
