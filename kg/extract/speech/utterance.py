"""Utterances: what a cue marks as said before it and after it, and how far it runs."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from kg.extract.speech.anaphor import Memory
from kg.extract.speech.cue import Cue
from kg.extract.speech.marked import Marked, after, marked
from kg.extract.speech.opening import Context, goes_on
from kg.extract.speech.passage import Passage
from kg.grammar import Rule, load
from kg.model.mention import Mention
from kg.model.text import Span

PAUSES = ("，", ",", "。", "：", ":")
"""What parts a quotation at the end of indirect speech from it."""
MARK = 8
"""No mark between two clauses, with the words that go with it, is longer."""
AHEAD = 40
"""So many cues ahead bear on how far someone speaks."""


class Said(msgspec.Struct, frozen=True):
    """What is said, in spans without quotation marks."""

    spans: tuple[Span, ...]
    mode: Literal["direct", "indirect"]


class Turn(msgspec.Struct, frozen=True):
    """What one cue marks as said, and by whom."""

    speakers: tuple[Mention, ...]
    said: Said
    rule: Rule


def turns(passage: Passage, cues: Sequence[Cue], mentions: Sequence[Mention]) -> Iterator[Turn]:
    """Yield who says what, in the order of the cues; `mentions` are those of the document."""
    items = tuple(marked(passage, cues))
    claimed = frozenset(number for item in items for number in item.quoted)
    memory = Memory(passage, mentions)
    end = 0
    for index, item in enumerate(items):
        if item.start < end or (item.clause and item.clause.end <= end):
            continue
        speakers = memory.speakers(item.cue)
        said = _said(Context(passage, item, items[index + 1 : index + 1 + AHEAD], claimed))
        end = max([item.cue.end, *(span.end for part in said for span in part.spans)])
        memory.hear(item.cue, speakers, end)
        if speakers:
            yield from (Turn(speakers, part, item.cue.rule) for part in said if part.spans)


def _said(context: Context) -> tuple[Said, ...]:
    """Return the utterances that a cue marks: one, or an indirect and a direct one after it."""
    passage, item = context.passage, context.marked
    if item.clause:
        return (Said((item.clause,), "indirect"),)
    start = item.cue.end
    quoted = [*item.quoted]
    following = () if item.cue.closing else after(passage, start, context.claimed)
    if following:
        quoted += following
        start = _resumed(passage, passage.quoted[following[-1]].outer.end)
    running = _closed(context, tuple(_running(context, start))) if start and not item.cue.closing else ()
    spans = (*(passage.quoted[number].inner for number in quoted), *running)
    orphans = tuple(passage.quoted[number].inner for number in _orphans(context, spans))
    if quoted or _mostly_quoted(passage, running):
        return (Said((*spans, *orphans), "direct"),)
    told, final = _parted(passage, spans)
    return (Said(told, "indirect"), Said((*final, *orphans), "direct"))


def _parted(passage: Passage, spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Part what is said without marks from a quotation that ends it (订单增长，“明年还会更好”。)."""
    last = passage.quotation(spans[-1].end) - 1 if spans else -1
    if last < 0 or passage.quoted[last].outer.start <= spans[-1].start:
        return spans, ()
    outer = passage.quoted[last].outer
    told = passage.text[spans[-1].start : outer.start]
    rest = passage.text[outer.end : spans[-1].end]
    if not told.endswith(PAUSES) or load("speech")["full-stop"].regex.sub("", rest):
        return spans, ()
    return (*spans[:-1], Span(spans[-1].start, outer.start - 1)), (passage.quoted[last].inner,)


def _resumed(passage: Passage, end: int) -> int:
    """Return where speech goes on without marks after a quotation and a comma (“……”，预计……), 0 where it does not."""
    return end + 1 if passage.text[end : end + 1] in {"，", ","} else 0


def _mostly_quoted(passage: Passage, spans: Sequence[Span]) -> bool:
    """Tell whether more than half of what is said stands in quotation marks."""
    quoted = sum(len(item.inner) for item in passage.quoted if any(item.outer in span for span in spans))
    return 2 * quoted > sum(len(span) for span in spans)


