import pytest

from kg.annotate.known import OWN, RULE, Lexicon, whole
from kg.lexicon import Word
from kg.model.text import Span


def names(words, *own):
    return [(found.text, found.type, found.rule) for found in Lexicon(own).names(words)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("商务部/ORG 部长/n", ["商务部"]),
        ("比亚迪/nz 发布/v", ["比亚迪"]),
        ("比/p 亚迪/n", ["比亚迪"]),
        ("财政/n 部长/n", []),
        ("国家统计/n 局浙江/n", ["国家统计局"]),
        ("小米/ORG 发布/v", ["小米"]),
        ("小米/n 丰收/v", []),
        ("“/w 鸟巢/n ”/w 开放/v", ["鸟巢"]),
        ("鸟巢/n 里/f", []),
        ("ABB/nz 工厂/n", ["ABB"]),
        ("华为QX7/nz 发布/v", ["华为"]),
        ("ABBA/nz 乐队/n", []),
        ("", []),
    ],
)
def test_well_known_names_are_found_where_words_allow_them(tagged, line, found):
    assert [text for text, _, _ in names(tagged(line))] == found


def test_the_longest_name_is_found(tagged):
    assert names(tagged("国务院/ORG 新闻/n 办公室/n")) == [("国务院新闻办公室", "Agency", RULE)]


def test_a_user_adds_words_and_overrules_the_package(tagged):
    words = tagged("青云/n 平台/n 与/c 小米/n")
    assert names(words, Word("青云", "Product"), Word("小米", "Product")) == [
        ("青云", "Product", OWN),
        ("小米", "Product", OWN),
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [("ABB工厂", 0, 3, True), ("ABBA", 0, 3, False), ("3M", 0, 2, True), ("13M", 1, 3, False), ("x海岚", 1, 3, True)],
)
def test_a_name_never_cuts_latin_letters_or_digits(text, start, end, expected):
    assert whole(text, Span(start, end)) is expected
