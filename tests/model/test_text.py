"""Spans and alignments: every character of a repaired text leads back to its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.text import Alignment, Span


@st.composite
def cuts(draw):
    """A source with some of its spans, in order and apart."""
    source = draw(st.text(max_size=60))
    marks = sorted(draw(st.sets(st.integers(0, len(source)), max_size=8)))
    return source, [Span(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False)]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_zero(start, end):
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "holds"),
    [
        (Span(0, 4), Span(2, 6), True, False),
        (Span(0, 4), Span(4, 6), False, False),
        (Span(0, 4), Span(1, 3), True, True),
        (Span(0, 4), Span(0, 4), True, True),
    ],
)
def test_spans_overlap_and_hold_each_other(one, other, overlaps, holds):
    assert one.overlaps(other) is other.overlaps(one) is overlaps
    assert (other in one) is holds


def test_a_name_that_a_caption_cuts_maps_to_two_spans():
    source = "深圳联合飞机科技\n（图片说明）\n有限公司的测试场地"
    alignment = Alignment.of_spans([Span(0, 8), Span(16, len(source))])
    text = alignment.text(source)
    assert text == "深圳联合飞机科技有限公司的测试场地"
    spans = alignment.to_source(Span(0, 12))
    assert [span.of(source) for span in spans] == ["深圳联合飞机科技", "有限公司"]


@given(cuts(), st.data())
def test_any_span_of_a_repaired_text_maps_to_its_own_characters(cut, data):
    source, spans = cut
    alignment = Alignment.of_spans(spans)
    text = alignment.text(source)
    assert alignment.length == len(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = alignment.to_source(Span(start, end))
    assert "".join(span.of(source) for span in found) == text[start:end]
    assert all(len(span) for span in found)


def test_a_span_beyond_the_text_is_refused():
    with pytest.raises(ValueError, match="beyond"):
        Alignment.of_spans([Span(0, 3)]).to_source(Span(1, 4))


def test_adjoining_source_spans_become_one_segment():
    assert len(Alignment.of_spans([Span(0, 3), Span(3, 3), Span(3, 5)]).segments) == 1
