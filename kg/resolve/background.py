"""What the gazetteer knows of the places in a graph: which area lies within which."""

from collections.abc import Iterator

from kg.model.claim import statement
from kg.model.graph import Entity, Graph, Statement
from kg.model.ident import area
from kg.normalise.place import Gazetteer
from kg.ontology import in_use

RULE = "gazetteer/containment"


def with_background(graph: Graph, gazetteer: Gazetteer) -> Graph:
    """Return the graph with the containment of its places, up to their country, as background statements.

    What a text states is not repeated; a parent that no text names is an entity without documents.
    """
    entities = {entity.id: entity for entity in graph.entities}
    stated = {claim.id: claim for claim in graph.statements}
    for entity in graph.entities:
        for child, parent in _chain(entity, gazetteer):
            entities.setdefault(parent.id, parent)
            claim = _within(child, entities[parent.id])
            stated.setdefault(claim.id, claim)
    return Graph.of([*entities.values(), *stated.values(), *graph.articles])


def _chain(entity: Entity, gazetteer: Gazetteer) -> Iterator[tuple[Entity, Entity]]:
    place = gazetteer.get(entity.code) if entity.code else None
    areas = [(outer.code, outer) for outer in gazetteer.chain(place)[1:] if outer.code] if place else []
    child = entity
    for code, outer in areas:
        parent = Entity(area(code), in_use().types(outer.type), outer.name, code=code)
        yield child, parent
        child = parent


def _within(child: Entity, parent: Entity) -> Statement:
    return statement(child.ref, "partOf", parent.ref, confidence=1.0, extractor="gazetteer", rule=RULE, background=True)
