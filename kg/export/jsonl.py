"""The record format: JSON Lines, which lose nothing."""

from typing import BinaryIO

from kg.model.graph import Graph
from kg.model.records import encode


def write(graph: Graph, out: BinaryIO) -> None:
    """Write one record a line, entities, statements and articles in turn, each by id."""
    out.writelines(encode(record) for record in graph.records())
