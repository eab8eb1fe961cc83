"""Where each node stands on the page.

Entities and articles are laid out by their relations: components apart, large components by their communities
(Louvain), each small enough part by stress. Figures and quotations stand as petals around what they are about, or who
said them. All is computed here, once, with fixed seeds, so that a page opens at once and always looks the same.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import networkx as nx

from kg.model.graph import Figure, Graph, Ref
from kg.render.pack import Cell, cells, packed
from kg.render.stress import Point, Size, levelled, separate, stress

_PART = 90  # nodes that are laid out as one; more are split into communities
_GAP = 18.0  # wanted between the boxes of related nodes
_MARGIN = 7.0  # kept between any two boxes
_PETAL = 13.0  # between petals, and between their rings
_OPEN = 100  # degrees below a node that are free of petals, for its label
_ASPECT = 0.98  # of the page, width to height


class Box(msgspec.Struct, frozen=True):
    """What a node needs of the page: the radius of its sign, and half the width and the height of its label."""

    radius: float
    label_width: float = 0.0
    label_height: float = 0.0


class Flower:
    """A node with the petals around it, on rings that leave its label free."""

    def __init__(self, box: Box, petals: Sequence[str]) -> None:
        self.box, self.petals = box, petals
        self.offsets = dict(zip(petals, _rings(box.radius, len(petals)), strict=True))
        reach = max((math.hypot(*offset) for offset in self.offsets.values()), default=box.radius - _PETAL / 2)
        self.radius = reach + _PETAL / 2 if petals else box.radius

    @property
    def below(self) -> float:
        """How far it reaches below its middle."""
        return max(self.box.radius + self.box.label_height, self.radius * 0.8 if self.petals else 0)

    @property
    def size(self) -> Size:
        """Half its width and height, margins included."""
        height = (self.radius + self.below) / 2
        return max(self.radius, self.box.label_width) + _MARGIN, height + _MARGIN

    @property
    def rise(self) -> float:
        """How far its middle stands above the middle of its box."""
        return (self.below - self.radius) / 2


def _rings(radius: float, count: int) -> Iterable[Point]:
    """Yield offsets on rings around a node, from the middle top outwards to both sides, ring by ring."""
    reach = radius + _PETAL
    while count > 0:
        arc = math.radians(360 - _OPEN)
        room = max(1, int(arc * reach / _PETAL))
        here = min(room, count)
        step = min(arc / max(here - 1, 1), 1.6 * _PETAL / reach)
        for i in range(here):
            angle = (i - (here - 1) / 2) * step
            yield reach * math.sin(angle), -reach * math.cos(angle)
        count -= here
        reach += _PETAL


def positions(graph: Graph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Return whole coordinates for every node of the graph; `boxes` says what each needs of the page."""
    petals = anchors(graph)
    held: dict[str, list[str]] = defaultdict(list)
    for petal, anchor in petals.items():
        held[anchor].append(petal)
    nodes = sorted(graph.nodes.keys() - petals.keys())
    flowers = {node: Flower(boxes[node], held[node]) for node in nodes}
    network = _core(graph, nodes, petals)
    found: dict[str, Point] = {}
    for number, (x, y) in _components(network, [flowers[node].size for node in nodes]).items():
        flower = flowers[nodes[number]]
        middle = (x, y - flower.rise)
        found[nodes[number]] = middle
        for petal, (dx, dy) in flower.offsets.items():
            found[petal] = (middle[0] + dx, middle[1] + dy)
    return {node: (round(x), round(y)) for node, (x, y) in sorted(found.items())}


def anchors(graph: Graph) -> dict[str, str]:
    """Return the entity or article that each figure and quotation stands beside: what it is about, else who says it."""
    standing = {entity.id for entity in graph.entities} | {article.id for article in graph.articles}
    found: dict[str, str] = {}
    for claim in sorted(graph.statements, key=lambda claim: (claim.subject.id, claim.evidence, claim.id)):
        node = claim.object
        if isinstance(node, Ref) or node.id in standing:
            continue
        about = node.about.id if isinstance(node, Figure) and node.about else ""
        anchor = about if about in standing else claim.subject.id
        if anchor in standing:
            found.setdefault(node.id, anchor)
    return found


