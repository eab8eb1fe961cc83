"""When a figure holds, and what it is compared with."""

import bisect
import functools
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from kg.extract.figure_clause import Sentence, cue
from kg.extract.figure_frame import Frame
from kg.extract.figure_reference import ANNUAL, MONTH, stated, value
from kg.extract.figure_slot import RATIOS
from kg.lexicon import Word, table
from kg.model.mention import Mention
from kg.model.value import Period, Quantity
from kg.normalise import number, unit

SEVERAL = 3
DAY = len("2024-01-01")
NOW = "period/now"
SAME, YEARS = "period/same", "period/years"
FLEETING = frozenset({NOW, "period/week-word"})
MONTHLY = frozenset({"period/month", "period/quarter", "period/quarter-word", "period/report"})
ENDS = "。！？"
FAR = 400  # no sentence in quotation marks that a period reaches over is longer
NEAR = 40  # of the periods before a figure, so many are looked at


class Governing(msgspec.Struct, frozen=True):
    """A period that the figures after it hold in.

    A passing one (从2020年的…) holds for the next figure only; one of an event (昨天，园区揭牌) for what it led to; the
    present (目前) for nothing to come, and no change that another clause tells. A day, a week and the present do not
    last. A run is of years that are told one by one (2012年至2021年).
    """

    at: int
    period: Period
    passing: bool = False
    event: bool = False
    now: bool = False
    same: bool = False
    lasts: bool = True
    run: bool = False

    def holds(self, frame: Frame, last: int, start: int) -> bool:
        """Tell whether a figure may hold in it, whose clause starts and whose last neighbour stands at a place."""
        if self.passing and self.at < last:
            return False
        if self.event and frame.left.offset != last + 1 and not self.starts(frame):
            return False
        if not self.now or frame.kind not in ("change", "forecast"):
            return True
        return frame.kind == "change" and self.at >= start

    def starts(self, frame: Frame) -> bool:
        """Tell whether it is from then on that a figure to come holds (预计明年8月投产，可年产2万吨)."""
        return self.event and frame.kind == "forecast" and len(self.period.start or "") == MONTH

    def of(self, frame: Frame) -> Period:
        """Return the period as it holds for a figure."""
        return Period(self.period.start, None) if self.starts(frame) else self.period

    def is_other(self, start: int) -> bool:
        """Tell whether it is over, and told before a place: what comes about every year is not of it."""
        return self.at < start and None not in {self.period.start, self.period.end}


def governing(sentence: Sentence) -> list[Governing]:
    """Return the periods of a sentence that figures hold in, in order.

    Those that are only compared with, and those when something was said or came to be, are left out.
    """
    text = sentence.text
    mentions = dict(sentence.of("Period"))
    if not mentions:
        return []
    stated = {at: value(mention) for at, mention in mentions.items()}
    aside = _aside(sentence, stated)
    again = {at for at, mention in mentions.items() if mention.rule == SAME and at > min(mentions)}
    passing = (
        _starts("from", text)
        | _beside(text, stated)
        | again
        | _starts("against", text)
        | _quotas(text, amount=True)
        | _outdone(text, figure=True)
    )
    events = _starts("event", text)
    known = {at: period for at, period in stated.items() if at not in aside}
    _settle(known, mentions, text, passing)
    return [
        Governing(
            at,
            period,
            passing=at in passing,
            event=at in events and period.start == period.end,
            now=mentions[at].rule == NOW,
            same=mentions[at].rule == SAME,
            run=mentions[at].rule == YEARS and period.start != period.end,
            lasts=mentions[at].rule not in FLEETING and not _is_day(period),
        )
        for at, period in known.items()
    ]


def _settle(known: dict[int, Period], mentions: Mapping[int, Mention], text: str, passing: set[int]) -> None:
    """Join the known periods of a text that are one in two halves, and end those that tell of a stock, in place."""
    for match in cue("beside").finditer(text):
        at, after = match.start("limit"), match.start("stretch")
        if at in known and after in known and (joined := _joined(known[at], known[after])):
            known[at] = known[after] = joined
    for at in _starts("stock", text) & known.keys() - passing:
        if mentions[at].rule in MONTHLY and mentions[at].text.endswith(_ends()):
            known[at] = Period(None, known[at].end)
    for at in _starts("close", text) & known.keys():
        known[at] = Period(known[at].end, known[at].end)


