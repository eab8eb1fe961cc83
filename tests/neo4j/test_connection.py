"""What a connection that cannot be made says: what was tried and what to check; never the password."""

import socket
import threading
from contextlib import contextmanager

import pytest
from examples import GRAPH
from neo4j_server import free_port

from kg.model.records import encode

SECRET = "sesame-of-no-door-7"  # noqa: S105  # a wrong one
COMMANDS = (("query", "{url}", "MATCH (n) RETURN n"), ("load", "{graph}", "{url}"), ("dump", "{url}", "-o", "-"))


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """An environment that says nothing of a database."""
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.fixture
def told(run, tmp_path):
    """What a command says when it fails, which never holds the password and is no traceback."""

    graph = tmp_path / "graph.jsonl"
    graph.write_bytes(b"".join(encode(record) + b"\n" for record in GRAPH.records()))

    def told(command, url):
        result = run(*(word.format(url=url, graph=graph) for word in command))
        assert (result.exit_code, result.stdout) == (1, ""), result.output
        assert SECRET not in result.output and "Traceback" not in result.output
        return result.stderr

    return told


@contextmanager
def listening(answer: bytes | None):
    """A port where something else than Neo4j answers, or (None) closes the connection."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(1024)
                    if answer is not None:
                        connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"bolt://127.0.0.1:{server.getsockname()[1]}"
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_wrong_password_is_refused(told, guarded_server, bare, command):
    bare.setenv("NEO4J_PASSWORD", SECRET)
    message = told(command, guarded_server.uri)
    assert (
        "does not know the user 'neo4j' with this password: check NEO4J_USERNAME (or --user) and NEO4J_PASSWORD"
        in message
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_server_that_asks_for_a_password_says_so(told, guarded_server, command):
    assert "asks for a user and a password: set NEO4J_USERNAME" in told(command, guarded_server.uri)


def test_a_user_without_a_password_is_told_where_to_set_it(told, guarded_server, bare):
    bare.setenv("NEO4J_USERNAME", "lin")
    assert "the user 'lin' has no password here: set NEO4J_PASSWORD" in told(COMMANDS[0], guarded_server.uri)


def test_a_password_in_the_address_is_refused_and_not_repeated(told, guarded_server):
    url = guarded_server.uri.replace("//", f"//neo4j:{SECRET}@")
    assert "no user or password in an address" in told(COMMANDS[0], url)


def test_the_right_password_opens(run, guarded_server, bare):
    bare.setenv("NEO4J_PASSWORD", guarded_server.password)
    result = run("query", guarded_server.uri, "RETURN 1 AS one", "--to", "csv")
    assert (result.exit_code, result.stdout.split()) == (0, ["one", "1"])


def test_an_unknown_database_is_named(told, guarded_server, bare):
    bare.setenv("NEO4J_PASSWORD", guarded_server.password)
    bare.setenv("NEO4J_DATABASE", "archive")
    message = told(COMMANDS[0], guarded_server.uri)
    assert "has no database 'archive': check --database and NEO4J_DATABASE" in message
    assert guarded_server.password not in message


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_where_nothing_listens_is_said(told, bare, command, scheme):
    bare.setenv("NEO4J_PASSWORD", SECRET)
    url = f"{scheme}://127.0.0.1:{free_port()}"
    message = told(command, url)
    assert f"cannot be reached (tried {url} as neo4j)" in message
    assert "is Neo4j running, and is this its Bolt port (7687 by default)?" in message


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "is this the Bolt port"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "is no address of a Neo4j"),
        (None, "is this its Bolt port"),
    ],
)
def test_what_is_not_neo4j_is_told_from_it(told, answer, message):
    with listening(answer) as url:
        assert message in told(COMMANDS[0], url)
