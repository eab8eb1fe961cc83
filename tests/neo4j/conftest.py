"""Databases to test with: one server of each release a session, emptied for every test.

Where NEO4J_URI is set (with NEO4J_USERNAME and NEO4J_PASSWORD), the tests use that database, which must be empty.
"""

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j_server import LTS, NEWEST, Release, Server, Unavailable, auth, empty

Make = Callable[..., Server]


@pytest.fixture(scope="session")
def make_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    """How to make a server that may run until the end: `make_server(release, password=…, certificate=…)`; start it."""
    with ExitStack() as stack:
        yield functools.partial(_make, stack, tmp_path_factory)


@pytest.fixture
def new_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    """How to make a server that is not started yet and runs no longer than the test."""
    with ExitStack() as stack:
        yield functools.partial(_make, stack, tmp_path_factory)


@pytest.fixture
def own_server(new_server: Make) -> Server:
    """A server for one test, to stop, kill and start again."""
    server = new_server()
    server.start()
    return server


@pytest.fixture(scope="session")
def guarded_server(make_server: Make) -> Server:
    """A server that asks for a password."""
    server = make_server(password="open-sesame-9")  # noqa: S106  # this server's own
    server.start()
    return server


@pytest.fixture(scope="session")
def uri_of(make_server: Make) -> Callable[[Release], str]:
    """The URI of the database of a release that all tests share."""

    @functools.cache
    def uri(release: Release) -> str:
        given = os.environ.get("NEO4J_URI")
        if given and release == LTS:
            return _untouched(given)
        server = make_server(release)
        server.start()
        return server.uri

    return uri


@pytest.fixture
def database(uri_of: Callable[[Release], str]) -> Iterator[str]:
    """The URI of an empty database."""
    yield from _emptied(uri_of(LTS))


@pytest.fixture(params=[LTS, NEWEST], ids=lambda release: release.version)
def any_database(request: pytest.FixtureRequest, uri_of: Callable[[Release], str]) -> Iterator[str]:
    """The URI of an empty database, of each release."""
    yield from _emptied(uri_of(request.param))


def _make(stack: ExitStack, folders: pytest.TempPathFactory, release: Release = LTS, **options: Any) -> Server:
    home: Path = folders.mktemp(f"neo4j-{release.version}") / "home"
    try:
        server = Server(release, home, **options)
    except Unavailable as reason:
        if os.environ.get("CI") and release == LTS:
            pytest.fail(str(reason))
        pytest.skip(f"NOT TESTED WITH NEO4J {release.version}: {reason}")
    stack.callback(server.kill)
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
