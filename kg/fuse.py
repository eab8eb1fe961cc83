"""Fuse: from the graphs of many sources to one graph, one statement a claim, within the ontology's limits."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from kg.errors import OntologyError
from kg.model.claim import joined, merged, renamed
from kg.model.graph import Article, Entity, Figure, Graph, Ref, Statement
from kg.ontology import Ontology


class Refusal(msgspec.Struct, frozen=True):
    """A statement that the ontology does not admit, and why."""

    statement: Statement
    reason: str

    def __str__(self) -> str:
        claim = self.statement
        return f"{claim.subject.name} {claim.predicate} {claim.object.name}: {self.reason} ({claim.rule})"


def fuse(graphs: Iterable[Graph], ontology: Ontology, on_refusal: Callable[[Refusal], None] | None = None) -> Graph:
    """Return one graph of all: entities by id and by the aliases that sources establish, statements by claim.

    A statement that the ontology does not admit is left out and given to `on_refusal`.
    """
    entities: dict[str, Entity] = {}
    statements: dict[str, Statement] = {}
    articles: dict[str, Article] = {}
    for graph in graphs:
        for entity in graph.entities:
            entities[entity.id] = merged(entities[entity.id], entity) if entity.id in entities else entity
        for claim in graph.statements:
            statements[claim.id] = joined(statements[claim.id], claim) if claim.id in statements else claim
        articles.update((article.id, article) for article in graph.articles)
    refs = links(entities.values())
    entities, statements = _linked(entities, statements, refs)
    nodes: dict[str, Entity | Article] = {**entities, **articles}
    kept = []
    for claim in statements.values():
        reason = fault(claim, nodes, ontology)
        if reason is None:
            kept.append(claim)
        elif on_refusal:
            on_refusal(Refusal(claim, reason))
    return Graph.of([*entities.values(), *kept, *articles.values()])


def links(entities: Iterable[Entity]) -> Mapping[str, Ref]:
    """Return the entities that are others under a short name or another class, by id.

    An entity joins another of its root class whose established alias (or name) is its name, where there is
    just one such; things with official codes and people never join by a name.
    """
    holders: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    singles = []
    for entity in sorted(entities, key=lambda entity: entity.id):
        if entity.code or entity.types[0] == "Person":
            continue
        singles.append(entity)
        for name in (entity.name, *entity.aliases):
            holders[(entity.types[-1], name)].append(entity)
    found: dict[str, Ref] = {}
    for entity in singles:
        others = [other for other in holders[(entity.types[-1], entity.name)] if _outranks(other, entity)]
        if len(others) == 1:
            found[entity.id] = others[0].ref
    return {name: _end(name, found) for name in found}


def _outranks(one: Entity, other: Entity) -> bool:
    """Tell whether the other joins the one: the longer name keeps its record, of equals the more mentioned."""
    return _rank(one) > _rank(other)


def _rank(entity: Entity) -> tuple[int, int, int, str]:
    return len(entity.name), len(entity.mentions), len(entity.types), entity.id


def _end(name: str, found: Mapping[str, Ref]) -> Ref:
    while found[name].id in found:
        name = found[name].id
    return found[name]


def _linked(
    entities: dict[str, Entity], statements: dict[str, Statement], refs: Mapping[str, Ref]
) -> tuple[dict[str, Entity], dict[str, Statement]]:
    """Replace linked entities, and give every reference the name that its entity has now."""
    for name, ref in sorted(refs.items()):
        entities[ref.id] = merged(entities[ref.id], entities.pop(name))
    current = {name: entity.ref for name, entity in entities.items()} | dict(refs)
    found: dict[str, Statement] = {}
    for claim in statements.values():
        new = renamed(claim, current)
        found[new.id] = joined(found[new.id], new) if new.id in found else new
    return entities, _worded(found)


def _worded(statements: dict[str, Statement]) -> dict[str, Statement]:
    """Give a figure that several speakers state, each in words of their own, one wording."""
    texts: dict[str, str] = {}
    for claim in statements.values():
        if isinstance(claim.object, Figure):
            texts[claim.object.id] = min(claim.object.text, texts.get(claim.object.id, claim.object.text))
    return {
        name: msgspec.structs.replace(claim, object=msgspec.structs.replace(claim.object, text=texts[claim.object.id]))
        if isinstance(claim.object, Figure)
        else claim
        for name, claim in statements.items()
    }


def fault(claim: Statement, nodes: Mapping[str, Entity | Article], ontology: Ontology) -> str | None:
    """Return why the ontology does not admit a statement, None where it does."""
    if claim.subject.id == claim.object.id:
        return "says a thing of itself"
    ends = [_classes(claim.subject, nodes), _classes(claim.object, nodes)]
    if not all(ends):
        return f"no record of {claim.subject.id if not ends[0] else claim.object.id}"
    subject, target = (kinds[0] for kinds in ends)
    try:
        if ontology.admits(claim.predicate, subject, target):
            return None
    except OntologyError as error:
        return str(error)
    return f"{claim.predicate} does not run from {subject} to {target}"


def _classes(node: Any, nodes: Mapping[str, Entity | Article]) -> tuple[str, ...]:
    if not isinstance(node, Ref):
        return (type(node).__name__,)
    record = nodes.get(node.id)
    if record is None:
        return ()
    return record.types if isinstance(record, Entity) else ("Article",)
