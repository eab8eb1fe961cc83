"""The page of a graph: its drawing, its details and its table."""

import itertools
from typing import Any

from kg.model.graph import Graph
from kg.ontology import Ontology
from kg.render import drawing
from kg.render.details import Details
from kg.render.network import NewsNetwork
from kg.render.style import phrases

ROWS = 1000  # statements that all stand in the table that needs no script
FIRST = 400  # of more, those that do; with script the table has what the drawing shows


def page(graph: Graph, schema: Ontology, lang: str | None) -> NewsNetwork:
    """Return a pyvis network of the graph, whose `generate_html` gives the page."""
    details = Details(graph, schema)
    content: dict[str, Any] = {
        "lang": lang,
        "words": phrases(),
        "classes": details.classes(),
        "counts": counts(graph),
        "rows": list(itertools.islice(details.rows(), ROWS if len(graph.statements) <= ROWS else FIRST)),
        "data": {"lang": lang, **details.data()},
    }
    found = NewsNetwork(**content)
    for node in drawing.nodes(graph, schema):
        found.add_node(node.pop("id"), **node)
    for edge in drawing.edges(graph):
        found.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    return found


def counts(graph: Graph) -> dict[str, int]:
    """Return how many things of each sort the graph has, by key of the interface."""
    kinds = [drawing.kind(node) for node in graph.nodes.values()]
    found = {
        "entities": len(graph.entities),
        "statements": len(graph.statements),
        "figures": kinds.count("Figure"),
        "quotations": kinds.count("Quotation"),
        "articles": len(graph.articles),
    }
    return {key: count for key, count in found.items() if count}
