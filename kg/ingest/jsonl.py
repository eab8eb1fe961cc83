"""JSON Lines: one object a line, one document an object."""

import codecs
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import BinaryIO

import msgspec

from kg.errors import InputError, SourceError
from kg.ingest.plain import MAX_BYTES, MEGABYTE, sha256, too_large
from kg.model.text import Source


class Record(msgspec.Struct, frozen=True):
    """A line's object; other keys are ignored. `published` is an ISO 8601 date or date and time."""

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    publisher: str | None = None


def read_jsonl(
    stream: BinaryIO, path: str, published: date | None, on_problem: Callable[[InputError], None]
) -> Iterator[tuple[Source, int]]:
    """Yield the documents of a stream with their line numbers; a bad line is reported and skipped.

    No line beyond the size limit is ever held in memory.
    """
    decoder = msgspec.json.Decoder(Record)
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        where = f"{path}:{number}"
        try:
            if len(line) > MAX_BYTES:
                raise too_large(len(line) + _skip_line(stream), where)
            if content := line.removeprefix(codecs.BOM_UTF8 if number == 1 else b"").strip():
                yield _source(decoder, content, path, where, published), number
        except SourceError as problem:
            on_problem(problem)


def _skip_line(stream: BinaryIO) -> int:
    size = 0
    while part := stream.readline(MEGABYTE):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size


def _source(
    decoder: msgspec.json.Decoder[Record], line: bytes, path: str, where: str, published: date | None
) -> Source:
    try:
        record = decoder.decode(line)
    except msgspec.ValidationError as error:
        raise SourceError(f"{error}; a line is an object with the strings id and text", where) from error
    except UnicodeDecodeError as error:
        raise SourceError("JSON Lines are UTF-8, which this line is not", where) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise SourceError(f"broken JSON: {error}", where) from error
    if not record.id.strip() or not record.text.strip():
        raise SourceError(f"{'text' if record.id.strip() else 'id'} is empty; a document needs both", where)
    day = _day(record.published, where) if record.published else published
    return Source(record.id, record.text, sha256(record.text), path, day, record.title, record.publisher)


def _day(value: str, where: str) -> date:
    try:
        return datetime.fromisoformat(value).date()
    except ValueError as error:
        raise SourceError(f"published is {value!r}; an ISO 8601 date is needed, as 2025-07-18", where) from error
