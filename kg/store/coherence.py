"""What a graph must be for a store to give it back as it was: every node one thing, every reference kept."""

from collections import Counter
from collections.abc import Iterator

from kg.errors import OntologyError, StoreError
from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Ref, Statement
from kg.model.ident import document_id
from kg.ontology import packaged
from kg.store.rows import qualifiers


def check(graph: Graph) -> None:
    """Raise `StoreError` for the first record that is at odds with another or with the ontology."""
    for fault in faults(graph):
        raise StoreError(fault)


def faults(graph: Graph) -> Iterator[str]:
    """Yield what is wrong with a graph, a sentence for each fault."""
    yield from _repeated(graph)
    yield from (fault for entity in graph.entities if (fault := _misclassed(entity)))
    yield from (
        f"article {article.id} is in {len(article.documents)} documents, where one is right"
        for article in graph.articles
        if len(article.documents) != 1
    )
    yield from _misread(graph)
    yield from _Claims(graph).faults()


def _repeated(graph: Graph) -> Iterator[str]:
    """Yield ids that stand for more than one record, or for a statement and what it says."""
    said = {claim.object.id for claim in graph.statements if not isinstance(claim.object, Ref)}
    documents = {document_id(name) for record in graph.records() for name in set(record.documents)}
    for ids, taken in (
        ([entity.id for entity in graph.entities], set[str]()),
        ([article.id for article in graph.articles], documents),
        ([claim.id for claim in graph.statements], said),
    ):
        for name, count in Counter(ids).items():
            if count > 1 or name in taken:
                yield f"the id {name!r} stands for several things"


def _misclassed(entity: Entity) -> str | None:
    try:
        known = packaged().types(entity.type) if entity.types else ()
    except OntologyError as error:
        return f"entity {entity.id}: {error}"
    if not entity.types or not packaged().is_a(entity.type, "Entity"):
        return f"entity {entity.id} is of no class of entities: {list(entity.types)}"
    if entity.types != known:
        return f"entity {entity.id} has the types {list(entity.types)}, where the ontology has {list(known)}"
    return None


def _misread(graph: Graph) -> Iterator[str]:
    """Yield spans that are said to read differently, and documents whose names are one but for their form."""
    texts: dict[tuple[str, int, int], str] = {}
    for item in evidence(graph):
        text = texts.setdefault((item.document, item.start, item.end), item.text)
        if text != item.text:
            yield f"{item.document}:{item.start}-{item.end} reads both {text!r} and {item.text!r}"
    names: dict[str, str] = {}
    used = {name for record in graph.records() for name in record.documents}.union(name for name, _, _ in texts)
    for name in sorted(used):
        other = names.setdefault(document_id(name), name)
        if other != name:
            yield f"the documents {other!r} and {name!r} have one id"


def evidence(graph: Graph) -> Iterator[Evidence]:
    """Yield the mentions of all entities and the evidence of all statements."""
    for entity in graph.entities:
        yield from entity.mentions
    for claim in graph.statements:
        yield from claim.evidence


class _Claims:
    """The statements of a graph, held against its entities and articles."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.nodes: dict[tuple[str | None, str], Entity | Article] = {
            **{(None, entity.id): entity for entity in graph.entities},
            **{("Article", article.id): article for article in graph.articles},
        }
        self.said: dict[str, Figure | Quotation] = {}

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the statements."""
        for claim in self.graph.statements:
            for fault in (*self.ends(claim), self.predicate(claim), self.content(claim.object), _qualified(claim)):
                if fault:
                    yield f"statement {claim.id} {fault}"

    def ends(self, claim: Statement) -> Iterator[str]:
        """Yield references to what is not there, or has another name."""
        about = claim.object.about if isinstance(claim.object, Figure) else None
        for ref in (claim.subject, claim.object, about):
            if isinstance(ref, Ref):
                node = self.nodes.get((ref.type, ref.id))
                if node is None:
                    yield f"refers to {ref.id}, of which there is no record"
                elif node.name != ref.name:
                    yield f"refers to {ref.id} as {ref.name!r}, where its record says {node.name!r}"

    def predicate(self, claim: Statement) -> str | None:
        """Return why its predicate may not stand between its ends."""
        subject, target = self.label(claim.subject), self.label(claim.object)
        try:
            if packaged().predicate(claim.predicate).related and packaged().admits(claim.predicate, subject, target):
                return None
        except OntologyError as error:
            return f"is not of the ontology: {error}"
        return f"has the predicate {claim.predicate} from {subject} to {target}, which the ontology does not admit"

    def label(self, target: Ref | Figure | Quotation) -> str:
        """Return the class of a subject or object; what has no record counts as any entity."""
        if not isinstance(target, Ref):
            return type(target).__name__
        node = self.nodes.get((target.type, target.id))
        return node.type if isinstance(node, Entity) else target.type or "Entity"

    def content(self, target: Ref | Figure | Quotation) -> str | None:
        """Return whether a figure or quotation is another than the one before it with its id."""
        if isinstance(target, Ref) or _alike(self.said.setdefault(target.id, target), target):
            return None
        return f"says another thing under the id {target.id}"


def _alike(one: Figure | Quotation, other: Figure | Quotation) -> bool:
    """Tell whether two are one thing, though perhaps in other words."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        return all(
            getattr(one, name) == getattr(other, name) for name in ("about", "value", "value_max", "comparator", "kind")
        ) and all((getattr(one, name) is None) == (getattr(other, name) is None) for name in ("period", "base"))
    return type(one) is type(other)


def _qualified(claim: Statement) -> str | None:
    unknown = sorted(claim.qualifiers.keys() - qualifiers().keys())
    return f"has no qualifier {unknown[0]!r} in the ontology, but {', '.join(qualifiers())}" if unknown else None
