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


def levelled(points: Sequence[Point]) -> list[Point]:
    """Turn points so that they spread most from left to right, as a screen does.

    >>> levelled([(0.0, -3.0), (0.0, 3.0)]) == [(-3.0, 0.0), (3.0, 0.0)]
    True
    """
    count = len(points) or 1
    middle_x, middle_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    moved = [(x - middle_x, y - middle_y) for x, y in points]
    xx, yy, xy = sum(x * x for x, _ in moved), sum(y * y for _, y in moved), sum(x * y for x, y in moved)
    half = (xx - yy) / 2
    across, down = half + math.sqrt(half * half + xy * xy), xy  # the axis of most spread
    length = math.sqrt(across * across + down * down)
    if not length:
        across, down, length = (1.0, 0.0, 1.0) if xx >= yy else (0.0, 1.0, 1.0)
    across, down = across / length, down / length
    return [(x * across + y * down, y * across - x * down) for x, y in moved]


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
