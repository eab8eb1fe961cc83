"""What the page's panel tells of nodes and statements, and the rows of its table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec

from kg.model.graph import Article, Entity, Figure, Graph, Quotation, Statement
from kg.model.passage import Passage
from kg.ontology import Ontology, Term
from kg.render import pinyin
from kg.render.drawing import Node, kind
from kg.render.reading import Reading
from kg.render.style import group, phrases, signs

Pair = tuple[str, str]
Facts = list[tuple[str, str]]

_SIGNS: Mapping[str, str] = MappingProxyType({"=": "", "~": "≈ ", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ "})
_PROPERTIES: Mapping[str, str] = MappingProxyType({"as_of": "asOf"})


class Details:
    """The details of one graph, worded by one ontology."""

    def __init__(self, graph: Graph, schema: Ontology) -> None:
        self.graph, self.schema = graph, schema
        self.statements = sorted(graph.statements, key=lambda claim: (claim.background, claim.evidence, claim.id))
        self.reading = Reading(graph.articles, self.statements)
        self.published = {article.id: article.published for article in graph.articles}

    def data(self) -> dict[str, Any]:
        """Return what the page's script is given, as values of JSON."""
        return {
            "words": phrases(),
            "classes": self.classes(),
            "predicates": {name: label(term) for name, term in self.schema.predicates.items()},
            "properties": {name: label(term) for name, term in self.schema.properties.items()},
            "nodes": {name: self.node(node) for name, node in sorted(self.graph.nodes.items())},
            "statements": list(map(self.statement, self.statements, self.reading.passages)),
            "articles": self.reading.runs,
            "namespace": self.schema.namespace,
        }

    def classes(self) -> dict[str, Any]:
        """Return the classes that the graph has: those of the legend, in its order, then their subclasses."""
        kinds = Counter(kind(node) for node in self.graph.nodes.values())
        groups: Counter[str] = Counter()
        for name, count in kinds.items():
            groups[group(name, self.schema)] += count
        found: dict[str, Any] = {
            name: {"label": label(self.schema.class_(name)), "count": groups[name], **msgspec.structs.asdict(sign)}
            for name, sign in signs().items()
            if name in groups
        }
        return found | {name: {"label": label(self.schema.class_(name))} for name in sorted(kinds.keys() - found)}

    def node(self, node: Node) -> dict[str, Any]:
        """Return what the panel tells of a node."""
        name = kind(node)
        found: dict[str, Any] = {
            "name": node.name,
            "type": name,
            "group": group(name, self.schema),
            "facts": facts(node),
        }
        if isinstance(node, Entity):
            found |= {"aliases": node.aliases}
        if isinstance(node, Figure):
            found |= {"measure": measure(node)} | ({"about": node.about.id} if node.about else {})
        return found | ({"pinyin": syllables} if (syllables := readings(node)) else {})

    def statement(self, claim: Statement, passages: Sequence[Passage]) -> dict[str, Any]:
        """Return what the panel tells of a statement; what goes without saying is left out."""
        found = {
            "id": claim.id,
            "subject": claim.subject.id,
            "predicate": claim.predicate,
            "object": claim.object.id,
            "qualifiers": qualifiers(claim),
            "confidence": round(claim.confidence, 2),
            "rule": claim.rule,
            "passages": [self.passage(passage) for passage in passages],
        }
        found |= {"period": period} if (period := self.period(claim, passages)) else {}
        return found | ({"background": True} if claim.background else {})

    def passage(self, passage: Passage) -> dict[str, Any]:
        """Return where a passage stands: the runs of its article, else its own text in segments."""
        where: dict[str, Any] = {"document": passage.document, "start": passage.start, "end": passage.end}
        if passage.article is None or passage.extent is None:
            return where | {"segments": [[segment.text, int(segment.marked)] for segment in passage.segments]}
        where |= {"article": passage.article, "runs": self.reading.within(passage.article, passage.extent)}
        return where | ({"cut": passage.cut} if any(passage.cut) else {})

    def period(self, claim: Statement, passages: Iterable[Passage]) -> str | None:
        """Return when a statement holds: the period of its figure, else the day it was true, else of publication."""
        own = claim.object.period if isinstance(claim.object, Figure) else claim.qualifiers.get("as_of")
        days = [day for passage in passages if (day := self.published.get(passage.article or ""))]
        return own or min(days, default=None)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows of the table: one a statement, in the order of their evidence, with both languages' labels."""
        for claim in self.statements:
            target = claim.object
            yield {
                "subject": claim.subject.name,
                "predicate": label(self.schema.predicate(claim.predicate)),
                "object": target.text if isinstance(target, Quotation) else target.name,
                "qualifiers": [(self.property(name), value) for name, value in qualifiers(claim)],
                "evidence": [(item.text, f"{item.document} {item.start}–{item.end}") for item in claim.evidence],
                "confidence": f"{claim.confidence:.2f}",
                "rule": claim.rule,
            }

    def property(self, name: str) -> Pair:
        """Return the label of a property; a qualifier that the ontology lacks is shown by its own name."""
        term = self.schema.properties.get(name)
        return label(term) if term else (name, name)


def label(term: Term) -> Pair:
    """Return the label of a term in Chinese and English."""
    return term.label.zh, term.label.en


def qualifiers(claim: Statement) -> Facts:
    """Return the qualifiers of a statement by property, with its modality where it is not plainly asserted."""
    found = [(_PROPERTIES.get(name, name), value) for name, value in claim.qualifiers.items()]
    return found if claim.modality == "asserted" else [*found, ("modality", claim.modality)]


def facts(node: Node) -> Facts:
    """Return what a node carries beside its name, by property."""
    if isinstance(node, Entity):
        found = [("alias", alias) for alias in node.aliases]
        found += [("code", node.code)] if node.code else []
        return found + [("sameAs", other) for other in node.same_as]
    fields: tuple[tuple[str, str | None], ...]
    if isinstance(node, Article):
        fields = (("articleKind", node.kind), ("published", node.published), ("publisher", node.publisher))
    elif isinstance(node, Figure):
        fields = (("value", quantity(node)), ("period", node.period), ("kind", node.kind), ("base", node.base))
    else:
        fields = (("mode", node.mode),)
    return [(name, value) for name, value in fields if value]


def readings(node: Node) -> list[str]:
    """Return the readings of what a node is searched by: its names, or the indicator of a figure."""
    if isinstance(node, Quotation):
        return []
    names = [node.indicator] if isinstance(node, Figure) else [node.name, *getattr(node, "aliases", ())]
    return [syllables for name in names if (syllables := pinyin.reading(name))]


def measure(figure: Figure) -> dict[str, Any]:
    """Return what a figure's row and its charts need: the number as it is written, and as it is drawn."""
    fields = ("indicator", "unit", "kind", "period", "base", "text")
    found = {name: value for name in fields if (value := getattr(figure, name))}
    return found | {"value": quantity(figure), "number": float(figure.value), "comparator": figure.comparator}


def quantity(figure: Figure) -> str:
    """Return the value of a figure in its base unit, with its hedge as a sign.

    >>> from decimal import Decimal
    >>> value = Decimal("3.5E+11")
    >>> quantity(Figure(id="", indicator="产值", value=value, unit="元", comparator="~", kind="level", text="3500亿元"))
    '≈ 350,000,000,000 元'
    """
    top = f" – {figure.value_max:,}" if figure.value_max is not None else ""
    return f"{_SIGNS[figure.comparator]}{figure.value:,}{top} {figure.unit}".strip()
