"""Periods in a text: calendar expressions, plain and relative, with what marks them (截至, 以来, 末)."""

import bisect
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from kg.annotate.claim import Claims
from kg.grammar import Grammar, Rule, load, matches
from kg.model.mention import Mention
from kg.model.text import Span
from kg.model.value import Period
from kg.normalise.clock import Clock, Parts, year_of
from kg.normalise.period import resolve

AROUND = "around"
NOW = "now"
REACH = 12  # no year or mark before an expression is longer
YEARLESS = (
    "half",
    "quarter",
    "head-quarters",
    "head-months",
    "months",
    "month",
    "holiday",
    "day",
    "days",
    "same",
    "year",
    "whole",
    "statement",
)
REPORTED = ("half", "quarter", "head-quarters", "head-months", "months", "statement")
EVENTFUL = ("year", "month", "day")


class Expression(NamedTuple):
    """A calendar expression with its parts, not yet reckoned."""

    span: Span
    sentence: Span
    rule: Rule
    parts: Parts


def periods(text: str, spans: Sequence[Span], today: date, taken: Iterable[Span] = ()) -> list[Mention]:
    """Return the periods inside the spans (sorted, apart) in text order, reckoned from a day.

    What a sentence leaves out (the year of 6月, the quarter of 去年同期) is taken from what was read before.
    """
    found: list[Mention] = []
    here: Period | None = None
    past: Period | None = None
    report: Period | None = None
    sentence: Span | None = None
    for expression in _expressions(text, spans, Claims(taken)):
        if expression.sentence != sentence:
            past, here, sentence = here or past, None, expression.sentence
        period = resolve(expression.rule.text.type, expression.parts, Clock(today, here, report, past))
        if period is None:
            continue
        if not expression.parts["compared"]:
            here = _spoken_of(here, period, now=expression.rule.text.type == NOW)
        if expression.rule.text.type in REPORTED:
            report = period
        span = expression.span
        found.append(Mention(span, "Period", span.of(text), value=period, rule=expression.rule.id))
    return found


def _spoken_of(here: Period | None, period: Period, *, now: bool) -> Period | None:
    """Return what a sentence speaks of after a period; one that goes on from another year leaves nothing to fill in."""
    if period.start and period.end:
        return period
    return None if (now or period.end is None) and year_of(here) != year_of(period) else here


def _expressions(text: str, spans: Sequence[Span], claims: Claims) -> list[Expression]:
    grammar = load("period")
    starts = [span.start for span in spans]
    found: list[Expression] = []
    for rule, match in matches((rule for rule in grammar.rules if rule.text.type != AROUND), text):
        at = bisect.bisect_right(starts, match.start()) - 1
        if at < 0 or match.end() > spans[at].end:
            continue
        expression = _expression(text, match, rule, spans[at], grammar)
        if claims.claim(expression.span):
            found.append(expression)
    return sorted(found, key=lambda expression: expression.span)


def _expression(text: str, match: re.Match[str], rule: Rule, sentence: Span, grammar: Grammar) -> Expression:
    """Return an expression with what stands around it: its year and mark before, its edge and 以来 after."""
    parts = match.groupdict()
    start, end = match.span()
    if rule.text.type in YEARLESS and not parts.get("year"):
        start = _look(grammar["year-before"].regex.search(text, _floor(start, sentence), start), parts, start)
    for name in ("edge-after", "since-after"):
        if after := grammar[name].regex.match(text, end, sentence.end):
            parts |= {key: value for key, value in after.groupdict().items() if value}
            end = after.end()
    mark = "limit-before" if parts.get("edge") or rule.text.type == "now" else "mark-before"
    start = _look(grammar[mark].regex.search(text, _floor(start, sentence), start), parts, start)
    compared = grammar["compared-before"].regex.search(text, _floor(start, sentence), start)
    parts["compared"] = compared and compared.group()
    eventful = rule.text.type in EVENTFUL and not parts.get("mark")
    if eventful and grammar["event-after"].regex.match(text, end, sentence.end):
        parts["since"] = "event"
    return Expression(Span(start, end), sentence, rule, parts)


def _look(match: re.Match[str] | None, parts: dict[str, str | None], start: int) -> int:
    """Add what a match before an expression gives; return where the expression starts with it."""
    if match is None:
        return start
    parts |= match.groupdict()
    return match.start()


def _floor(start: int, sentence: Span) -> int:
    return max(sentence.start, start - REACH)
