"""Which periods of a sentence govern, and which are only compared with."""

import pytest

from kg.extract.figure_clause import read
from kg.extract.figure_period import Governing, ended, governing, lasting, reported
from kg.grammar.example import marked
from kg.model.mention import Mention
from kg.model.text import Span
from kg.model.value import Period

VALUES = {
    "去年": "2024",
    "2020年": "2020",
    "上半年": "2025-01/2025-06",
    "截至6月底": "/2025-06",
    "“十四五”期间": "2021/2025",
    "“十三五”末": "2020",
    "15日": "2025-07-15",
    "1978年": "1978",
    "6月1日起": "2025-06-01/",
    "今年初": "2025-01",
    "截至15日": "/2025-07-15",
}


def periods(text):
    plain, mentions = marked(text)
    valued = [
        Mention(m.span, m.type, m.text, value=Period.parse(VALUES[m.text]) if m.type == "Period" else None)
        for m in mentions
    ]
    return governing(read(plain, Span(0, len(plain)), valued))


def told(text):
    return [(str(item.period), item.passing) for item in periods(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Period|去年}产值", [("2024", False)]),
        ("较{Period|去年}增长", []),
        ("与{Period|2020年}相比增长", []),
        ("较{Period|“十三五”末}的{Period|2020年}增长", []),
        ("从{Period|2020年}的{Quantity|5亿元}提升", [("2020", True)]),
        ("{Period|截至6月底}，{Period|“十四五”期间}引资", [("2021/2025-06", False), ("2021/2025-06", False)]),
        ("{Period|15日}发布数据，产值", []),
        ("{Period|15日}，场馆开放", [("2025-07-15", False)]),
        ("{Period|上半年}发布数据，产值", [("2025-01/2025-06", False)]),
        ("{Period|去年}他表示，产值", []),
        ("介绍{Period|“十四五”期间}的情况时说，产值", [("2021/2025", False)]),
        ("产值", []),
        ("将于{Period|6月1日起}施行，押金", []),
        ("{Period|今年初}投用的平台把费用", []),
        ("{Period|15日}开通的线路全程", []),
        ("比例由{Period|去年}的2.39缩小至", []),
        ("{Period|截至15日}收盘，市值", [("2025-07-15", False)]),
        (
            "{Period|上半年}产值{Quantity|5亿元}，而{Period|2020年}只有{Quantity|3亿元}",
            [("2025-01/2025-06", False), ("2020", True)],
        ),
        ("{Period|去年}利润预计达{Quantity|5亿元}", [("2024", False)]),
    ],
)
def test_a_period_governs_unless_it_is_only_compared_with_or_told(text, expected):
    assert told(text) == expected


def test_the_period_that_lasts_is_the_first_that_is_no_day_no_week_and_not_the_present():
    year = Governing(0, Period("2024", "2024"))
    passing = Governing(0, Period("2025-07-15", "2025-07-15"), lasts=False)
    assert lasting([passing, year]) == year.period
    assert lasting([passing]) is None
    assert lasting([]) is None


def test_a_report_names_its_months_in_half_of_its_sentences_and_several_times():
    months, year = (Governing(0, Period.parse(text), passing=False) for text in ("2025-01/2025-06", "2024"))
    assert str(reported([[months], [], [months], [year], [months, year]])) == "2025-01/2025-06"
    assert reported([[months], [months]]) is None
    assert reported([[months], [months], [months], [year], [year], [year], [year]]) is None
    assert reported([[year], [year], [year]]) is None


def test_a_sentence_may_end_within_what_is_quoted():
    text = "“去年增长5%。”园区有冷库12座"
    assert ended(text, len(text)) == text.index("。") + 1
    assert ended(text, 5) == 0
