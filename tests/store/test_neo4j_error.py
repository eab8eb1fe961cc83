"""What a server or the network says of a failure, in words that say what to check; no server is needed."""

import socket
import threading

import pytest
from neo4j.exceptions import Neo4jError

from kg import store
from kg.errors import StoreError
from kg.store.neo4j_error import Place, reporting

PLACE = Place("neo4j://db.example:7687", "lin", "archive")
HINT = r"check NEO4J_USERNAME \(or --user\) and NEO4J_PASSWORD"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("ClientError.Security.AuthenticationRateLimit", f"too many wrong passwords: wait some seconds, then {HINT}"),
        ("ClientError.Security.Unauthorized", f"does not know the user 'lin' with this password: {HINT}"),
        ("ClientError.Security.CredentialsExpired", "the password must be changed before it is used"),
        ("ClientError.Database.DatabaseNotFound", "has no database 'archive': check --database"),
        ("TransientError.Database.DatabaseUnavailable", "the database 'archive' is not available: words of the server"),
        ("DatabaseError.General.UnknownError", "words of the server"),
    ],
)
def test_what_the_server_says_is_told(code, message):
    with pytest.raises(StoreError, match=rf"^neo4j://db\.example:7687: {message}"), reporting(PLACE):
        raise Neo4jError._hydrate_neo4j(code=f"Neo.{code}", message="words of the server")  # noqa: SLF001  # as the driver does


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_name_that_is_never_resolved_ends_in_time(monkeypatch, scheme):
    end = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: end.wait(60))
    monkeypatch.setattr("kg.store.neo4j_server.SECONDS_TO_RESOLVE", 0.05)
    with pytest.raises(StoreError, match=r"cannot be reached .*: its name is not resolved; check the address"):
        store.open(f"{scheme}://nowhere.invalid")
    end.set()


@pytest.mark.parametrize("url", ["bolt://nowhere.invalid", "neo4j://nowhere.invalid", f"bolt://{'x' * 70}.invalid"])
def test_a_host_that_is_not_there_is_said(url):
    with pytest.raises(StoreError, match=r"cannot be reached|is no address of a Neo4j"):
        store.open(url)


@pytest.mark.parametrize("url", ["neo4j://", "bolt://:7687", "neo4j:/localhost", "neo4j:localhost", "bolt://[::1"])
def test_an_address_without_a_host_is_refused(url):
    with pytest.raises(StoreError, match=r"^\w+: the address names no host; neo4j://HOST does"):
        store.open(url)
