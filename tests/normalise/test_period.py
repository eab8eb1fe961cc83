"""The parts of calendar expressions come to periods, seen from a day."""

from datetime import date

import pytest

from kg.model.value import Period
from kg.normalise.clock import Clock
from kg.normalise.period import resolve

CLOCK = Clock(date(2025, 7, 18))
H1 = Period("2025-01", "2025-06")


@pytest.mark.parametrize(
    ("kind", "parts", "expected"),
    [
        ("year", {"year": "2024年"}, "2024"),
        ("year", {"year": "二〇二四年"}, "2024"),
        ("year", {"year": "去年"}, "2024"),
        ("year", {"year": "前年"}, "2023"),
        ("year", {"year": "明年"}, "2026"),
        ("year", {}, "2025"),
        ("year", {"year": "2022年", "edge": "底"}, "2022-12"),
        ("year", {"year": "2022年", "edge": "底", "mark": "截至"}, "/2022-12"),
        ("year", {"year": "今年", "edge": "初"}, "2025-01"),
        ("year", {"year": "今年", "edge": "中"}, "2025-06"),
        ("year", {"year": "2023年", "since": "以来"}, "2023/"),
        ("year", {"year": "2026年", "since": "起"}, "2026/"),
        ("year", {"year": "2030年", "until": "前"}, "/2030"),
        ("years", {"year": "2020", "year_to": "2024"}, "2020/2024"),
        ("years", {"year": "2021", "year_to": "2025", "half": "上半年"}, "2021/2025-06"),
        ("years", {"year": "2021", "year_to": "2025", "quarter": "三"}, "2021/2025-09"),
        ("years", {"year": "2023", "month": "9", "year_to": "2024", "month_to": "2"}, "2023-09/2024-02"),
        ("years", {"year": "2024", "year_to": "2020"}, None),
        ("half", {"half": "上半年"}, "2025-01/2025-06"),
        ("half", {"half": "下半年", "year": "去年"}, "2024-07/2024-12"),
        ("quarter", {"quarter": "一"}, "2025-01/2025-03"),
        ("quarter", {"quarter": "四"}, "2024-10/2024-12"),
        ("quarter", {"quarter": "四", "year": "今年"}, "2025-10/2025-12"),
        ("quarter", {"first": "首季"}, "2025-01/2025-03"),
        ("head-quarters", {"count": "三"}, "2025-01/2025-09"),
        ("head-months", {"count": "7"}, "2025-01/2025-07"),
        ("head-months", {"count": "13"}, None),
        ("month", {"month": "6"}, "2025-06"),
        ("month", {"month": "12"}, "2024-12"),
        ("month", {"month": "十二", "year": "2023年"}, "2023-12"),
        ("month", {"month": "6", "edge": "底", "mark": "截至"}, "/2025-06"),
        ("month", {"month": "6", "edge": "底", "to": "到"}, "/2025-06"),
        ("months", {"month": "1", "month_to": "5"}, "2025-01/2025-05"),
        ("months", {"month": "1", "month_to": "2", "year": "去年"}, "2024-01/2024-02"),
        ("day", {"day": "18"}, "2025-07-18"),
        ("day", {"day": "28"}, "2025-06-28"),
        ("day", {"month": "8", "monthday": "9"}, "2025-08-09"),
        ("day", {"month": "2", "monthday": "30"}, None),
        ("day", {"year": "2024", "month": "06", "monthday": "30"}, "2024-06-30"),
        ("days", {"month": "7", "day": "1", "day_to": "3"}, "2025-07-01/2025-07-03"),
        ("days", {"month": "7", "day": "30", "month_to": "8", "day_to": "2"}, "2025-07-30/2025-08-02"),
        ("days", {"month": "7", "day": "9", "day_to": "3"}, None),
        ("now", {"word": "目前"}, "/2025-07"),
        ("now", {"word": "发稿"}, "/2025-07-18"),
        ("week-word", {"word": "上周"}, "2025-07-07/2025-07-13"),
        ("week-word", {"word": "本周", "weekend": "末"}, "2025-07-19/2025-07-20"),
        ("weekday", {"weekday": "五"}, "2025-07-18"),
        ("weekday", {"weekday": "日"}, "2025-07-13"),
        ("weekday", {"weekday": "三", "word": "上周"}, "2025-07-09"),
        ("weekday", {"weekday": "一", "word": "下周"}, "2025-07-21"),
        ("quarter-word", {"word": "上季度"}, "2025-04/2025-06"),
        ("quarter-word", {"word": "下季度"}, "2025-10/2025-12"),
        ("plan", {"plan": "十四五"}, "2021/2025"),
        ("plan", {"plan": "十四五", "since": "以来"}, "2021/"),
        ("plan", {"plan": "十三五", "edge": "末"}, "2020"),
        ("plan", {"plan": "十五五", "edge": "初"}, "2026"),
        ("recent", {"count": "四", "unit": "年"}, "2021/2024"),
        ("recent", {"count": "3", "unit": "个月"}, "2025-04/2025-06"),
        ("recent", {"count": "几", "unit": "年"}, None),
        ("coming", {"count": "三", "unit": "年"}, "2026/2028"),
        ("ago", {"count": "五", "unit": "年"}, "2020"),
        ("ago", {"count": "2", "unit": "个月"}, "2025-05"),
        ("ago", {"count": "5", "unit": "天"}, "2025-07-13"),
        ("century", {"century": "本", "since": "以来"}, "2001/"),
        ("century", {"century": "20", "decade": "80"}, "1980/1989"),
        ("century", {"century": "上", "decade": "90"}, "1990/1999"),
        ("century", {"decade": "九十"}, "1990/1999"),
        ("century", {"decade": "10"}, "2010/2019"),
        ("now", {"word": "当前"}, "/2025-07"),
        ("month-word", {"word": "上月"}, "2025-06"),
        ("day-word", {"word": "昨日"}, "2025-07-17"),
        ("day-word", {"word": "明天"}, "2025-07-19"),
    ],
)
def test_an_expression_means_a_period(kind, parts, expected):
    found = resolve(kind, parts, CLOCK)
    assert (found and str(found)) == expected


