"""What is to come: which quantities of a sentence are planned, aimed at or expected."""

import functools

from kg.extract.figure_clause import Sentence, cue
from kg.extract.figure_left import Left

FAR = 120  # no word that tells of the future stands farther from its quantity


def is_ahead(sentence: Sentence, number: int, end: int, left: Left, *, led: bool) -> bool:
    """Tell whether a clause, up to a quantity, or the one that leads up to it, speaks of what is to come.

    A plan that something is a part of (占全年计划的一半) is none, and what is to change stands as it is (将由5%提高);
    what a plan asks to be reached is one.
    """
    clauses = sentence.clauses
    start = clauses[number].start
    if led and clauses[number].opening < start:
        start = clauses[number - 1].start
    if left.name == "level" and cue("demanded").search(sentence.text, max(end - FAR, 0), end):
        return True
    end = left.span("of")[0] if left.name == "part" else end
    if end in _planned(sentence.text) or _is_outlook(sentence, max(clauses[number].opening, end - FAR), end):
        return True
    match = cue("future").search(sentence.text, max(start, end - FAR), end)
    return match is not None and bool(match["aim"] or not cue("origin").search(sentence.text, start, end))


@functools.lru_cache(maxsize=2)
def _planned(text: str) -> range:
    """Return the places of a text at which it lists aims or steps to take, up to where it turns to what there is."""
    plan = cue("plan").search(text)
    if plan is None:
        return range(0)
    turns = (turn.start() for turn in cue("settled").finditer(text, plan.end()) if not turn["mild"])
    return range(plan.end(), next(turns, len(text)) + 1)


def _is_outlook(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a stretch of a sentence speaks of what is to be done, and not yet of what there is."""
    match = cue("outlook").search(sentence.text, start, end)
    return match is not None and cue("settled").search(sentence.text, match.end(), end) is None


def goes_on(sentence: Sentence, number: int, last: int, end: int) -> bool:
    """Tell whether a clause goes on with what the last quantity, to come itself, is one of."""
    within = sentence.clauses[number].opening <= last
    return within and cue("settled").search(sentence.text, last + 1, end) is None


def takes_up(sentence: Sentence, end: int) -> bool:
    """Tell whether a sentence goes on with what is to be done: it opens with what to do, and tells no time."""
    text = sentence.text
    return cue("agenda").match(text, 0, end) is not None and cue("settled").search(text, 0, end) is None
