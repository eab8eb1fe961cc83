"""The graph store: one graph, kept where Cypher can query it."""

import gc
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Any, Self

import msgspec

from kg.model.graph import Graph, Record
from kg.store.delta import Changes
from kg.store.document import replaced, without
from kg.store.restoration import restore
from kg.store.rows import Rows

Progress = Callable[[int, int], None]


class Access(msgspec.Struct, frozen=True):
    """Who asks a server for which of its databases; None is what the environment says, else the server's default.

    A password is taken from the environment alone: elsewhere it would be shown and kept.
    """

    user: str | None = None
    database: str | None = None


_ACCESS: ContextVar[Access] = ContextVar("access")


def access() -> Access:
    """Return the access that is in use here, that of the environment by default."""
    return _ACCESS.get(None) or Access()


@contextmanager
def accessing(found: Access) -> Iterator[None]:
    """Use an access for a while, for all stores that are opened in it."""
    token = _ACCESS.set(found)
    try:
        yield
    finally:
        _ACCESS.reset(token)


class Result(msgspec.Struct, frozen=True):
    """What a query found: column names and rows of plain values.

    A node is a dict of its properties with its `labels`, a relationship one with its `type`, a path a list of both.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class GraphStore(ABC):
    """A store that holds one graph as a property graph; see `kg.store.projection` for its form.

    Use it as a context manager, or close it. Failures raise `StoreError`, and leave the store as it was.
    """

    def write(self, graph: Graph) -> Changes:
        """Make the store hold this graph and no other; only what differs is written."""
        return self._revise(lambda _: graph)

    def load(
        self,
        records: Iterable[Record],
        *,
        batch: int | None = None,  # noqa: ARG002  # this store writes in one piece
        on_rows: Progress | None = None,
    ) -> Changes:
        """Make the store hold the graph of these records; `batch` is how many rows a server is given at a time.

        `on_rows` is told, now and then, of how many more rows of how many is known that they are there.
        """
        changes = self.write(Graph.of(records))
        if on_rows:
            rows = changes.created + changes.changed + changes.unchanged
            on_rows(rows, rows)
        return changes

    def replace_document(self, document: str, graph: Graph) -> Changes:
        """Put the graph of one document in the place of what the store has of it, if anything."""
        return self._revise(lambda rows: replaced(restore(rows), document, graph))

    def remove_document(self, document: str) -> Changes:
        """Leave the graph that never had this document; see `kg.store.document.without`."""
        return self._revise(lambda rows: without(restore(rows), document))

    def read(self) -> Graph:
        """Return the graph that the store holds."""
        with uncollected():
            return restore(self._rows())

    @abstractmethod
    def query(self, cypher: str, /, **params: Any) -> Result:
        """Run a Cypher query that only reads; one that would write, or fails, raises `QueryError`."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the store."""

    @abstractmethod
    def _revise(self, revision: Callable[[Rows], Graph]) -> Changes:
        """Make the store hold what its rows are revised to."""

    @abstractmethod
    def _rows(self) -> Rows:
        """Return all rows of the graph."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold off the search for cyclic garbage: rows make none, and it would go over all of them again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
