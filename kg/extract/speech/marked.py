"""What stands before a cue: the quotations or the clause that it marks as said."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from kg.extract.speech.cue import Cue
from kg.extract.speech.passage import Passage, is_a
from kg.grammar import load
from kg.model.text import Span

BETWEEN = re.compile(r"[\s，,、…]*")
COLON = re.compile(r"[：:]\s*$")
GAP = 4
SHORTEST = 8
"""A clause of no more code points is not what a closing cue (……，他说。) marks."""


class Marked(msgspec.Struct, frozen=True):
    """A cue with what it marks before it: spoken quotations by their numbers, or a clause; it starts with them."""

    cue: Cue
    start: int
    quoted: tuple[int, ...] = ()
    clause: Span | None = None


def marked(passage: Passage, cues: Sequence[Cue]) -> Iterator[Marked]:
    """Yield the cues with what stands before them, without closing cues that close nothing."""
    for last, cue in zip((None, *cues), cues, strict=False):
        if quoted := tuple(_unclaimed(passage, last, cue)):
            yield Marked(cue, passage.quoted[quoted[0]].outer.start, quoted)
        elif not cue.closing:
            yield Marked(cue, cue.start)
        elif not cue.silent and (clause := _clause(passage, cue)):
            yield Marked(cue, cue.start, clause=clause)


def _unclaimed(passage: Passage, last: Cue | None, cue: Cue) -> Iterator[int]:
    """Yield the quotations before a cue, less those that the cue before it opens (李明说：“……”王芳说，……).

    Of several that the other cue opens, a closing cue leaves it the first, and a cue in a later paragraph those before
    that.
    """
    opened = after(passage, last.end, frozenset()) if last and not last.closing else range(0)
    if cue.closing:
        opened = opened[:1]
    elif last and cue.paragraph > last.paragraph:
        opened = range(opened.start, min(opened.stop, passage.quotation(passage.paragraphs[cue.paragraph].span.start)))
    return (number for number in before(passage, cue) if number not in opened)


def before(passage: Passage, cue: Cue) -> range:
    """Return the numbers of the quotations that end at a cue, with no more than commas and dots between them.

    A cue may follow at some distance in its sentence: “真甜。”看着一筐筐果实，王芳高兴地说。 What a colon
    opens is of who stands before the colon, whom another cue does not take it from.
    """
    last = first = passage.quotation(cue.start)
    end = cue.start
    if first and _leads_to(passage, passage.quoted[first - 1].outer, cue):
        end = passage.quoted[first - 1].outer.end
    while first and BETWEEN.fullmatch(passage.text, passage.quoted[first - 1].outer.end, end):
        item = passage.quoted[first - 1]
        closed = item.inner.end < item.outer.end
        if closed and item.outer.start < passage.paragraphs[cue.paragraph].span.start:
            break
        start = item.outer.start
        if (cue.silent or not cue.closing) and COLON.search(passage.text, max(start - GAP, 0), start):
            return range(last, last)
        first -= 1
        end = item.outer.start
    return range(first, last)


def after(passage: Passage, start: int, claimed: frozenset[int]) -> range:
    """Return the numbers of the quotations at an offset, with no more than commas and dots between them."""
    last = first = passage.quotation(start)
    while last < len(passage.quoted) and last not in claimed:
        outer = passage.quoted[last].outer
        gap = passage.text[start : outer.start]
        if gap.strip() if last == first else not BETWEEN.fullmatch(gap):
            break
        start = outer.end
        last += 1
    return range(first, last)


def _leads_to(passage: Passage, quoted: Span, cue: Cue) -> bool:
    """Tell whether a quotation and a cue stand in one sentence, which the quotation opens where the cue goes on.

    A cue that goes on (“真甜。”在发布会上，王芳说，……) does not reach over what another person does, nor over words
    that part it from the quotation (“真甜。”不过，王芳说，……).
    """
    between = passage.text[quoted.end : cue.start]
    paragraph = passage.paragraphs[cue.paragraph].span
    if quoted.end < paragraph.start or load("speech")["full-stop"].regex.search(between):
        return False
    if cue.closing or not between:
        return True
    if load("speech")["apart"].regex.match(between):
        return False
    opens = passage.sentences[passage.sentence(quoted.start)].span.start == quoted.start
    return (
        opens and cue.pause and not any(is_a(agent, "Person") for agent in passage.agents(Span(quoted.end, cue.start)))
    )


def _clause(passage: Passage, cue: Cue) -> Span | None:
    """Return the words that a cue at the end of their sentence closes (工程将于明年完工，他说)."""
    sentence = passage.sentences[passage.sentence(cue.start)].span
    said = passage.text[sentence.start : cue.start]
    quoted = passage.quotation(sentence.start) < passage.quotation(cue.start)
    if quoted or not said.endswith(("，", ",")) or len(said) <= SHORTEST:
        return None
    return Span(sentence.start, cue.start - 1)
