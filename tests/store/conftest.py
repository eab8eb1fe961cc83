"""Stores to test with: one Java machine a session, one store a module, one folder a test."""

from collections.abc import Iterator

import pytest
from examples import GRAPH

from kg import store
from kg.store import GraphStore


@pytest.fixture
def opened(tmp_path) -> Iterator[GraphStore]:
    """An empty store of this test's own."""
    with store.open(tmp_path / "own.arcadedb", create=True) as found:
        yield found


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Iterator[GraphStore]:
    """A store that holds the example graph, for tests that only read."""
    with store.open(tmp_path_factory.mktemp("example"), create=True) as found:
        found.write(GRAPH)
        yield found
