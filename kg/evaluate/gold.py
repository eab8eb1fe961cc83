"""Annotated documents: what careful readers found in a text, one JSON file a document, to score a graph against.

A file names its text (`doc`) and lists `entities` (`type`, `names`), `relations` (`subject`, `predicate`, `object`,
`title` of a post), `figures` and `quotes`; names and evidence are copied from the text.
"""

from collections.abc import Sequence
from decimal import Decimal
from fnmatch import fnmatch
from pathlib import Path

import msgspec

from kg.errors import RecordError

Spans = str | tuple[tuple[int, int], ...]


class Named(msgspec.Struct, frozen=True):
    """A thing with all its names in the text, the fullest first."""

    type: str
    names: tuple[str, ...]


class Related(msgspec.Struct, frozen=True):
    """A relation between two things, by any of their names."""

    subject: str
    predicate: str
    object: str
    title: str = ""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """A figure; `evidence` is the piece of the text that holds it, or its spans."""

    evidence: Spans
    indicator: str | None = None
    about: str | None = None
    value: Decimal
    unit: str
    comparator: str
    kind: str
    period: str | None = None
    base: str | None = None
    speaker: str | None = None


class Quoted(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """What someone said, by its first and last characters or by its span."""

    speaker: str
    first: str = ""
    last: str = ""
    span: tuple[int, int] | None = None


class Annotated(msgspec.Struct, frozen=True):
    """A document's annotations; `doc` is the name of its text's file."""

    doc: str
    entities: tuple[Named, ...] = ()
    relations: tuple[Related, ...] = ()
    figures: tuple[Measured, ...] = ()
    quotes: tuple[Quoted, ...] = ()


def annotated(folder: Path, only: Sequence[str] = ()) -> tuple[Annotated, ...]:
    """Read the annotated documents (*.json) of a folder, by name; `only` are patterns of the names to read.

    Raises `RecordError` where a file breaks the form, or where there is none.
    """
    names = only or ("*",)
    paths = sorted(path for path in folder.glob("*.json") if any(fnmatch(path.stem, name) for name in names))
    if not paths:
        raise RecordError("holds no annotated document (*.json) of these names", str(folder))
    return tuple(map(_read, paths))


def _read(path: Path) -> Annotated:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Annotated)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError) as error:
        raise RecordError(f"is no annotated document: {error}", str(path)) from error
