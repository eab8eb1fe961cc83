"""Export: from a graph to a file format.

=========  =============================================================  ================
name       what it writes                                                 opened by
=========  =============================================================  ================
csv        one flat table of statements, for spreadsheets                 Excel, pandas
graphml    nodes and edges with their attributes                          Gephi, Cytoscape
jsonl      the record format, which `kg.model.records` reads back         any JSON reader
ntriples   RDF, one triple a line                                         any RDF tool
turtle     RDF for the eye and for version control                        any RDF tool
=========  =============================================================  ================
"""

import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO

from kg.errors import UnknownNameError
from kg.model.graph import Graph

EXPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "kg.export.table:write",
        "graphml": "kg.export.graphml:write",
        "jsonl": "kg.export.jsonl:write",
        "ntriples": "kg.export.rdf:write_ntriples",
        "turtle": "kg.export.rdf:write_turtle",
    }
)


def names() -> tuple[str, ...]:
    """Return the names of all formats.

    >>> names()
    ('csv', 'graphml', 'jsonl', 'ntriples', 'turtle')
    """
    return tuple(sorted(EXPORTERS))


def write(graph: Graph, name: str, out: BinaryIO) -> None:
    """Write the graph in the format of this name; the same graph gives the same bytes."""
    if name not in EXPORTERS:
        raise UnknownNameError("exporter", name, EXPORTERS)
    module, _, function = EXPORTERS[name].partition(":")
    getattr(importlib.import_module(module), function)(graph, out)
