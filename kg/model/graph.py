"""The graph: entities, statements with their evidence, and the articles they stand in.

Field order is key order in the record format; ids are content (`kg.model.ident`).
"""

import hashlib
import importlib
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Self

import msgspec

from kg.model.mention import Modality
from kg.model.value import Comparator, FigureKind, canonical

if TYPE_CHECKING:
    import networkx as nx


class Ref(msgspec.Struct, frozen=True, order=True, omit_defaults=True):
    """A node by id, with the name it is shown by; `type` is given for articles only."""

    id: str
    name: str
    type: str | None = None


class Evidence(msgspec.Struct, frozen=True, order=True):
    """A run of characters of a source: `source.text[start:end] == text`. `document` is the source's id."""

    document: str
    start: int
    end: int
    text: str


class Entity(msgspec.Struct, frozen=True, tag_field="record", tag="entity"):
    """A thing with one name. `types` are its class and superclasses, most specific first."""

    id: str
    types: tuple[str, ...]
    name: str
    aliases: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    mentions: tuple[Evidence, ...] = ()
    code: str | None = None
    same_as: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """Its most specific class."""
        return self.types[0]

    @property
    def ref(self) -> Ref:
        """A reference to it."""
        return Ref(self.id, self.name)


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A stated quantity: which indicator of what, how much, and when. Values are in the base unit."""

    id: str
    type: Literal["Figure"] = "Figure"
    indicator: str
    about: Ref | None = None
    value: Decimal
    value_max: Decimal | None = None
    unit: str
    comparator: Comparator
    kind: FigureKind
    period: str | None = None
    base: str | None = None
    text: str

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "value", canonical(self.value))
        if self.value_max is not None:
            msgspec.structs.force_setattr(self, "value_max", canonical(self.value_max))

    @property
    def name(self) -> str:
        """What it is shown by."""
        return f"{self.indicator} {self.text}"


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """What someone said, without quotation marks."""

    id: str
    type: Literal["Quotation"] = "Quotation"
    mode: Literal["direct", "indirect"]
    text: str

    @property
    def name(self) -> str:
        """What it is shown by."""
        return self.text


# The decoder cannot tell untagged structs apart: records.decode converts the object by its `type`.
if TYPE_CHECKING:
    Target = Ref | Figure | Quotation
else:
    Target = Any


class Statement(msgspec.Struct, frozen=True, tag_field="record", tag="statement", omit_defaults=True):
    """One claim with all its evidence. `background` marks knowledge of the gazetteer, which no text states."""

    id: str
    documents: tuple[str, ...]
    subject: Ref
    predicate: str
    object: Target
    qualifiers: dict[str, str]
    evidence: tuple[Evidence, ...]
    confidence: float
    extractor: str
    rule: str
    modality: Modality = "asserted"
    background: bool = False

    def __post_init__(self) -> None:
        # msgspec leaves out a default by identity: an equal string from elsewhere would be written, and digests differ
        msgspec.structs.force_setattr(self, "modality", sys.intern(self.modality))


class Article(msgspec.Struct, frozen=True, tag_field="record", tag="article"):
    """An article or photo caption of a source: its repaired text, and the source's spans that it was joined from."""

    id: str
    documents: tuple[str, ...]
    name: str
    kind: Literal["article", "caption"]
    published: str | None
    publisher: str | None
    sha256: str
    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def ref(self) -> Ref:
        """A reference to it."""
        return Ref(self.id, self.name, "Article")


Record = Entity | Statement | Article
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def encode(record: Record) -> bytes:
    """Return a record as one line of JSON, with its newline."""
    return _ENCODER.encode(record) + b"\n"


class Graph(msgspec.Struct, frozen=True, dict=True):
    """Entities, statements and articles, each sorted by id."""

    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    articles: tuple[Article, ...] = ()

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """Build a graph from records in any order."""
        kinds: dict[type, list[Any]] = {Entity: [], Statement: [], Article: []}
        for record in records:
            kinds[type(record)].append(record)
        return cls(*(tuple(sorted(found, key=lambda record: record.id)) for found in kinds.values()))

    def records(self) -> Iterator[Record]:
        """Yield all records in the order of the record format."""
        yield from self.entities
        yield from self.statements
        yield from self.articles

    def digest(self) -> str:
        """Return the SHA-256 of the graph's records: equal digests mean the same graph."""
        found = hashlib.sha256()
        for record in self.records():
            found.update(encode(record))
        return found.hexdigest()

    @cached_property
    def nodes(self) -> dict[str, Entity | Article | Figure | Quotation]:
        """Every node by id: entities, articles, and the figures and quotations that statements hold."""
        found: dict[str, Entity | Article | Figure | Quotation] = {}
        for statement in self.statements:
            if not isinstance(statement.object, Ref):
                found[statement.object.id] = statement.object
        for node in self.entities:
            found[node.id] = node
        for article in self.articles:
            found[article.id] = article
        return found

    def find(self, text: str) -> tuple[Entity | Article | Statement | Figure | Quotation, ...]:
        """Return what has this id; else the entities of this name, else alias, else of a name that holds it."""
        if text in self.nodes:
            return (self.nodes[text],)
        if found := tuple(statement for statement in self.statements if statement.id == text):
            return found
        for test in (
            lambda entity: entity.name == text,
            lambda entity: text in entity.aliases,
            lambda entity: any(text in name for name in (entity.name, *entity.aliases)),
        ):
            if entities := tuple(filter(test, self.entities)):
                return entities
        return ()

    def of_node(self, node: str) -> tuple[Statement, ...]:
        """Return the statements that a node takes part in, as subject, object or what a figure is about."""
        return tuple(
            statement
            for statement in self.statements
            if node in (statement.subject.id, statement.object.id)
            or (isinstance(statement.object, Figure) and statement.object.about and statement.object.about.id == node)
        )

    def to_networkx(self) -> "nx.MultiDiGraph":
        """Return the graph as a `networkx.MultiDiGraph`; see `kg.model.network`."""
        from kg.model.network import to_networkx  # noqa: PLC0415  # networkx takes 0.5 s to import

        return to_networkx(self)

    def _repr_html_(self) -> str:
        """Return the graph's page in a frame: a notebook shows a graph by it; see `kg.render.frame`."""
        # By name, since a layer knows nothing of those above it
        page: str = importlib.import_module("kg.render").frame(self)
        return page