def _core(graph: Graph, nodes: Sequence[str], petals: Mapping[str, str]) -> nx.Graph:
    """Return entities and articles by number: sets of strings have no order, those of numbers do."""
    numbers = {node: number for number, node in enumerate(nodes)}
    network = nx.Graph()
    network.add_nodes_from(range(len(nodes)))
    for claim in graph.statements:
        other = petals.get(claim.object.id, claim.object.id)
        if claim.subject.id in numbers and other in numbers and claim.subject.id != other:
            one, two = numbers[claim.subject.id], numbers[other]
            weight = network.get_edge_data(one, two, {"weight": 0})["weight"] + 1
            network.add_edge(one, two, weight=weight)
    return network


def _components(network: nx.Graph, sizes: Sequence[Size]) -> dict[int, Point]:
    """Lay out each component, the largest in the middle and the others in the room that is left around it."""
    parts = sorted(map(sorted, nx.connected_components(network)), key=lambda part: (-len(part), part))
    drawn = [_centred(_part(network.subgraph(part), part, sizes), (0.0, 0.0), sizes) for part in parts]
    moves = packed([_cells(network, part, sizes) for part in drawn], _ASPECT)
    return {
        node: (x + across, y + down)
        for part, (across, down) in zip(drawn, moves, strict=True)
        for node, (x, y) in part.items()
    }


def _part(network: nx.Graph, nodes: Sequence[int], sizes: Sequence[Size]) -> dict[int, Point]:
    """Lay out connected nodes: by stress, or by communities where they are many."""
    if len(nodes) <= _PART:
        boxes = [sizes[node] for node in nodes]
        return dict(zip(nodes, _drawn(network, nodes, boxes, [min(size) for size in boxes]), strict=True))
    parts = sorted(map(sorted, nx.community.louvain_communities(network, seed=1)))
    if len(parts) == 1:
        parts = [list(nodes[at : at + _PART]) for at in range(0, len(nodes), _PART)]
    drawn = [_components(network.subgraph(part), sizes) for part in parts]
    home = {node: number for number, part in enumerate(parts) for node in part}
    between = nx.Graph((home[one], home[two]) for one, two in network.edges if home[one] != home[two])
    extents = [_extent(part, sizes) for part in drawn]
    middles = _drawn(between, range(len(parts)), extents, [(width + height) / 2 for width, height in extents])
    return {
        node: point
        for part, middle in zip(drawn, middles, strict=True)
        for node, point in _centred(part, middle, sizes).items()
    }


def _drawn(network: nx.Graph, nodes: Sequence[int], sizes: Sequence[Size], reaches: Sequence[float]) -> list[Point]:
    """Lay out connected boxes by stress, related ones as far apart as they reach; push apart those that overlap."""
    reach = dict(zip(nodes, reaches, strict=True))
    lengths = nx.Graph()
    lengths.add_nodes_from(nodes)
    lengths.add_weighted_edges_from((one, two, reach[one] + reach[two] + _GAP) for one, two in network.edges)
    paths = dict(nx.all_pairs_dijkstra_path_length(lengths))
    wanted = [{j: paths[one][two] for j, two in enumerate(nodes)} for one in nodes]
    return separate([(x * _ASPECT, y) for x, y in levelled(stress(wanted))], sizes)


def _extent(part: Mapping[int, Point], sizes: Sequence[Size]) -> Size:
    """Return half the width and height of laid-out boxes."""
    left, top, right, bottom = _bounds(part, sizes)
    return (right - left) / 2, (bottom - top) / 2


def _bounds(part: Mapping[int, Point], sizes: Sequence[Size]) -> tuple[float, float, float, float]:
    return (
        min(x - sizes[node][0] for node, (x, _) in part.items()),
        min(y - sizes[node][1] for node, (_, y) in part.items()),
        max(x + sizes[node][0] for node, (x, _) in part.items()),
        max(y + sizes[node][1] for node, (_, y) in part.items()),
    )


def _centred(part: Mapping[int, Point], middle: Point, sizes: Sequence[Size]) -> dict[int, Point]:
    """Move laid-out boxes so that their middle comes where it belongs."""
    left, top, right, bottom = _bounds(part, sizes)
    across, down = middle[0] - (left + right) / 2, middle[1] - (top + bottom) / 2
    return {node: (x + across, y + down) for node, (x, y) in part.items()}


def _cells(network: nx.Graph, part: Mapping[int, Point], sizes: Sequence[Size]) -> frozenset[Cell]:
    lines = ((part[one], part[other]) for one, other in network.subgraph(part).edges)
    return cells(((point, sizes[node]) for node, point in part.items()), lines)
