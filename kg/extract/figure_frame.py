"""Frames: each quantity of a sentence with what it measures, and how it stands to it (a level, a change, a rank …)."""

from collections.abc import Sequence

import msgspec

from kg.extract.figure_clause import Sentence, cue
from kg.extract.figure_future import goes_on, is_ahead, takes_up
from kg.extract.figure_kind import CHANGES, GAPS, kind_of
from kg.extract.figure_left import Left, reading
from kg.extract.figure_name import OF, Name, cut, follower, generic, members, name, qualified, ranked
from kg.extract.figure_slot import PEOPLE, PER_SHARE, PERCENTS, RANK, RATIOS, SHARES, Slot, alike
from kg.model.value import FigureKind, Quantity

AIMED = ("=", "~")
OPENING, CLOSING = "（", "）"
REACH = 120  # no indicator stands farther from its quantity
TRENDS = frozenset({"part", "level", "bare"})
LEVELS = frozenset({"level", "bare"})


class Frame(msgspec.Struct, frozen=True):
    """A quantity with an indicator of it, and the clause before it."""

    slot: Slot
    quantity: Quantity
    name: Name
    kind: FigureKind
    left: Left


def frames(sentence: Sentence, text: str, before: Frame | None) -> list[Frame]:
    """Return a frame for every quantity of a sentence and every indicator that it states.

    `before` is the last frame of the sentence before: what this one leaves out may be found there.
    """
    reader = Reader(sentence, text, before)
    for number in sorted(reader.slots):
        reader.read(number)
    return reader.found


