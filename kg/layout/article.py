"""Articles: which rows of a page belong together, and which of them is the headline."""

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from kg.layout.row import Item, Photo, Row

HEADS = ("title", "subtitle")
TEXT = ("paragraph", "caption")
DASHES = ("—", "－", "-", "–")

TITLE = 45
"""A first line of so few characters may be a headline although it ends in ！, ？ or a quotation mark."""


class Group(msgspec.Struct):
    """The rows of one article; `photos` were lifted out of it and are documents of their own."""

    rows: list[Row] = []
    photos: list[Photo] = []
    closed: bool = False

    @property
    def has_text(self) -> bool:
        """Whether running text has begun."""
        return any(row.kind in TEXT for row in self.rows)

    def split(self) -> "Group":
        """Give the headings at the end to a new group, which they head."""
        heads = list(takewhile(lambda row: row.kind in HEADS, reversed(self.rows)))
        del self.rows[len(self.rows) - len(heads) :]
        return Group(heads[::-1])


def divided(items: Sequence[Item]) -> list[Group]:
    """Divide a page into articles.

    An article begins with the headline before a byline or dateline, and after the end of another article. A
    photograph below a headline is an article by itself, unless paragraphs follow. Headlines of articles that stand
    elsewhere are left out.
    """
    groups = [Group()]
    for at, item in enumerate(items):
        rest = items[at + 1 :]
        if isinstance(item, Photo):
            if _is_story(groups[-1], item, rest):
                groups.append(groups[-1].split())
                groups[-1].rows.extend(item.rows)
                groups[-1].closed = True
            else:
                groups[-1].photos.append(item)
            continue
        if _begins(groups[-1], item, rest):
            groups.append(Group() if groups[-1].closed else groups[-1].split())
        groups[-1].rows.append(item)
        groups[-1].closed |= groups[-1].has_text and (item.closes or _ends(item))
    articles = [group for group in groups if group.has_text or group.photos]
    return articles or groups


def _begins(group: Group, row: Row, rest: Sequence[Item]) -> bool:
    if group.closed:
        trails = row.kind in ("byline", "dateline", "credit") and not row.opens
        return not trails or (not row.closes and _next_kind(rest) == "paragraph")
    if not group.has_text:
        return False
    is_byline = row.kind == "byline" and not row.closes
    below_heading = group.rows[-1].kind in HEADS
    return row.opens or (is_byline and below_heading and _next_kind(rest) == "paragraph")


def _ends(row: Row) -> bool:
    """Tell whether a row below the text of an article is its byline."""
    return row.kind == "byline" and not row.opens


def _is_story(group: Group, photo: Photo, rest: Sequence[Item]) -> bool:
    head = group.rows[-1] if group.rows else None
    if not head or head.kind not in HEADS or photo.rows[0].kind != "caption" or head.passage.end > photo.start:
        return False
    after = next((item for item in rest if isinstance(item, Photo) or item.kind not in HEADS), None)
    return not isinstance(after, Row) or after.opens or after.kind != "paragraph"


def _next_kind(rest: Sequence[Item]) -> str | None:
    return next((item.kind for item in rest if isinstance(item, Row)), None)


def headed(rows: Sequence[Row], title: str | None) -> list[Row]:
    """Return an article's rows with its headline as `title`; a headline told twice is kept once.

    `title` is the headline that the source gives, where it gives one.
    """
    count = next((at for at, row in enumerate(rows) if row.kind in TEXT), len(rows))
    heads, body = list(rows[:count]), list(rows[count:])
    if not any(row.kind in HEADS for row in heads) and len(body) > 1 and _is_headline(body[0], body[1]):
        heads.append(body.pop(0))
    seen: set[str] = set()
    result: list[Row] = []
    for row in heads:
        if row.kind in HEADS and row.passage.text in seen:
            continue
        seen.add(row.passage.text)
        result.append(row)
    at = _title(result, title)
    if at is not None:
        result[at] = msgspec.structs.replace(result[at], kind="title")
    return result + body


def _title(heads: Sequence[Row], title: str | None) -> int | None:
    """Return which row is the headline."""
    candidates = [at for at, row in enumerate(heads) if row.kind in (*HEADS, "paragraph")]
    given = [at for at in candidates if heads[at].kind == "title" or heads[at].passage.text == title]
    undashed = [at for at in candidates if not heads[at].passage.text.startswith(DASHES)]
    return next(iter(given or undashed), None)


def _is_headline(first: Row, second: Row) -> bool:
    text = first.passage.text
    return len(text) <= TITLE and "。" not in text and (second.breaks > 1 or second.kind != "paragraph")