def _orphans(context: Context, spans: Sequence[Span]) -> Iterator[int]:
    """Yield the quotations after what is said that are whole sentences, or a paragraph, without a cue of their own."""
    passage = context.passage
    end = max([context.marked.cue.end, *(span.end for span in spans)])
    last = passage.sentences[passage.sentence(end - 1)]
    for sentence in passage.sentences[passage.sentence(end - 1) + 1 :]:
        chain = after(passage, sentence.span.start, context.claimed)
        paragraph = passage.paragraphs[sentence.paragraph]
        alone = paragraph.sentences == 1 and paragraph.section == passage.paragraphs[last.paragraph].section
        whole = chain and passage.quoted[chain[-1]].outer.end >= sentence.span.end
        if not whole or not (alone or sentence.paragraph == last.paragraph):
            return
        yield from chain


def _running(context: Context, start: int) -> Iterator[Span]:
    """Yield what is said from an offset without quotation marks, a span a paragraph."""
    passage = context.passage
    number, said = _first(context, start)
    while said.end == passage.sentences[number].span.end and goes_on(context, number + 1, said):
        number += 1
        sentence = passage.sentences[number]
        if sentence.paragraph == passage.sentences[number - 1].paragraph:
            said = Span(said.start, sentence.span.end)
        else:
            yield said
            said = sentence.span
    if len(said):
        yield said


def _closed(context: Context, running: tuple[Span, ...]) -> tuple[Span, ...]:
    """Add the sentence after what is said that the same speaker closes (李明表示，A。B，李明说。)."""
    passage = context.passage
    closing = next((item for item in context.upcoming if running and item.start >= running[-1].end), None)
    if closing is None or closing.clause is None or not closing.cue.continues(context.marked.cue):
        return running
    gap = passage.text[running[-1].end : closing.clause.start]
    if gap.strip() or closing.cue.paragraph != context.marked.cue.paragraph:
        return running
    return (*running[:-1], Span(running[-1].start, closing.clause.end))


def _first(context: Context, start: int) -> tuple[int, Span]:
    """Return the number of the sentence in which speech begins at an offset, and what is said in it.

    A cue at the end of its sentence (李明说：) announces the next one.
    """
    passage = context.passage
    number = passage.sentence(start)
    sentence = passage.sentences[number]
    if passage.text[start : sentence.span.end].strip():
        return number, _cut(context, _stripped(passage.text, start, sentence.span.end))
    after_it = passage.sentences[number + 1 : number + 2]
    if not after_it or after_it[0].paragraph > sentence.paragraph + 1:
        return number, Span(start, start)
    return number + 1, _cut(context, after_it[0].span)


def _cut(context: Context, said: Span) -> Span:
    """Return a sentence's speech up to where another cue takes over within it: at a quotation, a semicolon, a name."""
    passage = context.passage
    if not context.marked.cue.pause and (match := load("speech")["aftermath"].regex.search(said.of(passage.text))):
        said = Span(said.start, said.start + match.start())
    for item in context.upcoming:
        if _is_nobody(context, item) and said.start <= item.start < said.end:
            return _stripped(passage.text, said.start, item.start)
        if not said.start < item.start < said.end:
            continue
        near = max(said.start, item.start - MARK)
        parted = load("speech")["semicolon"].regex.search(passage.text, near, item.start)
        if item.quoted or after(passage, item.cue.end, frozenset()) or parted:
            return _stripped(passage.text, said.start, parted.start() if parted else item.start)
    return said


def _is_nobody(context: Context, item: Marked) -> bool:
    """Tell whether no one named speaks, but someone with a cue within that speech does (外媒称，商务部表示，……)."""
    cue = context.marked.cue
    return not cue.speakers and not cue.anaphor and bool(item.cue.speakers)


def _stripped(text: str, start: int, end: int) -> Span:
    """Return a range without the white space around it."""
    content = text[start:end]
    first = start + len(content) - len(content.lstrip())
    return Span(first, max(first, start + len(content.rstrip())))
