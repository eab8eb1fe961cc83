import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.model.text import Span


def words(*parts):
    """Tag the parts in turn: an uppercase letter is a place, white space is a gap between words."""
    tags, at = [], 0
    for part in parts:
        if part.strip():
            tags.append(Tag(Span(at, at + len(part)), "LOC" if part.isupper() else "n", 0.9))
        at += len(part)
    return Words("".join(parts), tags)


FOUND = words("AB", "C", "de", " ", "F")


def test_words_are_found_by_where_they_start():
    assert FOUND.starting(2).span == Span(2, 3)
    assert FOUND.starting(1) is FOUND.starting(5) is FOUND.starting(99) is None


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 1), ["AB"]),
        (Span(1, 3), ["AB", "C"]),
        (Span(4, 7), ["de", "F"]),
        (Span(5, 6), []),
        (Span(5, 7), ["F"]),
        (Span(7, 9), []),
    ],
)
def test_words_under_a_span_share_a_character_with_it(span, expected):
    assert [tag.span.of(FOUND.text) for tag in FOUND.of(span)] == expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(0, 3), True), (Span(0, 1), False), (Span(1, 2), False), (Span(2, 5), True), (Span(2, 7), False)],
)
def test_a_span_is_aligned_where_words_start_and_end_and_leave_no_gap(span, expected):
    assert FOUND.aligned(span) is expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(1, 2), True), (Span(1, 5), True), (Span(4, 6), False), (Span(5, 6), False), (Span(6, 9), False)],
)
def test_a_span_is_tiled_where_all_of_it_is_in_words(span, expected):
    assert FOUND.tiled(span) is expected


def test_a_run_joins_words_of_one_tag_that_adjoin():
    assert FOUND.run(0, "LOC") == Span(0, 3)
    assert FOUND.run(3, "LOC") == Span(6, 7)
    assert words("A", " ", "B").run(0, "LOC") == Span(0, 1)


def test_a_text_without_words_has_none():
    empty = Words("   ", [])
    assert list(empty.of(Span(0, 3))) == []
    assert not empty.aligned(Span(0, 3))


@given(st.lists(st.sampled_from(["A", "BC", "def", " ", "  "]), max_size=8), st.integers(0, 20), st.integers(0, 20))
def test_words_under_any_span_are_those_that_overlap_it(parts, one, other):
    found = words(*parts)
    span = Span(min(one, other), max(one, other))
    expected = [tag for tag in found.tags if tag.span.start < span.end and span.start < tag.span.end]
    assert list(found.of(span)) == (expected if len(span) else list(found.of(span)))
