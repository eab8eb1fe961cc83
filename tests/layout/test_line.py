from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.layout.line import join, lines
from kg.layout.passage import Passage
from kg.model.text import Span

PARAGRAPH = (
    "江州市统计局3日发布的数据显示，上半年全市规模以上工业增加值同比增长8.5%，比一季度加快1.2个百分点。其中，"
    "装备制造业增加值增长12.3%，高技术制造业增加值增长15.6%，新能源汽车、工业机器人等产品产量较快增长。"
)


def wrap(text: str, width: int) -> Iterator[str]:
    """Break a text into lines of as many Chinese characters, two Latin ones counting as one."""
    line = ""
    for character in text:
        line += character
        if sum(0.5 if c.isascii() else 1 for c in line) >= width:
            yield line
            line = ""
    yield line


def texts(text: str) -> list[str]:
    return [line.passage.text for line in lines(text)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_break_ends_a_line(line_break: str) -> None:
    assert texts(f"甲{line_break}乙{line_break}{line_break}丙") == ["甲", "乙", "丙"]


@pytest.mark.parametrize("text", [r"甲。\n乙", r"甲。\r\n\n乙", "甲。　　乙", "甲。 　　乙", r"甲。\n　　乙"])
def test_what_is_left_of_a_lost_break_ends_a_line(text: str) -> None:
    assert texts(text) == ["甲。", "乙"]


@pytest.mark.parametrize("text", [r"甲：C:\new", "张　　三", "甲。　乙", "甲。  乙"])
def test_a_path_and_a_gap_within_a_sentence_end_no_line(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "breaks"), [("甲\n乙", 1), ("甲\n\n乙", 2), ("甲\r\n \r\n\t\r\n乙", 3), ("甲\n　\n乙", 2)]
)
def test_breaks_are_counted_over_empty_lines(text: str, breaks: int) -> None:
    assert lines(text)[1].breaks == breaks


def test_white_space_around_a_line_is_left_out() -> None:
    line = lines("\ufeff　　江州\u200b \t\n")[0]
    assert (line.passage.text, line.passage.spans, line.indented) == ("江州", (Span(3, 5),), True)


@pytest.mark.parametrize("text", ["", " \n　\r\n", "\ufeff"])
def test_a_text_without_anything_has_no_lines(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize("width", [20, 28, 36])
@pytest.mark.parametrize("between", ["\n\n", "\n　　"])
def test_hard_wrapped_paragraphs_are_joined(width: int, between: str) -> None:
    wrapped = between.join("\n".join(wrap(PARAGRAPH, width)) for _ in range(4))
    assert texts(wrapped) == [PARAGRAPH] * 4


def test_hard_wrapped_pages_keep_their_headlines() -> None:
    text = "江州工业稳中有进\n\n" + "\n".join(wrap(PARAGRAPH * 2, 30))
    assert texts(text) == ["江州工业稳中有进", PARAGRAPH * 2]


def test_paragraphs_a_line_each_are_left_alone() -> None:
    paragraphs = [
        "江州港上半年吞吐量增长。",
        "外贸企业订单饱满，生产繁忙。",
        "港口新开航线五条。",
        "物流成本下降。",
    ] * 3
    assert texts("\n".join(paragraphs)) == paragraphs


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Gross Merchandise", "Volume", "Gross Merchandise\nVolume"),
        ("产业", "升级", "产业升级"),
        ("AI", "技术", "AI技术"),
    ],
)
def test_latin_words_stay_apart_when_joined(first: str, second: str, expected: str) -> None:
    source = f"{first}\n{second}"
    passage = join(
        source, Passage.of(source, Span(0, len(first))), Passage.of(source, Span(len(first) + 1, len(source)))
    )
    assert passage.text == expected


@given(st.text(alphabet="甲乙。，ab \n\r　\u2028", max_size=120))
def test_no_visible_character_is_lost(text: str) -> None:
    assert "".join("".join(texts(text)).split()) == "".join(text.split())
    for line in lines(text):
        assert "".join(span.of(text) for span in line.passage.spans) == line.passage.text
