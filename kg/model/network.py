"""The graph as a networkx graph, for its algorithms."""

import networkx as nx

from kg.model.graph import Entity, Figure, Graph


def to_networkx(graph: Graph) -> nx.MultiDiGraph:
    """Return the graph as a `MultiDiGraph`.

    Nodes are entities, articles, figures and quotations by id, with `label`, `type` and their fields as attributes.
    Edges are statements, keyed by statement id, with `predicate`, `confidence`, `modality`, `rule`, `documents`,
    `evidence` (texts) and the qualifiers; a figure has an edge `about` to what it describes.
    """
    network = nx.MultiDiGraph()
    for node in graph.nodes.values():
        fields = {
            name: getattr(node, name) for name in node.__struct_fields__ if name not in ("id", "mentions", "about")
        }
        kind = node.type if isinstance(node, Entity) else type(node).__name__
        network.add_node(node.id, **{**fields, "label": node.name, "type": kind})
    for statement in graph.statements:
        network.add_edge(
            statement.subject.id,
            statement.object.id,
            key=statement.id,
            predicate=statement.predicate,
            confidence=statement.confidence,
            modality=statement.modality,
            background=statement.background,
            rule=statement.rule,
            documents=statement.documents,
            evidence=tuple(item.text for item in statement.evidence),
            **statement.qualifiers,
        )
    for node in graph.nodes.values():
        if isinstance(node, Figure) and node.about:
            network.add_edge(node.id, node.about.id, key=f"about/{node.id}", predicate="about")
    return network
