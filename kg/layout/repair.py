"""Repair: paragraphs that the layout broke, within a word or a sentence, are joined again."""

import functools
import re
from collections.abc import Iterable

import msgspec

from kg.grammar import Rule, load
from kg.layout.line import join
from kg.layout.row import Item, Row

BREAK = "⏎"
HEADING = 45
"""No heading within an article is longer, in code points."""

ACROSS = 4
"""So many characters across a break show that it is one, where they stand together elsewhere."""

BEFORE = 400
AFTER = 40
"""How much of the lines before and after a break its rules see, in code points."""

FINAL = re.compile(r"[。！？!?…；;：:—～~”’\"」』）)》〉】]$")
CLAUSE = re.compile(r"[。；]|[，、；：,;:。！？!?…—][”’」』）)]?$")


def is_heading(text: str) -> bool:
    """Tell whether a line has the shape of a headline or heading: short, without a full stop or an open end.

    >>> is_heading("成势！新兴产业活力迸发"), is_heading("各地抢抓机遇，成效显著。")
    (True, False)
    """
    return len(text) <= HEADING and not CLAUSE.search(text)


def repaired(items: Iterable[Item], source: str) -> list[Item]:
    """Join each paragraph that ends in mid-sentence with the line that goes on, also beyond a photograph."""
    result: list[Item] = []
    last: int | None = None
    inside = False
    for item in items:
        if isinstance(item, Row):
            before = result[last] if last is not None else None
            if (
                isinstance(before, Row)
                and _is_text(item)
                and goes_on(before.passage.text, item.passage.text, source, inside=inside)
            ):
                passage = join(source, before.passage, item.passage)
                result[last or 0] = msgspec.structs.replace(
                    before, passage=passage, kind="paragraph", closes=item.closes
                )
                continue
            inside = not item.closes and (inside or item.kind == "paragraph")
            last = len(result) if _is_text(item) else None
        result.append(item)
    return result


def goes_on(first: str, second: str, source: str = "", *, inside: bool = True) -> bool:
    """Tell whether a line that does not end a sentence goes on in the next.

    A short line before all paragraphs of an article (not `inside`) is a headline; elsewhere it may also be known as
    broken by its clauses, or by the four characters across the break that stand together elsewhere in the source.

    >>> goes_on("通过科技赋能与产业创新，多地加快新旧动能接续转换，传统产业焕", "发新生机，势头良好。")
    True
    >>> goes_on("成势！新兴产业活力迸发", "76秒下线一辆车！")
    False
    """
    if FINAL.search(first, len(first) - 1):
        return not second[0].isalnum() and _matches("dangling", f"{first[-1]}{BREAK}{second[0]}")
    text = f"{first[-BEFORE:]}{BREAK}{second[:AFTER]}"
    if _matches("barred", text):
        return False
    if _matches("joined", text):
        return True
    if is_heading(second):
        return False
    if _matches("broken", text):
        return True
    return inside and (_matches("running", text) or _attested(first, second, source))


def _attested(first: str, second: str, source: str) -> bool:
    across = first[-2:] + second[:2]
    return len(across) == ACROSS and across.isalpha() and across in source


def _matches(kind: str, text: str) -> bool:
    return any(rule.regex.search(text) for rule in _rules(kind))


@functools.cache
def _rules(kind: str) -> tuple[Rule, ...]:
    return load("junction").of(type=kind)


def _is_text(row: Row) -> bool:
    return row.kind in ("paragraph", "subtitle")
