"""From a source to its documents: what a page's layout joined and broke, taken apart and put together again.

A page becomes lines, lines become rows (headline, byline, dateline, paragraph, caption …), rows become articles;
captions, adverts and debris are lifted out, and what they broke is joined. Every character keeps its place.
"""

from collections.abc import Iterator, Sequence

import msgspec

from kg.layout.article import divided, headed
from kg.layout.assembly import DocumentKind, document
from kg.layout.caption import is_caption, lifted, photographs
from kg.layout.dating import published
from kg.layout.debris import dropped, edited
from kg.layout.line import lines
from kg.layout.margin import headline, parts, whole
from kg.layout.passage import Passage
from kg.layout.repair import is_heading, repaired
from kg.layout.row import Day, Item, Row
from kg.model.text import BlockKind, Document, Source

__all__ = ["layout"]


def layout(source: Source) -> tuple[Document, ...]:
    """Return the articles and photo captions of a source, numbered as they stand on the page.

    A document without a dateline has the date of its source, else of the first dateline on its page.
    """
    found: list[tuple[DocumentKind, Sequence[Row], Day | None]] = []
    for group in divided(repaired(photographs(_items(source)), source.text)):
        day = next((row.day for row in group.rows if row.day), None)
        if group.rows:
            found.append(("article", headed(group.rows, source.title), day))
        found.extend(("caption", photo.rows, day) for photo in group.photos if photo.rows[0].kind == "caption")
    default = published(next((day for *_, day in found if day), None) if source.published is None else None, source)
    return tuple(
        document(source, number, kind, rows, published(day, source) if day else default)
        for number, (kind, rows, day) in enumerate(sorted(found, key=lambda each: each[1][0].start))
    )


def _items(source: Source) -> list[Item]:
    """Return the rows of a source, and the photographs that stand within its lines."""
    items: list[Item] = []
    for number, line in enumerate(lines(source.text)):
        rest, told = dropped(line.passage)
        announced = "announced" in told
        known = headline(rest.text, source.title, announced=announced) if number == 0 or announced else 0
        for at, item in enumerate(_of_line(rest, known) if rest.text else ()):
            first = at == 0 and isinstance(item, Row)
            items.append(msgspec.structs.replace(item, breaks=line.breaks) if first else item)
        if "close" in told and items:
            items.extend(_closing(line.passage, items))
    return items


def _closing(line: Passage, items: list[Item]) -> list[Row]:
    """Close the article that a line's debris ends, and return the rows of its editors that stand behind it."""
    last = items[-1]
    if isinstance(last, Row):
        items[-1] = msgspec.structs.replace(last, closes=True)
    end = max(row.passage.end for row in ((last,) if isinstance(last, Row) else last.rows))
    return [row for row in edited(line) if row.start >= end]


def _of_line(line: Passage, known: int) -> Iterator[Item]:
    """Yield what a line is made of; its first `known` characters are a headline."""
    if row := whole(line):
        yield row
        return
    for part in parts(line, known):
        text, photos = lifted(part.text)
        items: list[Item] = [*photos]
        if text.text:
            items.append(Row(text, _kind(text.text)))
        yield from part.front
        yield from sorted(items, key=lambda item: item.start)
        yield from part.back


def _kind(text: str) -> BlockKind:
    if is_caption(text):
        return "caption"
    return "subtitle" if is_heading(text) else "paragraph"
