"""Graphs with and without one of their documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from kg.errors import StoreError
from kg.model.claim import joined, merged, renamed
from kg.model.graph import Entity, Evidence, Figure, Graph, Ref, Statement


def without(graph: Graph, document: str) -> Graph:
    """Return the graph as if it had never had the document.

    What other documents support stays, as do the background statements of the entities that stay. An alias goes with
    the last mention that reads so. A graph does not tell which document gave an entity its name, or a statement its
    confidence: these stay as they are.
    """
    claims = [_claim_without(claim, document) for claim in graph.statements if claim.documents != (document,)]
    entities = [_entity_without(entity, document) for entity in graph.entities]
    living = _living(entities, claims)
    articles = (article for article in graph.articles if document not in article.documents)
    return Graph.of(
        [
            *(entity for entity in entities if entity.id in living),
            *(claim for claim in claims if claim.documents or claim.subject.id in living),
            *articles,
        ]
    )


def replaced(graph: Graph, document: str, part: Graph) -> Graph:
    """Return the graph with the document as `part` has it, the graph of this document alone."""
    for record in part.records():
        if others := sorted(set(record.documents) - {document}):
            raise StoreError(f"{record.id} is of the document {others[0]!r}, in the graph of {document!r} alone")
    rest = without(graph, document)
    entities = {entity.id: entity for entity in rest.entities}
    for entity in part.entities:
        entities[entity.id] = merged(entities[entity.id], entity) if entity.id in entities else entity
    refs = {entity.id: entity.ref for entity in entities.values()}
    claims = {claim.id: claim for claim in rest.statements}
    for claim in (_current(claim, refs) for claim in part.statements):
        claims[claim.id] = joined(claims[claim.id], claim) if claim.id in claims else claim
    return Graph.of([*entities.values(), *claims.values(), *rest.articles, *part.articles])


def _claim_without(claim: Statement, document: str) -> Statement:
    return msgspec.structs.replace(
        claim, documents=_others(claim.documents, document), evidence=_elsewhere(claim.evidence, document)
    )


def _entity_without(entity: Entity, document: str) -> Entity:
    mentions = _elsewhere(entity.mentions, document)
    gone = {item.text for item in entity.mentions} - {item.text for item in mentions}
    return msgspec.structs.replace(
        entity,
        aliases=tuple(alias for alias in entity.aliases if alias not in gone),
        documents=_others(entity.documents, document),
        mentions=mentions,
    )


def _others(documents: Iterable[str], document: str) -> tuple[str, ...]:
    return tuple(name for name in documents if name != document)


def _elsewhere(items: Iterable[Evidence], document: str) -> tuple[Evidence, ...]:
    return tuple(item for item in items if item.document != document)


def _living(entities: Iterable[Entity], claims: Iterable[Statement]) -> set[str]:
    """Return the ids of what documents speak of, and of what the background says of that."""
    background: dict[str, list[str]] = defaultdict(list)
    living = {entity.id for entity in entities if entity.documents}
    for claim in claims:
        if claim.documents:
            living.update(_ends(claim))
        else:
            background[claim.subject.id].extend(_ends(claim))
    waiting = sorted(living)
    while waiting:
        found = set(background[waiting.pop()]) - living
        living |= found
        waiting.extend(sorted(found))
    return living


def _ends(claim: Statement) -> Iterator[str]:
    yield claim.subject.id
    target = claim.object.about if isinstance(claim.object, Figure) else claim.object
    if isinstance(target, Ref):
        yield target.id


def _current(claim: Statement, refs: dict[str, Ref]) -> Statement:
    """Return the statement with the names that its entities have now."""
    target = claim.object.about if isinstance(claim.object, Figure) else claim.object
    ends = (claim.subject, target) if isinstance(target, Ref) else (claim.subject,)
    return claim if all(refs.get(ref.id, ref) == ref for ref in ends) else renamed(claim, refs)