class Reader:
    """Reads a sentence clause by clause; what a clause leaves out is taken from those before it."""

    def __init__(self, sentence: Sentence, text: str, before: Frame | None) -> None:
        self.sentence, self.text, self.before = sentence, text, before
        self.slots: dict[int, list[Slot]] = {}
        for at, mention in sentence.of("Quantity"):
            self.slots.setdefault(sentence.at(at), []).append(Slot(at, mention))
        self.found: list[Frame] = []
        self.levels: dict[str, Name] = {}
        self.series: list[Name] = []
        self.since = 0

    def read(self, number: int) -> None:
        """Read the quantities of a clause; those of a series (5%、6%和7%) share what stands before them."""
        clause, groups = self.sentence.clauses[number], self.groups(number)
        start = clause.start
        for group, after in zip(groups, (*groups[1:], None), strict=False):
            left = self.left(max(start, group[0].at - REACH), group[0].at)
            end = after[0].at if after else clause.end
            if growth := group[-1].unit in RATIOS and left.name in LEVELS and self.growth(left, group[-1].at + 1, end):
                left = growth
            right = None if growth else self.right(group[-1], end, clause.end)
            ahead = self.ahead(number, group[0].at, left)
            for slot, names in zip(group, self.names(left, group, right, number), strict=True):
                for item in names:
                    self.found.append(self.frame(slot, left, item, right, ahead=ahead))
                    if left.name in LEVELS:
                        self.levels[item.text] = item
            start = group[-1].at + 1

    def right(self, slot: Slot, end: int, last: int) -> Name | None:
        """Return the noun after a quantity, up to the next one, or beyond it, where that is of what is counted."""
        start, several = slot.at + 1, slot.counts and slot.quantity.value > 1
        far = qualified(self.sentence, self.text, start, last) if slot.counts else None
        return far or follower(self.sentence, self.text, start, end, several=several)

    def growth(self, left: Left, start: int, end: int) -> Left | None:
        """Return the reading of the clause before a rate that is told of by a noun after it (以5%的增速增长)."""
        match = cue("growth").match(self.sentence.text[start:end])
        told = left.group("head") + left.group("modifier")
        return reading(told + match["word"], left.offset) if match else None

    def left(self, start: int, end: int) -> Left:
        """Return the reading of a clause before a quantity; one that restates the last shares its reading.

        So does the share of an amount that is named with it (占计划20亿元的一半).
        """
        text, last = self.sentence.text[start:end], self.found[-1].left if self.found else None
        if last and (cue("restated").search(text) or (last.name == "part" and text == OF)):
            return last
        return reading(text, start)

    def ahead(self, number: int, end: int, left: Left) -> bool:
        """Tell whether a quantity is of what is to come: by its clause, or as one of what was told last."""
        led = number - 1 not in self.slots
        if is_ahead(self.sentence, number, end, left, led=led):
            return True
        if self.found:
            last = self.found[-1]
            return last.kind == "forecast" and left.name in LEVELS and goes_on(self.sentence, number, last.slot.at, end)
        return self.before is not None and self.before.kind == "forecast" and takes_up(self.sentence, end)

    def frame(self, slot: Slot, left: Left, name: Name, right: Name | None, *, ahead: bool) -> Frame:
        """Return a quantity with its indicator and kind; a fall is negative."""
        last = self.found[-1] if self.found else None
        aim = right and slot.quantity.comparator in AIMED and cue("aim").search(right.text)
        if ahead or aim or (last and last.kind == "forecast" and last.name == name):
            kind: FigureKind = "rank" if slot.unit == RANK else "forecast"
        else:
            kind = kind_of(slot, left, name, right)
        quantity = slot.quantity
        if left.group("fall") and kind in ("change", "forecast"):
            upper = quantity.upper
            quantity = msgspec.structs.replace(quantity, value=-quantity.value, upper=upper and -upper)
        return Frame(slot, quantity, name, kind, left)

    def groups(self, number: int) -> list[list[Slot]]:
        """Return the clause's quantities, those of one unit that are joined together."""
        groups: list[list[Slot]] = []
        for slot in self.slots[number]:
            last = groups[-1][-1] if groups else slot
            if alike(last, slot) and cue("joint").search(self.sentence.text[last.at + 1 : slot.at]):
                groups[-1].append(slot)
            else:
                groups.append([slot])
        return groups

    def names(self, left: Left, group: Sequence[Slot], right: Name | None, number: int) -> list[list[Name]]:
        """Return the indicators of each quantity of a group."""
        head, stretch = self.head(left), left.span("head")
        if head is None and (trend := self.trend(left, number, right)):
            head, stretch = self.named(*trend), trend
        if left.says("each") or (head is None and len(group) > 1):
            series = self.each(stretch, len(group), number) if head else self.told(number, len(group))
            if len(series) == len(group):
                self.series, self.since = series, group[-1].at
                return [[item] for item in series]
        if left.says("all") and (several := self.all(stretch, head)):
            return [several] * len(group)
        return [[self.one(left, slot, head, right)] for slot in group]

    def head(self, left: Left) -> Name | None:
        """Return the indicator that the clause before a quantity names."""
        start, end = left.span("head")
        if left.name == "part" and (start < end or left.group("ratio")):
            end = left.span("of")[1]
        elif cue("gain").match(left.group("rise")):
            end = left.span("rise")[1]
        return self.named(start, end)

    def named(self, start: int, end: int) -> Name | None:
        """Return the indicator that a stretch names; None where its words are no more than a verb or adverb."""
        found = name(self.sentence, self.text, start, end)
        return None if found and cue("hollow").search(found.text) else found

    def trend(self, left: Left, number: int, right: Name | None) -> tuple[int, int] | None:
        """Return where the clause before names what changes, if this one tells how far (消费回升，同比增长5%)."""
        clauses = self.sentence.clauses
        start, end = (clauses[number - 1].start, clauses[number - 1].end) if number else (0, 0)
        opens = left.offset == clauses[number].start and clauses[number].opening <= start
        tells = left.name in CHANGES or (left.name in TRENDS and right is None)
        if not opens or not tells or number - 1 in self.slots:
            return None
        match = cue("trend").match(self.sentence.text[start:end])
        return (start + match.start("head"), start + match.end("head")) if match else None

    def each(self, stretch: tuple[int, int], count: int, number: int) -> list[Name]:
        """Return the members of an enumeration, for as many quantities.

        They are parts of a stretch (出口、进口份额), or of the clauses before it.
        """
        items = cut(self.sentence, self.text, *stretch, count)
        current = self.sentence.clauses[number].start
        if len(items) == count or stretch[0] < current:
            return items
        clauses = self.sentence.clauses[max(number - count + 1, 0) : number]
        parts = [(clause.start, clause.end) for clause in clauses]
        if any(cue("said").search(self.sentence.text, *part) for part in parts):
            return []
        return members(self.sentence, self.text, [*parts, (current, stretch[1])])

    def told(self, number: int, count: int) -> list[Name]:
        """Return so many indicators told last: of levels in the part of a clause, of a series, or of any levels."""
        levels = [frame for frame in self.found if frame.left.name in LEVELS]
        opening = max(self.sentence.clauses[number].opening, self.since)
        near = [frame.name for frame in levels if frame.slot.at >= opening]
        if len(near) >= count or len(self.series) != count:
            return (near if len(near) >= count else [frame.name for frame in levels])[-count:]
        return self.series

    def all(self, stretch: tuple[int, int], head: Name | None) -> list[Name]:
        """Return the indicators that share one quantity: the parts of the head, or those of the clauses before it."""
        if head:
            items = cut(self.sentence, self.text, *stretch)
            return items if len(items) > 1 else []
        return list(self.levels.values())

    def one(self, left: Left, slot: Slot, head: Name | None, right: Name | None) -> Name:
        """Return the indicator of a quantity: what stands before it, after it, or in the clauses before."""
        shares = slot.unit in PERCENTS - RATIOS or (slot.unit in SHARES and left.name not in CHANGES)
        after, at = right and slot.unit == RANK and slot.mention.rule.endswith("big"), left.offset
        if slot.unit == RANK and head:
            head = ranked(head)
            at -= head is None  # what it ranks among was counted right before: 在9个园区中排第二
        carried = self.carried(at, shares=shares and left.name != "part")
        if self.is_member(left, slot) and head is None and right is None:
            carried = next((frame.name for frame in reversed(self.found) if alike(frame.slot, slot)), carried)
        head = head or (self.counted(left, slot) if right is None else None)
        if slot.unit.endswith(PER_SHARE) and (quoted := cue("quote").search(left.text)):
            return Name(quoted["noun"], left.offset + quoted.start(), left.offset + quoted.end())
        first: tuple[Name | None, ...]
        if slot.unit == RANK or left.name in CHANGES | GAPS:
            head = None if head and cue("apiece").match(head.text) else head
            if head and carried and (speed := cue("speed").search(head.text)):
                head = msgspec.structs.replace(carried, text=carried.text + speed["noun"])
            after = after or (right and head is None and slot.counts)
            first = (right, head, carried) if after else (head, carried, right)
        elif left.name == "part" and slot.unit not in RATIOS | SHARES:
            amount = name(self.sentence, self.text, *left.span("whole"))
            first = (amount and msgspec.structs.replace(amount, whole=carried.text if carried else ""), head, carried)
        elif left.name == "part" and head is None and carried:
            start, end = left.span("of")
            words = self.sentence.words(start, end, self.text)
            return Name(carried.text + words, start, end, whole=carried.text)
        elif self.resumes(left, head):
            first = (carried, right)
        else:
            measured = head and (left.group("level") or cue("measured").search(head.text))
            shared = right and slot.unit in SHARES and cue("share").search(right.text)
            first = (head, right, carried) if measured and not shared else (right, head, carried)
        return next((name for name in first if name), None) or self.rest(left)

    def counted(self, left: Left, slot: Slot) -> Name | None:
        """Return the kind of thing that stands before its count, where none does after it (园区现有企业12家)."""
        things = slot.counts and slot.unit != PEOPLE
        return generic(self.sentence, self.text, left.span("head")[1]) if things else None

    def is_member(self, left: Left, slot: Slot) -> bool:
        """Tell whether a clause names no more than whose number it gives (青川5亿元): of what, others told."""
        return left.name in LEVELS and slot.unit != RANK and cue("owner").search(left.text) is not None

    def resumes(self, left: Left, head: Name | None) -> bool:
        """Tell whether a clause goes on from its last quantity to another of the same (从5微米到1微米)."""
        if not self.found or left.offset != self.found[-1].slot.at + 1:
            return False
        turned = cue("turned").match(left.text)
        return bool(turned and turned["now"]) or (head is None and left.name == "level")

    def carried(self, at: int, *, shares: bool) -> Name | None:
        """Return the indicator of the figure before a place, in this sentence or the one before it.

        After a share (出口占全省的一半), what is no share again is of the whole's own indicator (出口).
        """
        last = self.last(at) if self.found else self.before
        if last is None:
            return None
        if last.name.whole and not shares:
            return Name(last.name.whole)
        return last.name if self.found else Name(last.name.text)

    def last(self, at: int) -> Frame:
        """Return the last figure before a place; after an aside in brackets, the one before that."""
        text, earlier = self.sentence.text, [frame for frame in self.found if frame.slot.at < at]
        last = (earlier or self.found)[-1]
        if CLOSING not in text[last.slot.at : at]:
            return last
        opening = text.rfind(OPENING, 0, last.slot.at)
        return next((frame for frame in reversed(self.found) if frame.slot.at < opening), last)

    def rest(self, left: Left) -> Name:
        """Return all that stands before a quantity, where nothing names its indicator."""
        start, end = left.offset, left.offset + len(left.text)
        return Name(self.sentence.words(start, end, self.text), start, end)
