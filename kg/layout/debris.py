"""Debris: adverts, players, share buttons, editors' names, copyright notes and what else a portal adds to a text."""

from kg.layout.passage import Passage
from kg.layout.row import Row, row, rules
from kg.model.text import Span

SENTENCE_ENDS = ("。", "！", "？", "…", "；", "，")

EDITORS = "close-editors"

TAIL = 200
"""How far from the end of a line the debris may begin that closes an article."""

LINE = 100
"""No line is longer that is nothing but debris, in code points."""


def dropped(line: Passage) -> tuple[Passage, set[str]]:
    """Return a line without debris, and what that tells: `close` ends the article, `announced` begins a headline."""
    text = line.text
    found = [(rule, match) for rule in rules("debris", "announced") for match in rule.regex.finditer(text)]
    ends = text.endswith(SENTENCE_ENDS)
    if not ends:
        tail = max(0, len(text) - TAIL)
        found.extend((rule, match) for rule in rules("close", EDITORS) for match in rule.regex.finditer(text, tail))
    if len(text) <= LINE:
        whole = rules("close-line") if ends else rules("close-line", "debris-line")
        found.extend((rule, match) for rule in whole if (match := rule.regex.match(text)))
    if not found:
        return line, set()
    rest = line.without(Span(*match.span()) for _, match in found)
    return rest.part(0, len(rest.text)), {rule.text.type.partition("-")[0] for rule, _ in found}


def edited(line: Passage) -> list[Row]:
    """Return a row for each stretch at the end of a line that names who edited the article."""
    tail = max(0, len(line.text) - TAIL)
    found = [(rule, match) for rule in rules(EDITORS) for match in rule.regex.finditer(line.text, tail)]
    rows = [row(line, rule, match, kind="credit", closes=True) for rule, match in found]
    return [each for each in rows if each.editors]
