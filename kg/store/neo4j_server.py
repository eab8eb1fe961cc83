"""A connection to one database of a Neo4j server."""

import logging
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import Neo4jError

from kg.errors import StoreError
from kg.store.neo4j_error import DATABASE, PASSWORD, USER, Place, refused, reporting
from kg.store.store import Access

SECONDS_TO_RESOLVE = 10
SECONDS_TO_CONNECT = 15
Work = TypeVar("Work")

# What the driver logs is in the errors as well; without a handler it would be printed beside them.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Server:
    """A database, connected to. Failures raise `StoreError`."""

    def __init__(self, url: str, access: Access) -> None:
        host = _host(url)
        password = os.environ.get(PASSWORD)
        user = access.user or os.environ.get(USER) or ("neo4j" if password else None)
        self.place = Place(url, user, access.database or os.environ.get(DATABASE) or None)
        if "@" in url.partition("//")[2].partition("/")[0]:
            raise StoreError(f"{self.place}: no user or password in an address: set {USER} (or --user) and {PASSWORD}")
        if user and not password:
            raise StoreError(f"{self.place}: the user {user!r} has no password here: set {PASSWORD}")
        with reporting(self.place):
            _resolve(host)
            self._driver = neo4j.GraphDatabase.driver(
                url,
                auth=(user, password) if user and password else None,
                connection_timeout=SECONDS_TO_CONNECT,
                connection_acquisition_timeout=SECONDS_TO_CONNECT,
                notifications_min_severity="OFF",
                telemetry_disabled=True,
                user_agent="kg-news",
            )
        try:
            with reporting(self.place), self._session(neo4j.READ_ACCESS) as session:
                session.run("RETURN 1").consume()  # not tried again and again, as the work of a session is
        except StoreError:
            self.close()
            raise

    def read(self, cypher: str, **params: Any) -> list[dict[str, Any]]:
        """Return the rows of a query, tried again where the server asks for it."""
        with reporting(self.place), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda run: run.run(cypher, params).data())

    def write(self, work: Callable[[neo4j.ManagedTransaction], Work]) -> Work:
        """Do some work in one transaction, all or nothing, tried again where the server asks for it."""
        with reporting(self.place), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(work)

    def ask(self, cypher: str, params: dict[str, Any]) -> tuple[list[str], list[neo4j.Record]]:
        """Return the columns and rows of a user's query, which can only read."""
        with reporting(self.place), self._session(neo4j.READ_ACCESS) as session:
            try:
                with session.begin_transaction() as transaction:
                    result = transaction.run(cypher, params)
                    return list(result.keys()), list(result)
            except Neo4jError as error:
                raise refused(error) from error

    def close(self) -> None:
        """Close the connection; closing twice does no harm."""
        self._driver.close()

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver.session(database=self.place.database, default_access_mode=mode)


def _host(url: str) -> str:
    with suppress(ValueError):
        if host := urlsplit(url).hostname:
            return host
    raise StoreError(f"{url.partition(':')[0]}: the address names no host; neo4j://HOST does")


def _resolve(host: str) -> None:
    """Look a host up in a bounded time, which the system does not promise; what it says is for the driver to find."""

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            socket.getaddrinfo(host, None)

    looking = Thread(target=look_up, daemon=True)
    looking.start()
    looking.join(SECONDS_TO_RESOLVE)
    if looking.is_alive():
        raise OSError(f"unresolved: {host}")
