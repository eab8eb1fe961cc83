"""Authors: the names in a document's byline."""

from kg.model.mention import Mention, Relation
from kg.model.text import Document

RULE = "byline/author"


def bylines(document: Document) -> tuple[Relation, ...]:
    """Return a relation `authorOf` from each name of the byline to the article itself."""
    return tuple(
        Relation("authorOf", Mention(span, "Person", span.of(document.text), rule=RULE), None, (span,), RULE)
        for span in document.authors
    )
