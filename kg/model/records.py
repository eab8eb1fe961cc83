"""The record format: a graph as JSON Lines, one record a line."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import msgspec

from kg.errors import RecordError
from kg.model.graph import Article, Entity, Figure, Graph, Quotation, Record, Ref, Statement, Target, encode

__all__ = ["decode", "encode", "graph", "read"]

_DECODER: msgspec.json.Decoder[Entity | Statement | Article] = msgspec.json.Decoder(
    Entity | Statement | Article, float_hook=Decimal
)
_OBJECTS: dict[object, type[Figure | Quotation]] = {"Figure": Figure, "Quotation": Quotation}


def decode(line: bytes | str, where: str = "") -> Record:
    """Read one line of JSON; a fault is named with `where`, a file:line."""
    try:
        record: Record = _DECODER.decode(line)
        if isinstance(record, Statement):
            target: Any = record.object
            kind: type[Target] = Ref
            if isinstance(target, dict) and isinstance(target.get("type"), str):
                kind = _OBJECTS.get(target["type"], Ref)
            return msgspec.structs.replace(record, object=msgspec.convert(target, kind))
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise RecordError(f"is no record: {error}", where) from error
    return record


def read(lines: Iterable[bytes | str], where: str = "") -> Iterator[Record]:
    """Yield the records of a file's lines; empty lines are skipped."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield decode(line, f"{where}:{number}")


def graph(lines: Iterable[bytes | str], where: str = "") -> Graph:
    """Read a whole graph."""
    return Graph.of(read(lines, where))
