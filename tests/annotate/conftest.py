"""Words with hand-made tags: what the tagger gives is not what these tests are about."""

from collections.abc import Callable

import pytest

from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.model.text import Span

SURE = 0.95


@pytest.fixture(scope="session")
def tagged() -> Callable[[str], Words]:
    """Reads a line of `word/tag` or `word/tag/confidence`, apart by spaces; the words make the text."""

    def read(line: str) -> Words:
        text, tags = "", []
        for part in line.split():
            word, label, *confidence = part.rsplit("/", 2) if part.count("/") > 1 else part.split("/")
            tags.append(Tag(Span(len(text), len(text) + len(word)), label, float(*confidence or [SURE])))
            text += word
        return Words(text, tags)

    return read
