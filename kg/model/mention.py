"""What annotators and extractors find in one document: mentions and relations as read.

All spans are of the document's repaired text.
"""

from typing import Literal

import msgspec

from kg.model.text import Document, Span
from kg.model.value import FigureKind, Period, Quantity

Modality = Literal["asserted", "planned", "former"]


class Mention(msgspec.Struct, frozen=True):
    """A stretch of text that names a thing, or stands for one.

    `type` is a class of the ontology, or Quantity or Period for values. `level` follows ACE: a `name` names its
    thing, a `nominal` stands for one (公司, 该校, 我国). `code` is a GB/T 2260 or ISO 3166 code where one is known.
    """

    span: Span
    type: str
    text: str
    level: Literal["name", "nominal"] = "name"
    value: Quantity | Period | None = None
    code: str | None = None
    confidence: float = 1.0
    rule: str = ""


class Observation(msgspec.Struct, frozen=True):
    """A figure as read: a quantity, which indicator it measures, of what, and when."""

    quantity: Quantity
    indicator: str
    kind: FigureKind
    span: Span
    about: Mention | None = None
    period: Period | None = None
    base: str | None = None


class Utterance(msgspec.Struct, frozen=True):
    """What someone is said to have said; the spans leave out quotation marks and interrupting cues."""

    spans: tuple[Span, ...]
    mode: Literal["direct", "indirect"]


class Relation(msgspec.Struct, frozen=True):
    """A statement as read, about mentions. No subject or object stands for the article itself.

    `spans` are its evidence. `rule` leads to the line of the grammar that read it.
    """

    predicate: str
    subject: Mention | None
    object: Mention | Observation | Utterance | None
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 0.9
    qualifiers: tuple[tuple[str, str], ...] = ()
    modality: Modality = "asserted"

    @property
    def extractor(self) -> str:
        """The grammar that the rule stands in: `post` for `post/place-title-person`."""
        return self.rule.partition("/")[0]


class Reading(msgspec.Struct, frozen=True):
    """One document with all that was found in it."""

    document: Document
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
