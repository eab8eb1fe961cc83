"""Cues: where the text says that someone speaks (商务部部长王文涛在发布会上说)."""

import re
from bisect import bisect_left

import msgspec

from kg.extract.speech.passage import Paragraph, Passage, is_a
from kg.grammar import Rule, load, matches
from kg.grammar.mask import Masked
from kg.model.mention import Mention

LEAD = 80
"""So far before a speaker his titles are looked for, in masked characters."""


class Cue(msgspec.Struct, frozen=True):
    """A speaker with a verb of speech; `start` is where the speaker's titles begin, `end` where what is said may begin.

    A closing cue stands at a full stop: what it marks stands before it. A cue without speakers is of no one named; with
    an `anaphor` (他, 该负责人) it is of someone named before. Without a pause (李明说他很高兴) it marks a clause only.
    """

    start: int
    end: int
    paragraph: int
    rule: Rule
    speakers: tuple[Mention, ...] = ()
    anaphor: str = ""
    closing: bool = False
    pause: bool = True
    silent: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The speakers as the cue names them."""
        return frozenset(speaker.text for speaker in self.speakers)

    def continues(self, last: "Cue") -> bool:
        """Tell whether the speaker is the one of the last cue, by name or as 他."""
        return bool(self.anaphor) or (bool(self.names) and self.names == last.names)


def cues(passage: Passage) -> tuple[Cue, ...]:
    """Return the cues of a passage in order; of those that overlap, the one of the higher rule."""
    found: list[Cue] = []
    for number, paragraph in enumerate(passage.paragraphs):
        taken: list[tuple[int, int]] = []
        found.extend(
            _cue(paragraph, number, rule, match)
            for rule, match in matches(load("speech").of(predicate="says"), paragraph.masked.text)
            if _takes(taken, _extent(match)) and not _is_phrase(match)
        )
    return tuple(sorted(found, key=lambda cue: cue.start))


def _takes(taken: list[tuple[int, int]], extent: tuple[int, int]) -> bool:
    """Add a range to those taken, sorted, unless it overlaps one of them."""
    at = bisect_left(taken, extent)
    if (at and taken[at - 1][1] > extent[0]) or (at < len(taken) and taken[at][0] < extent[1]):
        return False
    taken.insert(at, extent)
    return True


def _is_phrase(match: re.Match[str]) -> bool:
    """Tell whether a cue without a speaker is but a set phrase (也就是说)."""
    groups = match.groupdict()
    if groups.get("speaker") or groups.get("anaphor"):
        return False
    return load("speech")["phrase"].regex.search(match.string[slice(*_extent(match))]) is not None


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """Return the range of a cue from its speaker, or its clause, to its verb."""
    groups = match.groupdict()
    first = next((name for name in ("speaker", "anaphor") if groups.get(name)), 0)
    return match.start(first), match.end("verb")


def _cue(paragraph: Paragraph, number: int, rule: Rule, match: re.Match[str]) -> Cue:
    masked = paragraph.masked
    groups = match.groupdict()
    closing = groups.get("closing") is not None
    speakers = masked.within(match, "speaker") if groups.get("speaker") else ()
    return Cue(
        start=masked.starts[_lead(masked, _extent(match)[0])],
        end=masked.starts[match.end("verb") if closing else match.end("mark")],
        paragraph=number,
        rule=rule,
        speakers=tuple(mention for mention in speakers if _speaks(mention)),
        anaphor=groups.get("anaphor") or "",
        closing=closing,
        pause=bool(groups.get("mark")),
        silent=not groups["verb"],
    )


def _lead(masked: Masked, at: int) -> int:
    """Return where the words before a speaker begin that belong to him."""
    boundary = load("speech")["boundary"].regex
    first = max(at - LEAD, 0)
    while at > first and not boundary.match(masked.text, at - 1):
        at -= 1
    return at


def _speaks(mention: Mention) -> bool:
    """Tell whether a mention can speak: a person or body, a place only by its name (no 我国)."""
    return is_a(mention, "Agent") or (mention.level == "name" and is_a(mention, "Place"))
