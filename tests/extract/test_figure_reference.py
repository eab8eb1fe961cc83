"""What a change is compared with, and the periods that mentions hold."""

import pytest
from measured import read

from kg.extract.figure_reference import bases, value
from kg.model.mention import Mention
from kg.model.text import Span


def test_no_figures_are_against_nothing():
    assert list(bases([], [], None)) == []


def test_a_mention_without_a_period_holds_none():
    with pytest.raises(TypeError, match="Period"):
        value(Mention(Span(0, 2), "Period", "去年"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产值同比增长5%。", ["yoy"]),
        ("产值较上年增长5%。", ["yoy"]),
        ("产值比去年同期增长5%。", ["yoy"]),
        ("产值增长5%。", [None]),
        ("相比往年平均一亩增收500元。", [None]),
        ("产值年均增长5%。", ["annual"]),
        ("产值较2020年增长5%。", ["2020"]),
        ("与2020年相比，产值增长5%，出口增长6%；投资增长7%。", ["2020", "2020", None]),
        ("今年以来，日均运量较扩能前的2020年增长20.7%。", ["2020"]),
        ("产值同比（下同）增长5%。出口5亿元，增长6%。", ["yoy", None, "yoy"]),
        ("产值5亿元（人民币，下同），增长5%。出口增长6%。", [None, None, None]),
        ("3月末与去年底比，存栏增加300头。", ["2024-12"]),
        ("产值较“十三五”末的2020年增长5%。", ["2020"]),
        ("产值比“十三五”期间增加5亿元。", ["2016/2020"]),
        ("增速比一季度提高2个百分点。", ["2025-01/2025-03"]),
        ("2025年第二季度，房价较2019年同期增长9%。", ["2019-04/2019-06"]),
        ("6月价格环比下降0.6%。", ["2025-05"]),
        ("二季度产值环比增长0.6%。", ["2025-01/2025-03"]),
        ("1月价格环比下降0.6%。", ["2024-12"]),
        ("2010年至2022年，能耗下降67%。", ["2010"]),
        ("2010年至2022年，新增就业5万人。", [None]),
        ("6月末，存款余额2万亿元，较上年末增长5%。", [None, "2024-12"]),
        ("2024年末，存款余额2万亿元，较上年末增长5%。", [None, "yoy"]),
        ("1月至6月收到1920件，较2019年同期的1449件上升32%。", [None, "2019-01/2019-06", "2019-01/2019-06"]),
        ("出口5亿元，比去年同期的4亿元增长25%。", [None, "yoy", "yoy"]),
        ("上半年贸易额同比增长9.6%，出口增长7.2%。", ["yoy", "yoy"]),
        ("同比增长5%，提高3个百分点。", ["yoy", None]),
        ("成本降至5%。", [None]),
    ],
)
def test_a_change_is_against_what_its_clause_says(text, expected):
    assert [relation.object.base for relation in read(text)] == expected
