"""Figures: what the quantities of a text measure, of what, when, and who states them."""

import bisect
from collections.abc import Iterator, Sequence

import msgspec

from kg.extract.figure_area import Areas
from kg.extract.figure_clause import Sentence, cue, read
from kg.extract.figure_frame import Frame, frames
from kg.extract.figure_period import DAY, governing
from kg.extract.figure_reference import bases
from kg.extract.figure_sense import aims, bounds, doer, own_words, person, stranger, supposed, unnamed_firm
from kg.extract.figure_source import Sources, is_broken, paragraph
from kg.extract.figure_time import Times
from kg.extract.figure_topic import (
    Referents,
    Topic,
    dominant,
    heading,
    is_thing,
    later,
    opener,
    points_back,
    sharers,
    stands_for,
    thing,
    topic,
    topics,
)
from kg.model.mention import Mention, Observation, Relation
from kg.model.text import Document, Span
from kg.model.value import Period, Quantity

PREDICATE = "states"


def figures(document: Document, mentions: Sequence[Mention], speech: Sequence[Relation]) -> tuple[Relation, ...]:
    """Return a relation `states` for each figure of a document.

    `mentions` are sorted and do not overlap; `speech` are the document's relations `says`: a figure that lies in what
    someone says is stated by that speaker, one that the data of a body are said to show, by that body.
    """
    if not any(isinstance(mention.value, Quantity) for mention in mentions):
        return ()
    return tuple(Reader(document, mentions, speech).read())


