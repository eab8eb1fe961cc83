"""A pyvis network that renders to one self-contained page.

pyvis as it comes needs the web to show anything, drops parallel edges, searches lists for every node and edge it adds,
writes in the encoding of the machine and puts labels into the page as markup. This subclass does none of that, and
stays a `pyvis.network.Network`: nodes and edges may still be added and changed by its methods.
"""

import base64
import gzip
import hashlib
import json
import webbrowser
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kg.render.style import FILES

VIS = "lib/vis-9.1.2/vis-network.min.js"
DRAWING = ("dom", "address", "graph", "arrange", "stage", "names")
TELLING = ("panel", "reader", "search", "chart", "figures", "picture", "table", "take", "filters", "page")
SCRIPTS = tuple(f"script/{name}.js" for name in (*DRAWING, *TELLING))
COMPRESSED = 1_000_000  # characters of data: more are compressed, since a browser takes a moment to unpack them


class NewsNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A directed network whose nodes stand where they are put.

    `page` holds what the template shows beside the drawing.
    """

    def __init__(self, **page: Any) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.page = page

    def add_node(self, n_id: str, label: str | None = None, **options: Any) -> None:
        """Add a node; an id that is there already is left as it is."""
        if n_id not in self.node_map:
            node = {"id": n_id, "label": n_id if label is None else label, **options}
            self.node_map[n_id] = node
            self.nodes.append(node)
            self.node_ids.append(n_id)

    def add_edge(self, source: str, to: str, **options: Any) -> None:
        """Add an edge between nodes that are there, also where there is one already."""
        for node in (source, to):
            if node not in self.node_map:
                raise KeyError(f"non existent node {node!r}")
        self.edges.append({"from": source, "to": to, **options})

    # The signatures of the next two are pyvis's.
    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002
        """Return the page: no network, no code but its own, the same bytes for the same graph."""
        style = _file("page.css")
        library, script = _library(), "\n".join(map(_file, SCRIPTS))
        form, data = _data({**self.page["data"], "network": self.drawing()})
        environment = Environment(
            loader=PackageLoader("kg.render", ""),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.html: str = environment.get_template("page.html.jinja").render(
            self.page,
            policy=_policy(style, library, script),
            style=Markup(style),  # noqa: S704  # a file of the package, as are the next two
            library=Markup(library),  # noqa: S704
            script=Markup(script),  # noqa: S704
            form=form,
            json=Markup(data),  # noqa: S704  # cannot end its element
        )
        return self.html

    def drawing(self) -> dict[str, Any]:
        """Return nodes and edges for the page, which knows the names of nodes, and the ends of statements' edges."""
        known = self.page["data"]
        numbers = {claim["id"]: number for number, claim in enumerate(known["statements"])}
        nodes = [
            {key: value for key, value in node.items() if key != "label" or value != _name(known, node)}
            for node in self.nodes
        ]
        edges = [
            {"at": numbers[edge["id"]]} | {key: value for key, value in edge.items() if key not in _TOLD}
            if edge.get("id") in numbers
            else edge
            for edge in self.edges
        ]
        return {"nodes": nodes, "edges": edges}

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Write the page to a file, in UTF-8 on every machine."""
        Path(name).write_text(self.generate_html(), encoding="utf-8", newline="\n")
        if open_browser:
            webbrowser.open(Path(name).resolve().as_uri())


_TOLD = ("id", "from", "to", "predicate")  # of the edge of a statement, which tells them


def _name(known: dict[str, Any], node: dict[str, Any]) -> str | None:
    found = known["nodes"].get(node["id"])
    return found["name"] if found else None


def _file(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


def _library() -> str:
    """Return vis-network as pyvis brings it, without the reference to its source map."""
    text = (resources.files("pyvis") / VIS).read_text(encoding="utf-8")
    return text.partition("//# sourceMappingURL")[0]


def _policy(style: str, *scripts: str) -> str:
    """Return a content security policy under which nothing but these texts takes effect, and nothing is loaded."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {' '.join(map(_hash, scripts))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _data(data: Any) -> tuple[str, str]:
    """Return the media type and the text of data; the text cannot end the element that holds it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    if len(text) <= COMPRESSED:
        return "application/json", text
    return "application/gzip", base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()
