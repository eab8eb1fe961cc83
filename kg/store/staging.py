"""The rows of a graph of any size, on disk and in the order of their keys.

Records come once, in any order, and are projected in parts of some thousands; `kg.store.joining` makes one graph of
the parts. Memory does not grow with the graph.
"""

import hashlib
import itertools
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from kg.errors import StoreError
from kg.model.graph import Figure, Graph, Record, Ref, Statement, encode
from kg.store.coherence import faults_of_part, misreferred, references, repeated, unknown
from kg.store.joining import JOINED, join
from kg.store.projection import Projection
from kg.store.rows import Kind, Node, Properties, Relationship, kinds, root, roots

PART = 2000
SHARED = frozenset({"Document", "Figure", "Quotation", "Span"})
SCHEMA = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -8192;
    CREATE TABLE node (root, id, label, name, body, PRIMARY KEY (root, id)) WITHOUT ROWID;
    CREATE TABLE shared (root, id, label, said, part, body);
    CREATE TABLE reworded (id, part, base, common, PRIMARY KEY (id, part)) WITHOUT ROWID;
    CREATE TABLE claim (id, predicate, subject, subject_root, subject_name,
                        target, target_root, target_name, target_label, about, about_name);
"""

encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(Properties).decode


class Staging:
    """All rows of a graph, in a temporary file; a graph at odds with itself or the ontology raises `StoreError`.

    `digest` tells one sequence of records from another.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kg-")
        self._rows = sqlite3.connect(Path(self._folder.name) / "rows", isolation_level=None)
        self._kinds = {kind: f"link_{number}" for number, kind in enumerate(kinds())}
        with ExitStack() as undo:
            undo.callback(self.close)
            self._rows.executescript(SCHEMA)
            for table in self._kinds.values():
                self._rows.execute(f"CREATE TABLE {table} (source, target, key, told, part, body)")
            self._rows.execute("BEGIN")
            self.digest = self._stage(records)
            join(self._rows, self._kinds)
            undo.pop_all()

    def nodes(self, root: str, start: str = "") -> Iterator[Node]:
        """Yield the nodes below a root class by id, from an id on."""
        query = "SELECT label, id, body FROM node WHERE root = ? AND id >= ? ORDER BY id"
        for label, name, body in self._select(query, root, start):
            yield Node(label, name, _decoded(body))

    def relationships(self, kind: Kind, start: str = "") -> Iterator[Relationship]:
        """Yield the relationships of a kind by source, target and key, from a source on; each once."""
        query = f"SELECT source, target, key, body FROM {self._kinds[kind]} WHERE source >= ? ORDER BY 1, 2, 3"  # noqa: S608  # a table's own name
        last = None
        for *key, body in self._select(query, start):
            if key != last:
                yield Relationship(kind, key[0], key[1], _decoded(body))
            last = key

    def count(self, of: str | Kind | None = None, before: str | None = None) -> int:
        """Return how many rows there are, of a root class or kind, before an id; a relationship may count twice."""
        if of is None:
            return sum(map(self.count, roots())) + sum(map(self.count, self._kinds))
        table, key = (self._kinds[of], "source") if isinstance(of, Kind) else ("node", "id")
        where, values = ("1", ()) if isinstance(of, Kind) else ("root = ?", (of,))
        query = f"SELECT count(*) FROM {table} WHERE {where} AND (? IS NULL OR {key} < ?)"  # noqa: S608
        (found,) = self._rows.execute(query, (*values, before, before)).fetchone()
        return int(found)

    def close(self) -> None:
        """Remove the temporary file."""
        self._rows.close()
        self._folder.cleanup()

    def _select(self, query: str, *values: str) -> Iterator[Any]:
        return self._rows.execute(query, values)

    def _stage(self, records: Iterable[Record]) -> str:
        """Write the rows of all parts; return the digest of the records."""
        digest = hashlib.sha256()
        rest = iter(records)
        for number in itertools.count():
            part = list(itertools.islice(rest, PART))
            if not part:
                return digest.hexdigest()
            for record in part:
                digest.update(encode(record))
            self._write(Graph.of(part), number)
        raise AssertionError

    def _write(self, part: Graph, number: int) -> None:
        for fault in itertools.chain(map(_unstaged, part.statements), faults_of_part(part)):
            if fault:
                raise StoreError(fault)
        projection = Projection(part)
        self._write_nodes(projection, number)
        held: dict[Kind, list[tuple[Any, ...]]] = defaultdict(list)
        for link in projection.relationships():
            held[link.kind].append(_link(link, number))
        for kind in held.keys() & self._kinds.keys():  # others are refused with the classes of their ends
            self._rows.executemany(f"INSERT INTO {self._kinds[kind]} VALUES (?, ?, ?, ?, ?, ?)", held[kind])  # noqa: S608
        marks = ", ".join("?" * 11)
        self._rows.executemany(f"INSERT INTO claim VALUES ({marks})", map(_claim, part.statements))  # noqa: S608

    def _write_nodes(self, projection: Projection, number: int) -> None:
        own, shared = [], []
        for node in projection.nodes():
            key = root(node.label), node.id, node.label
            if node.label in SHARED:
                said = projection.said.get(node.id)
                shared.append((*key, said and msgspec.json.encode(said), number, encoded(node.properties)))
            else:
                own.append((*key, node.properties.get("name"), encoded(node.properties)))
        self._rows.executemany("INSERT INTO shared VALUES (?, ?, ?, ?, ?, ?)", shared)
        for row in own:
            try:
                self._rows.execute("INSERT INTO node VALUES (?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                raise StoreError(repeated(row[1])) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _unstaged(claim: Statement) -> str | None:
    """Return why a statement has no rows at all: a predicate or a type of reference that there is not."""
    for ref in references(claim):
        if ref.type not in (None, "Article"):
            return misreferred(claim.id, ref, None)
    return unknown(claim.id, claim.predicate)


def _link(link: Relationship, part: int) -> tuple[Any, ...]:
    name = link.kind.key
    told = None
    if name == "id":
        told = encoded(sorted(item for item in link.properties.items() if item[0] not in JOINED))
    return link.source, link.target, link.properties.get(name) if name else None, told, part, encoded(link.properties)


def _claim(claim: Statement) -> tuple[Any, ...]:
    target, about = claim.object, None
    end: tuple[Any, ...] = (target.id, None, None, type(target).__name__)
    if isinstance(target, Ref):
        end = (target.id, root(target.type or "Entity"), target.name, None)
    elif isinstance(target, Figure):
        about = target.about
    subject = claim.subject
    return (
        *(claim.id, claim.predicate, subject.id, root(subject.type or "Entity"), subject.name),
        *end,
        *((about.id, about.name) if about else (None, None)),
    )
