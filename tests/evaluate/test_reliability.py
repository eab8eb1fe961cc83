"""Reliability: confidences in bins, with the share that is right."""

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate import Judged, reliability

JUDGED = st.builds(Judged, of=st.just("relation"), confidence=st.floats(0, 1), right=st.booleans())


def test_statements_fall_into_the_bin_up_to_their_confidence():
    found = reliability(
        [Judged("relation", confidence, right) for confidence, right in ((0.9, True), (0.91, False), (0.95, True))]
    )
    assert [(item.lower, item.upper, item.statements, item.share) for item in found] == [
        (0.8, 0.9, 1, 1.0),
        (0.9, 1.0, 2, 0.5),
    ]
    assert found[1].confidence == 0.93


def test_no_statement_makes_no_bin():
    assert reliability([]) == ()


@given(st.lists(JUDGED))
def test_every_statement_is_in_one_bin(judged):
    found = reliability(judged)
    assert sum(item.statements for item in found) == len(judged)
    assert sum(item.right for item in found) == sum(item.right for item in judged)
    assert all(item.lower <= item.confidence <= item.upper for item in found)