class Reader:
    """Reads the sentences of a document in order, and keeps what one may leave out that those before it told."""

    def __init__(self, document: Document, mentions: Sequence[Mention], speech: Sequence[Relation]) -> None:
        self.document = document
        self.sources = Sources(speech)
        starts = [mention.span.start for mention in mentions]
        self.sentences = [
            read(document.text, span, mentions[_at(starts, span.start) : _at(starts, span.end)])
            for span in document.sentences
        ]
        self.referents = Referents(mentions, document.text)
        self.topics = [
            [found for found in topics(sentence) if self.referents.known(found[1])] for sentence in self.sentences
        ]
        self.areas = Areas(self.sentences, mentions, [topic for found in self.topics for _, topic in found])
        self.periods = [governing(sentence) for sentence in self.sentences]
        self.times = Times(self.periods, document.published)
        self.main = dominant(self.topics)
        self.broken = is_broken(document)
        self.paragraph = -1
        self.alike = False
        self.frame: Frame | None = None
        self.about: Mention | None = None
        self.thing: Mention | None = None
        self.firm: Mention | None = None
        self.person: Mention | None = None
        self.lost = False

    def read(self) -> Iterator[Relation]:
        """Yield the figures of the document."""
        for sentence, found, periods in zip(self.sentences, self.topics, self.periods, strict=True):
            opens = self.turn(sentence.span)
            self.sources.read(sentence, opens=opens, broken=self.broken)
            said = frames(sentence, self.document.text, self.frame)
            whens = self.times.read(said, sentence, periods)
            said = [self.dated(*pair) for pair in zip(said, whens, strict=True)]
            for frame, when, against in zip(said, whens, bases(said, whens, sentence, alike=self.alike), strict=True):
                for subject in self.subjects(frame, sentence, found, opens=opens):
                    observation = Observation(
                        quantity=frame.quantity,
                        indicator=frame.name.text,
                        kind=frame.kind,
                        span=frame.slot.mention.span,
                        about=subject,
                        period=when,
                        base=against,
                    )
                    yield self.relation(frame, observation, sentence)
            self.keep(said, sentence, found)
            self.alike = self.alike or cue("likewise").search(sentence.text) is not None
            self.thing = thing(sentence) or self.thing

    def subjects(
        self, frame: Frame, sentence: Sentence, found: Sequence[Topic], *, opens: bool
    ) -> Sequence[Mention | None]:
        """Return all that a figure holds of: the members of an enumeration that share it, else its one subject."""
        return sharers(frame, sentence) or (self.subject(frame, sentence, found, opens=opens),)

    def subject(self, frame: Frame, sentence: Sentence, found: Sequence[Topic], *, opens: bool) -> Mention | None:
        """Return what a figure is about: what its sentence speaks of, else what those before it did.

        A bound that all things of a kind keep is of none of them; what is said of 这座平台 is of the thing named last,
        what a private person does or has is his, what a firm without a name does, of the firm spoken of before, if any.
        """
        if bounds(frame, sentence):
            return None
        if self.thing and points_back(frame, sentence, found):
            return self.thing
        if (who := doer(frame, sentence, self.person)) and self.areas.is_private(who):
            return who
        speaker = self.sources.of(frame.slot.mention.span)
        own = topic(frame, sentence, found, self.referents)
        own = own or (later(frame, found) if opens and speaker is None else None)
        if stranger(frame, sentence) and not (own and self.areas.is_firm(own)):
            return self.firm
        if own and not (own.level == "nominal" and supposed(frame, sentence)):
            return self.named(own, speaker, frame, sentence, found)
        return self.unnamed(speaker, frame, sentence, found)

    def named(
        self, own: Mention, speaker: Mention | None, frame: Frame, sentence: Sentence, found: Sequence[Topic]
    ) -> Mention:
        """Return what a topic of a sentence stands for.

        A word that stands for a thing (公司) stands for that of whoever speaks, else for what the document, or the
        sentences before, speak of, or, before any firm is spoken of, for the one that its sentence names after it; an
        agency that says what is to be reached stands for its area.
        """
        if self.areas.is_agency(own) and aims(frame, sentence):
            return self.areas.of(own) or own
        held = (speaker and self.areas.of(speaker), self.main, self.about, *self.firms(found))
        return next((item for item in held if item and stands_for(own, item)), own)

    def firms(self, found: Sequence[Topic]) -> Sequence[Mention]:
        """Return the firms that a sentence speaks of, if none was spoken of before it."""
        return () if self.firm else [item for _, item in found if self.areas.is_firm(item)]

    def unnamed(
        self, speaker: Mention | None, frame: Frame, sentence: Sentence, found: Sequence[Topic]
    ) -> Mention | None:
        """Return what a figure is about of which its sentence does not speak before it.

        What an agency says, or someone of it, is of its area, what a company says of itself, unless a facility is
        spoken of; what people who are named with no body say of themselves is of them. A sum that is worked through is
        of no one.
        """
        area = speaker and self.areas.of(speaker)
        if area and not (self.about and is_thing(self.about)):
            return area
        lay = speaker is not None and self.areas.is_lay(speaker)
        if speaker and self.areas.is_private(speaker) and own_words(frame, sentence, lay=lay):
            return speaker
        if lay or supposed(frame, sentence):
            return None
        return self.about or later(frame, found)

    def turn(self, span: Span) -> bool:
        """Go on to a sentence; tell whether it opens a paragraph, which takes the document's main topic up again."""
        last, self.paragraph = self.paragraph, paragraph(self.document, span)
        opens = last != self.paragraph
        if opens and not self.lost:
            self.about = self.main or self.about
            self.times.turn()
        return opens

    def keep(self, said: Sequence[Frame], sentence: Sentence, found: Sequence[Topic]) -> None:
        """Keep what the next sentence may leave out."""
        self.frame = said[-1] if said else self.frame
        self.person = person(sentence, len(sentence.text)) or self.person
        head = heading(sentence, found)
        head = next((firm for firm in self.firms(found) if head and stands_for(head, firm)), head)
        self.firm = head if head and self.areas.is_firm(head) else self.firm
        self.lost = self.firm is None and (unnamed_firm(sentence) or (self.lost and head is None))
        if self.lost:
            self.about = None
        elif head:
            self.about = self.areas.of(head) or (self.main if self.areas.is_placeless(head) else head)
        elif head := opener(sentence, found):
            self.about = self.areas.of(head) or head
        elif self.sources.reporter and (area := self.areas.of(self.sources.reporter[1])):
            self.about = area

    def relation(self, frame: Frame, observation: Observation, sentence: Sentence) -> Relation:
        """Return the statement of a figure; its evidence is the shortest piece that holds indicator and number."""
        at, name, rule = frame.slot.at, frame.name, frame.left.rule
        start = at if name.start is None else min(name.start, at)
        evidence = sentence.masked.span(start, max(at + 1, name.end or 0))
        speaker = self.sources.of(observation.span)
        return Relation(PREDICATE, speaker, observation, (evidence,), rule.id, rule.text.confidence)

    def dated(self, frame: Frame, when: Period | None) -> Frame:
        """Return a forecast of a figure, not laid down by rule, of a month or year after the document was published."""
        begin, published = when and (when.start or when.end), self.document.published
        to_come = bool(begin and published and len(begin) < DAY and begin > published.isoformat()[: len(begin)])
        fixed = cue("fixed").search(frame.name.text) is not None
        return msgspec.structs.replace(frame, kind="forecast") if to_come and not fixed else frame


def _at(starts: Sequence[int], offset: int) -> int:
    return bisect.bisect_left(starts, offset)
