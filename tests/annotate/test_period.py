"""Periods in running text, reckoned from the day of the report."""

import json
import os
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.period import periods
from kg.model.text import Span

EXTERNAL = Path(os.environ.get("KG_EXTERNAL", Path(__file__).parents[3] / "shared" / "external"))
DATES = EXTERNAL / "recognizers-text-zh" / "DateTime" / "DateTimeModel.json"
TODAY = date(2025, 7, 18)


def sentences(text):
    ends = [0, *(match.end() for match in re.finditer("。", text)), len(text)]
    return [Span(start, end) for start, end in pairwise(ends) if start < end]


def told(text, today=TODAY):
    return [(mention.text, str(mention.value)) for mention in periods(text, sentences(text), today)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，产值增长", ("2024年", "2024")),
        ("二〇二四年", ("二〇二四年", "2024")),
        ("2023年度", ("2023年度", "2023")),
        ("去年，营收", ("去年", "2024")),
        ("本财年净利润", ("本财年", "2025")),
        ("上一财年，", ("上一财年", "2024")),
        ("2024届高校毕业生", ("2024届", "2024")),
        ("今年上半年增长", ("今年上半年", "2025-01/2025-06")),
        ("2020至2024年，", ("2020至2024年", "2020/2024")),
        ("2021至2025年上半年，", ("2021至2025年上半年", "2021/2025-06")),
        ("2010年至2022年，", ("2010年至2022年", "2010/2022")),
        ("2019-2023年", ("2019-2023年", "2019/2023")),
        ("今年1月至5月，", ("今年1月至5月", "2025-01/2025-05")),
        ("1-7月，", ("1-7月", "2025-01/2025-07")),
        ("1~4月增长", ("1~4月", "2025-01/2025-04")),
        ("前7个月，", ("前7个月", "2025-01/2025-07")),
        ("去年前三季度", ("去年前三季度", "2024-01/2024-09")),
        ("一季度增长", ("一季度", "2025-01/2025-03")),
        ("2023年第二季度", ("2023年第二季度", "2023-04/2023-06")),
        ("2024年四季度末", ("2024年四季度末", "2024-12")),
        ("截至6月底，", ("截至6月底", "/2025-06")),
        ("截至今年6月底，", ("截至今年6月底", "/2025-06")),
        ("截至2022年底，", ("截至2022年底", "/2022-12")),
        ("截至2022年管理资产", ("截至2022年", "/2022")),
        ("截至7月10日14时，", ("截至7月10日", "/2025-07-10")),
        ("截至上半年，", ("截至上半年", "/2025-06")),
        ("到6月底，", ("到6月底", "/2025-06")),
        ("到2030年，", ("2030年", "2030")),
        ("第三季营业利润", ("第三季", "2025-07/2025-09")),
        ("5年来，", ("5年来", "2020/")),
        ("年内新增5座", ("年内", "2025")),
        ("，年内宽带用户超5万户", ("年内", "2025")),
        ("2018年度假区", ("2018年", "2018")),
        ("前9个月，", ("前9个月", "2025-01/2025-09")),
        ("前11个月，", ("前11个月", "2024-01/2024-11")),
        ("2015、2016年弃风率", ("2015、2016年", "2015/2016")),
        ("至此，全市", ("至此", "/2025-07")),
        ("2024年半年度报告", ("2024年半年度", "2024-01/2024-06")),
        ("披露2024年年度报告", ("2024年年度", "2024")),
        ("年报显示", ("年", "2024")),
        ("三季报显示", ("三季", "2024-01/2024-09")),
        ("3月15号举行", ("3月15号", "2025-03-15")),
        ("2030年前建成", ("2030年前", "/2030")),
        ("到目前为止，", ("到目前为止", "/2025-07")),
        ("目前，", ("目前", "/2025-07")),
        ("年底前完成", ("年底前", "/2025-12")),
        ("过去四年，", ("过去四年", "2021/2024")),
        ("近三年来，", ("近三年来", "2022/2024")),
        ("未来五年，", ("未来五年", "2026/2030")),
        ("从五年前的14.7%", ("五年前", "2020")),
        ("较3年前减少", ("3年前", "2022")),
        ("“十四五”以来，", ("“十四五”以来", "2021/")),
        ("“十四五”期间，", ("“十四五”期间", "2021/2025")),
        ("较“十三五”末增长", ("“十三五”末", "2020")),
        ("2023年以来，", ("2023年以来", "2023/")),
        ("今年以来，", ("今年以来", "2025/")),
        ("今年来，", ("今年来", "2025/")),
        ("2026年起，", ("2026年起", "2026/")),
        ("本世纪以来，", ("本世纪以来", "2001/")),
        ("上世纪90年代", ("上世纪90年代", "1990/1999")),
        ("18日举行", ("18日", "2025-07-18")),
        ("28日晚", ("28日", "2025-06-28")),
        ("7月18日电", ("7月18日", "2025-07-18")),
        ("2023年8月9日", ("2023年8月9日", "2023-08-09")),
        ("2023-08-09", ("2023-08-09", "2023-08-09")),
        ("7月1日至3日，", ("7月1日至3日", "2025-07-01/2025-07-03")),
        ("12月，", ("12月", "2024-12")),
        ("今年4月，", ("今年4月", "2025-04")),
        ("上月，", ("上月", "2025-06")),
        ("昨日，", ("昨日", "2025-07-17")),
        ("2020年疫情以来，", ("2020年", "2020/")),
        ("今年3月份，直供香港试点恢复以来，", ("今年3月份", "2025-03/")),
    ],
)
def test_an_expression_is_read_with_all_that_belongs_to_it(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "1/10",
        "十一假期",
        "千年古都",
        "“十四五”规划收官",
        "近年来",
        "日前",
        "连续8年",
        "6个月",
        "提前6个月",
        "五年规划",
        "1号楼",
        "创下月度新高",
        "多年来",
        "三年中",
        "运行近一个月来",
        "2024家",
        "八月十五",
        "四月薪",
        "期货市场",
        "接近3年",
        "第3天",
        "2月30日",
    ],
)
def test_what_names_no_stretch_of_the_calendar_is_none(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "从2020年的39万亿元提升到2024年的48万亿元",
            [("2020年", "2020"), ("2024年", "2024")],
        ),
        (
            "截至今年6月底，“十四五”期间使用外资",
            [("截至今年6月底", "/2025-06"), ("“十四五”期间", "2021/2025")],
        ),
        (
            "2022年利润增长，其中12月下降",
            [("2022年", "2022"), ("12月", "2022-12")],
        ),
        (
            "今年1~2月持平、一季度增长3%到上半年增长4.7%",
            [("今年1~2月", "2025-01/2025-02"), ("一季度", "2025-01/2025-03"), ("上半年", "2025-01/2025-06")],
        ),
    ],
)
def test_a_clause_holds_several_periods(text, expected):
    assert told(text) == expected


