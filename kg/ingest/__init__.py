"""From paths to sources: plain text and JSON Lines, in files, folders and standard input.

A bad file, line or folder is reported and the rest is read; one document is in memory at a time.
"""

import codecs
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

from kg.errors import InputError, SourceError
from kg.ingest.folder import LINES, files, is_folder
from kg.ingest.jsonl import read_jsonl
from kg.ingest.plain import MAX_BYTES, read_plain
from kg.model.text import Source

__all__ = ["MAX_BYTES", "STDIN", "read"]

STDIN = "-"

Report = Callable[[InputError], None]


def read(paths: Iterable[str | Path], *, published: date | None = None, on_problem: Report) -> Iterator[Source]:
    """Yield the documents of files, folders and standard input (`-`), no id twice; problems go to `on_problem`.

    Files that end in .jsonl or .ndjson are JSON Lines, those in .txt plain text; standard input, and any other file
    given by name, is JSON Lines where it begins with `{`. `published` dates the documents that carry no date.
    """
    taken: dict[str, str] = {}
    for path in paths:
        for source, where in _sources(path, published, on_problem):
            if source.id in taken:
                message = f"its id {source.id!r} is taken by {taken[source.id]}; every document needs its own"
                on_problem(SourceError(message, where))
            else:
                taken[source.id] = where
                yield source


def _sources(path: str | Path, published: date | None, on_problem: Report) -> Iterator[tuple[Source, str]]:
    if str(path) == STDIN:
        stdin: io.BufferedReader = io.BufferedReader(cast("Any", sys.stdin.buffer))
        try:
            yield from _documents(stdin, "stdin", "stdin", published, on_problem)
        finally:
            stdin.detach()
        return
    given = Path(path)
    for file, name in files(given, on_problem) if is_folder(given) else [(given, given.name)]:
        where = _unicode(str(file))
        try:
            with file.open("rb") as stream:
                yield from _documents(stream, _unicode(name), where, published, on_problem)
        except FileNotFoundError:
            on_problem(SourceError("there is no such file or folder", where))
        except OSError as error:
            on_problem(SourceError(f"cannot be read: {error.strerror}", where))


def _documents(
    stream: io.BufferedReader, name: str, path: str, published: date | None, on_problem: Report
) -> Iterator[tuple[Source, str]]:
    if _is_jsonl(stream, path):
        for source, line in read_jsonl(stream, path, published, on_problem):
            yield source, f"{path}:{line}"
        return
    try:
        yield read_plain(stream, name, path, published), path
    except SourceError as problem:
        on_problem(problem)


def _is_jsonl(stream: io.BufferedReader, path: str) -> bool:
    ending = Path(path).suffix.lower()
    if ending in (*LINES, ".txt"):
        return ending in LINES
    return stream.peek().removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")


def _unicode(path: str) -> str:
    return os.fsencode(path).decode(errors="replace")
