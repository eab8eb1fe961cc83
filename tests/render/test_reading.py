"""Articles as they are read: their text is whole, and each run knows its statements."""

import harbour
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import graphs

from kg.render.reading import Reading, runs

READING = Reading(harbour.GRAPH.articles, harbour.GRAPH.statements)
READ = READING.runs


def said(number: int) -> str:
    return "".join(text for article in READ.values() for text, *numbers in article if number in numbers)


def test_an_article_is_read_whole():
    for article in harbour.GRAPH.articles:
        assert "".join(text for text, *_ in READ[article.id]) == article.text


def test_each_run_names_the_statements_that_it_bears_out():
    for number, claim in enumerate(harbour.GRAPH.statements):
        for item in claim.evidence:
            assert item.text in said(number)


def test_evidence_that_a_caption_cuts_in_two_stands_together():
    [number] = [at for at, claim in enumerate(harbour.GRAPH.statements) if claim.confidence == 0.95]
    assert said(number) == "海川港务集团总经理周宁"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [["海川😀港"]]),
        ([(0, 2, 1)], [["海川", 1], ["😀港"]]),
        ([(2, 3, 1)], [["海川"], ["😀", 1], ["港"]]),
        ([(0, 3, 1), (2, 4, 0)], [["海川", 1], ["😀", 0, 1], ["港", 0]]),
        ([(0, 4, 1), (0, 4, 2)], [["海川😀港", 1, 2]]),
        ([(1, 1, 1)], [["海"], ["川😀港"]]),
    ],
)
def test_runs_begin_and_end_where_marks_do(marks, expected):
    cuts = sorted({0, 4, *(cut for start, end, _ in marks for cut in (start, end))})
    assert list(runs("海川😀港", cuts, marks)) == expected


@given(
    text=st.text(max_size=12),
    marks=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 5)), max_size=8),
)
def test_runs_keep_every_character_and_mark(text, marks):
    inside = [(min(a, b, len(text)), min(max(a, b), len(text)), number) for a, b, number in marks]
    cuts = sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end))})
    found = list(runs(text, cuts, inside))
    assert "".join(run[0] for run in found) == text
    at = 0
    for part, *numbers in found:
        for place in range(at, at + len(part)):
            assert set(numbers) == {number for start, end, number in inside if start <= place < end}
        at += len(part)


@given(graph=graphs())
def test_any_graph_can_be_read_and_its_passages_are_whole_runs(graph):
    reading = Reading(graph.articles, graph.statements)
    for article in graph.articles:
        assert "".join(run[0] for run in reading.runs[article.id]) == article.text
    for number, found in enumerate(reading.passages):
        for passage in found:
            if passage.article and passage.extent:
                first, last = reading.within(passage.article, passage.extent)
                inside = reading.runs[passage.article][first:last]
                shown = "".join(segment.text for segment in passage.segments)
                assert "".join(run[0] for run in inside) == shown[passage.cut[0] : len(shown) - passage.cut[1]]
                marked = "".join(segment.text for segment in passage.segments if segment.marked)
                assert len("".join(text for text, *numbers in inside if number in numbers)) >= len(marked)