def _starts(rule: str, text: str) -> set[int]:
    """Return where the periods stand that a rule of the grammar finds."""
    return {match.start("period") for match in cue(rule).finditer(text)}


def _aside(sentence: Sentence, stated: Mapping[int, Period]) -> set[int]:
    """Return where periods stand that no figure holds in: those compared with, and when something was said or made."""
    text = sentence.text
    compared = {match.start(group) for match in cue("base").finditer(text) for group in ("period", "nearer")}
    single = {at for at, period in stated.items() if period.start == period.end}
    days = {at for at in single if len(str(stated[at])) >= MONTH}
    dated = {at for at, period in stated.items() if len(period.start or "") == DAY}
    return (
        (compared - _starts("against", text))
        | _multiplied(sentence)
        | _starts("bygone", text)
        | _starts("likened", text)
        | _starts("level-with", text)
        | (_quotas(text, amount=False) - {min(stated)})
        | _outdone(text, figure=False)
        | {at for at in _starts("peer-same", text) if sentence.masked.mentions[at].rule == SAME}
        | _starts("effect", text)
        | _starts("founded", text)
        | (dated & _starts("meeting", text))
        | (single & (_starts("told", text) | _starts("attributive", text)) | (_starts("occasion", text) & days))
    )


def _outdone(text: str, *, figure: bool) -> set[int]:
    """Return where the periods stand that a figure outdoes, with a figure of their own or without."""
    return {match.start("period") for match in cue("beyond").finditer(text) if bool(match["figure"]) == figure}


def _quotas(text: str, *, amount: bool) -> set[int]:
    """Return where the periods stand that plans are made for, with their amounts (占全年计划5亿元的一半) or without."""
    return {match.start("period") for match in cue("quota").finditer(text) if bool(match["amount"]) == amount}


def _multiplied(sentence: Sentence) -> set[int]:
    """Return where periods stand that a figure is a multiple of (是1978年的4.7倍)."""
    return {
        match.start("period")
        for match in cue("multiple").finditer(sentence.text)
        for mention in sentence.masked.within(match, "times")
        if isinstance(mention.value, Quantity) and mention.value.unit in RATIOS
    }


def _beside(text: str, stated: Mapping[int, Period]) -> set[int]:
    """Return where periods stand for one figure that is set beside those of a later period (而2013年只有480元)."""
    starts = [period.start or "" for period in stated.values()]
    return {at for at in _starts("contrast", text) if at in stated and (stated[at].start or "") < max(starts)}


def lasting(periods: Sequence[Governing]) -> Period | None:
    """Return the period that the sentences after this one may hold in: the first that lasts."""
    return next((item.period for item in periods if item.lasts), None)


def _is_day(period: Period) -> bool:
    """Tell whether a period is one day, or open from or up to one."""
    bounds = {period.start, period.end} - {None}
    return len(bounds) == 1 and len(str(bounds.pop())) == DAY


def reported(sentences: Sequence[Sequence[Governing]]) -> Period | None:
    """Return the months that a document reports on: half of its sentences with periods name them, and several do."""
    named = [{item.period for item in periods} for periods in sentences]
    counts = Counter(period for periods in named for period in sorted(periods, key=str) if is_months(period))
    for found, count in counts.most_common(1):
        if count >= SEVERAL and count * 2 >= sum(map(bool, named)):
            return found
    return None


def is_months(period: Period) -> bool:
    """Tell whether a period starts with a month."""
    return period.start is not None and len(period.start) == MONTH


