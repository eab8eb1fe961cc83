"""Resolve: from what was read in a source to statements about entities."""

from collections.abc import Iterator, Sequence

from kg.model.graph import Graph, Record
from kg.model.mention import Mention, Observation, Reading, Relation
from kg.normalise.place import Gazetteer
from kg.project.ledger import NONE, Ledger
from kg.resolve.cluster import Clusters, key
from kg.resolve.entity import Entities
from kg.resolve.nominal import antecedent
from kg.resolve.statement import Statements

__all__ = ["resolve"]

ALIAS = "alias"


def resolve(readings: Sequence[Reading], gazetteer: Gazetteer, ledger: Ledger = NONE) -> Graph:
    """Return the entities, statements and articles of one source.

    Names are joined over all articles of the source, within what the ledger allows; a nominal is looked up within its
    article. A relation `alias` (an abbreviation that the text defines) joins two names and makes no statement.
    """
    named = [(reading, mention) for reading in readings for mention in _named(reading)]
    clusters = Clusters((mention for _, mention in named), gazetteer, ledger)
    for reading in readings:
        for relation in reading.relations:
            if relation.predicate == ALIAS and relation.subject and isinstance(relation.object, Mention):
                clusters.join(key(relation.subject), key(relation.object))
    entities = Entities(named, clusters)
    return Graph.of([*entities.all(), *_statements(readings, entities)])


def _statements(readings: Sequence[Reading], entities: Entities) -> Iterator[Record]:
    for reading in readings:
        statements = Statements(reading, entities)
        yield statements.article
        for relation in reading.relations:
            if relation.predicate != ALIAS and (statement := statements.of(relation)):
                yield statement


def _named(reading: Reading) -> Iterator[Mention]:
    """Yield every mention of a named thing: those annotated, and those that relations, or words for them, are of."""
    seen: set[tuple[int, int, str]] = set()
    used = [mention for relation in reading.relations for mention in _mentions(relation)]
    words = {mention for mention in used if mention.level == "nominal" and not mention.code}
    used += [name for word in sorted(words, key=lambda word: word.span) if (name := antecedent(word, reading))]
    for mention in (*reading.mentions, *used):
        place = (mention.span.start, mention.span.end, mention.type)
        if (
            mention.value is None
            and place not in seen
            and (mention.level == "name" or (mention.code and mention in used))
        ):
            seen.add(place)
            yield mention


def _mentions(relation: Relation) -> Iterator[Mention]:
    target = relation.object.about if isinstance(relation.object, Observation) else relation.object
    yield from (mention for mention in (relation.subject, target) if isinstance(mention, Mention))
