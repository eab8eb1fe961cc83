"""SPARQL over a graph's triples: read only, with no way out to the network or to files."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.errors import QueryError

# What a query is made of, as far as it takes to tell a keyword from text, IRIs, names and comments. Words may touch
# what follows: `1SERVICE`, `SERVICEa:b`; and `?a<2)SERVICE?b#>` looks like an IRI.
_TOKEN = re.compile(
    r"""(?P<iri><[^<>"{}|^`\\\s]*>) | \"{3}(?:\\.|[^\\])*?\"{3} | '{3}(?:\\.|[^\\])*?'{3}
      | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | \#[^\n]* | [?$]\w+ | (?P<word>[\w.-]+)(?::[\w.:%\\-]*)?
      | :[\w.:%\\-]+""",
    re.VERBOSE | re.DOTALL,
)
# Media types of a client that takes whatever there is.
ANY = frozenset({"*/*", "application/*", "text/*"})
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def ask(store: ox.Store, query: str, prefixes: Mapping[str, str] | None = None) -> Any:
    """Return the solutions, triples or truth value that a query asks for.

    A query that is malformed, updates, or calls another service is a `QueryError`.
    """
    if federated(query):
        raise QueryError("SERVICE is refused: a query reads this graph alone")
    try:
        return store.query(query, prefixes=dict(prefixes or {}))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"is no SPARQL query: {error}") from error


def write(results: Any, out: BinaryIO, accepted: Sequence[str] = ()) -> str:
    """Write results in the first media type accepted that fits, the usual one where there is none; return it."""
    triples = isinstance(results, ox.QueryTriples)
    forms: type[ox.RdfFormat | ox.QueryResultsFormat] = ox.RdfFormat if triples else ox.QueryResultsFormat
    usual = "text/turtle" if triples else "application/sparql-results+json"
    for media in accepted or (usual,):
        form = forms.from_media_type(usual if media in ANY else media)
        if form is not None:
            results.serialize(out, form)
            return form.media_type
    raise QueryError(f"{'triples have' if triples else 'solutions have'} no form {', '.join(accepted)}")


def federated(query: str) -> bool:
    r"""Tell whether a query may call another service: a bare SERVICE, in whatever case or escape, whatever it touches.

    >>> federated("SELECT ?service { ?s a <x:service> # service \n FILTER(?s = 'service') }")
    False
    >>> federated(r"SELECT * { \u0053ervice <https://x.example/> { ?s ?p ?o } }")
    True
    """
    plain = _ESCAPE.sub(lambda match: _character(match[1] or match[2]), query)
    for token in _TOKEN.finditer(plain):
        bare = token["word"] or (token["iri"] or "").partition(")")[2]
        if "service" in bare.lower():
            return True
    return False


def _character(code: str) -> str:
    value = int(code, 16)
    return chr(value) if value <= 0x10FFFF else "\ufffd"  # noqa: PLR2004  # the last code point


def save(quads: Iterable[ox.Quad], path: Path) -> None:
    """Write quads into a file, which `load` reads."""
    ox.serialize(quads, str(path), ox.RdfFormat.N_QUADS)


def load(path: Path) -> ox.Store:
    """Return the quads of a file as a store in memory."""
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    return store
