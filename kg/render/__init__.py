"""Render: from a graph to an interactive page that stands by itself."""

from typing import Literal

from kg import ontology
from kg.model.graph import Graph


def html(graph: Graph, *, lang: Literal["zh", "en"] = "zh") -> str:
    """Return one HTML page of the graph: no requests, no server; it opens from a file, also without JavaScript.

    `lang` is the language that the page opens in. The same graph gives the same bytes.
    """
    from kg.render.page import page  # noqa: PLC0415  # pyvis takes a second to import

    return page(graph, ontology.packaged(), lang).generate_html()
