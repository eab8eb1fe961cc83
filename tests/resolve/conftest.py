"""Readings of marked sentences, as the stages before resolving would give them."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.grammar.example import marked
from kg.lexicon import Word, table
from kg.model.mention import Mention, Reading, Relation
from kg.model.text import Alignment, Document, Source, Span
from kg.normalise.name import nominals
from kg.normalise.place import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The places of the package."""
    return Gazetteer()


@pytest.fixture
def read(gazetteer: Gazetteer) -> Callable[..., Reading]:
    """How tests read a marked sentence: names of one place have its code, nominal words are nominal."""

    codes_of = {form: row.code for form, row in nominals().items()}
    codes_of |= {row.form: row.canonical or None for row in table("place_nominal", Word)}

    def mention(found: Mention) -> Mention:
        if found.text in codes_of:
            return Mention(found.span, found.type, found.text, "nominal", code=codes_of[found.text])
        codes = [place.code for place in gazetteer.lookup(found.text) if place.type == found.type]
        return Mention(found.span, found.type, found.text, code=codes[0] if len(codes) == 1 else None)

    def reading(text: str, *relations: Relation, number: int = 0, **fields: object) -> Reading:
        plain, mentions = marked(text)
        whole = (Span(0, len(plain)),)
        document = Document(
            Source("a.txt", plain, "", publisher="海川日报"), number, plain, Alignment.of_spans(whole),
            **{"sentences": whole, "published": date(2025, 7, 3), **fields},
        )  # fmt: skip
        return Reading(document, tuple(map(mention, mentions)), relations)

    return reading
