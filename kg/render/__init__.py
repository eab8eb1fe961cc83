"""Render: from a graph to an interactive page that stands by itself."""

from html import escape
from typing import Literal

from kg import ontology
from kg.model.graph import Graph

TITLE = "News knowledge graph"


def html(graph: Graph, *, lang: Literal["zh", "en"] | None = None) -> str:
    """Return one HTML page of the graph: no requests, no server; it opens from a file, also without JavaScript.

    `lang` is the language that the page opens in, by default that of the reader's browser. The same graph gives the
    same bytes.
    """
    from kg.render.page import page  # noqa: PLC0415  # pyvis takes a second to import

    return page(graph, ontology.in_use(), lang).generate_html()


def frame(graph: Graph) -> str:
    """Return the page in a frame of its own, as a notebook shows it: sealed off from the notebook's own page."""
    return (
        f'<iframe srcdoc="{escape(html(graph))}" sandbox="allow-scripts allow-downloads allow-modals" title="{TITLE}" '
        'style="width: 100%; height: 42rem; border: 0; border-radius: 12px"></iframe>'
    )
