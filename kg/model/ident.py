"""Ids from content: the same thing gets the same id in every run, on every machine."""

import functools
import hashlib
import unicodedata


def ident(kind: str, *parts: str) -> str:
    """Return `kind/` and the first 16 hex digits of SHA-256 over the parts, folded by NFKC.

    >>> ident("company", "潮州三环（集团）股份有限公司") == ident("company", "潮州三环(集团)股份有限公司")
    True
    """
    text = "\x1f".join(unicodedata.normalize("NFKC", part) for part in parts)
    return f"{kind}/{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def area(code: str) -> str:
    """Return the id of a place with an official code (GB/T 2260, ISO 3166-1 alpha-2).

    >>> area("110000")
    'area/110000'
    """
    return f"area/{code}"


@functools.lru_cache(maxsize=4096)
def document_id(name: str) -> str:
    """Return the id of a document, given the name that evidence has for it."""
    return ident("document", name)


def span_id(name: str, start: int, end: int) -> str:
    """Return the id of a span of a document.

    >>> span_id("page.txt", 3, 7) == document_id("page.txt").replace("document/", "span/") + "-3-7"
    True
    """
    return f"{document_id(name).replace('document/', 'span/')}-{start}-{end}"
