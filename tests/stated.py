"""How tests read what sentences state of their mentions."""

from kg.extract.relation import relations
from kg.grammar.example import marked
from kg.model.mention import Relation
from kg.model.text import Alignment, Document, Segment, Source, Span


def article(text: str, *sentences: Span) -> Document:
    """Return an article of a text, which is one sentence unless they are given."""
    alignment = Alignment((Segment(0, 0, len(text)),))
    return Document(Source("a", text, ""), 0, text, alignment, sentences=sentences or (Span(0, len(text)),))


def found(*examples: str) -> tuple[Relation, ...]:
    """Read examples as the sentences of one document."""
    text, mentions = marked("".join(examples))
    ends = [len(marked("".join(examples[: number + 1]))[0]) for number in range(len(examples))]
    spans = [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]
    return relations(article(text, *spans), mentions)


def read(*examples: str) -> set[str]:
    """Return what is read as `subject predicate object`, with a role or a modality where there is one."""
    return {
        " ".join(
            (
                relation.subject.text,
                relation.predicate,
                relation.object.text,
                *(value for _, value in relation.qualifiers),
                *([relation.modality] if relation.modality != "asserted" else ()),
            )
        )
        for relation in found(*examples)
    }
