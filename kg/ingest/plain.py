"""Plain text: one file, one document."""

import hashlib
from datetime import date
from typing import BinaryIO

from kg.errors import SourceError
from kg.ingest.encoding import decode
from kg.model.text import Source

MEGABYTE = 1 << 20
MAX_BYTES = 16 * MEGABYTE
"""The largest document that is read: about six million characters, a hundred times any article."""

HTML = ("<!doctype html", "<html")


def read_plain(stream: BinaryIO, name: str, path: str, published: date | None) -> Source:
    """Read a whole stream as one document of the given id; what cannot be news text is a `SourceError`."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        size = len(data) + sum(len(rest) for rest in iter(lambda: stream.read(MEGABYTE), b""))
        raise too_large(size, path)
    text = decode(data, path)
    if not text.strip():
        raise SourceError("is empty; a document needs text", path)
    if text.lstrip()[:15].lower().startswith(HTML):
        raise SourceError("is an HTML page; give its text, or JSON Lines with its id and text", path)
    return Source(name, text, sha256(text), path, published)


def sha256(text: str) -> str:
    """Return the hexadecimal SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def too_large(size: int, where: str) -> SourceError:
    """Return the error for a document beyond `MAX_BYTES`."""
    limit = MAX_BYTES // MEGABYTE
    return SourceError(
        f"a document of {size / MEGABYTE:.1f} MB; the limit is {limit} MB: split it into articles", where
    )
