import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.layout.passage import Passage, joined
from kg.model.text import Alignment, Span

SOURCE = "　甲乙丙。 丁戊己。\u200b"


def whole(text: str) -> Passage:
    return Passage.of(text, Span(0, len(text)))


def read(passage: Passage, source: str) -> str:
    return "".join(span.of(source) for span in passage.spans)


@pytest.mark.parametrize(
    ("start", "end", "text", "spans"),
    [
        (0, 11, "甲乙丙。 丁戊己。", (Span(1, 10),)),
        (5, 11, "丁戊己。", (Span(6, 10),)),
        (0, 1, "", ()),
        (20, 30, "", ()),
    ],
)
def test_a_part_stands_without_white_space_around_it(start: int, end: int, text: str, spans: tuple[Span, ...]) -> None:
    part = whole(SOURCE).part(start, end)
    assert (part.text, part.spans) == (text, spans)


def test_cuts_leave_the_rest_with_its_places() -> None:
    rest = whole(SOURCE).without([Span(5, 6), Span(2, 4), Span(3, 5)])
    assert rest.text == "　甲丁戊己。\u200b"
    assert rest.spans == (Span(0, 2), Span(6, 11))
    assert rest.part(1, 3).spans == (Span(1, 2), Span(6, 7))


def test_joined_passages_hold_nothing_between_them() -> None:
    first, second = Passage.of(SOURCE, Span(1, 3)), Passage.of(SOURCE, Span(6, 8))
    assert joined([first, Passage("", ()), second]).text == "甲乙丁戊"
    assert (joined([first, second]).start, joined([first, second]).end) == (1, 8)


CUTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5)


@given(st.text(min_size=1, max_size=40), CUTS, st.integers(0, 40), st.integers(0, 40))
def test_a_passage_always_reads_as_its_source(text: str, cuts: list[tuple[int, int]], start: int, end: int) -> None:
    spans = [Span(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in cuts]
    rest = whole(text).without(spans)
    part = rest.part(start, end)
    for passage in (rest, part):
        assert read(passage, text) == passage.text
        assert Alignment.of_spans(passage.spans).text(text) == passage.text
    assert part.text in rest.text
    kept = [c for at, c in enumerate(text) if not any(span.start <= at < span.end for span in spans)]
    assert rest.text == "".join(kept)
