"""Stress: distances on the page follow the wanted ones, the same on every run."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.render.stress import levelled, separate, stress


def path(length: int) -> list[dict[int, float]]:
    return [{j: 100.0 * abs(i - j) for j in range(length)} for i in range(length)]


def test_a_path_is_drawn_nearly_straight():
    points = stress(path(8))
    for i, one in enumerate(points):
        for j, other in enumerate(points[:i]):
            assert math.dist(one, other) == pytest.approx(100 * (i - j), rel=0.1)


def test_a_triangle_has_its_sides():
    points = stress([{0: 0.0, 1: 60.0, 2: 80.0}, {0: 60.0, 1: 0.0, 2: 100.0}, {0: 80.0, 1: 100.0, 2: 0.0}])
    assert [math.dist(points[i], points[j]) for i, j in ((0, 1), (0, 2), (1, 2))] == pytest.approx(
        [60, 80, 100], rel=0.02
    )


@pytest.mark.parametrize("wanted", [[], [{0: 0.0}]])
def test_what_has_no_distances_needs_no_drawing(wanted):
    assert stress(wanted) == [(0.0, 0.0)] * len(wanted)


def test_two_runs_draw_the_same():
    assert stress(path(20)) == stress(path(20))


boxes = st.lists(
    st.tuples(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), st.tuples(st.floats(1, 20), st.floats(1, 20))),
    max_size=12,
)


@settings(deadline=None)
@given(found=boxes)
def test_separated_boxes_do_not_overlap(found):
    sizes = [size for _, size in found]
    points = separate([point for point, _ in found], sizes)
    for i, (x, y) in enumerate(points):
        for j, (other_x, other_y) in enumerate(points[:i]):
            apart_x = abs(x - other_x) - sizes[i][0] - sizes[j][0]
            apart_y = abs(y - other_y) - sizes[i][1] - sizes[j][1]
            assert max(apart_x, apart_y) > -1


def test_boxes_that_have_room_stay_where_they_are():
    points = [(0.0, 0.0), (100.0, 0.0)]
    assert separate(points, [(10.0, 10.0), (10.0, 10.0)]) == points


@settings(deadline=None)
@given(points=st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), max_size=12))
def test_levelled_points_keep_their_distances_and_spread_from_left_to_right(points):
    found = levelled(points)
    for i, one in enumerate(points):
        for j in range(i):
            assert math.dist(found[i], found[j]) == pytest.approx(math.dist(one, points[j]), abs=1e-6)
    across, down = (sum(point[axis] ** 2 for point in found) for axis in (0, 1))
    assert across >= down - 1e-6 * (across + down)
