from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.text import Span
from kg.normalise.quotation import LONGEST, enclosures, quotations

MARKS = '“”‘’「」『』"＂（）()《》〈〉【】〔〕[]'
TEXTS = st.text(alphabet=MARKS + "。，：！甲乙丙ab \n", max_size=60)


def quoted(text: str) -> list[str]:
    return [item.inner.of(text) for item in quotations(text, Span(0, len(text)))]


def enclosed(text: str) -> list[str]:
    return [span.of(text) for span in enclosures(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("省长表示，加快建设步伐。", []),
        ("他说：“一切顺利。”", ["一切顺利。"]),
        ("“一网通办”“跨省通办”惠及群众", ["一网通办", "跨省通办"]),
        ("他说：「一切顺利，『开门红』可期。」", ["一切顺利，『开门红』可期。", "开门红"]),
        ('他说："一切顺利。"并介绍"开门红"。', ["一切顺利。", "开门红"]),
        ("他说：“要唱好‘双城记’，下好‘一盘棋’。”", ["要唱好‘双城记’，下好‘一盘棋’。", "双城记", "一盘棋"]),
        ("“靠着“金扁担”，我们脱了贫。”村民说", ["靠着“金扁担”，我们脱了贫。", "金扁担"]),
        ("《“十四五”规划》", ["十四五"]),
        ("today’s ‘news’ isn’t old", ["news"]),
    ],
)
def test_finds_quotations_and_those_within(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_depth_counts_the_quotations_around() -> None:
    text = "“一‘二「三」’”‘四’"
    assert [(item.inner.of(text), item.depth) for item in quotations(text, Span(0, len(text)))] == [
        ("一‘二「三」’", 0),
        ("二「三」", 1),
        ("三", 2),
        ("四", 0),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“提质”，市场扩大。”同去年比，订单增长两成。”厂长说。", ["提质", "同去年比，订单增长两成。"]),
        ("“提质“，市场扩大。他说：“订单不断。”", ["提质", "订单不断。"]),
        ("”我们有信心。”他说。", ["我们有信心。"]),
        ("他说：“我们有信心。“", ["我们有信心。"]),
        ("”我们把‘软实力’变成‘硬支撑’。”他说。", ["我们把‘软实力’变成‘硬支撑’。", "软实力", "硬支撑"]),
    ],
    ids=["opening", "closing", "at the start", "at the end", "around others"],
)
def test_repairs_marks_turned_the_wrong_way(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市场扩大。”厂长说，“订单不断。”", ["订单不断。"]),
        ("打造“新高地，他说：“订单不断。”", ["订单不断。"]),
        ("他说：“订单不断（含出口。”又说：“好。”", ["订单不断（含出口。", "好。"]),
        ("1）“甲”；2）“乙”", ["甲", "乙"]),
        ('15.6"屏幕销量增长，“很好。”', ["很好。"]),
    ],
)
def test_a_missing_mark_leaves_the_others_as_they_are(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize("text", ["“各地要抓紧落实。", "　　“各地要抓紧落实。", "他强调：“各地要抓紧落实。"])
def test_a_quotation_that_goes_on_in_the_next_paragraph_runs_to_the_end(text: str) -> None:
    assert quoted(text) == ["各地要抓紧落实。"]


def test_a_mark_lost_in_running_text_opens_nothing() -> None:
    assert quoted("打造“新高地，各地要抓紧落实。") == []


def test_an_unclosed_mark_does_not_swallow_what_follows() -> None:
    text = "他说：“" + "订单不断。" * (LONGEST // 5) + "”"
    assert quoted(text) == []


def test_only_the_block_is_read() -> None:
    text = "“甲。”\n“乙。”\n“丙。”"
    assert [item.outer.of(text) for item in quotations(text, Span(5, 9))] == ["“乙。”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三环（集团）公司《办法》【快讯】", ["（集团）", "《办法》", "【快讯】"]),
        ("他说：“见《办法（试行）》。”", ["“见《办法（试行）》。”"]),
        ("甲）乙（丙", []),
    ],
)
def test_enclosures_are_the_outermost(text: str, expected: list[str]) -> None:
    assert enclosed(text) == expected


@given(TEXTS)
def test_quotations_nest_and_stand_in_order(text: str) -> None:
    found = quotations(text, Span(0, len(text)))
    assert list(found) == sorted(found)
    for item in found:
        assert item.inner in item.outer
        around = [other for other in found if item.outer in other.outer and other != item]
        assert len(around) == item.depth
        assert all(item.outer in other.inner for other in around)
        apart = [other for other in found if other not in around and item.outer not in other.outer and other != item]
        assert not any(item.outer.overlaps(other.outer) for other in apart if other.outer not in item.outer)


@given(TEXTS)
def test_enclosures_are_apart_and_within_the_limit(text: str) -> None:
    found = enclosures(text, Span(0, len(text)))
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(2 <= len(span) <= LONGEST + 1 for span in found)


@given(TEXTS, TEXTS)
def test_what_stands_outside_the_block_changes_nothing(before: str, text: str) -> None:
    block = Span(len(before), len(before) + len(text))
    here = quotations(text, Span(0, len(text)))
    there = quotations(before + text + before, block)
    assert [item.outer.shift(len(before)) for item in here] == [item.outer for item in there]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    quotations(text, Span(0, len(text)))


@pytest.mark.parametrize("unit", ["“甲“。", "”乙。”", "“（", "（”", "“‘", '"（"）', "“”", "）"])
@pytest.mark.timeout(20)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    text = unit * 100_000
    quotations(text, Span(0, len(text)))
