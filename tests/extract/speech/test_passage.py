"""Paragraphs, sentences and quotations that may be speech."""

import pytest

from kg.extract.speech.passage import is_a, passage
from kg.model.mention import Mention
from kg.model.text import Span


def read(article, example):
    return passage(*article(example))


@pytest.mark.parametrize(
    ("example", "spoken"),
    [
        ("“真甜。”{Person|李明}说。", ["真甜。"]),
        ("“真甜，”{Person|李明}说，“还脆。”", ["真甜，", "还脆。"]),
        ("“经济向好，支撑加固”，{Person|李明}说。", ["经济向好，支撑加固"]),
        ("{Person|李明}说：“很好”。", ["很好"]),
        ("{Person|李明}称，“我们不会退缩”。", ["我们不会退缩"]),
        ("“十四五”以来，外贸向好。", []),
        ("多项“黑科技”，构建“硬”政策。", []),
        ("{Person|李明}表示，“一方有难，八方支援”是优良传统。", []),
        ("高喊“加油！”的口号。", []),
        ("“提质”，消费走进千家万户。", []),
    ],
)
def test_speech_is_told_from_terms(article, example, spoken):
    found = read(article, example)
    assert [item.inner.of(found.text) for item in found.quoted] == spoken


def test_a_spoken_quotation_is_one_mention_of_the_masked_text(article):
    (paragraph,) = read(article, "“{Person|王芳}来了。”{Person|李明}说。").paragraphs
    assert [mention.type for mention in paragraph.masked.mentions.values()] == ["Quotation", "Person"]


def test_headings_part_sections_and_are_not_read(article):
    found = read(article, "一期投产。\n#项目加快\n二期完工。三期开工。")
    assert [paragraph.section for paragraph in found.paragraphs] == [0, 1]
    assert [sentence.paragraph for sentence in found.sentences] == [0, 1, 1]


def test_sentences_and_quotations_are_found_by_offset(article):
    found = read(article, "一期投产。二期完工。“好。”{Person|李明}说。")
    assert [found.sentence(offset) for offset in (0, 4, 5, 10)] == [0, 0, 1, 2]
    assert (found.quotation(0), found.quotation(11)) == (0, 1)


@pytest.mark.parametrize(
    ("counts", "broken"),
    [([1, 3, 2], [False, False, False]), ([1, 9, 1], [False, True, False]), ([5], [True]), ([4], [False])],
)
def test_long_paragraphs_have_lost_their_breaks(article, counts, broken):
    found = read(article, "\n".join("企业投产。" * count for count in counts))
    assert [found.is_broken(paragraph) for paragraph in found.paragraphs] == broken


def test_agents_are_people_and_bodies(article):
    found = read(article, "{Person|李明}到{City|青川市}{Company|海岚集团}参观。")
    assert [mention.text for mention in found.agents(found.sentences[0].span)] == ["李明", "海岚集团"]


def test_values_are_of_no_class():
    assert is_a(Mention(Span(0, 1), "Company", "甲"), "Organization")
    assert not is_a(Mention(Span(0, 1), "Period", "年"), "Agent")
