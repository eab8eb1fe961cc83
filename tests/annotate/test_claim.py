"""Claims never overlap."""

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.claim import Claims
from kg.model.text import Span

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=40)


def test_who_comes_first_keeps_the_characters():
    claims = Claims([Span(10, 20)])
    assert [claims.claim(span) for span in (Span(0, 10), Span(19, 22), Span(20, 22), Span(5, 7), Span(22, 23))] == [
        True,
        False,
        True,
        False,
        True,
    ]


@given(SPANS)
def test_claimed_spans_are_apart(spans):
    claims = Claims()
    taken = [span for span in spans if claims.claim(span)]
    assert not any(a.overlaps(b) for i, a in enumerate(taken) for b in taken[i + 1 :])
    assert all(any(span.overlaps(other) for other in taken) for span in spans)
