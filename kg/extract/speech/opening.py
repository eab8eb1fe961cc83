"""Whether a sentence goes on with what someone says: by how it opens, whom it names and what follows it.

In a paragraph as a newspaper sets it, indirect speech runs to the paragraph's end unless the narrator breaks in. In
a text that has lost its paragraphs a sentence must show that it goes on.
"""

from collections.abc import Iterable, Sequence

import msgspec

from kg.extract.speech.marked import Marked, after
from kg.extract.speech.passage import Passage, is_a
from kg.grammar import load
from kg.model.mention import Mention
from kg.model.text import Span

LONGEST = 4
"""In a text that has lost its paragraphs, no more sentences make one utterance, but where each takes up the last."""
NEAR = 2
"""A speaker who is cued again so many sentences on has not stopped."""
APART = 3
"""Two cues of one speaker so many paragraphs apart are of one speech."""
TURNS = frozenset({"turn", "turn-question"})
"""The rules of who speaks by turns in an interview: a turn lasts until the next one."""
SURVEYS = frozenset({"survey", "report"})
"""The rules of what someone goes through, paragraph by paragraph."""
OPENING = 16
"""A sentence's subject stands within its first characters, mentions counted as one each."""


class Context(msgspec.Struct, frozen=True):
    """An utterance in the making: its cue, the cues after it, and the quotations that cues claim."""

    passage: Passage
    marked: Marked
    upcoming: Sequence[Marked]
    claimed: frozenset[int]


def goes_on(context: Context, number: int, said: Span) -> bool:
    """Tell whether a sentence, by its number, goes on with what has been said so far."""
    passage = context.passage
    if not len(said) or not context.marked.cue.pause or not _is_free(context, number, said):
        return False
    sentence = passage.sentences[number]
    opening, named = _opening(passage, number)
    broken = passage.is_broken(passage.paragraphs[sentence.paragraph])
    turn = context.marked.cue.rule.name in TURNS
    if (_matches("narrator", opening) or _tells_of_speaker(context, sentence.span)) and not turn:
        return False
    if _outsider(context, opening, named, said, broken=broken):
        return False
    if sentence.paragraph != passage.sentences[number - 1].paragraph:
        return _matches("onward", opening) or _crosses(context, number, _follower(context, said))
    return not broken or turn or _takes_up(context, number, said)


def _takes_up(context: Context, number: int, said: Span) -> bool:
    """Tell whether a sentence shows that it takes up what has been said, and does not lead to another speaker."""
    opening, named = _opening(context.passage, number)
    follower = _follower(context, said)
    if _leads(context.passage, number, follower):
        return False
    if _matches("onward", opening) or _returns(context, number, follower):
        return True
    near = number - context.passage.sentence(said.start) < LONGEST
    shows = _matches("ongoing", opening) or _matches("dated", opening)
    return near and (shows or _known(context, named.values(), said))


def _returns(context: Context, number: int, follower: Marked | None) -> bool:
    """Tell whether the same speaker is cued again within a few sentences, as at a press conference."""
    return (
        follower is not None
        and not context.marked.quoted
        and follower.cue.continues(context.marked.cue)
        and context.passage.sentence(follower.start) - number <= NEAR
    )


def _is_free(context: Context, number: int, said: Span) -> bool:
    """Tell whether there is a sentence in the same section, without a cue, that is not a quotation as a whole."""
    passage = context.passage
    if number >= len(passage.sentences):
        return False
    sentence, before = passage.sentences[number], passage.sentences[number - 1]
    follower = _follower(context, said)
    return (
        passage.paragraphs[sentence.paragraph].section == passage.paragraphs[before.paragraph].section
        and not (follower and follower.start < sentence.span.end)
        and not after(passage, sentence.span.start, frozenset())
    )


def _follower(context: Context, said: Span) -> Marked | None:
    return next((item for item in context.upcoming if item.start >= said.end), None)


def _opening(passage: Passage, number: int) -> tuple[str, dict[int, Mention]]:
    """Return a sentence as masked, and the mentions of its opening by their place in it."""
    sentence = passage.sentences[number]
    masked = passage.paragraphs[sentence.paragraph].masked
    start, end = masked.at(sentence.span.start), masked.at(sentence.span.end)
    things = ((at, masked.mentions.get(start + at)) for at in range(min(OPENING, end - start)))
    return masked.text[start:end], {at: mention for at, mention in things if mention}


def _matches(name: str, opening: str) -> bool:
    return load("speech")[name].regex.match(opening) is not None


def _tells_of_speaker(context: Context, sentence: Span) -> bool:
    """Tell whether a sentence names the person who speaks, as speakers do not name themselves."""
    speakers = {speaker.text for speaker in context.marked.cue.speakers if is_a(speaker, "Person")}
    return bool(speakers) and any(agent.text in speakers for agent in context.passage.agents(sentence))


def _outsider(context: Context, opening: str, named: dict[int, Mention], said: Span, *, broken: bool) -> bool:
    """Tell whether the sentence is of another person, in a text without paragraphs of a body not yet named too.

    They begin it, in a text without paragraphs a clause of its opening too.
    """
    boundary = load("speech")["boundary"].regex
    for at, mention in named.items():
        if at and not (broken and boundary.match(opening, at - 1)):
            continue
        if mention.type == "Person" and mention.text not in context.marked.cue.names:
            return True
        if broken and is_a(mention, "Organization") and not _known(context, [mention], said):
            return True
    return False


def _known(context: Context, named: Iterable[Mention], said: Span) -> bool:
    """Tell whether one of the mentions stands in the cue or in what has been said, or stands for a body (公司)."""
    cue = context.marked.cue
    texts = (context.passage.text[cue.start : cue.end], said.of(context.passage.text))
    return any(
        any(mention.text in text for text in texts) or (mention.level == "nominal" and is_a(mention, "Organization"))
        for mention in named
        if is_a(mention, "Agent") or is_a(mention, "Place")
    )


def _leads(passage: Passage, number: int, follower: Marked | None) -> bool:
    """Tell whether a sentence introduces who speaks in the next one (海岚集团捐款百万。海岚集团总裁……说)."""
    if follower is None or passage.sentence(follower.start) != number + 1:
        return False
    if not follower.cue.anaphor and _matches("introduced", passage.text[follower.cue.start : follower.cue.end]):
        return True
    bodies = [mention.text for mention in passage.agents(Span(follower.start, follower.cue.end))]
    return any(
        mention.text in body or body in mention.text
        for mention in passage.agents(passage.sentences[number].span)
        for body in bodies
    )


def _crosses(context: Context, number: int, follower: Marked | None) -> bool:
    """Tell whether speech runs on into a new paragraph.

    It does after a colon or semicolon, where someone goes through several points, to the end of an interview, and
    where the paragraph stands between two cues of one speaker, not far apart.
    """
    passage = context.passage
    cue = context.marked.cue
    if load("speech")["unfinished"].regex.search(passage.sentences[number - 1].span.of(passage.text)):
        return True
    if cue.rule.name in SURVEYS:
        return True
    if cue.rule.name in TURNS:
        return follower is None or follower.cue.rule.name in TURNS
    paragraph = passage.sentences[number].paragraph
    return (
        follower is not None
        and cue.paragraph < paragraph < follower.cue.paragraph <= cue.paragraph + APART
        and passage.paragraphs[paragraph].section == passage.paragraphs[follower.cue.paragraph].section
        and follower.cue.continues(cue)
    )