def test_the_same_stretch_of_another_year_is_that_of_what_was_read_last():
    text = "2025年第二季度，营收增长，较2019年同期翻番。数据超过2019年同期。"
    assert [value for _, value in told(text)] == ["2025-04/2025-06", "2019-04/2019-06", "2019-04/2019-06"]


def test_the_reported_months_are_those_of_the_report():
    text = "8月17日披露2023年第二季度业绩。截至报告期末，门店增加。报告期内，营收增长。"
    assert [value for _, value in told(text, date(2023, 8, 18))] == [
        "2023-08-17",
        "2023-04/2023-06",
        "/2023-06",
        "2023-04/2023-06",
    ]


def test_a_year_that_is_only_open_lends_itself_to_no_month():
    assert told("2020年以来增长，上半年加快。")[1] == ("上半年", "2025-01/2025-06")


def test_what_is_taken_is_not_read():
    text = "明天更好基金明天成立"
    assert [m.span for m in periods(text, sentences(text), TODAY, [Span(0, 6)])] == [Span(6, 8)]


@given(
    st.text(
        alphabet="0123456789一二三四五十年月日季度上半下前后去今明截至到以来底末初期间近过的，。“”-~/ A\n", max_size=60
    )
)
def test_any_text_gives_mentions_that_stand_in_it_and_apart(text):
    found = periods(text, sentences(text), TODAY)
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_a_full_date_is_itself(day):
    text = f"{day.year}年{day.month}月{day.day}日"
    assert told(text) == [(text, day.isoformat())]


