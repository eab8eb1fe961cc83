import pytest

from kg.annotate.chain import chain, letter_of, post_cut
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.model.mention import Mention
from kg.model.text import Span


def links(words, names=()):
    found = chain(words.text, words.tags, names)
    return [f"{found.word(number)}/{letter}" for number, letter in enumerate(found.letters)]


@pytest.mark.parametrize(
    ("word", "tag", "letter"),
    [
        ("海岚", "nz", "N"),
        ("海岚", "ORG", "O"),
        ("王芳", "PER", "P"),
        ("海岚湾", "LOC", "N"),
        ("海", "LOC", "n"),
        ("创新", "vn", "n"),
        ("省", "n", "A"),
        ("举行", "v", "x"),
        ("管理", "v", "v"),
        ("海岚湾", "v", "n"),
        ("部分", "n", "x"),
        ("AI", "nz", "n"),
        ("QX7", "nz", "N"),
        ("人工智能", "nz", "n"),
        ("三", "m", "m"),
        ("3000余亩", "m", "x"),
        ("第十届", "m", "t"),
        ("2025年", "TIME", "t"),
        ("昨天", "TIME", "x"),
        ("现代", "TIME", "n"),
        ("与", "c", "c"),
        ("与", "p", "c"),
        ("但是", "c", "x"),
        ("·", "w", "j"),
        ("，", "w", "x"),
        ("2025", "m", "t"),
        ("25", "m", "m"),
        (" ", "w", "x"),
    ],
)
def test_a_word_has_a_letter_for_its_part_in_names(word, tag, letter):
    assert letter_of(word, tag) == letter


def test_the_words_of_a_sentence_are_its_links(tagged):
    words = tagged("在/p 青川/LOC 人形/n 机器人/n 创新/vn 中心/n")
    assert links(words) == ["在/x", "青川/N", "人形/n", "机器人/n", "创新/n", "中心/n"]


def test_known_names_are_links_whatever_words_they_cut(tagged):
    words = tagged("在/p 四川青川/LOC 县城/n")
    names = [Mention(Span(1, 3), "Province", "四川"), Mention(Span(3, 5), "County", "青川")]
    assert links(words, names) == ["在/x", "四川/L", "青川/L", "县城/n"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("“/w 丝路/n 行/v ”/w 活动/n", ["“丝路行”/Q", "活动/n"]),
        ("海岚/nz （/w 三亚/LOC ）/w 公司/n", ["海岚/N", "（三亚）/B", "公司/n"]),
        ("“/w 好/a 。/w ”/w 他/r", ["“/x", "好/n", "。/x", "”/x", "他/x"]),
        ("“/w 没有/v 完/v", ["“/x", "没有/x", "完/x"]),
        ("《/w 海洋/n 法/n 》/w", ["《海洋法》/x"]),
    ],
)
def test_short_quotations_and_brackets_are_one_link(tagged, line, expected):
    assert links(tagged(line)) == expected


def test_a_mark_that_the_tagger_joined_to_words_is_cut_off(tagged):
    assert links(tagged("海岚/nz （/w 三亚/LOC ）研究院/w")) == ["海岚/N", "（三亚）/B", "研究院/n"]


def test_space_that_the_tagger_joined_to_a_word_is_cut_off():
    text = "新 市医院"
    words = Words(text, [Tag(Span(0, 1), "a", 1.0), Tag(Span(1, 3), "n", 1.0), Tag(Span(3, 5), "n", 1.0)])
    assert links(words) == ["新/n", " /x", "市/A", "医院/n"]


@pytest.mark.parametrize(
    ("word", "cut"),
    [("省委书记", 2), ("处处长", 1), ("研究院院长", 3), ("董事长", 0), ("书记", 0), ("副总经理", 0), ("海岚", 0)],
)
def test_a_post_is_cut_from_the_head_of_its_body(word, cut):
    assert post_cut(word) == cut


def test_links_are_split_and_joined(tagged):
    words = tagged("青川/LOC 省委书记/n")
    found = chain(words.text, words.tags, ())
    assert [found.word(number) for number in range(3)] == ["青川", "省委", "书记"]
    found.join(0, 1, "O", "Agency")
    assert (found.word(0), found.letters, found.types) == ("青川省委", ["O", "x"], ["Agency", ""])
    found.split(0, 2, "n")
    assert (found.word(0), found.word(1), found.of("n")) == ("青川", "省委", [(2, 4, "n")])


@pytest.mark.parametrize(
    ("word", "at", "letters"),
    [
        ("省农业农村", 1, ["A", "n"]),
        ("海岚农业", 2, ["O", "n"]),
        ("国际农业", 2, ["n", "n"]),
        ("西昌农业", 2, ["L", "n"]),
    ],
)
def test_a_body_is_cut_from_its_head_behind_a_level_or_a_place(tagged, word, at, letters):
    words = tagged(f"{word}/ORG")
    found = chain(words.text, words.tags, ())
    found.cut(0, at)
    assert found.letters == letters


def test_no_words_make_no_links():
    assert chain("", (), ()).starts == []
