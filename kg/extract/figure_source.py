"""Who states a figure: the speaker of the words that it lies in, or the body whose data show it."""

from collections.abc import Sequence

from kg.extract.figure_clause import Sentence, cue
from kg.model.mention import Mention, Relation, Utterance
from kg.model.text import Span


class Sources:
    """Goes through the sentences of a document, and keeps the body whose data they report."""

    def __init__(self, speech: Sequence[Relation]) -> None:
        self.speech = speech
        self.reporter: Mention | None = None
        self.discloser: Mention | None = None
        self.shown: Mention | None = None

    def read(self, sentence: Sentence, *, opens: bool) -> None:
        """Go on to a sentence; what a body's data are said to show holds until the paragraph ends."""
        masked = sentence.masked
        if opens:
            self.shown = None
        match = cue("reported").search(masked.text)
        self.reporter = (masked.mention(match, "source") or masked.mention(match, "told")) if match else None
        if match := cue("disclosed").search(masked.text):
            self.discloser = masked.mention(match, "source")
            self.shown = self.discloser if match["data"] else self.shown
        if self.discloser and cue("shown").search(masked.text):
            self.shown = self.discloser

    def of(self, span: Span) -> Mention | None:
        """Return who states a stretch of the sentence: whom it names as its source, who says it, whose data show it."""
        if self.reporter:
            return self.reporter
        for relation in self.speech:
            if isinstance(relation.object, Utterance) and any(span in part for part in relation.object.spans):
                return relation.subject
        return self.shown
