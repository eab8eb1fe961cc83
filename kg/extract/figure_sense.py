"""How a figure is meant: of whoever speaks or does something, of anyone, as a bound, as what is to be reached."""

from kg.extract.figure_clause import Sentence, cue
from kg.extract.figure_frame import Frame
from kg.extract.figure_name import OF
from kg.extract.figure_slot import PERCENTS
from kg.model.mention import Mention

AROUND = 16  # no cue before a quantity is longer
FAR = 240  # no word that tells how a figure is meant stands farther from it
BOUNDS = frozenset({">", ">=", "<", "<="})


def _before(frame: Frame, start: int) -> tuple[int, int]:
    """Return the range of a sentence from a place to a figure, or of what lies near enough before it."""
    return max(start, frame.slot.at - FAR), frame.slot.at


def supposed(frame: Frame, sentence: Sentence) -> bool:
    """Tell whether a figure belongs to a sum that its sentence works through for anyone (算了一笔账)."""
    return cue("supposed").search(sentence.text, *_before(frame, 0)) is not None


def bounds(frame: Frame, sentence: Sentence) -> bool:
    """Tell whether a figure is a bound that all things of a kind keep (规模超百亿元的企业40户)."""
    text, at = sentence.text, frame.slot.at
    if frame.kind == "share" or frame.quantity.comparator not in BOUNDS or not text.startswith(OF, at + 1):
        return False
    if cue("bound").match(text[at + 1 :]):
        return True
    return frame.slot.unit not in PERCENTS and cue("counted").search(text, max(at - AROUND, 0), at) is not None


def aims(frame: Frame, sentence: Sentence) -> bool:
    """Tell whether a figure is what someone wants to be reached."""
    return cue("aimed").search(sentence.text, *_before(frame, 0)) is not None


def own_words(frame: Frame, sentence: Sentence, *, lay: bool) -> bool:
    """Tell whether the clause of a figure, or the one before it, speaks of a person as 我 or 她.

    What lay people sell, earn and harvest is theirs without such a word.
    """
    part = _before(frame, sentence.clauses[max(sentence.at(frame.slot.at) - 1, 0)].start)
    return any(cue(rule).search(sentence.text, *part) for rule in ("own", *(["earned"] if lay else [])))


def doer(frame: Frame, sentence: Sentence, last: Mention | None) -> Mention | None:
    """Return the person of whose doings a sentence tells up to a figure (客商李明订下30箱).

    A pronoun is for the one named last before it, or else for the `last` of the sentences before.
    """
    start = sentence.clauses[sentence.at(frame.slot.at)].opening
    match = cue("doer").search(sentence.text, *_before(frame, start))
    return match and (sentence.masked.mention(match, "doer") or person(sentence, match.start()) or last)


def person(sentence: Sentence, end: int) -> Mention | None:
    """Return the person that a sentence names last before a place."""
    return next((mention for at, mention in reversed(sentence.of("Person")) if at < end), None)


def stranger(frame: Frame, sentence: Sentence) -> bool:
    """Tell whether the part of a sentence before a figure speaks of a firm without its name (这家企业)."""
    start = sentence.clauses[sentence.at(frame.slot.at)].opening
    return cue("stranger").search(sentence.text, *_before(frame, start)) is not None


def unnamed_firm(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of a firm without its name."""
    return cue("stranger").search(sentence.text) is not None
