"""What the figures of a sentence are about: the place, body or thing that the clause, or one before it, speaks of."""

import bisect
import functools
from collections import Counter
from collections.abc import Sequence

from kg.extract.figure_clause import Sentence, cue
from kg.extract.figure_frame import REACH, Frame
from kg.extract.figure_slot import PERCENTS, RANK
from kg.lexicon import words
from kg.model.mention import Mention
from kg.model.value import Quantity
from kg.normalise.name import calls, is_bare, is_local, nested, same_head
from kg.ontology import in_use, per_ontology

Topic = tuple[int, Mention]
AROUND = 16  # no cue before a mention is longer
LISTING = 4  # what leads up to a list, and its colon
PASSED = ("aside-after", "end-point")
AHEAD = 3  # a quantity, what joins it to the next, and that one


def topics(sentence: Sentence) -> list[Topic]:
    """Return the mentions that a sentence may speak of, with their places; of a chain (青川海岚公司) the last.

    Those that are only compared with, addressed, or named as the speaker are left out; so are venues, and areas in
    which what was named before does something. Things (products, events, policies) and words that are no more than a
    head (企业) count only where a clause opens with them, or tells that someone brings them out.
    """
    text = sentence.text
    found: list[Topic] = []
    for match in cue("topic").finditer(text):
        start, at = match.start(), match.start("head")
        before = text[max(start - AROUND, 0) : start]
        mention = _head(sentence.masked.within(match))
        made = bool(cue("relative").search(match.group()) or cue("bringing").search(before))
        if (cue("aside-before").search(before) and not made) or any(cue(rule).match(text, at + 1) for rule in PASSED):
            continue
        where = cue("scene").match(text, start - 1)
        if where and (where["rank"] or (where["held"] if is_thing(mention) else found and _is_area(mention))):
            continue
        if (
            _ranked(sentence, at + 1)
            or _is_one(sentence, start)
            or (persistent(mention) and cue("titled").search(before))
        ):
            continue
        lasting = persistent(mention) and not (mention.level == "nominal" and is_bare(mention.text))
        if lasting or made or cue("opening").search(before) or cue("bringing").search(before):
            found.append((at, mention))
    return found


def _head(chain: Sequence[Mention]) -> Mention:
    """Return what a chain of mentions names: the last name in it (青川全市 is 青川), else the last of all."""
    return next((mention for mention in reversed(chain) if mention.level == "name"), chain[-1])


def _ranked(sentence: Sentence, at: int) -> bool:
    """Tell whether a rank stands at a place: what it ranks among (全国第一) is no topic."""
    mention = sentence.masked.mentions.get(at)
    return mention is not None and isinstance(mention.value, Quantity) and mention.value.unit == RANK


def _is_one(sentence: Sentence, at: int) -> bool:
    """Tell whether what begins at a place is one of several that are named one by one (5个项目分别是：…、…)."""
    start = max(sentence.clauses[sentence.at(at)].start - LISTING, 0)
    return cue("one-of").search(sentence.text, start, at) is not None


def persistent(mention: Mention) -> bool:
    """Tell whether a topic may go on to hold in the clauses and sentences after it."""
    return _is_a(mention.type, "Place") or _is_a(mention.type, "Organization")


def _is_area(mention: Mention) -> bool:
    return _is_a(mention.type, "Place") and not is_thing(mention)


def _may_lead(mention: Mention) -> bool:
    return is_thing(mention) or _is_a(mention.type, "Event")


def is_thing(mention: Mention) -> bool:
    """Tell whether a mention is a product or facility."""
    return _is_a(mention.type, "Product") or _is_a(mention.type, "Facility")


@per_ontology
def _is_a(name: str, kind: str) -> bool:
    return in_use().is_a(name, kind)


def stands_for(word: Mention, held: Mention) -> bool:
    """Tell whether a word that names nothing (公司) may stand for a thing that is spoken of: one of its class."""
    loose = not (is_local(word) or is_thing(held)) or same_head(word.text, held.text)
    alike = in_use().is_a(held.type, word.type) and loose
    return word.level == "nominal" and not word.code and held.level == "name" and alike


@functools.cache
def _media() -> frozenset[str]:
    return frozenset(words("publisher"))


