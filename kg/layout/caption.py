"""Captions: photographs' captions and credits, lifted out of the text that they interrupt."""

import re
from collections.abc import Iterable, Iterator

from kg.grammar import Rule
from kg.layout.passage import Passage
from kg.layout.repair import goes_on
from kg.layout.row import Item, Photo, Row, around, row, rules
from kg.layout.sentence import sentences
from kg.model.text import Span

LONGEST = 400
"""No caption is longer, in code points."""

SHORT = 80
"""A paragraph of so few characters right before a credit is its caption, whatever its words."""

NEAR = 60
"""How far from its sign a credit may reach, in code points."""

LOOK_BACK = 3
"""In how many sentences before a credit its caption may begin."""

Credit = tuple[Rule, re.Match[str]]


def lifted(text: Passage) -> tuple[Passage, list[Photo]]:
    """Return running text without the captions and credits in it, and these."""
    photos: list[Photo] = []
    cuts: list[Span] = []
    at = 0
    for credits_ in _credits(text.text):
        start = _caption_start(text.text, at, credits_[0][1].start(), last=credits_[-1][1].end() == len(text.text))
        found = [row(text, rule, match) for rule, match in credits_]
        caption = text.part(start, credits_[0][1].start())
        photos.append(Photo((*([Row(caption, "caption")] if caption.text else []), *found)))
        at = credits_[-1][1].end()
        at += len(text.text) - at - len(text.text[at:].lstrip())
        cuts.append(Span(len(text.text[:start].rstrip()), at))
    if not cuts:
        return text, []
    rest = text.without(cuts)
    return rest.part(0, len(rest.text)), photos


def is_caption(text: str) -> bool:
    """Tell whether a line says of itself that it is a caption: 图为……, ▲……, 这是……拍摄的……."""
    return bool(rules("caption")[0].regex.match(text))


def photographs(found: Iterable[Item]) -> list[Item]:
    """Gather captions and credits that are lines of their own into photographs; other rows stay."""
    items: list[Item] = []
    for item in found:
        if isinstance(item, Row) and item.kind != "caption":
            items.append(item)
            continue
        rows = item.rows if isinstance(item, Photo) else (item,)
        if rows[0].kind == "caption":
            items.append(Photo(rows))
        elif items and isinstance(items[-1], Photo):
            items[-1] = Photo((*items[-1].rows, *rows))
        elif caption := _caption_before(items, rows[0]):
            items[-1] = Photo((caption, *rows))
        else:
            items.append(Photo(rows))
    return items


def _caption_before(items: list[Item], credit: Row) -> Row | None:
    last = items[-1] if items else None
    if not isinstance(last, Row) or last.kind not in ("paragraph", "subtitle") or last.closes:
        return None
    if last.passage.end > credit.passage.start:
        return None
    text = last.passage.text
    before = items[-2] if len(items) > 1 else None
    headed = isinstance(before, Row) and before.kind == "subtitle"
    if isinstance(before, Row) and not _opens(text) and goes_on(before.passage.text, text):
        return None
    if len(text) <= (LONGEST if headed or _opens(text) else SHORT):
        return Row(last.passage, "caption", last.breaks)
    return None


def _opens(text: str) -> bool:
    return any(rule.regex.match(text) for rule in rules("caption", "day"))


def _credits(text: str) -> Iterator[list[Credit]]:
    """Yield the credits in a text, those that stand side by side together."""
    matches = around(text, "credit-sign", NEAR, NEAR, "credit")
    group: list[Credit] = []
    for rule, match in sorted(matches, key=lambda credit: (credit[1].start(), -credit[1].end())):
        end = group[-1][1].end() if group else 0
        if group and match.start() < end:
            continue
        if group and text[end : match.start()].strip():
            yield group
            group = []
        group.append((rule, match))
    if group:
        yield group


def _caption_start(text: str, floor: int, end: int, *, last: bool) -> int:
    """Return where the caption before a credit starts, `end` where there is none.

    A text that a day opens and a credit ends (`last`) is a caption as a whole.
    """
    start = max(floor, end - LONGEST)
    if last and start == 0 and rules("day")[0].regex.match(text):
        return 0
    found = list(sentences(text, Span(start, end)))
    if not found:
        return end
    first = _first_sentence([span.of(text) for span in found])
    begin = found[first].start
    if within := rules("caption-within")[0].regex.search(text, begin, end):
        return within.start()
    return end if begin == start > floor else begin


def _first_sentence(found: list[str]) -> int:
    """Return which sentence a caption begins with: the last that opens one, else the last of all.

    One that a day opens may go on in sentences of the same day.
    """
    last = len(found) - 1
    for at in range(last, max(-1, last - LOOK_BACK), -1):
        if is_caption(found[at]):
            return at
    day, turn = rules("day")[0].regex, rules("turn")[0].regex
    first = last
    while first and turn.match(found[first]):
        first -= 1
    return first if day.match(found[first]) else last
