"""Packing of drawings that have nothing to do with each other, as polyominoes.

A drawing covers cells of a grid; each drawing in turn takes the spot nearest to the middle that its cells find free
(Freivalds, Dogrusoz and Kikusts, “Disconnected Graph Layout and the Polyomino Packing Approach”, 2002).
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence

from kg.render.stress import Point, Size

CELL = 24.0

Cell = tuple[int, int]


def cells(boxes: Iterable[tuple[Point, Size]], lines: Iterable[tuple[Point, Point]] = ()) -> frozenset[Cell]:
    """Return the cells that boxes (middle and half size) and lines between points cover.

    >>> sorted(cells([((12.0, 12.0), (10.0, 10.0))], [((12.0, 12.0), (60.0, 12.0))]))
    [(0, 0), (1, 0), (2, 0)]
    """
    found: set[Cell] = set()
    for (x, y), (width, height) in boxes:
        across = range(math.floor((x - width) / CELL), math.floor((x + width) / CELL) + 1)
        down = range(math.floor((y - height) / CELL), math.floor((y + height) / CELL) + 1)
        found.update(itertools.product(across, down))
    for (x, y), (to_x, to_y) in lines:
        steps = max(1, math.ceil(max(abs(to_x - x), abs(to_y - y)) / CELL * 2))
        for step in range(steps + 1):
            share = step / steps
            found.add((math.floor((x + share * (to_x - x)) / CELL), math.floor((y + share * (to_y - y)) / CELL)))
    return frozenset(found)


def packed(shapes: Sequence[frozenset[Cell]], aspect: float) -> list[Point]:
    """Return how far to move each shape so that none share a cell, in a page of this ratio of width to height.

    >>> packed([frozenset({(0, 0)}), frozenset({(0, 0)})], 1.0)
    [(0.0, 0.0), (-24.0, -24.0)]
    """
    taken: set[Cell] = set()
    moves: list[Point] = []
    spots, seen = _spots(aspect), list[Cell]()
    reached: dict[frozenset[Cell], int] = {}  # no spot before this one has room for a shape like it
    for shape in shapes:
        at = reached.get(shape, 0)
        while at == len(seen) or not _free(shape, seen[at], taken):
            if at == len(seen):
                seen.append(next(spots))
            else:
                at += 1
        reached[shape] = at
        across, down = seen[at]
        taken.update((x + across, y + down) for x, y in shape)
        moves.append((across * CELL, down * CELL))
    return moves


def _free(shape: Iterable[Cell], spot: Cell, taken: set[Cell]) -> bool:
    across, down = spot
    return all((x + across, y + down) not in taken for x, y in shape)


def _spots(aspect: float) -> Iterator[Cell]:
    """Yield all cells from the middle outwards, frame by frame."""
    yield 0, 0
    for down in itertools.count(1):
        across, inner = round(down * aspect), round((down - 1) * aspect)
        sides = (*range(-across, -inner), *range(inner + 1, across + 1))
        for y in range(-down, down + 1):
            yield from ((x, y) for x in (range(-across, across + 1) if abs(y) == down else sides))
