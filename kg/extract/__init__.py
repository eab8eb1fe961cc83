"""Extract: from the mentions of one document to relations between them, as read."""

from collections.abc import Sequence

from kg.extract.alias import aliases
from kg.extract.byline import bylines
from kg.extract.figure import figures
from kg.extract.post import posts
from kg.extract.relation import relations
from kg.extract.speech import speech
from kg.extract.weight import settled, weighed
from kg.grammar import Rule
from kg.model.mention import Mention, Relation
from kg.model.text import Document

__all__ = ["extract"]


def extract(document: Document, mentions: Sequence[Mention], rules: tuple[Rule, ...] = ()) -> tuple[Relation, ...]:
    """Return all relations of a document; a figure inside what someone says is stated by that speaker.

    `rules` read relations beside those of the package.
    """
    said = speech(document, mentions)
    return (
        *bylines(document),
        *aliases(document, mentions),
        *map(weighed, posts(document, mentions)),
        *map(weighed, relations(document, mentions, rules)),
        *said,
        *(settled(found, document.sentences) for found in figures(document, mentions, said)),
    )