@pytest.mark.skipif(not DATES.exists(), reason=f"no public test set at {DATES}; set KG_EXTERNAL to its folder")
def test_public_dates_are_read():
    """In scope are years, months and days that the calendar has, written in digits or by 今年 and its like."""
    inside = re.compile(r"(?:(?:(?:19|20)\d\d|[今明去]) ?年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?|[今昨]天|[今昨]日")
    pairs = []
    for case in json.loads(DATES.read_text(encoding="utf-8-sig")):
        results = case["Results"]
        kinds = {result["TypeName"] for result in results}
        if len(results) != 1 or not kinds <= {"datetimeV2.date", "datetimeV2.daterange"} or "《" in case["Input"]:
            continue
        text, values = results[0]["Text"], results[0]["Resolution"]["values"]
        if text == "2月29日":  # of a year that has none
            continue
        if not inside.fullmatch(text) or "Mod" in values[0] or case["Input"].count(text) > 1 or "开始" in case["Input"]:
            continue
        expected = {value.get("value") or value.get("start") for value in values}
        if expected == {"not resolved"} or not re.fullmatch(r"[\dX-]+", values[0]["timex"]):
            continue
        found = told(case["Input"], date.fromisoformat(case["Context"]["ReferenceDateTime"][:10]))
        right = len(found) == 1 and any(day and day.startswith(found[0][1].split("/")[0]) for day in expected)
        pairs.append((case["Input"], found, expected, right))
    wrong = [pair for pair in pairs if not pair[-1]]
    assert len(pairs) > 10
    assert len(wrong) <= len(pairs) * 0.05, wrong


@pytest.mark.parametrize(
    ("text", "today", "last"),
    [
        ("2024年价格平稳。全年产量5亿吨", date(2025, 1, 20), "2024"),
        ("全年营收5亿元", date(2025, 1, 20), "2024"),
        ("力争全年营收5亿元", date(2025, 1, 20), "2025"),
        ("全年营收目标", date(2025, 1, 20), "2025"),
        ("全年营收5亿元", date(2025, 4, 20), "2025"),
        ("披露2024年年度报告。公司全年营收5亿元", date(2025, 4, 20), "2024"),
        ("今年将新建5座，全年", date(2025, 1, 20), "2025"),
        ("去年12月指数上升，比11月高，当月", date(2025, 1, 20), "2024-12"),
        ("公布半年报。报告期内", date(2025, 8, 20), "2025-01/2025-06"),
        ("5月末余额5亿元，比上月末增加", date(2025, 7, 20), "2025-04"),
        ("二季度末余额5亿元，较上季末增加", date(2025, 7, 20), "2025-03"),
        ("2018年3月立案。同年", date(2025, 7, 20), "2018"),
        ("2018年3月立案。次年", date(2025, 7, 20), "2019"),
        ("2023年占比达20%，今年以来好转，前三季度", date(2025, 11, 20), "2025-01/2025-09"),
        ("5月出口5亿元，创去年1月以来新高，同期", date(2025, 6, 20), "2025-05"),
        ("“五一”假期接待游客", date(2025, 5, 4), "2025-05"),
        ("去年国庆黄金周", date(2025, 5, 4), "2024-10"),
        ("元旦假期", date(2025, 1, 4), "2025-01"),
        ("年度计划投资5亿元", date(2025, 1, 4), "2025"),
        ("今年一季度出口5亿元，比去年同期增长8%；一季度", date(2025, 7, 20), "2025-01/2025-03"),
    ],
)
def test_what_a_text_leaves_out_is_that_of_the_period_it_speaks_of(text, today, last):
    assert told(text, today)[-1][1] == last


@pytest.mark.parametrize(
    "text",
    [
        "种植“青薯15号”",
        "天问1号",
        "订单出现在青川",
        "四季如春",
        "《青川》第二季开播",
        "落户一年来，",
        "每周五",
        "周一至周五",
        "一周五天",
        "第24时",
        "青政发〔2018〕6号文",
        "8号泊位",
        "年初六",
    ],
)
def test_a_name_or_a_word_is_no_period(text):
    assert told(text) == []
