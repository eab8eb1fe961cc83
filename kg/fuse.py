"""Fuse: from the graphs of many sources to one graph, one statement a claim, within the ontology's limits."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from kg.errors import LedgerError, OntologyError
from kg.model.claim import joined, merged, renamed
from kg.model.graph import Article, Entity, Figure, Graph, Ref, Statement
from kg.normalise.name_part import is_relative
from kg.ontology import Ontology
from kg.project.ledger import NONE, Ledger


class Refusal(msgspec.Struct, frozen=True):
    """A statement that the ontology does not admit, and why."""

    statement: Statement
    reason: str

    def __str__(self) -> str:
        claim = self.statement
        return f"{claim.subject.name} {claim.predicate} {claim.object.name}: {self.reason} ({claim.rule})"


def fuse(
    graphs: Iterable[Graph],
    ontology: Ontology,
    on_refusal: Callable[[Refusal], None] | None = None,
    ledger: Ledger = NONE,
) -> Graph:
    """Return one graph of all: entities by id and by the aliases that sources establish, statements by claim.

    The ledger says which entities are one, and which are not, whatever their names. A statement that the ontology does
    not admit is left out and given to `on_refusal`.
    """
    records: dict[str, list[Entity]] = defaultdict(list)
    claims: dict[str, list[Statement]] = defaultdict(list)
    articles: dict[str, Article] = {}
    for graph in graphs:
        for entity in graph.entities:
            records[entity.id].append(entity)
        for claim in graph.statements:
            claims[claim.id].append(claim)
        articles.update((article.id, article) for article in graph.articles)
    entities = {name: merged(*found) for name, found in records.items()}
    statements = {name: joined(*found) for name, found in claims.items()}
    refs = links(entities.values(), ledger)
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


def links(entities: Iterable[Entity], ledger: Ledger = NONE) -> Mapping[str, Ref]:
    """Return the entities that are others under a short name or another class, or by the ledger, by id.

    An entity joins another of its root class whose established alias (or name) is its name, where there is
    just one such; things with official codes and people never join by a name, nor bodies by one that only a text
    tells the area of (市委), and what the ledger keeps apart never.
    """
    known = sorted(entities, key=lambda entity: entity.id)
    holders: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    singles = [entity for entity in known if not (entity.code or entity.types[0] == "Person")]
    for entity in singles:
        for name in (entity.name, *entity.aliases):
            if is_relative(name, entity.type):
                continue
            holders[(entity.types[-1], name)].append(entity)
    found = _Union(known, ledger)
    for entity in singles:
        others = [other for other in holders[(entity.types[-1], entity.name)] if _outranks(other, entity)]
        if len(others) == 1:
            found.join(entity, others[0])
    return found.refs()


class _Union:
    """A partition of entities, which starts from what the ledger says is one thing."""

    def __init__(self, entities: Sequence[Entity], ledger: Ledger) -> None:
        self.ledger = ledger
        self.members = {entity.id: [entity] for entity in entities}
        self.things = {entity.id: _things(entity, ledger) for entity in entities}
        self.root = {entity.id: entity.id for entity in entities}
        holders: dict[int, Entity] = {}
        for entity in entities:
            for thing in sorted(self.things[entity.id]):
                self.join(entity, holders.setdefault(thing, entity))
        for name, (first, *_) in self.members.items():
            if (where := ledger.dispute(self.things[name])) is not None:
                raise LedgerError(f"{first.name} ({name}) is both of two that cannot be one thing", where)

    def join(self, one: Entity, other: Entity) -> None:
        """Make two entities one thing, unless the ledger says that they are two."""
        first, second = sorted((self.root[one.id], self.root[other.id]))
        things = self.things[first] | self.things[second]
        disputed = self.ledger.dispute(things) is not None and not self.things[first] & self.things[second]
        if first == second or disputed:
            return
        self.things[first] = things
        self.members[first] += self.members.pop(second)
        for entity in self.members[first]:
            self.root[entity.id] = first

    def refs(self) -> Mapping[str, Ref]:
        """Return what stands for each entity that another stands for: the one with a code, else the highest in rank."""
        found: dict[str, Ref] = {}
        for members in self.members.values():
            coded = [entity for entity in members if entity.code]
            best = min(coded, key=lambda entity: entity.code or "") if coded else max(members, key=_rank)
            found.update((entity.id, best.ref) for entity in members if entity is not best)
        return found


def _things(entity: Entity, ledger: Ledger) -> frozenset[int]:
    return ledger.named(entity.type, (entity.name, *entity.aliases), entity.code)


def _outranks(one: Entity, other: Entity) -> bool:
    """Tell whether the other joins the one: the longer name keeps its record, of equals the more mentioned."""
    return _rank(one) > _rank(other)


def _rank(entity: Entity) -> tuple[int, int, int, str]:
    return len(entity.name), len(entity.mentions), len(entity.types), entity.id


def _linked(
    entities: dict[str, Entity], statements: dict[str, Statement], refs: Mapping[str, Ref]
) -> tuple[dict[str, Entity], dict[str, Statement]]:
    """Replace linked entities, and give every reference the name that its entity has now."""
    linked: dict[str, list[Entity]] = defaultdict(list)
    for name, ref in sorted(refs.items()):
        linked[ref.id].append(entities.pop(name))
    entities |= {name: merged(entities[name], *found) for name, found in linked.items()}
    current = {name: entity.ref for name, entity in entities.items()} | dict(refs)
    found: dict[str, list[Statement]] = defaultdict(list)
    for claim in statements.values():
        new = renamed(claim, current)
        found[new.id].append(new)
    return entities, _worded({name: joined(*claims) for name, claims in found.items()})


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
