"""A sentence falls into clauses at its marks, but not at those in an aside."""

import pytest

from kg.extract.figure_clause import cue, read
from kg.grammar.example import marked
from kg.model.text import Span


def clauses(text):
    plain, mentions = marked(text)
    sentence = read(plain, Span(0, len(plain)), mentions)
    return [
        (sentence.words(clause.start, clause.end, plain), clause.opening)
        for clause in sentence.clauses
        if clause.start < clause.end
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产值增长，出口下降。", [("产值增长", 0), ("出口下降", 0)]),
        ("产值增长；出口，下降", [("产值增长", 0), ("出口", 5), ("下降", 5)]),
        ("产值（含出口，不含进口）增长", [("产值（含出口，不含进口）增长", 0)]),
        ("产值{Quantity|5亿元}（增长{Quantity|5%}）", [("产值5亿元", 0), ("增长5%", 0)]),
        ("他说：增长。", [("他说", 0), ("增长", 0)]),
        ("产值 增长\n出口", [("产值增长", 0), ("出口", 6)]),
        ("", []),
    ],
)
def test_a_sentence_falls_into_clauses(text, expected):
    assert clauses(text) == expected


def test_a_place_of_the_masked_text_lies_in_one_clause():
    sentence = read("甲，乙丙", Span(0, 4), [])
    assert [sentence.at(place) for place in range(4)] == [0, 0, 1, 1]


def test_mentions_are_found_by_their_type():
    plain, mentions = marked("{City|青川}产值{Quantity|5亿元}")
    sentence = read(plain, Span(0, len(plain)), mentions)
    assert [(at, mention.text) for at, mention in sentence.of("Quantity")] == [(3, "5亿元")]
    assert len(sentence.text) == 4


def test_a_cue_is_the_pattern_of_a_rule():
    assert cue("each").search("分别增长")
    with pytest.raises(KeyError):
        cue("no-such-rule")
