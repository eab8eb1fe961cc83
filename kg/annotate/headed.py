"""Names that end in a head and that the tagger left in pieces: 北京 人形 机器人 创新 中心."""

import functools
from collections.abc import Iterator, Mapping, Sequence

import ahocorasick_rs

from kg.annotate.chain import Chain
from kg.annotate.own_name import province
from kg.annotate.reading import SHORT, Reading
from kg.annotate.word import Words
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.group import is_body
from kg.normalise.head import Head, heads

RULE = "head"
NAMELESS = ("none", "titled", "tagged")
Match = tuple[int, int]


def matches(words: Words) -> list[Match]:
    """Return where the heads of names stand in a text, by their end; short ones only where words end (处, 处处长)."""
    text = words.text
    return sorted(
        (end, start)
        for _, start, end in _automaton().find_matches_as_indexes(text, overlapping=True)
        if end in words.ends or end - start > 1 or text[end : end + 1] == text[start]
    )


def headed(links: Chain, near: Sequence[Match]) -> Iterator[Mention]:
    """Yield the names that the links of a sentence make up with its heads; each becomes one link of the chain."""
    ends = _heads_at(links, near)
    number = 0
    while number < len(links.starts):
        last = ends.get(links.ends[number])
        found = Reading.of(links, number, last) if last else None
        if found and last:
            kind = found.kind
            span = Span(links.starts[found.first], links.ends[found.number])
            outer = len(province(span.of(links.text)))
            named = Span(span.start + outer, span.end)
            yield Mention(named, kind, named.of(links.text), confidence=found.confidence, rule=f"{RULE}/{last.need}")
            links.join(found.first, found.number, "O" if is_body(kind) else "N" if kind != "Place" else "L", kind)
            number = found.first
        number += 1


def _heads_at(links: Chain, near: Sequence[Match]) -> Mapping[int, Head]:
    """Return the longest head that ends where a link does, without false heads and such as go on to longer ones."""
    ends = set(links.ends)
    found: dict[int, int] = {}
    for end, start in near:
        if end in ends:
            found.setdefault(end, start)
    longer = [(start, end) for end, start in found.items() if end - start >= SHORT]
    rows = {end: heads()[links.text[start:end]] for end, start in found.items()}
    return {
        end: row
        for end, row in rows.items()
        if row.need not in NAMELESS and not any(start <= found[end] and end < other for start, other in longer)
    }


@functools.cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(list(heads()))
