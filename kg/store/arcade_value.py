"""Values of ArcadeDB as plain Python values."""

from itertools import chain, zip_longest
from typing import Any

import jpype
from arcadedb_embedded.exceptions import ArcadeDBError
from arcadedb_embedded.graph import Document, Edge

from kg.ontology import in_use


def plain(value: Any) -> Any:
    """Return a value of a query result as plain Python values; dates and times become ISO 8601 text."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    if isinstance(value, jpype.JClass("com.arcadedb.query.opencypher.traversal.TraversalPath")):
        steps = chain.from_iterable(zip_longest(value.getVertices(), value.getEdges()))
        return [plain(step) for step in steps if step is not None]
    if isinstance(value, jpype.JClass("com.arcadedb.database.Document")):
        return _record(Document.wrap(value))
    return str(value)


def _record(record: Document) -> dict[str, Any]:
    properties = {name: plain(value) for name, value in sorted(record.to_dict().items())}
    name = str(record.get_type_name())
    if isinstance(record, Edge):
        return {"type": name, **properties}
    known = name in in_use().classes
    return {"labels": [name, *(in_use().ancestors(name) if known else ())], **properties}


def reason(error: ArcadeDBError) -> str:
    """Return what went wrong, in the words of the database where they speak for themselves."""
    cause: Any = error.__cause__
    if not isinstance(cause, jpype.JException):
        return str(cause or error)
    if isinstance(cause, jpype.JClass("com.arcadedb.exception.QueryNotIdempotentException")):
        return "this query would write, and a query may only read; graphs are written with write, replace_document …"
    messages: list[str] = []
    while cause is not None:
        message = cause.getMessage()
        if message and str(message) not in "".join(messages):
            messages.append(str(message))
        cause = cause.getCause()
    return ": ".join(messages) or str(error)
