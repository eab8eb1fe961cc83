"""The running text of a document as its speakers are read: paragraphs, sentences and quotations that may be speech."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from kg.grammar import load
from kg.grammar.mask import Masked, mask
from kg.model.mention import Mention
from kg.model.text import Block, Document, Span
from kg.normalise.quotation import Quoted, quotations
from kg.ontology import in_use

HEADINGS = frozenset({"title", "subtitle"})
LONGEST, MEAN = 8, 4
"""A paragraph of more sentences has lost its breaks; so have all of a text with more to the paragraph on average."""


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with the number of its paragraph."""

    span: Span
    paragraph: int


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph; `section` counts the headings before it. In its masked text each spoken quotation is one mention."""

    span: Span
    section: int
    masked: Masked
    sentences: int


class Passage(msgspec.Struct, frozen=True):
    """All that is read for speech in one document."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quoted: tuple[Quoted, ...]

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset, or of the last before it."""
        return max(bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1, 0)

    def quotation(self, offset: int) -> int:
        """Return the number of the first spoken quotation that starts at or after an offset."""
        return bisect_left(self.quoted, offset, key=lambda quoted: quoted.outer.start)

    def holds(self, span: Span) -> bool:
        """Tell whether a span lies in the running text, not in a title, a byline or a caption."""
        last = bisect_right(self.paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1
        return last >= 0 and span in self.paragraphs[last].span

    def agents(self, span: Span) -> list[Mention]:
        """Return the people and bodies that a stretch of one paragraph names, outside spoken quotations."""
        masked = self.paragraphs[self.sentences[self.sentence(span.start)].paragraph].masked
        found = (masked.mentions.get(at) for at in range(masked.at(span.start), masked.at(span.end)))
        return [mention for mention in found if mention and is_a(mention, "Agent")]

    def is_broken(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph is several that have lost the breaks between them."""
        return paragraph.sentences > LONGEST or len(self.sentences) > MEAN * len(self.paragraphs)


def is_a(mention: Mention, name: str) -> bool:
    """Tell whether a mention is of a class or below it; a value is of none."""
    return mention.type in in_use().classes and in_use().is_a(mention.type, name)


def passage(document: Document, mentions: Sequence[Mention]) -> Passage:
    """Return a document's running text, without titles, captions, bylines and credits."""
    text = document.text
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    spoken: list[Quoted] = []
    section = 0
    for block in document.blocks or (Block(Span(0, len(text)), "paragraph"),):
        section += block.kind in HEADINGS
        inside = _between(document.sentences, block.span)
        if block.kind != "paragraph" or not inside:
            continue
        quoted = list(_spoken(text, block.span))
        masked = mask(text, block.span, _with_quotations(_starting(mentions, block.span), quoted, text))
        sentences.extend(Sentence(sentence, len(paragraphs)) for sentence in inside)
        paragraphs.append(Paragraph(block.span, section, masked, len(inside)))
        spoken.extend(quoted)
    return Passage(text, tuple(paragraphs), tuple(sentences), tuple(spoken))


def _with_quotations(mentions: Sequence[Mention], quoted: Sequence[Quoted], text: str) -> list[Mention]:
    speech = [Mention(item.outer, "Quotation", item.outer.of(text)) for item in quoted]
    return sorted([*mentions, *speech], key=lambda mention: (mention.span.start, -mention.span.end))


def _between(spans: Sequence[Span], block: Span) -> Sequence[Span]:
    return spans[bisect_left(spans, Span(block.start, block.start)) : bisect_left(spans, Span(block.end, block.end))]


def _starting(mentions: Sequence[Mention], block: Span) -> Sequence[Mention]:
    first = bisect_left(mentions, block.start, key=lambda mention: mention.span.start)
    return mentions[first : bisect_left(mentions, block.end, lo=first, key=lambda mention: mention.span.start)]


def _spoken(text: str, block: Span) -> Iterator[Quoted]:
    """Yield the outermost quotations of a block that may be speech, by their own words and by what stands around."""
    for item in quotations(text, block):
        if item.depth or not len(item.inner):
            continue
        before = text[block.start : item.outer.start].rstrip()[-8:]
        after = text[item.outer.end : block.end].lstrip()[:8]
        around = f"{before}⟦{item.inner.of(text)}⟧{after}"
        if any(rule.regex.search(around) for rule in load("speech").of(type="spoken")):
            yield item
