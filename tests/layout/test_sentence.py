from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.layout.sentence import sentences
from kg.model.text import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" 　", 0),
        ("全市新增企业300家。同比增长12%。", 2),
        ("今年收成如何？农户笑了！", 2),
        ("真的吗？！他问。", 2),
        ("从种到收，从田头到餐桌……一条产业链正在形成。", 2),
        ("他说：“加快建设。再上台阶。”会议还审议了规划。", 2),
        ("他说：「加快建设。再上台阶。」会议还审议了规划。", 2),
        ("“产量如何？”省农科院院长刘伟说。", 1),
        ("“产量很高。”刘伟表示，明年还会增长。今年已收割。", 2),
        ("“产量很高。”谈起收成，村民张芳笑着说。", 1),
        ("“产量很高。”“价格也好。”近日，记者来到田间。", 3),
        ("“产量很高，”刘伟说，“价格也好。”村民都笑了。", 2),
        ("县里开展“向科技要答案！”主题活动。", 1),
        ("“加油！”孩子们齐声高喊。", 1),
        ("“我们要把饭碗牢牢端在自己手中。”的要求写进了章程。", 1),
        ("《你好！李焕英》票房超过50亿元。", 1),
        ("规模达2万亿元（含税。不含补贴）。创历史新高。", 2),
        ("产量增长。（数据截至6月底。）价格平稳。", 3),
        ("Yahoo! Japan发布财报。", 1),
        ("网址为http://a.cn/?id=1。", 1),
        ("增长3.5%，达1.2万亿元。", 1),
        ("第一段没有句号\n第二段。", 2),
        ("第一段\r\n\r\n第二段\u2028第三段", 3),
        ("Gross\nMerchandise Volume达2.7亿元。", 1),
    ],
)
def test_ends_at_full_stops_and_line_breaks_alone(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_closing_marks_belong_to_their_sentence() -> None:
    assert split("他说：“好。再来。”掌声响起。（完。）") == ["他说：“好。再来。”", "掌声响起。", "（完。）"]


def test_white_space_around_sentences_is_left_out() -> None:
    assert split("　　一季度开局良好。 二季度稳中有进。　") == ["一季度开局良好。", "二季度稳中有进。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“扩容”，市场更大。”同去年比，订单是1.6倍。增长快。”王芳说。下一步，继续扩大。",
            ["“扩容”，市场更大。", "”同去年比，订单是1.6倍。增长快。”王芳说。", "下一步，继续扩大。"],
        ),
        ("他说：“订单不断。工厂加班。工人很忙。", ["他说：“订单不断。", "工厂加班。", "工人很忙。"]),
        ("订单不断。”他说。工厂加班。", ["订单不断。”", "他说。", "工厂加班。"]),
        ("打造“新高地。他说：“好。”众人鼓掌。", ["打造“新高地。", "他说：“好。”", "众人鼓掌。"]),
        ("一是规模（约2万亩。二是质量。", ["一是规模（约2万亩。", "二是质量。"]),
    ],
    ids=["turned", "unclosed", "unopened", "lost", "unclosed bracket"],
)
def test_broken_marks_do_not_swallow_the_rest(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_quotations_do_not_reach_over_line_breaks() -> None:
    assert split("他说：“订单不断。\n“工厂加班。”他说。") == ["他说：“订单不断。", "“工厂加班。”他说。"]


TEXTS = st.text(alphabet='“”‘’「」（）《》"。！？!?…，：；、\n\r 　甲说表示ab1', max_size=80) | st.text()


@given(TEXTS, st.integers(0, 5))
def test_sentences_cover_the_block_in_order(text: str, skip: int) -> None:
    block = Span(min(skip, len(text)), len(text))
    found = list(sentences(text, block))
    assert all(span in block and len(span) for span in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() for span in found)


@given(TEXTS)
def test_no_visible_character_is_lost(text: str) -> None:
    kept = "".join(span.of(text) for span in sentences(text, Span(0, len(text))))
    assert "".join(kept.split()) == "".join(text.split())


@given(TEXTS, TEXTS)
def test_a_line_is_split_the_same_on_its_own(first: str, second: str) -> None:
    first, second = first.replace("a", "甲").replace("b", "乙"), second.replace("a", "甲").replace("b", "乙")
    if not (first + second).isascii():
        assert split(f"{first}。\n{second}") == split(f"{first}。") + split(second)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("unit", ["“甲“。", "！", "…", "“甲。”乙", "（。"])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    assert split(unit * 50_000)
