"""Articles of a few lines, in which `{Person|李明}` marks a mention and `#` a heading."""

import re
from collections.abc import Callable

import pytest

from kg.grammar.example import marked
from kg.layout.sentence import sentences
from kg.model.mention import Mention
from kg.model.text import Alignment, Block, Document, Segment, Source, Span

Article = Callable[[str], tuple[Document, tuple[Mention, ...]]]


def build(example: str) -> tuple[Document, tuple[Mention, ...]]:
    text, mentions = marked(example)
    blocks = tuple(
        Block(Span(*line.span()), "subtitle" if line.group().startswith("#") else "paragraph")
        for line in re.finditer(r"[^\n]+", text)
    )
    alignment = Alignment((Segment(0, 0, len(text)),) if text else ())
    cut = tuple(sentence for block in blocks for sentence in sentences(text, block.span))
    return Document(Source("a", text, ""), 0, text, alignment, blocks, cut), mentions


@pytest.fixture(scope="session")
def article() -> Article:
    return build