class Referents:
    """The words for things that a text names: 全区 where it names a district, 平台 after a name of a platform."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self.names = [mention for mention in mentions if mention.level == "name" and mention.value is None]
        self.text = text
        self.first: dict[str, int] = {}

    def known(self, topic: Mention) -> bool:
        """Tell whether a topic is a name, of no medium (its byline), or a word that may stand for one."""
        if topic.level == "name" or topic.code:
            return topic.text not in _media()
        if topic.text not in self.first:
            self.first[topic.text] = self._first(topic)
        return self.first[topic.text] <= topic.span.start

    def _first(self, word: Mention) -> int:
        """Return from where a word may stand for a name: a mere head (平台) from the first name that has it."""
        if word.type == "Place" and not is_local(word):  # 当地 is where things are, and not what is spoken of
            return len(self.text)
        kin = [name for name in self.names if _is_a(name.type, word.type)]
        kin = [*kin, *self._inner(word)] if is_local(word) or not kin else kin
        if is_local(word) or (is_bare(word.text) and not _is_a(word.type, "Organization")):
            ends = (name.span.end for name in kin if calls(word.text, name, self.text))
            return min(ends, default=len(self.text))
        return 0 if kin else len(self.text)

    def _inner(self, area: Mention) -> list[Mention]:
        """Return the areas inside names that a word for an area may stand for, where no name does (明省日报)."""
        if not _is_area(area):
            return []
        return [inner for name in self.names for inner in nested(name) if _is_a(inner.type, area.type)]


def heading(sentence: Sentence, found: Sequence[Topic]) -> Mention | None:
    """Return the topic that the sentences after this one may speak of without naming it: a body before a place.

    A place that ends its clause (在青川，) only tells where what is named after it is; one where a thing or event that
    the sentence opens with is or happens (海岚论坛在青川开幕) is none.
    """
    beside = [at for at, _ in found[1:] if sentence.at(at) == 0]
    if opener(sentence, found) and beside and all(cue("adjoined").search(sentence.text, 0, at) for at in beside):
        return None
    kept = [(at, mention) for at, mention in found if persistent(mention)]
    bodies = [mention for _, mention in kept if _is_a(mention.type, "Organization")]
    spoken = [mention for at, mention in kept if sentence.clauses[sentence.at(at)].end > at + 1]
    return next(iter(bodies or spoken or [mention for _, mention in kept]), None)


def opener(sentence: Sentence, found: Sequence[Topic]) -> Mention | None:
    """Return the thing or event that the first clause of a sentence, a date aside, speaks of: those after may too."""
    first = next(iter(found), None)
    date = cue("date").match(sentence.text)
    begins = first is not None and sentence.at(first[0]) == sentence.at(date.end() if date else 0)
    return first[1] if first and begins and _may_lead(first[1]) else None


def dominant(sentences: Sequence[Sequence[Topic]]) -> Mention | None:
    """Return the topic of a document: one that half of the sentences that name any name, and more than one.

    It is told in the first half of the document.
    """
    named = [{_key(mention): mention for _, mention in found if persistent(mention)} for found in sentences]
    counts = Counter(key for keys in named for key in keys)
    for key, count in counts.most_common(1):
        early = any(key in keys for keys in named[: len(named) // 2 + 1])
        if early and count > 1 and count * 2 >= sum(map(bool, named)):
            return next(keys[key] for keys in named if key in keys)
    return None


def _key(mention: Mention) -> str:
    return mention.code or mention.text


def topic(frame: Frame, sentence: Sentence, found: Sequence[Topic], referents: Referents) -> Mention | None:
    """Return what a figure is about by its own sentence: the first topic of its clause, else the nearest one's before.

    A thing is a topic for its own clause and the next one, and up to the next semicolon or full stop. What a clause
    ends with that someone brings out is what those after it speak of.
    """
    owner = _owner(frame, sentence) or _bearer(frame, sentence)
    if owner and (referents.known(owner) or not is_bare(owner.text)):
        return owner
    number = sentence.at(frame.slot.at)
    partners = _partners(frame, sentence)
    nearest: tuple[int, Mention] | None = None
    brought = False
    for at, mention in reversed(found[: _index(found, frame.slot.at)]):
        clause = sentence.at(at)
        if nearest and (clause != nearest[0] or (clause < number and brought)):
            break
        if mention.text in partners:
            continue
        brought = cue("brought").search(sentence.text, max(at - AROUND, 0), sentence.clauses[clause].end) is not None
        if number - clause <= 1 or sentence.clauses[number].opening <= at or persistent(mention):
            nearest = clause, mention
    return nearest[1] if nearest else None


def _partners(frame: Frame, sentence: Sentence) -> frozenset[str]:
    """Return what an indicator is towards, which is not what has it: 东盟 of 对东盟出口."""
    start, end = frame.name.start, frame.name.end
    if start is None or end is None:
        return frozenset()
    named = ((at, mention) for at, mention in sentence.masked.mentions.items() if start < at < end)
    return frozenset(mention.text for at, mention in named if cue("toward").match(sentence.text[at - 1 :]))


def _index(found: Sequence[Topic], at: int) -> int:
    return bisect.bisect_left(found, at, key=lambda item: item[0])


def _owner(frame: Frame, sentence: Sentence) -> Mention | None:
    """Return the mention right before the words of an indicator (青川的产值), or before a number in a list of them.

    So does one before a number of what is named after it (青川13个景区).
    """
    at = frame.slot.at
    listed = cue("member").search(sentence.text, max(at - AROUND, 0), at)
    member = listed and frame.left.name != "part" and _head(sentence.masked.within(listed, "owner"))
    if member and member.level == "name" and not _stands(frame, sentence):
        return member
    start = frame.name.start
    if start is None:
        return None
    counts = start > at and frame.slot.unit != RANK
    if counts and (holder := cue("holder").search(sentence.text, max(at - AROUND, 0), at)):
        held = _head(sentence.masked.within(holder, "owner"))
        return held if held.level == "name" or held.code else None
    match = cue("owner").search(sentence.text, max(start - AROUND, 0), start)
    if match is None or (cue("peer").search(sentence.text, 0, match.start()) and not frame.left.says("each")):
        return None
    return _head(sentence.masked.within(match, "owner"))


def _stands(frame: Frame, sentence: Sentence) -> bool:
    """Tell of a further rank of what already stands somewhere: 居全国第8位、长三角第1位."""
    clause = sentence.clauses[sentence.at(frame.slot.at)]
    return frame.slot.unit == RANK and cue("place").search(sentence.text, clause.start, frame.slot.at) is not None


def _bearer(frame: Frame, sentence: Sentence) -> Mention | None:
    """Return the name right after a quantity that tells what it is of (全长35公里的海岚大桥)."""
    match = cue("bearer").match(sentence.text[frame.slot.at + 1 :])
    if match is None:
        return None
    start, end = (frame.slot.at + 1 + place for place in match.span("head"))
    found = _head([sentence.masked.mentions[at] for at in range(start, end) if at in sentence.masked.mentions])
    return found if found.level == "name" else None


def sharers(frame: Frame, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the members of an enumeration of which a rate holds one by one (青川、明湖弃风率降至5%).

    So does what is said of all of them (均, 都); other amounts may be their sum.
    """
    at = frame.slot.at
    start = sentence.clauses[sentence.at(at)].opening
    found = cue("sharers").finditer(sentence.text, max(start, at - REACH), at + AHEAD)
    match = next((match for match in found if match.end() == at + 1), None)
    one_by_one = frame.left.says("all") or frame.slot.unit in PERCENTS
    if match is None or not one_by_one or frame.left.says("each"):
        return ()
    if cue("aside-before").search(sentence.text, max(start, match.start() - AROUND), match.start()):
        return ()
    members = cue("items").finditer(sentence.text, *match.span("members"))
    return tuple(_head(sentence.masked.within(member)) for member in members)


def later(frame: Frame, found: Sequence[Topic]) -> Mention | None:
    """Return the first topic of a sentence after a figure: headlines name it last."""
    after = found[_index(found, frame.slot.at) :]
    return after[0][1] if after else None


def points_back(frame: Frame, sentence: Sentence, found: Sequence[Topic]) -> bool:
    """Tell whether 这座 or 该 opens a clause before a figure, and no topic comes between that clause and the figure."""
    at = frame.slot.at
    matches = list(cue("this").finditer(sentence.text, max(at - REACH, 0), at))
    if not matches:
        return False
    end = sentence.clauses[sentence.at(matches[-1].end())].end
    return _index(found, end) >= _index(found, at)


def thing(sentence: Sentence) -> Mention | None:
    """Return the product or facility that a sentence names last."""
    named = (mention for mention in sentence.masked.mentions.values() if mention.value is None)
    things = [mention for mention in named if is_thing(mention)]
    return things[-1] if things else None
