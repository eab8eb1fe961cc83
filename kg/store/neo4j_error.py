"""Failures of Neo4j in words that say what was tried and what to check; never with a password in them."""

import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

import msgspec
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

from kg.errors import QueryError, StoreError

USER, PASSWORD, DATABASE = "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"
# Words of the driver's and the system's errors, what they mean, and what to do about it.
REASONS = (
    ("connection refused", "nothing listens there", "is Neo4j running, and is this its Bolt port (7687 by default)?"),
    ("not known", "there is no such host", "check the address"),
    ("dns resolve", "there is no such host", "check the address"),
    ("http", "what answers there is not Bolt", "is this the Bolt port (7687 by default), not the one of HTTP?"),
    (
        "handshake",
        "what answers there is not Neo4j, or encrypted",
        "is this its Bolt port (7687 by default)? with TLS it is neo4j+s://",
    ),
    ("unresolved", "its name is not resolved", "check the address and the network"),
    ("timed out", "it does not answer", "check the address and the firewall"),
    ("incomplete commit", "the connection broke at a commit", "run the same command again: it goes on where it was"),
)  # fmt: skip


class Place(msgspec.Struct, frozen=True):
    """What is being connected to, for messages."""

    url: str
    user: str | None
    database: str | None

    def __str__(self) -> str:
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


@contextmanager
def reporting(place: Place) -> Iterator[None]:
    """Report the failures of driver and server as `StoreError`."""
    try:
        yield
    except Neo4jError as error:
        raise StoreError(f"{place}: {_said(place, error)}") from None
    except (ConfigurationError, ValueError) as error:
        raise StoreError(f"{place}: is no address of a Neo4j: {_safe(place, error)}") from None
    except (DriverError, OSError) as error:
        raise StoreError(f"{place}: {_failure(place, error)}") from None


def refused(error: Neo4jError) -> QueryError:
    """Return the refusal of a query."""
    if error.code == "Neo.ClientError.Statement.AccessMode":
        return QueryError("this query would write, and a query may only read; kg load, remove and replace write graphs")
    return QueryError(error.message or str(error))


def _refusal(place: Place, error: Neo4jError) -> str:
    code = str(error.code).rpartition(".")[2]
    if code == "AuthenticationRateLimit":
        return f"too many wrong passwords: wait some seconds, then check {USER} (or --user) and {PASSWORD}"
    if code == "CredentialsExpired":
        return "the password must be changed before it is used: ALTER CURRENT USER SET PASSWORD …"
    if place.user is None:
        return f"asks for a user and a password: set {USER} (or --user) and {PASSWORD}"
    return f"does not know the user {place.user!r} with this password: check {USER} (or --user) and {PASSWORD}"


def _said(place: Place, error: Neo4jError) -> str:
    if isinstance(error, AuthError) or str(error.code).endswith(("AuthenticationRateLimit", "CredentialsExpired")):
        return _refusal(place, error)
    if isinstance(error, ClientError) and str(error.code).endswith("DatabaseNotFound"):
        return f"has no database {place.database!r}: check --database and {DATABASE}; SHOW DATABASES lists them"
    if str(error.code).endswith("DatabaseUnavailable"):
        return f"the database {place.database or 'of the user'!r} is not available: {error.message}"
    return error.message or str(error)


def _failure(place: Place, error: BaseException) -> str:
    """Return why there is no connection, from the deepest of the errors that led to it."""
    causes = list(_causes(error))
    words = " ".join(f"{type(cause).__name__} {cause}".lower() for cause in causes)
    tried = f"tried {place}" + (f" as {place.user}" if place.user else "")
    if "+s" in place.url.partition("//")[0] and (insecure := _insecure(place, causes)):
        return f"cannot be reached encrypted ({tried}): {insecure}"
    for words_of, meaning, advice in REASONS:
        if words_of in words:
            return f"cannot be reached ({tried}): {meaning}; {advice}"
    return f"the connection failed ({tried}): {_safe(place, causes[-1])}"


def _insecure(place: Place, causes: Sequence[BaseException]) -> str | None:
    """Return what is wrong with the encryption, None where the failure is another."""
    scheme = urlsplit(place.url).scheme.partition("+")[0]
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return (
                f"its certificate is not trusted here: {cause.verify_message}; SSL_CERT_FILE names a file of"
                f" authorities to trust, {scheme}+ssc:// takes any certificate, whoever answers with it"
            )
    if any(isinstance(cause, ssl.SSLError) or "Security" in type(cause).__name__ for cause in causes):
        return f"is TLS on there? {scheme}:// goes without encryption"
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    yield error
    inner = [*error.exceptions] if isinstance(error, BaseExceptionGroup) else []
    for cause in (*inner, error.__cause__ or error.__context__):
        if cause is not None:
            yield from _causes(cause)


def _safe(place: Place, error: BaseException) -> str:
    """Return the words of an error without what stands before @ in the address."""
    return str(error).replace(urlsplit(place.url).netloc, urlsplit(place.url).netloc.rpartition("@")[2])
