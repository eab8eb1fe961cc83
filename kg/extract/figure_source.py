"""Who states a figure: the speaker of the words that it lies in, or the body whose data show it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.extract.figure_clause import Sentence
from kg.grammar import load
from kg.grammar.mask import Masked
from kg.model.mention import Mention, Relation, Utterance
from kg.model.text import Document, Span

MEAN = 4
"""A text with more sentences to the paragraph on average has lost the breaks between them."""


class Sources:
    """Goes through the sentences of a document, and keeps the body whose data they report."""

    def __init__(self, speech: Sequence[Relation]) -> None:
        said = ((relation.subject, relation.object) for relation in speech)
        parts = [(part, speaker) for speaker, what in said if isinstance(what, Utterance) for part in what.spans]
        self.speech = sorted(parts, key=lambda part: part[0])
        self.reporter: tuple[int, Mention] | None = None
        self.discloser: Mention | None = None
        self.books: Mention | None = None
        self.shown: Mention | None = None
        self.lent: Mention | None = None
        self.on_books = self.market = False
        self.start = 0

    def read(self, sentence: Sentence, *, opens: bool, broken: bool) -> None:
        """Go on to a sentence.

        What a body's data are said to show holds until the paragraph ends; what a company's report does, until the
        market or data of no one speak. In a paragraph that is several without their breaks, a source that a sentence
        only names holds for that one and the next; what media report, for that one anywhere.
        """
        masked = sentence.masked
        self.start = sentence.span.start
        self.market = _cue("market").search(masked.text) is not None
        if opens or _cue("unsaid").search(masked.text):
            self.shown = self.books if opens else None
        self.reporter, before = _reporter(masked), self.reporter
        if broken and self.lent and not before:
            self.shown = self.lent = None
        if self.reporter and not _cue("media").search(masked.text):
            self.shown = self.lent = self.discloser = self.reporter[1]
        if match := _disclosed(masked):
            self.discloser = masked.mention(match, "source")
            self.shown = self.discloser if match["data"] or match["known"] or match["report"] else self.shown
            self.on_books = bool(match["books"] or match["report"] or _cue("books").search(match["data"] or ""))
        if self.discloser and _cue("shown").search(masked.text) and not self.reporter:
            self.shown = self.discloser
        if self.on_books and self.shown == self.discloser:
            self.books = self.discloser

    def of(self, span: Span) -> Mention | None:
        """Return who states a stretch of the sentence: who says it, whose data show it.

        A source that opens a sentence comes before who goes on to speak in it; one that a speaker names in the
        sentence in which the speaker begins does not.
        """
        part, speaker = self._said(span)
        if part and not (self.reporter and part.start < self.start <= self.reporter[0]):
            return speaker
        if self.reporter:
            return self.reporter[1]
        return None if self.market else self.shown

    def _said(self, span: Span) -> tuple[Span | None, Mention | None]:
        """Return the words that someone says in which a stretch lies, with the first of those who say them."""
        last = bisect_right(self.speech, span.start, key=lambda part: part[0].start) - 1
        if last < 0 or span not in self.speech[last][0]:
            return None, None
        return self.speech[bisect_left(self.speech, self.speech[last][0], key=lambda part: part[0])]


def _cue(rule: str) -> re.Pattern[str]:
    return load("source")[rule].regex


def _disclosed(masked: Masked) -> re.Match[str] | None:
    """Return where a sentence tells that a body makes its data known; what it issues else is no data."""
    match = _cue("disclosed").search(masked.text)
    issued = masked.mention(match, "issued") if match else None
    return None if issued and not _cue("record").search(issued.text) else match


def _reporter(masked: Masked) -> tuple[int, Mention] | None:
    """Return the body that a sentence names as its source, before who passes on what it shows, and where it does."""
    found = [
        (
            name == "told" or _cue("media").match(masked.text, match.start()) is not None,
            masked.starts[match.start()],
            mention,
        )
        for match in _cue("reported").finditer(masked.text)
        for name in ("source", "teller", "told", "shower")
        if (mention := masked.mention(match, name))
    ]
    return min(found, key=lambda each: each[:2])[1:] if found else None


def is_broken(document: Document) -> bool:
    """Tell whether a document's paragraphs have lost the breaks between them."""
    return len(document.sentences) > MEAN * len({paragraph(document, span) for span in document.sentences})


def paragraph(document: Document, span: Span) -> int:
    """Return the number of the block that a stretch of a document begins in."""
    return bisect_right(document.blocks, span.start, key=lambda block: block.span.start)