@pytest.mark.parametrize(
    ("kind", "parts", "here", "expected"),
    [
        ("same", {"year": "去年"}, H1, "2024-01/2024-06"),
        ("same", {"year": "2019年"}, Period("2023-04", "2023-06"), "2019-04/2019-06"),
        ("same", {"year": "上年"}, Period("2024-05", "2024-05"), "2023-05"),
        ("same", {"year": "2019年"}, None, "2019"),
        ("same", {}, None, None),
        ("same", {}, H1, "2025-01/2025-06"),
        ("month", {"month": "12"}, Period("2022", "2022"), "2022-12"),
        ("quarter", {"quarter": "四"}, Period("2025-01", "2025-06"), "2025-10/2025-12"),
        ("year", {"year": "上年"}, Period("2021", "2021"), "2020"),
        ("year", {"year": "同年"}, Period("2019-03", "2019-03"), "2019"),
        ("month-word", {"word": "当月"}, Period("2024-05-03", "2024-05-03"), "2024-05"),
        ("day-word", {"word": "当日"}, Period("2025-06-05", "2025-06-05"), "2025-06-05"),
        ("day-word", {"word": "当天"}, None, "2025-07-18"),
        ("day-word", {"word": "当晚"}, Period("2025-06-30", "2025-06-30"), "2025-06-30"),
        ("day-word", {"word": "次日"}, Period("2025-06-30", "2025-06-30"), "2025-07-01"),
        ("day-word", {"word": "次日"}, Period("2025", "2025"), None),
        ("day-word", {"word": "次日"}, None, None),
    ],
)
def test_what_an_expression_leaves_out_is_taken_from_its_sentence(kind, parts, here, expected):
    found = resolve(kind, parts, Clock(date(2025, 7, 18), here))
    assert (found and str(found)) == expected


def test_the_months_reported_on_are_those_read_before():
    clock = Clock(date(2023, 8, 18), report=Period("2023-04", "2023-06"))
    assert str(resolve("report", {"report": "报告期内"}, clock)) == "2023-04/2023-06"
    assert str(resolve("report", {"report": "报告期末", "mark": "截至"}, clock)) == "/2023-06"
    assert resolve("report", {"report": "报告期内"}, CLOCK) is None


def test_the_dates_of_a_january_look_back_at_the_year_before():
    clock = Clock(date(2024, 1, 12))
    assert str(resolve("month", {"month": "12"}, clock)) == "2023-12"
    assert str(resolve("quarter", {"quarter": "四"}, clock)) == "2023-10/2023-12"
    assert str(resolve("recent", {"count": "两", "unit": "个月"}, clock)) == "2023-11/2023-12"
