"""Quantities in a text: numerals with their units and hedges, ranges, shares and ranks."""

import bisect
import functools
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

import msgspec

from kg.annotate.claim import Claims
from kg.grammar import Rule, load, matches
from kg.grammar.alternation import alternation
from kg.lexicon import Word, table
from kg.model.mention import Mention
from kg.model.text import Span
from kg.model.value import Comparator, Quantity
from kg.normalise import number, unit

PLAIN: Comparator = "="
REACH = 6  # no hedge is longer, white space included
CENT, EXACT = Decimal("0.01"), Decimal("1E-9")
KINDS = ("skip", "rank", "fraction", "percent", "amount")
WHOLE = ("skip", "rank", "percent")
SHARED = (">", ">=")
YUAN = "元"
PARTS = ("lower", "number", "unit", "value", "half", "over")


class Hedges(NamedTuple):
    """The hedges of the lexicon: those before, inside and after a number, each with its comparator."""

    before: re.Pattern[str]
    inside: re.Pattern[str]
    after: re.Pattern[str]
    comparator: dict[str, Comparator]


class Reading(NamedTuple):
    """A quantity as read, with the comparators of the hedges on either side of it."""

    span: Span
    quantity: Quantity
    rule: str
    before: Comparator | None
    after: Comparator | None

    def but(self, **changes: str) -> "Reading":
        """Return the reading with another unit or comparator."""
        return self._replace(quantity=msgspec.structs.replace(self.quantity, **changes))


def quantities(text: str, spans: Sequence[Span], taken: Iterable[Span] = ()) -> list[Mention]:
    """Return the quantities inside the spans (sorted, apart) in text order, apart from what is taken (periods)."""
    starts = [span.start for span in spans]
    claims = Claims(taken)
    found: list[Reading] = []
    for rule, match in matches(_rules(), text):
        core = _core(match, rule)
        at = bisect.bisect_right(starts, core.start) - 1
        if at < 0 or core not in spans[at] or not claims.claim(core):
            continue
        if rule.text.type != "skip" and (reading := _read(text, match, core, rule, spans[at])):
            found.append(reading)
    readings = _currency(text, _coordinate(text, sorted(found, key=lambda reading: reading.span)))
    return [Mention(r.span, "Quantity", r.span.of(text), value=r.quantity, rule=r.rule) for r in readings]


@functools.cache
def _rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in load("quantity").rules if rule.text.type in KINDS)


@functools.cache
def _hedge_words() -> Hedges:
    rows = table("hedge", Word)
    forms = {
        kind: alternation(tuple(row.form for row in rows if row.type == kind)) for kind in ("before", "inside", "after")
    }
    return Hedges(
        re.compile(rf"({forms['before']})\s*\Z"),
        re.compile(forms["inside"]),
        re.compile(rf"\s*({forms['after']})"),
        {row.form: msgspec.convert(row.canonical, Comparator) for row in rows},
    )


def _core(match: re.Match[str], rule: Rule) -> Span:
    """Return what a match takes: all of it, or, for an amount, what its parts cover; a verb before them stays free."""
    if rule.text.type in WHOLE:
        return Span(*match.span())
    parts = [match.span(part) for part in PARTS if match.groupdict().get(part)]
    return Span(min(start for start, _ in parts), max(end for _, end in parts)) if parts else Span(*match.span())


def _read(text: str, match: re.Match[str], core: Span, rule: Rule, sentence: Span) -> Reading | None:
    if (quantity := _quantity(match.groupdict(), rule)) is None:
        return None
    start, before = _before(text, core.start, sentence.start)
    end, after = _after(text, core.end, sentence.end)
    comparator = before or _inside(match) or after or quantity.comparator
    return Reading(Span(start, end), quantity, rule.id, before, after).but(comparator=comparator)


def _before(text: str, at: int, floor: int) -> tuple[int, Comparator | None]:
    """Return where the hedge before a number starts, and its comparator."""
    words = _hedge_words()
    match = words.before.search(text, max(floor, at - REACH), at)
    comparator = words.comparator[match[1]] if match else PLAIN
    return (match.start(), comparator) if match and comparator != PLAIN else (at, None)


def _after(text: str, at: int, ceiling: int) -> tuple[int, Comparator | None]:
    """Return where the hedge after a unit ends, and its comparator."""
    words = _hedge_words()
    match = words.after.match(text, at, ceiling)
    return (match.end(), words.comparator[match[1]]) if match else (at, None)


def _inside(match: re.Match[str]) -> Comparator | None:
    words = _hedge_words()
    found = words.inside.search(match.groupdict().get("number") or "")
    return words.comparator[found[0]] if found else None


def _quantity(parts: dict[str, str | None], rule: Rule) -> Quantity | None:
    """Return the quantity that the parts of a match state; None where they state no number."""
    fixed = rule.text.qualifiers
    value = _number(fixed.get("value") or parts["number"])
    measure = unit.read(fixed.get("unit") or parts.get("unit") or "") or unit.Unit("", "count")
    if value is None:
        return None
    if rule.text.type == "fraction" and "value" not in fixed:
        value *= 100
        value = value if value == value.quantize(EXACT) else value.quantize(CENT)
    if parts.get("half"):
        value += Decimal("0.5")
    comparator = msgspec.convert(fixed.get("comparator", PLAIN), Comparator)
    upper, (value, name) = None, unit.scale(value, measure)
    if lower := parts.get("lower"):
        upper, value = value, _lower(lower, parts, value, measure)
    return None if value is None else Quantity(value, name, comparator, upper)


def _number(text: str | None) -> Decimal | None:
    return number.parse(_hedge_words().inside.sub("", text)) if text else None


def _lower(lower: str, parts: dict[str, str | None], upper: Decimal, measure: unit.Unit) -> Decimal | None:
    """Return the lower end of a range, with the power of the upper one where it has none of its own (10至20万元)."""
    value = _number(lower)
    if value is None:
        return None
    value, _ = unit.scale(value, measure)
    power = number.power(parts["number"] or "") if not parts.get("lower_unit") else Decimal(1)
    return value * power if number.power(lower) == 1 and value * power < upper else value


def _coordinate(text: str, readings: list[Reading]) -> list[Reading]:
    """Let `14%和10%以上` share the hedge after, and `跨过5万亿美元、6万亿美元` the one before."""
    joint = load("quantity")["joint"].regex
    shared = list(readings)
    for i, (left, right) in enumerate(pairwise(readings)):
        if left.quantity.unit != right.quantity.unit or not joint.fullmatch(text, left.span.end, right.span.start):
            continue
        if right.after and left.quantity.comparator == PLAIN:
            shared[i] = left.but(comparator=right.after)
        elif left.before in SHARED and right.quantity.comparator == PLAIN:
            shared[i + 1] = right.but(comparator=left.before)
    return shared


def _currency(text: str, readings: list[Reading]) -> list[Reading]:
    """Read 元 as the currency that the text declares for all that follows: `140万元（港币，下同）`."""
    match = load("quantity")["currency"].regex.search(text)
    if not match or not (declared := unit.read(match["unit"])):
        return readings
    return [
        reading.but(unit=declared.name)
        if reading.span.end >= match.start() and reading.quantity.unit == YUAN
        else reading
        for reading in readings
    ]
