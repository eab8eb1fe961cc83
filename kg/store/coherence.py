"""What a graph must be for a store to give it back as it was: every node one thing, every reference kept."""

from collections import Counter
from collections.abc import Iterator

from kg.errors import OntologyError, StoreError
from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Ref, Statement
from kg.model.ident import document_id
from kg.ontology import in_use
from kg.store.rows import qualifiers


def check(graph: Graph) -> None:
    """Raise `StoreError` for the first record that is at odds with another or with the ontology."""
    for fault in faults(graph):
        raise StoreError(fault)


def faults(graph: Graph) -> Iterator[str]:
    """Yield what is wrong with a graph, a sentence for each fault."""
    yield from faults_of_part(graph)
    yield from _Ends(graph).faults()


def faults_of_part(graph: Graph) -> Iterator[str]:
    """Yield what is wrong with a part of a graph, whatever the other parts are: its references may lead to them."""
    yield from _repeated(graph)
    yield from (fault for entity in graph.entities if (fault := _misclassed(entity)))
    yield from (
        f"article {article.id} is in {len(article.documents)} documents, where one is right"
        for article in graph.articles
        if len(article.documents) != 1
    )
    yield from _misread(graph)
    yield from _missaid(graph)
    yield from (fault for claim in graph.statements if (fault := _misqualified(claim)))


def repeated(name: str) -> str:
    """Return the fault of an id that several records have."""
    return f"the id {name!r} stands for several things"


def misread(place: str, one: str, other: str) -> str:
    """Return the fault of a span that is said to read differently."""
    return f"{place} reads both {one!r} and {other!r}"


def misnamed(one: str, other: str) -> str:
    """Return the fault of two documents whose names are one but for their form."""
    return f"the documents {one!r} and {other!r} have one id"


def missaid(claim: str, target: str) -> str:
    """Return the fault of a figure or quotation that is another than the one before it with its id."""
    return f"statement {claim} says another thing under the id {target}"


def misreferred(claim: str, ref: Ref, name: str | None) -> str:
    """Return the fault of a reference to what is not there, or has another name."""
    if name is None:
        return f"statement {claim} refers to {ref.id}, of which there is no record"
    return f"statement {claim} refers to {ref.id} as {ref.name!r}, where its record says {name!r}"


def unknown(claim: str, predicate: str) -> str | None:
    """Return the fault of a predicate that there is not."""
    try:
        in_use().predicate(predicate)
    except OntologyError as error:
        return f"statement {claim} is not of the ontology: {error}"
    return None


def misplaced(claim: str, predicate: str, subject: str, target: str) -> str | None:
    """Return why a predicate may not stand between things of two classes; none where it may."""
    if fault := unknown(claim, predicate):
        return fault
    if in_use().predicate(predicate).related and in_use().admits(predicate, subject, target):
        return None
    return (
        f"statement {claim} has the predicate {predicate} from {subject} to {target}, which the ontology does not admit"
    )


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
                yield repeated(name)


def _misclassed(entity: Entity) -> str | None:
    try:
        known = in_use().types(entity.type) if entity.types else ()
    except OntologyError as error:
        return f"entity {entity.id}: {error}"
    if not entity.types or not in_use().is_a(entity.type, "Entity"):
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
            yield misread(f"{item.document}:{item.start}-{item.end}", text, item.text)
    names: dict[str, str] = {}
    used = {name for record in graph.records() for name in record.documents}.union(name for name, _, _ in texts)
    for name in sorted(used):
        other = names.setdefault(document_id(name), name)
        if other != name:
            yield misnamed(other, name)


def _missaid(graph: Graph) -> Iterator[str]:
    """Yield figures and quotations that are other ones than those before them with their ids."""
    said: dict[str, Figure | Quotation] = {}
    for claim in graph.statements:
        target = claim.object
        if not isinstance(target, Ref) and not alike(said.setdefault(target.id, target), target):
            yield missaid(claim.id, target.id)


def evidence(graph: Graph) -> Iterator[Evidence]:
    """Yield the mentions of all entities and the evidence of all statements."""
    for entity in graph.entities:
        yield from entity.mentions
    for claim in graph.statements:
        yield from claim.evidence


class _Ends:
    """What the statements of a graph refer to, held against its entities and articles."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.nodes: dict[tuple[str | None, str], Entity | Article] = {
            **{(None, entity.id): entity for entity in graph.entities},
            **{("Article", article.id): article for article in graph.articles},
        }

    def faults(self) -> Iterator[str]:
        """Yield references that lead nowhere, and predicates that may not stand between their ends."""
        for claim in self.graph.statements:
            for ref in references(claim):
                node = self.nodes.get((ref.type, ref.id))
                if node is None or node.name != ref.name:
                    yield misreferred(claim.id, ref, node.name if node else None)
            if fault := misplaced(claim.id, claim.predicate, self.label(claim.subject), self.label(claim.object)):
                yield fault

    def label(self, target: Ref | Figure | Quotation) -> str:
        """Return the class of a subject or object; what has no record counts as any entity."""
        if not isinstance(target, Ref):
            return type(target).__name__
        node = self.nodes.get((target.type, target.id))
        return node.type if isinstance(node, Entity) else target.type or "Entity"


def references(claim: Statement) -> Iterator[Ref]:
    """Yield what a statement refers to: its subject, its object, and what its figure is about."""
    about = claim.object.about if isinstance(claim.object, Figure) else None
    yield from (ref for ref in (claim.subject, claim.object, about) if isinstance(ref, Ref))


def alike(one: Figure | Quotation, other: Figure | Quotation) -> bool:
    """Tell whether two are one thing, though perhaps in other words."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        return all(
            getattr(one, name) == getattr(other, name) for name in ("about", "value", "value_max", "comparator", "kind")
        ) and all((getattr(one, name) is None) == (getattr(other, name) is None) for name in ("period", "base"))
    return type(one) is type(other)


def _misqualified(claim: Statement) -> str | None:
    unknown = sorted(claim.qualifiers.keys() - qualifiers().keys())
    if not unknown:
        return None
    return f"statement {claim.id} has no qualifier {unknown[0]!r} in the ontology, but {', '.join(qualifiers())}"
