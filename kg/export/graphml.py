"""GraphML, for graph tools such as Gephi and Cytoscape."""

import re
from decimal import Decimal
from typing import Any, BinaryIO

import networkx as nx

from kg.model.graph import Graph

# XML 1.0 has no way to write these characters, not even as references.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the graph's `to_networkx` form: lists joined by “ | ”, numbers as doubles, unknown values left out."""
    network = graph.to_networkx()
    plain = nx.MultiDiGraph()
    for node, attributes in network.nodes(data=True):
        plain.add_node(_xml(node), **_attributes(attributes))
    for source, target, key, attributes in network.edges(keys=True, data=True):
        plain.add_edge(_xml(source), _xml(target), key=_xml(key), **_attributes(attributes))
    nx.write_graphml_xml(plain, out)


def _attributes(attributes: dict[str, Any]) -> dict[str, str | float | bool]:
    return {name: _value(value) for name, value in attributes.items() if value is not None and value != ()}


def _value(value: Any) -> str | float | bool:
    if isinstance(value, bool | float):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, tuple):
        return _xml(" | ".join(_item(item) for item in value))
    return _xml(str(value))


def _item(item: Any) -> str:
    return "-".join(map(str, item)) if isinstance(item, tuple) else str(item)


def _xml(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
