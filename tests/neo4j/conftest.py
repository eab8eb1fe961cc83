"""Databases to test with: one server of each release a session, emptied for every test.

Where NEO4J_URI is set (with NEO4J_USERNAME and NEO4J_PASSWORD), the tests use that database, which must be empty.
"""

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import neo4j
import pytest
from neo4j_server import LTS, NEWEST, Release, Server, Unavailable, auth, empty

Start = Callable[..., Server]


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """How to start a server that lasts until the end of all tests: `start(release, password=…)`."""
    with ExitStack() as stack:
        yield functools.partial(_start, stack, tmp_path_factory)


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for one test, to stop, kill and start again."""
    with ExitStack() as stack:
        yield _start(stack, tmp_path_factory)


@pytest.fixture(scope="session")
def uri_of(start: Start) -> Callable[[Release], str]:
    """The URI of the database of a release that all tests share."""

    @functools.cache
    def uri(release: Release) -> str:
        given = os.environ.get("NEO4J_URI")
        return _untouched(given) if given and release == LTS else start(release).uri

    return uri


@pytest.fixture
def database(uri_of: Callable[[Release], str]) -> Iterator[str]:
    """The URI of an empty database."""
    yield from _emptied(uri_of(LTS))


@pytest.fixture(params=[LTS, NEWEST], ids=lambda release: release.version)
def any_database(request: pytest.FixtureRequest, uri_of: Callable[[Release], str]) -> Iterator[str]:
    """The URI of an empty database, of each release."""
    yield from _emptied(uri_of(request.param))


def _start(
    stack: ExitStack, folders: pytest.TempPathFactory, release: Release = LTS, *, password: str | None = None
) -> Server:
    home: Path = folders.mktemp(f"neo4j-{release.version}") / "home"
    try:
        server = Server(release, home, password=password)
    except Unavailable as reason:
        if os.environ.get("CI") and release == LTS:
            pytest.fail(str(reason))
        pytest.skip(f"NOT TESTED WITH NEO4J {release.version}: {reason}")
    stack.callback(server.kill)
    server.start()
    return server


def _untouched(uri: str) -> str:
    with neo4j.GraphDatabase.driver(uri, auth=auth()) as driver:
        (count,) = driver.execute_query("MATCH (n) RETURN count(n)").records[0]
    if count:
        pytest.exit(f"NEO4J_URI names a database of {count} nodes, and tests empty it: give an empty one", 2)
    return uri


def _emptied(uri: str) -> Iterator[str]:
    empty(uri)
    yield uri
    empty(uri)
