"""Loading into Neo4j: what differs is written in batches, each a transaction with an entry in a ledger.

Rows to be and rows that are come in the order of their keys, section by section: nodes, relationships, and at the end
the nodes that go. The entry (:LoadBatch) tells how far its batch got, so that a load that was killed goes on there; it
is in the same transaction as the batch, so that a batch is never written twice. At the end of a load its entries go.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

import neo4j

from kg.errors import StoreError
from kg.store import neo4j_cypher as cypher
from kg.store import neo4j_read as read
from kg.store.delta import Changes
from kg.store.neo4j_server import Server
from kg.store.rows import Kind, Node, Properties, Relationship, Value, kinds, roots
from kg.store.staging import Staging, encoded

BATCH = 5000
STATEMENT = 1000  # rows that are sent at a time: while the server writes them, the next ones are made ready
CHARACTERS = 4_000_000  # of text in one batch at most
LONGEST = 2000  # characters of an id that an index of Neo4j takes, whatever they are

Progress = Callable[[int], None]
Section = tuple[Literal["nodes", "relationships", "gone"], str | Kind]
Row = TypeVar("Row", Node, Relationship)


class Write(NamedTuple):
    """What happens to one row: the statement that does it, its parameters, and where the row stands."""

    text: str
    row: Any
    counter: str | None
    kind: Literal["created", "changed", "deleted"]
    section: int
    start: str


class Load:
    """One load of the rows of a graph into a database."""

    def __init__(
        self, server: Server, staging: Staging, *, batch: int = BATCH, on_rows: Progress | None = None
    ) -> None:
        self.server, self.staging, self.batch, self.on_rows = server, staging, batch, on_rows or (lambda _: None)
        self.sections: tuple[Section, ...] = (
            *(("nodes", root) for root in roots()),
            *(("relationships", kind) for kind in kinds()),
            *(("gone", root) for root in roots()),
        )
        self.counts = {"created": 0, "changed": 0, "deleted": 0, "unchanged": 0}
        self.gone: set[str] = set()

    def run(self) -> Changes:
        """Load, from where a load of the same graph was cut short if one was."""
        self.declare(cypher.constraints())
        entries = [row["entry"] for row in self.server.read(cypher.ENTRIES)]
        own = [entry for entry in entries if entry["load"] == self.staging.digest]
        if len(own) < len(entries):
            self.server.write(_statement(cypher.FORGET_OTHERS, load=self.staging.digest))
        number, section, start = -1, 0, ""
        if own:
            number, section, start = (own[-1][name] for name in ("number", "section", "start"))
            self.gone.update(roots())
        for batch in self.batches(section, start):
            number += 1
            self.commit(number, batch)
        if entries or number >= 0:
            self.server.write(_statement(cypher.FORGET))
        self.declare((cypher.name_index(),))
        return Changes(**self.counts)

    def declare(self, texts: Iterable[str]) -> None:
        """Declare constraints or indexes where they are missing, and wait until they are there."""
        self.server.write(lambda transaction: [transaction.run(text).consume() for text in texts])
        self.server.read("CALL db.awaitIndexes(300)")

    def batches(self, section: int, start: str) -> Iterator[list[Write]]:
        """Yield what is to be written, in batches, from a place on."""
        batch: list[Write] = []
        characters = 0
        for write in self.writes(section, start):
            batch.append(write)
            characters += _length(write.row)
            if len(batch) == self.batch or characters >= CHARACTERS:
                yield batch
                batch, characters = [], 0
        if batch:
            yield batch

    def writes(self, at: int, start: str) -> Iterator[Write]:
        """Yield what is to be written of all sections, from a place on."""
        present = {name for name, text in cypher.counts() if self.server.read(text)[0]["count"]}
        for number, (what, key) in enumerate(self.sections):
            if number < at:
                self.skip(what, key, None)
                continue
            first = start if number == at else ""
            if first:
                self.skip(what, key, first)
            if isinstance(key, Kind):
                links = read.relationships(self.server, key, first) if key.predicate in present else iter(())
                yield from self.relationships(number, key, self.staging.relationships(key, first), links)
            elif what == "nodes" or key in self.gone:
                old = read.nodes(self.server, key, first) if key in present else iter(())
                yield from self.nodes(number, key, self.staging.nodes(key, first), old)

    def nodes(self, section: int, root: str, new: Iterator[Node], old: Iterator[Node]) -> Iterator[Write]:
        """Yield what is to be written of nodes; those that go do so in the last sections alone."""
        going = self.sections[section][0] == "gone"
        for after, before in paired(new, old, lambda node: node.id):
            if after is None and before is not None:
                self.gone.add(root)
                if going:
                    yield Write(cypher.delete_nodes(root), before.id, "nodes_deleted", "deleted", section, before.id)
            elif after is not None and not going:
                yield from self.node(section, after, before)

    def node(self, section: int, after: Node, before: Node | None) -> Iterator[Write]:
        """Yield what is to be written of a node that the graph has."""
        if before == after:
            self.same(1)
        elif before is None:
            if len(after.id) > LONGEST:
                raise StoreError(f"the id {after.id[:40]!r}… has {len(after.id)} characters; Neo4j takes {LONGEST}")
            row = {"id": after.id, **after.properties}
            yield Write(cypher.create_nodes(after.label), row, "nodes_created", "created", section, after.id)
        else:
            changed = {"id": after.id, **_changed(before.properties, after.properties)}
            yield Write(cypher.change_nodes(after.label), changed, None, "changed", section, after.id)

    def relationships(
        self, section: int, kind: Kind, new: Iterator[Relationship], old: Iterator[Relationship]
    ) -> Iterator[Write]:
        """Yield what is to be written of relationships."""
        name = kind.key
        for after, before in paired(
            new, old, lambda link: (link.source, link.target, link.properties[name] if name else None)
        ):
            if after == before:
                self.same(1)
            elif before is None and after is not None:
                row = [after.source, after.target, after.properties]
                text = cypher.create_relationships(kind)
                yield Write(text, row, "relationships_created", "created", section, after.source)
            elif after is None and before is not None:
                row = [before.source, before.target, before.properties]
                text = cypher.delete_relationships(kind)
                yield Write(text, row, "relationships_deleted", "deleted", section, before.source)
            elif after is not None and before is not None:
                row = [after.source, after.target, _changed(before.properties, after.properties)]
                yield Write(cypher.change_relationships(kind), row, None, "changed", section, after.source)

    def skip(self, what: str, key: str | Kind, before: str | None) -> None:
        """Count the rows of a section that were loaded before."""
        if what != "gone":
            self.same(self.staging.count(key, before))

    def same(self, rows: int) -> None:
        """Count rows that stay as they are."""
        self.counts["unchanged"] += rows
        self.on_rows(rows)

    def commit(self, number: int, batch: list[Write]) -> None:
        """Write a batch and its entry in the ledger, both or none."""
        texts: dict[str, list[Write]] = {}
        for write in batch:
            texts.setdefault(write.text, []).append(write)
        content = hashlib.sha256(encoded([(text, [write.row for write in writes]) for text, writes in texts.items()]))
        load, last = self.staging.digest, batch[-1]
        entry = {
            "id": f"{load}/{number}/{content.hexdigest()}",
            "load": load,
            "number": number,
            "section": last.section,
            "start": last.start,
        }

        def work(transaction: neo4j.ManagedTransaction) -> None:
            result = transaction.run(cypher.ENTER, entry=entry)
            others = result.single(strict=True)["others"]
            if others:
                raise StoreError("another load into this database began in the meantime: wait for its end, load again")
            if result.consume().counters.nodes_created:  # else it was committed, and the answer got lost
                _run(transaction, texts)

        self.server.write(work)
        for write in batch:
            self.counts[write.kind] += 1
        self.on_rows(sum(write.kind != "deleted" for write in batch))


def paired(
    new: Iterable[Row], old: Iterable[Row], key: Callable[[Row], Any]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the rows of two sequences in the order of their keys, those of one key together.

    >>> [(one and one.id, other and other.id) for one, other in paired(
    ...     [Node("City", "a", {}), Node("City", "b", {})], [Node("City", "b", {}), Node("City", "c", {})],
    ...     lambda node: node.id)]
    [('a', None), ('b', 'b'), (None, 'c')]
    """
    rest, held = iter(new), iter(old)
    one, other = next(rest, None), next(held, None)
    while one is not None or other is not None:
        first = other is None or (one is not None and key(one) <= key(other))
        second = one is None or (other is not None and key(other) <= key(one))
        yield one if first else None, other if second else None
        one, other = next(rest, None) if first else one, next(held, None) if second else other


def _changed(before: Properties, after: Properties) -> dict[str, Value | None]:
    return {**dict.fromkeys(before.keys() - after.keys()), **after}


def _length(row: Any) -> int:
    fields = row[2] if isinstance(row, list) else row
    return len(str(fields.get("text", ""))) if isinstance(fields, dict) else 0


def _statement(text: str, **params: Any) -> Callable[[neo4j.ManagedTransaction], object]:
    return lambda transaction: transaction.run(text, params).consume()


def _run(transaction: neo4j.ManagedTransaction, texts: Mapping[str, Sequence[Write]]) -> None:
    """Run statements for their rows and see by the database's own counters that they did all of them."""
    sent = []
    for text, writes in texts.items():
        for at in range(0, len(writes), STATEMENT):
            part = writes[at : at + STATEMENT]
            sent.append((text, part, transaction.run(text, rows=[write.row for write in part])))
    for text, part, result in sent:
        count = result.single(strict=True)["count"]
        counter = part[0].counter
        counted = getattr(result.consume().counters, counter) if counter else count
        if not count == counted == len(part):
            raise StoreError(f"of {len(part)} rows {count} were found and {counted} written by {text}")
