"""The drawing of a graph: what sign, size, label and place each node has, and how each edge runs."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from kg.model.graph import Article, Entity, Figure, Graph, Quotation
from kg.ontology import Ontology
from kg.render.label import label, width
from kg.render.layout import Box, anchors, positions
from kg.render.style import group, signs

Node = Entity | Article | Figure | Quotation

_SPREAD = 0.14  # between parallel edges, as vis-network measures roundness


def kind(node: Node) -> str:
    """Return the class of a node, the most specific one."""
    return node.type if isinstance(node, Entity) else type(node).__name__


def nodes(graph: Graph, schema: Ontology) -> Iterator[dict[str, Any]]:
    """Yield the drawing's nodes with their places, as options of vis-network."""
    degrees = _degrees(graph)
    drawn = {name: _node(node, degrees[name], schema) for name, node in sorted(graph.nodes.items())}
    boxes = {name: _box(node) for name, node in drawn.items()}
    places = positions(graph, boxes)
    for name, node in drawn.items():
        x, y = places[name]
        yield {"id": name, **node, "x": x, "y": y}


def _degrees(graph: Graph) -> Counter[str]:
    """Count the statements that each node takes part in; a figure's counts for what it is about."""
    found: Counter[str] = Counter()
    for claim in graph.statements:
        found.update((claim.subject.id, claim.object.id))
        if isinstance(claim.object, Figure) and claim.object.about:
            found[claim.object.about.id] += 1
    return found


def _node(node: Node, degree: int, schema: Ontology) -> dict[str, Any]:
    sign = group(kind(node), schema)
    options = {"group": sign, "shape": signs()[sign].shape}
    if isinstance(node, Figure | Quotation):
        return {**options, "label": "", "size": 4 if isinstance(node, Figure) else 5}
    weight = math.sqrt(degree)
    size, font = min(7 + 2.2 * weight, 28), min(13 + 1.4 * weight, 24)
    return {**options, "label": label(node.name, kind(node)), "size": round(size), "font": {"size": round(font)}}


def _box(node: dict[str, Any]) -> Box:
    lines = node["label"].split("\n") if node["label"] else []
    size = node.get("font", {}).get("size", 0)
    widest = max(map(width, lines), default=0.0)
    return Box(node["size"], widest * size / 2, len(lines) * size * 1.15 + 4 * bool(lines))


def edges(graph: Graph) -> Iterator[dict[str, Any]]:
    """Yield the drawing's edges: statements by id, and for each figure an edge to what it is about.

    Edges between the same two nodes run apart; those of plans, of what was, and of background are dashed.
    `kind` is `relation`; for figures and quotations `petal` to the node that they stand beside, `far` to others.
    """
    beside = anchors(graph)
    parallel: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for edge in _edges(graph):
        if edge["from"] in graph.nodes and edge["to"] in graph.nodes:
            edge["kind"] = _kind(edge["from"], edge["to"], beside)
            parallel[tuple(sorted((edge["from"], edge["to"])))].append(edge)
    for (first, _), found in parallel.items():
        for number, edge in enumerate(found):
            bend = (number - (len(found) - 1) / 2) * _SPREAD * (1 if edge["from"] == first else -1)
            if bend:
                edge["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": round(bend, 3)}
            yield edge


def _edges(graph: Graph) -> Iterator[dict[str, Any]]:
    for claim in graph.statements:
        edge = {"id": claim.id, "from": claim.subject.id, "to": claim.object.id, "predicate": claim.predicate}
        yield edge | ({"dashes": True} if claim.background or claim.modality != "asserted" else {})
    for node in graph.nodes.values():
        if isinstance(node, Figure) and node.about:
            yield {"id": f"about/{node.id}", "from": node.id, "to": node.about.id, "predicate": "about"}


def _kind(source: str, target: str, beside: dict[str, str]) -> str:
    petal = target if target in beside else source
    if petal not in beside:
        return "relation"
    return "petal" if beside[petal] in (source, target) else "far"
