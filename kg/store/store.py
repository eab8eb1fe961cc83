"""The graph store: one graph, kept where Cypher can query it."""

import gc
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

import msgspec

from kg.model.graph import Graph
from kg.store import cypher
from kg.store.delta import Changes, Delta, diff
from kg.store.document import replaced, without
from kg.store.projection import project
from kg.store.restoration import restore
from kg.store.rows import Node, Properties, Relationship, Rows, kinds, most_specific, roots


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

    def replace_document(self, document: str, graph: Graph) -> Changes:
        """Put the graph of one document in the place of what the store has of it, if anything."""
        return self._revise(lambda rows: replaced(restore(rows), document, graph))

    def remove_document(self, document: str) -> Changes:
        """Leave the graph that never had this document; see `kg.store.document.without`."""
        return self._revise(lambda rows: without(restore(rows), document))

    def read(self) -> Graph:
        """Return the graph that the store holds."""
        with _uncollected():
            return restore(self._rows())

    @abstractmethod
    def query(self, cypher: str, /, **params: Any) -> Result:
        """Run a Cypher query that only reads; one that would write, or fails, raises `QueryError`."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the store."""

    @abstractmethod
    def _fetch(self, cypher: str) -> Iterable[dict[str, Any]]:
        """Yield the rows of a query of this package, with maps and lists as they are."""

    @abstractmethod
    def _apply(self, delta: Delta) -> None:
        """Carry out the steps of a delta, all or none."""

    def _revise(self, revision: Callable[[Rows], Graph]) -> Changes:
        with _uncollected():
            old = self._rows()
            delta = diff(old, project(revision(old)))
            if not delta.empty:
                self._apply(delta)
        return delta.changes

    def _rows(self) -> Rows:
        return Rows.of(
            (_node(row) for root in roots() for row in self._fetch(cypher.read_nodes(root))),
            (
                Relationship(kind, row["source"], row["target"], row["properties"])
                for kind in kinds()
                for row in self._fetch(cypher.read_relationships(kind))
            ),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _node(row: dict[str, Any]) -> Node:
    properties: Properties = row["properties"]
    return Node(most_specific(row["labels"]), str(properties.pop("id")), properties)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold off the search for cyclic garbage: rows make none, and it would go over all of them again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
