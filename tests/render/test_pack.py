"""Packing: no two drawings share a cell, and little room is lost."""

from hypothesis import given
from hypothesis import strategies as st

from kg.render.pack import CELL, cells, packed

shapes = st.frozensets(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), min_size=1)


def moved(shape, move):
    return {(x + round(move[0] / CELL), y + round(move[1] / CELL)) for x, y in shape}


@given(found=st.lists(shapes, max_size=8))
def test_packed_shapes_share_no_cell(found):
    taken = [moved(shape, move) for shape, move in zip(found, packed(found, 1.3), strict=True)]
    assert len(set().union(*taken)) == sum(map(len, taken))


def test_the_first_shape_stays_in_the_middle():
    assert packed([frozenset({(0, 0), (1, 0)})], 1.0) == [(0.0, 0.0)]


def test_small_shapes_fill_the_corners_of_a_large_one():
    cross = frozenset({(x, 0) for x in range(-5, 6)} | {(0, y) for y in range(-5, 6)})
    moves = packed([cross, frozenset({(0, 0)})], 1.0)
    assert max(map(abs, moves[1])) == CELL


def test_a_wide_page_is_packed_wide():
    moves = packed([frozenset({(0, 0)})] * 45, 2.0)
    across, down = (max(abs(move[axis]) for move in moves) for axis in (0, 1))
    assert across > down


def test_a_box_covers_the_cells_that_it_touches():
    assert cells([((CELL / 2, CELL / 2), (CELL, CELL / 4))]) == {(-1, 0), (0, 0), (1, 0)}


def test_a_line_covers_the_cells_between_its_ends():
    found = cells([], [((0.0, 0.0), (CELL * 3.5, CELL * 1.5))])
    assert {(0, 0), (3, 1)} <= found
    assert 5 <= len(found) <= 6
