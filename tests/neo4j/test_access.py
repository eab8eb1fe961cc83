"""Servers that cannot be reached or do not let us in: the error says what was tried and what to check."""

import http.server
import threading

import pytest
from examples import GRAPH
from neo4j_server import free_port

from kg import store
from kg.errors import StoreError

SECRET = "not-the-password"  # noqa: S105  # that is the point


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def refusal(url):
    with pytest.raises(StoreError) as caught:
        store.open(url)
    assert SECRET not in str(caught.value)
    assert str(caught.value).startswith(f"{url.partition('//')[0]}//")
    return str(caught.value)


def test_who_has_the_password_is_let_in(guarded_server, environment):
    environment.setenv("NEO4J_PASSWORD", guarded_server.password)
    with store.open(guarded_server.uri) as opened:
        opened.write(GRAPH)
    with store.accessing(store.Access("neo4j", "neo4j")), store.open(guarded_server.uri) as opened:
        assert opened.read() == GRAPH


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_wrong_and_missing_passwords_and_databases_are_told_apart(guarded_server, environment, scheme):
    url = f"{scheme}://{guarded_server.uri.partition('//')[2]}"
    assert "asks for a user and a password: set NEO4J_USERNAME (or --user) and NEO4J_PASSWORD" in refusal(url)
    environment.setenv("NEO4J_USERNAME", "reader")
    assert "the user 'reader' has no password here: set NEO4J_PASSWORD" in refusal(url)
    environment.setenv("NEO4J_PASSWORD", SECRET)
    assert "does not know the user 'reader' with this password: check" in refusal(url)
    environment.setenv("NEO4J_USERNAME", "neo4j")
    environment.setenv("NEO4J_PASSWORD", guarded_server.password)
    environment.setenv("NEO4J_DATABASE", "nosuch")
    assert "has no database 'nosuch': check --database and NEO4J_DATABASE" in refusal(url)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_where_nothing_listens_that_is_said(scheme):
    said = refusal(f"{scheme}://localhost:{free_port()}")
    assert "nothing listens there; is Neo4j running" in said


def test_a_host_that_is_not_there_is_said():
    assert "there is no such host; check the address" in refusal("bolt://nosuch.invalid")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_no_neo4j_is_said(environment, scheme):
    with http.server.ThreadingHTTPServer(("localhost", 0), http.server.BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        environment.setattr("kg.store.neo4j_server.SECONDS_TO_CONNECT", 2)
        said = refusal(f"{scheme}://localhost:{server.server_port}")
        server.shutdown()
    assert "what answers there is not" in said


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s", "neo4j+ssc"])
def test_a_server_without_encryption_is_said(guarded_server, scheme):
    said = refusal(f"{scheme}://{guarded_server.uri.partition('//')[2]}")
    assert "cannot be reached encrypted" in said and "is TLS on there?" in said and "goes without encryption" in said


@pytest.mark.parametrize(
    "url", [f"bolt://neo4j:{SECRET}@localhost:7687", f"neo4j://neo4j:{SECRET}@localhost", f"bolt://{SECRET}@localhost"]
)
def test_a_password_in_an_address_is_refused_and_not_shown(url):
    assert "no user or password in an address" in refusal(url)


def test_an_address_that_is_none_is_refused():
    assert "is no address of a Neo4j" in refusal("bolt://localhost:door")
