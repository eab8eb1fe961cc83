"""Folders: the files below them that can be read, in sorted order."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.errors import InputError, SourceError

LINES = (".jsonl", ".ndjson")
READ = (".txt", *LINES)


def files(folder: Path, on_problem: Callable[[InputError], None]) -> Iterator[tuple[Path, str]]:
    """Yield the files to read below a folder, each with its relative path in POSIX form.

    Hidden names and other endings are skipped; symbolic links are followed, but no folder is read twice. A folder
    that holds nothing to read, or a part of it that cannot be opened, is reported.
    """
    found = False
    for path in _walk(folder, on_problem):
        found = True
        yield path, path.relative_to(folder).as_posix()
    if not found:
        on_problem(SourceError(f"holds nothing to read; files ending in {', '.join(READ)} are read", str(folder)))


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder; a path that leads nowhere, or in a circle, does not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _walk(folder: Path, on_problem: Callable[[InputError], None]) -> Iterator[Path]:
    seen: set[str] = set()
    ahead = [folder]
    while ahead:
        path = ahead.pop()
        if not is_folder(path):
            yield path
        elif (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            ahead.extend(reversed(_children(path, on_problem)))


def _children(folder: Path, on_problem: Callable[[InputError], None]) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        on_problem(SourceError(f"cannot be opened: {error.strerror}", str(folder)))
        return []
    return [path for path in paths if is_folder(path) or (path.name.lower().endswith(READ) and _is_file(path))]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
