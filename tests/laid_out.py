"""How tests lay out a page, and look at its documents."""

from datetime import date
from itertools import pairwise

from kg.layout import layout
from kg.model.text import Document, Source, Span


def read(text: str, published: date | None = None, title: str | None = None) -> tuple[Document, ...]:
    """Return the documents of a page."""
    return layout(Source("page", text, "", published=published, title=title))


def text(document: Document, span: Span | None) -> str | None:
    """Return what stands in a span of a document."""
    return span.of(document.text) if span else None


def blocks(document: Document) -> list[tuple[str, str]]:
    """Return the kind and the text of each block."""
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def of_kind(document: Document, kind: str) -> list[str]:
    """Return the texts of the blocks of a kind."""
    return [content for name, content in blocks(document) if name == kind]


def check(source: str, documents: tuple[Document, ...]) -> None:
    """Hold documents to what every reader of them may count on."""
    taken: list[int] = []
    for number, document in enumerate(documents):
        assert document.number == number
        assert document.text
        assert document.alignment.text(source) == document.text
        segments = document.alignment.segments
        taken.extend(at for s in segments for at in range(s.source, s.source + s.length) if source[at].strip())
        assert [s.source for s in segments] == sorted(s.source for s in segments)
        spans = [block.span for block in document.blocks]
        assert all(first.end <= second.start for first, second in pairwise(spans))
        assert all(len(span) and span.end <= len(document.text) for span in spans)
        for sentence in document.sentences:
            assert sum(sentence in block.span for block in document.blocks) == 1
            assert sentence.of(document.text).strip()
        said = (*document.authors, *document.editors, document.title, document.place, document.publisher)
        assert all(any(span in block.span for block in document.blocks) for span in said if span)
    assert len(taken) == len(set(taken))