def period(frame: Frame, first: int, last: int, sentence: Sentence, periods: Sequence[Governing]) -> Period | None:
    """Return when a figure holds by its own sentence: by the nearest period before it, or the sentence's first.

    `first` and `last` are the places of the sentence's first quantity, and of the one before this. A period holds
    within its clause, then up to the next semicolon; one before the first quantity for all the sentence. How long
    something takes, what it has once and for all (总投资), and what it changed from hold in their own only.
    """
    at = frame.slot.at
    last_of = bisect.bisect_left(periods, at, key=lambda item: item.at)
    first_of = bisect.bisect_left(periods, after_shift(sentence, at), key=lambda item: item.at)
    before = periods[max(first_of, last_of - NEAR) : last_of]
    if stated(frame, None, sentence) == ANNUAL and (span := _spanned(before, frame)):
        return span
    here = sentence.clauses[sentence.at(at)]
    whole = [(here.start, at), (here.opening, at), (ended(sentence.text, at), first)]
    standing = _stands(frame, sentence, here.opening)
    reach = whole[:1] if standing or is_brief(frame) else whole
    origin = cue("origin").search(frame.left.text)
    if origin and frame.kind != "forecast" and cue("turned").match(sentence.text, at + 1):
        reach = [(frame.left.offset + origin.start(), at)]
    yearly = cue("yearly").search(frame.left.text) is not None
    fitting = [
        item
        for item in reversed(before)
        if item.holds(frame, last, here.start)
        and (item.lasts or not standing)
        and not (yearly and item.is_other(here.start))
    ]
    found = (item.of(frame) for start, end in reach for item in fitting if start <= item.at < end)
    if (near := next(found, None)) or frame.kind != "change" or len(reach) < len(whole):
        return near
    return next((item.period for item in fitting if not item.passing), None)


def _stands(frame: Frame, sentence: Sentence, start: int) -> bool:
    """Tell whether a figure is what something has once and for all, and no sum over several that a part counts."""
    if cue("standing").search(frame.name.text) is None:
        return False
    at = frame.slot.at
    return cue("summed").search(sentence.text, max(start, at - FAR), at) is None


def ended(text: str, at: int) -> int:
    """Return where what is said before a place ends a sentence within what is quoted, else 0."""
    return max(text.rfind(mark, max(at - FAR, 0), at) for mark in ENDS) + 1


def is_brief(frame: Frame) -> bool:
    """Tell whether a figure is how long something takes, which is seldom of a period."""
    measure = unit.read(frame.quantity.unit)
    return measure is not None and measure.dimension == "time"


def after_shift(sentence: Sentence, at: int) -> int:
    """Return where what is said before a place turns to a time after that spoken of (未来, 明年投产后), else 0."""
    shifts = _shifts(sentence.text)
    return shifts[bisect.bisect_right(shifts, at) - 1]


@functools.lru_cache(maxsize=2)
def _shifts(text: str) -> tuple[int, ...]:
    return (0, *(match.start() if match["when"] else match.end() for match in cue("shift").finditer(text)))


def _spanned(before: Sequence[Governing], frame: Frame) -> Period | None:
    """Return the years that an annual rate runs over: 从2020年的39万亿元提升到2024年的48万亿元，年均增长5.5%.

    A rate of so many years (四年平均增长5.7%) runs up to the year spoken of.
    """
    rate = cue("rate").search(frame.left.text)
    if rate and before and (end := before[-1].period.end) and (years := number.parse(rate["years"])):
        return Period(f"{int(end[:4]) - int(years) + 1:04}", end[:4])
    passing = [item for item in before if item.passing]
    if not passing or before[-1].passing:
        return None
    return Period(passing[-1].period.start, before[-1].period.end)


def _joined(limit: Period, stretch: Period) -> Period | None:
    """Join 截至6月底 and “十四五”期间 to 2021/2025-06."""
    if limit.start is None and stretch.start:
        return None if _is_over(stretch, limit) else Period(stretch.start, limit.end)
    return Period(limit.start, stretch.end) if stretch.start is None and limit.start else None


def _is_over(stretch: Period, limit: Period) -> bool:
    """Tell whether a month or day ended before a limit (如今，5月1日实行的税率)."""
    end = stretch.end or ""
    return len(end) >= MONTH and end < (limit.end or "")


@functools.cache
def _ends() -> tuple[str, ...]:
    return tuple(word.form for word in table("time", Word) if word.canonical == "end")
