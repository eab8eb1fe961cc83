"""Who 他 or 该负责人 is: the one who spoke last, or who has been named since as a sentence's first person."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.speech.cue import Cue
from kg.extract.speech.passage import Passage, is_a
from kg.grammar import load
from kg.model.mention import Mention

PRONOUNS = 1
"""An anaphor of one character (他) stands for a person, a longer one (该负责人) for who spoke last."""


REPORT = "report"
"""The rule of a report that is cited after someone has delivered it."""


class Memory:
    """Who has spoken and who has been named, up to the cue in hand."""

    def __init__(self, passage: Passage, mentions: Sequence[Mention]) -> None:
        self._passage = passage
        self._people = [mention for mention in mentions if mention.type == "Person" and passage.holds(mention.span)]
        self._speakers: tuple[Mention, ...] = ()
        self._since = 0

    def speakers(self, cue: Cue) -> tuple[Mention, ...]:
        """Return the speakers of a cue: its own, or those that its anaphor stands for."""
        if not cue.anaphor:
            return cue.speakers
        if cue.rule.name == REPORT:
            return self._delivered(cue)
        person = len(cue.anaphor) <= PRONOUNS
        if person and (named := self._named(cue.start)):
            return (named,)
        return tuple(speaker for speaker in self._speakers if not person or is_a(speaker, "Person"))

    def hear(self, cue: Cue, speakers: tuple[Mention, ...], end: int) -> None:
        """Take note of a cue with its speakers, no one where they are not known, and of where their speech ends."""
        self._speakers = speakers
        self._since = max(end, cue.end)

    def _delivered(self, cue: Cue) -> tuple[Mention, ...]:
        """Return who delivered the report last before a cue, in its paragraph or in one before."""
        for number in range(cue.paragraph, -1, -1):
            masked = self._passage.paragraphs[number].masked
            found = load("speech")["delivered"].regex.finditer(masked.text)
            if before := [match for match in found if masked.starts[match.end()] <= cue.start]:
                return masked.within(before[-1], "by" if before[-1]["by"] else "speaker")
        return ()

    def _named(self, at: int) -> Mention | None:
        """Return the person named last since the last speech ended, the first of the sentence."""
        first = bisect_left(self._people, self._since, key=lambda mention: mention.span.start)
        last = bisect_left(self._people, at, key=lambda mention: mention.span.start)
        people = self._people[first:last]
        if not people:
            return None
        sentence = self._passage.sentence(people[-1].span.start)
        return next(person for person in people if self._passage.sentence(person.span.start) == sentence)
