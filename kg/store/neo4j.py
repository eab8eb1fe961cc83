"""The Neo4j store: a graph in a database of a server, over Bolt."""

from collections.abc import Callable, Iterable
from typing import Any

from kg.errors import StoreError
from kg.model.graph import Graph, Record
from kg.store import neo4j_read as read
from kg.store.delta import Changes
from kg.store.neo4j_cypher import ENTRIES
from kg.store.neo4j_load import BATCH, Load
from kg.store.neo4j_server import Server
from kg.store.neo4j_value import plain
from kg.store.rows import Rows, kinds, roots
from kg.store.staging import Staging
from kg.store.store import Access, GraphStore, Progress, Result


def open_url(url: str, *, create: bool, access: Access) -> "Neo4jStore":  # noqa: ARG001  # a database is there or not
    """Connect to the database at a URL; see `kg.store.open`."""
    return Neo4jStore(url, access)


class Neo4jStore(GraphStore):
    """A database of a Neo4j server, which may hold other things beside the graph.

    A write of at most a batch is done whole or not at all; a longer one that is cut short is reported when the graph
    is read, and writing it again ends it. A load streams; a document is removed or replaced in memory, which holds the
    graph meanwhile.
    """

    def __init__(self, url: str, access: Access) -> None:
        self._server = Server(url, access)

    def load(self, records: Iterable[Record], *, batch: int | None = None, on_rows: Progress | None = None) -> Changes:
        """Make the store hold the graph of these records, in memory that does not grow with it."""
        with Staging(records) as staging:
            rows = staging.count()
            report = on_rows or (lambda _, __: None)
            return Load(self._server, staging, batch=batch or BATCH, on_rows=lambda done: report(done, rows)).run()

    def write(self, graph: Graph) -> Changes:
        """Make the store hold this graph and no other; only what differs is written."""
        return self.load(graph.records())

    def query(self, cypher: str, /, **params: Any) -> Result:
        """Run a Cypher query that only reads; one that would write, or fails, raises `QueryError`."""
        columns, rows = self._server.ask(cypher, params)
        return Result(tuple(columns), tuple(tuple(map(plain, row)) for row in rows))

    def close(self) -> None:
        """Close the connection; closing twice does no harm."""
        self._server.close()

    def _revise(self, revision: Callable[[Rows], Graph]) -> Changes:
        return self.write(revision(self._rows()))

    def _rows(self) -> Rows:
        if self._server.read(ENTRIES):
            raise StoreError(f"{self._server.place}: a load was cut short here: run it again, it goes on where it was")
        return Rows.of(
            (node for root in roots() for node in read.nodes(self._server, root)),
            (link for kind in kinds() for link in read.relationships(self._server, kind)),
        )
