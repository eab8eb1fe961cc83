"""Which encoding a file is in: byte order mark, strict UTF-8, plausible GB18030, then statistics."""

import codecs
import re

from kg.errors import SourceError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHERS = ("gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be", "shift_jis", "euc_jp", "euc_kr", "cp1252")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")

SAMPLE = 1 << 16
COMMON_SHARE = 0.8
CONTROL_SHARE = 0.001


def _gb2312(rows: tuple[int, ...]) -> frozenset[str]:
    codes = b"".join(bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return frozenset(codes.decode("gb2312", errors="ignore"))


COMMON = _gb2312((0xA1, 0xA3, *range(0xB0, 0xD8)))
"""Punctuation, full-width forms and the 3,755 characters of GB/T 2312 level 1: all but a few percent of any news."""


def decode(data: bytes, where: str) -> str:
    """Return the text of a file, without its byte order mark; binary data or an unknown encoding is a `SourceError`.

    >>> decode("国务院新闻办公室举行发布会".encode("gb18030"), "news.txt")
    '国务院新闻办公室举行发布会'
    """
    text = _decoded(data, where)
    if len(CONTROL.findall(text[:SAMPLE])) > CONTROL_SHARE * min(len(text), SAMPLE):
        raise SourceError("is binary data; plain text and JSON Lines can be read", where)
    return text


def _decoded(data: bytes, where: str) -> str:
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        fault = f"byte 0x{data[error.start]:02x} at {error.start} is not {encoding.upper()}"
    text = (_gb18030(data) or _guessed(data)) if encoding == "utf-8" else None
    if text is None:
        raise SourceError(f"is no text in a known encoding ({fault}); save it as UTF-8", where)
    return text


def _gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    sample = "".join(NOT_ASCII.findall(text[:SAMPLE]))
    common = sum(character in COMMON for character in sample)
    return text if common >= COMMON_SHARE * len(sample) and not CONTROL.search(text) else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only the rare file in another encoding needs it

    best = from_bytes(data, cp_isolation=list(OTHERS)).best()
    return data.decode(best.encoding) if best else None
