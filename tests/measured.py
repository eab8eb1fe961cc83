"""How tests read the figures of a text."""

import re
from datetime import date
from itertools import pairwise

from kg.annotate.period import periods
from kg.annotate.quantity import quantities
from kg.extract.figure import figures
from kg.grammar.example import marked
from kg.model.mention import Mention, Relation, Utterance
from kg.model.text import Alignment, Block, Document, Source, Span

TODAY = date(2025, 7, 18)


def document(text: str) -> Document:
    """Return an article of a text, of its day, its lines as paragraphs."""
    ends = [0, *(match.end() for match in re.finditer(r"[。！？]”?|\n", text)), len(text)]
    spans = tuple(Span(start, end) for start, end in pairwise(ends) if text[start:end].strip())
    source = Source("news.txt", text, "", published=TODAY)
    lines = tuple(Block(Span(*line.span()), "paragraph") for line in re.finditer(r"[^\n]+", text))
    return Document(source, 0, text, Alignment.of_spans([Span(0, len(text))]), lines, spans, published=TODAY)


def mentions(found: Document, names: list[Mention]) -> list[Mention]:
    """Return names with the periods and quantities that stand between them."""
    taken = [name.span for name in names]
    when = periods(found.text, found.sentences, found.published, taken)
    amounts = quantities(found.text, found.sentences, [*taken, *(mention.span for mention in when)])
    return sorted([*names, *when, *amounts], key=lambda mention: mention.span)


def utterance(text: str, names: list[Mention], speaker: str, said: str) -> Relation:
    """Return that a speaker says a part of a text."""
    start = text.index(said)
    subject = next(name for name in names if name.text == speaker)
    return Relation("says", subject, Utterance((Span(start, start + len(said)),), "direct"), (), "speech/person")


def read(text: str, speech: list[tuple[str, str]] | tuple[()] = ()) -> tuple[Relation, ...]:
    """Read the figures of a text in which names are marked: `{City|青川}`; speech are speakers and what they say."""
    plain, names = marked(text)
    found = document(plain)
    return figures(found, mentions(found, names), [utterance(plain, names, *item) for item in speech])


def about(text: str) -> list[str | None]:
    """Return what each figure of a text is about."""
    return [relation.object.about and relation.object.about.text for relation in read(text)]


def indicators(text: str) -> list[tuple[str, str]]:
    """Return the indicator and the kind of each figure of a text."""
    return [(relation.object.indicator, relation.object.kind) for relation in read(text)]
