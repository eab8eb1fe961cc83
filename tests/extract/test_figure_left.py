"""How the clause before a quantity is read."""

import pytest

from kg.extract.figure_left import reading


@pytest.mark.parametrize(
    ("text", "name", "head"),
    [
        ("产业营收同比增长", "change", "产业营收"),
        ("装机容量累计达", "level", "装机容量"),
        ("增速比全国平均水平高", "gap", "增速"),
        ("价格跌幅达", "pace", "价格"),
        ("核心产业规模", "bare", "核心产业规模"),
        ("新兴产业占GDP比重约为", "part", "新兴产业"),
        ("", "bare", ""),
    ],
)
def test_the_first_rule_that_matches_reads_a_clause(text, name, head):
    left = reading(text, 0)
    assert (left.name, left.group("head"), left.text) == (name, head, text)


def test_a_group_stands_in_the_sentence_where_its_clause_does():
    left = reading("价格跌幅达", 7)
    assert left.span("head") == (7, 9)
    assert left.group("than") == ""


def test_a_reading_tells_whether_its_clause_holds_a_cue():
    assert reading("能耗和水耗分别下降", 0).says("each")
    assert not reading("能耗下降", 0).says("each")
