"""SPARQL over a graph's triples: read only, with no way out to the network or to files."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
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


def ask(
    store: ox.Store,
    query: str,
    prefixes: Mapping[str, str] | None = None,
    params: Mapping[str, str | float | None] | None = None,
) -> Any:
    """Return the solutions, triples or truth value that a query asks for.

    Each of `params` is the value of a variable, which the query's SELECT must name. A query that is malformed,
    updates, or calls another service is a `QueryError`.
    """
    if federated(query):
        raise QueryError("SERVICE is refused: a query reads this graph alone")
    try:
        return store.query(query, prefixes=dict(prefixes or {}), substitutions=_literals(params or {}))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"is no SPARQL query: {error}") from error
    except RuntimeError as error:
        raise QueryError(str(error)) from error


def _literals(params: Mapping[str, str | float | None]) -> dict[ox.Variable, Any]:
    return {ox.Variable(name): ox.Literal(value) for name, value in params.items() if value is not None}


def table(results: Any) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return the names and rows of solutions or of a truth value: numbers as numbers, all else as text."""
    if isinstance(results, ox.QueryBoolean):
        return ("answer",), [(bool(results),)]
    names = tuple(variable.value for variable in results.variables)
    return names, [tuple(map(_cell, solution)) for solution in results]


def _cell(term: Any) -> Any:
    value = getattr(term, "value", term and str(term))
    kind = term.datatype.value.rpartition("#")[2] if hasattr(term, "datatype") else ""
    if kind == "integer":
        return int(value)
    if kind in ("decimal", "double", "float"):
        return float(Decimal(value))
    return value == "true" if kind == "boolean" else value


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
