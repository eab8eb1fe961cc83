"""Plug-ins in one visible table: kind, name, and where it stands; each is imported on first use."""

import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from kg.errors import UnknownNameError

PLUGINS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "exporter": MappingProxyType(
            {
                "csv": "kg.export.table:write",
                "graphml": "kg.export.graphml:write",
                "jsonl": "kg.export.jsonl:write",
                "jsonld": "kg.export.rdf_write:write_jsonld",
                "nquads": "kg.export.rdf_write:write_nquads",
                "ntriples": "kg.export.rdf_write:write_ntriples",
                "rdfxml": "kg.export.rdf_write:write_rdfxml",
                "trig": "kg.export.rdf_write:write_trig",
                "turtle": "kg.export.rdf_write:write_turtle",
            }
        ),
        "bulk": MappingProxyType({"neo4j-admin": "kg.store.bulk:write"}),
        "store": MappingProxyType(
            {
                "arcadedb": "kg.store.arcade:open_url",
                "bolt": "kg.store.neo4j:open_url",
                "bolt+s": "kg.store.neo4j:open_url",
                "bolt+ssc": "kg.store.neo4j:open_url",
                "neo4j": "kg.store.neo4j:open_url",
                "neo4j+s": "kg.store.neo4j:open_url",
                "neo4j+ssc": "kg.store.neo4j:open_url",
            }
        ),
        "validator": MappingProxyType({"pyshacl": "kg.validate.engine:pyshacl", "shacl": "kg.validate.engine:shacl"}),
    }
)


def names(kind: str) -> tuple[str, ...]:
    """Return the names of a kind of plug-in, sorted.

    >>> names("exporter")
    ('csv', 'graphml', 'jsonl', 'jsonld', 'nquads', 'ntriples', 'rdfxml', 'trig', 'turtle')
    """
    return tuple(sorted(PLUGINS[kind]))


def find(kind: str, name: str) -> Any:
    """Return a plug-in, imported; an unknown name is an error that lists those there are."""
    table = PLUGINS[kind]
    if name not in table:
        raise UnknownNameError(kind, name, table)
    module, _, attribute = table[name].partition(":")
    return getattr(importlib.import_module(module), attribute)
