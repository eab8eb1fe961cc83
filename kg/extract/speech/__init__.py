"""Speech: who says what, in quotation marks or without them."""

from collections.abc import Sequence

from kg.extract.speech.cue import cues
from kg.extract.speech.passage import passage
from kg.extract.speech.utterance import turns
from kg.model.mention import Mention, Relation, Utterance
from kg.model.text import Document

__all__ = ["speech"]


def speech(document: Document, mentions: Sequence[Mention]) -> tuple[Relation, ...]:
    """Return a relation `says` from each speaker, named or standing for a named body, to each utterance.

    `mentions` are sorted and do not overlap. The spans of an utterance leave out quotation marks and cues; two
    speakers of one utterance give two relations.
    """
    read = passage(document, mentions)
    found: list[Relation] = []
    for turn in turns(read, cues(read), mentions):
        utterance, rule = Utterance(turn.said.spans, turn.said.mode), turn.rule
        found.extend(
            Relation("says", speaker, utterance, turn.said.spans, rule.id, rule.text.confidence)
            for speaker in turn.speakers
        )
    return tuple(found)
