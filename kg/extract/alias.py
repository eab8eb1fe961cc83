"""Second names that a text defines: 安泰控股（深圳）有限公司（下称“安泰控股”）."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.grammar import load, matches
from kg.grammar.mask import mask
from kg.model.mention import Mention, Relation
from kg.model.text import Document, Span

ALIAS = "alias"
BRACKETS = frozenset("（(")


def aliases(document: Document, mentions: Sequence[Mention]) -> tuple[Relation, ...]:
    """Return a relation `alias` from each name to the second name that brackets after it define."""
    return tuple(
        relation
        for sentence in document.sentences
        if any(document.text.find(mark, sentence.start, sentence.end) >= 0 for mark in BRACKETS)
        for relation in _defined(document, sentence, mentions)
    )


def _defined(document: Document, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Relation]:
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, sentence.end, key=lambda mention: mention.span.start)
    named = [
        mention
        for mention in mentions[first:last]
        if document.text[mention.span.start - 1 : mention.span.start] not in BRACKETS
    ]
    masked = mask(document.text, sentence, named)
    for rule, match in matches(load("alias").rules, masked.text):
        name, second = masked.mention(match, "subject"), masked.group(match, "object")
        whole = masked.group(match)
        if name is None or second is None or whole is None or name.value is not None:
            continue
        text = second.of(document.text)
        alias = Mention(second, name.type, text, confidence=rule.text.confidence, rule=rule.id)
        yield Relation(ALIAS, name, alias, (whole,), rule.id, rule.text.confidence)
