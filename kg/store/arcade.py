"""The embedded store: ArcadeDB in this process, in a folder of its own.

A first write builds a database beside the folder, batch by batch, and moves it into its place when all is there; later
writes are one transaction each. A process that is killed in between leaves the store as it was.
"""

import atexit
import graphlib
import shutil
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from arcadedb_embedded.core import Database, create_database, open_database
from arcadedb_embedded.exceptions import ArcadeDBError

from kg.errors import QueryError, StoreError
from kg.model.graph import Graph
from kg.ontology import in_use
from kg.store import jvm
from kg.store.arcade_value import plain, reason
from kg.store.cypher import Row, label, read_nodes, read_relationships, relationship, steps
from kg.store.delta import Changes, Delta, diff
from kg.store.projection import project
from kg.store.rows import Node, Properties, Relationship, Rows, kinds, most_specific, root, roots
from kg.store.store import Access, GraphStore, Result, uncollected

LANGUAGE = "opencypher"
ROWS_AT_ONCE = 10_000


def open_url(url: str, *, create: bool, access: Access) -> "ArcadeStore":  # noqa: ARG001  # a folder has no users
    """Open the database in a folder; see `kg.store.open`."""
    return ArcadeStore(Path(url.partition(":")[2]), create=create)


class ArcadeStore(GraphStore):
    """An ArcadeDB database in a folder. Only one process can have it open."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        jvm.start()
        if is_database(path):
            self._database = _open(path)
        elif create:
            self._database = _create(path)
        else:
            raise StoreError(f"{path}: there is no graph store here; build one, or open it with create=True")
        atexit.register(self.close)  # the machine waits for half a minute for databases that are open at the end

    def query(self, cypher: str, /, **params: Any) -> Result:
        """Run a Cypher query that only reads; one that would write, or fails, raises `QueryError`."""
        try:
            rows = self._database.query(LANGUAGE, cypher, params).to_list()
            columns = tuple(rows[0]) if rows else self._columns(cypher)
            return Result(columns, tuple(tuple(plain(row[name]) for name in columns) for row in rows))
        except ArcadeDBError as error:
            raise QueryError(reason(error)) from error

    def close(self) -> None:
        """Let go of the store; closing twice does no harm."""
        atexit.unregister(self.close)
        if self._database.is_open():
            self._database.close()

    def _columns(self, cypher: str) -> tuple[str, ...]:
        """Return the columns that a query names; results without rows do not have them."""
        parsed = self._database.get_java_database().getCypherStatementCache().get(cypher)
        clause = parsed.getReturnClause()
        return tuple(str(item.getOutputName()) for item in clause.getReturnItems()) if clause else ()

    def _revise(self, revision: Callable[[Rows], Graph]) -> Changes:
        with uncollected():
            old = self._rows()
            delta = diff(old, project(revision(old)))
            if not delta.empty:
                self._apply(delta)
        return delta.changes

    def _rows(self) -> Rows:
        return Rows.of(
            (_node(row) for root in roots() for row in self._fetch(read_nodes(root))),
            (
                Relationship(kind, row["source"], row["target"], row["properties"])
                for kind in kinds()
                for row in self._fetch(read_relationships(kind))
            ),
        )

    def _fetch(self, cypher: str) -> Iterator[dict[str, Any]]:
        with _reporting(self.path):
            for batch in self._database.query(LANGUAGE, cypher).iter_json_batches(ROWS_AT_ONCE):
                yield from batch

    def _apply(self, delta: Delta) -> None:
        if delta.fresh:
            self._build(delta)
            return
        with _reporting(self.path):
            declare(self._database)
            with self._database.transaction():
                for text, rows in steps(delta):
                    run(self._database, text, rows)

    def _build(self, delta: Delta) -> None:
        """Build a database beside this one, which holds nothing, and put it in its place."""
        beside, aside = (self.path.with_name(f".{self.path.name}.{name}") for name in ("new", "old"))
        for leftover in (beside, aside):
            shutil.rmtree(leftover, ignore_errors=True)
        try:
            with _reporting(self.path):
                _fill(beside, delta)
                self._database.close()
                self.path.rename(aside)
                beside.rename(self.path)
        finally:
            for leftover in (beside, aside):
                shutil.rmtree(leftover, ignore_errors=True)
            if not self._database.is_open():
                self._database = _open(self.path)


def _node(row: dict[str, Any]) -> Node:
    properties: Properties = row["properties"]
    return Node(most_specific(row["labels"]), str(properties.pop("id")), properties)


def is_database(path: Path) -> bool:
    """Tell whether a folder holds an ArcadeDB database."""
    return (path / "schema.json").is_file() or (path / "configuration.json").is_file()


def _fill(path: Path, delta: Delta) -> None:
    """Create a database with these rows, a transaction for each batch."""
    database = _create(path)
    try:
        declare(database)
        for text, rows in steps(delta):
            with database.transaction():
                run(database, text, rows)
    finally:
        database.close()


def declare(database: Database) -> None:
    """Declare the types that the ontology has and the database has not."""
    known = {row["name"] for row in database.query("sql", "SELECT name FROM schema:types").to_list()}
    if missing := list(declarations(known)):
        database.command("sqlscript", ";\n".join(missing))


def declarations(known: Container[str]) -> Iterator[str]:
    """Yield what declares the classes and predicates of the ontology that are not known, superclasses first."""
    parents = {name: term.parents for name, term in in_use().classes.items() if root(name) in roots()}
    for name in graphlib.TopologicalSorter(parents).static_order():
        if name not in known:
            above = ", ".join(map(label, parents[name]))
            yield f"CREATE VERTEX TYPE {label(name)}" + (f" EXTENDS {above}" if above else "")
            if not above:
                yield f"CREATE PROPERTY {label(name)}.id STRING"
                yield f"CREATE INDEX ON {label(name)} (id) UNIQUE"
    for predicate in sorted({kind.predicate for kind in kinds()}):
        if in_use().predicate(predicate).relationship not in known:
            yield f"CREATE EDGE TYPE {relationship(predicate)}"


def run(database: Database, text: str, rows: Iterable[Row]) -> None:
    """Run a statement for its rows and see that it found them all."""
    batch = list(rows)
    result = database.command(LANGUAGE, text, {"rows": batch})
    count = result.first().get("count") if result else 0
    if count != len(batch):
        raise StoreError(f"only {count} of {len(batch)} rows were written by {text}")


def _open(path: Path) -> Database:
    with _reporting(path):
        return open_database(str(path.absolute()))  # a JVM keeps the working folder that it started in


def _create(path: Path) -> Database:
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise StoreError(f"{path}: is something else than a graph store; give another path")
    with _reporting(path):
        return create_database(str(path.absolute()))


@contextmanager
def _reporting(path: Path) -> Iterator[None]:
    """Report the failures of the database as `StoreError`."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}") from error
    except ArcadeDBError as error:
        text = reason(error)
        if "already in use" in text or "locked" in text:
            text = "is open elsewhere, close it there first; only one process can have an embedded store open"
        raise StoreError(f"{path}: {text}") from error
