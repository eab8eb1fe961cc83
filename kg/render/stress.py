"""Force-free graph drawing: distances on the page follow distances in the graph.

Stress is minimised by stochastic gradient descent over pairs (Zheng, Pawar and Goodman, “Graph Drawing by Stochastic
Gradient Descent”, 2018). Only +, −, ×, ÷ and √ are used, in a fixed order: every machine computes the same drawing.
"""

import math
import random
from collections.abc import Mapping, Sequence

Point = tuple[float, float]
Size = tuple[float, float]

_HALVINGS = 4
_LAST_STEP = 0.05
_PUSHES = 200


def stress(distances: Sequence[Mapping[int, float]], seed: int = 1) -> list[Point]:
    """Return a point for each node, given for each the wanted distance to every other node of its component."""
    rng = random.Random(seed)  # noqa: S311  # a drawing needs no secrecy
    count = len(distances)
    widest = max((max(row.values()) for row in distances), default=1.0) or 1.0
    points = [[rng.uniform(-widest, widest), rng.uniform(-widest, widest)] for _ in range(count)]
    pairs = [(i, j, distances[i][j]) for i in range(count) for j in range(i) if distances[i][j] > 0]
    if not pairs:
        return [(0.0, 0.0)] * count
    rate = widest * widest
    decay = _LAST_STEP * min(wanted for _, _, wanted in pairs) ** 2 / rate
    for _ in range(_HALVINGS):
        decay = math.sqrt(decay)
    for _ in range(2**_HALVINGS + 1):
        rng.shuffle(pairs)
        for i, j, wanted in pairs:
            _approach(points[i], points[j], wanted, min(1.0, rate / (wanted * wanted)))
        rate *= decay
    return [(x, y) for x, y in points]


def _approach(one: list[float], other: list[float], wanted: float, share: float) -> None:
    """Move two points towards the wanted distance, by a share of what is missing."""
    dx, dy = one[0] - other[0], one[1] - other[1]
    distance = math.sqrt(dx * dx + dy * dy) or 1e-9
    move = share * (distance - wanted) / (2 * distance)
    one[0] -= move * dx
    one[1] -= move * dy
    other[0] += move * dx
    other[1] += move * dy


def separate(points: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    """Push boxes (half their widths and heights) apart, each pair along its shorter way, until none overlap."""
    found = [list(point) for point in points]
    for _ in range(_PUSHES):
        moved = False
        for i, (width, height) in enumerate(sizes):
            one = found[i]
            for j in range(i):
                other, (across, down) = found[j], sizes[j]
                if abs(one[0] - other[0]) < width + across and abs(one[1] - other[1]) < height + down:
                    _push(one, other, width + across, height + down)
                    moved = True
        if not moved:
            break
    return [(x, y) for x, y in found]


def _push(one: list[float], other: list[float], width: float, height: float) -> None:
    dx, dy = one[0] - other[0], one[1] - other[1]
    over_x, over_y = width - abs(dx), height - abs(dy)
    axis, over = (0, over_x) if over_x < over_y else (1, over_y)
    move = math.copysign(over / 2 + 0.01, (dx, dy)[axis])
    one[axis] += move
    other[axis] -= move
