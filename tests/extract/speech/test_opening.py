"""Whether a sentence goes on with what someone says."""

import pytest

from kg.extract.speech import speech


def first(article, example):
    document, mentions = article(example)
    return "|".join(span.of(document.text) for span in speech(document, mentions)[0].spans)


FLAT = "园区渐成规模。" * 8
"""So many sentences more, and a paragraph has lost its breaks."""


@pytest.mark.parametrize(
    ("sentence", "goes_on"),
    [
        ("产业结构优化。", True),
        ("记者走进车间。", False),
        ("据{Organization|新江社}报道，订单多。", False),
        ("据了解，订单很多。", False),
        ("根据《青川规划》，园区将扩建。", False),
        ("{Agency|商务部}公布的数据显示，订单多。", False),
        ("截至{Period|15日}收盘，股价上涨。", False),
        ("{Person|王芳}正在装车。", False),
        ("访问期间，{Person|王芳}参观企业。", True),
        ("{Company|海岚集团}总部位于青川。", False),
        ("（完）", False),
        ("{Person|王芳}认为，仍有风险。", False),
        ("专家认为，仍有风险。", False),
    ],
)
def test_in_a_paragraph_speech_runs_on_unless_the_narrator_breaks_in(article, sentence, goes_on):
    said = first(article, f"{{Person|李明}}说，市场向好。{sentence}")
    assert said != "市场向好。" if goes_on else said == "市场向好。"


@pytest.mark.parametrize(
    ("sentence", "goes_on"),
    [
        ("{Period|上半年}，全省有企业{Quantity|3127家}。", True),
        ("{Period|上半年}，全省发展平稳。", False),
        ("产业结构优化。", False),
        ("同时，产业结构优化。", True),
        ("希望各方合作。", True),
        ("{Period|2020年}以来已支持三十个项目。", True),
        ("{City|青川市}规划新增五家。", True),
        ("公司规划新增五家。", False),
        ("二是规划新增五家。", True),
        ("{Person|王芳}正在装车。", False),
        ("{Company|海岚集团}捐款百万元。", False),
        ("此外，{Company|海岚集团}捐款百万元。", False),
        ("其中，记者获悉新增五家。", True),
    ],
)
def test_in_a_text_without_paragraphs_a_sentence_must_show_that_it_goes_on(article, sentence, goes_on):
    said = first(article, f"{{City|青川市}}市长{{Person|李明}}说，市场向好。{sentence}{FLAT}")
    assert said != "市场向好。" if goes_on else said == "市场向好。"


def test_a_sentence_that_introduces_the_next_speaker_is_the_narrators(article):
    said = first(
        article,
        "{Company|海岚集团}说，市场向好。其中{Company|青禾电子}增产。{Company|青禾电子}总裁{Person|李明}说，会好。"
        + FLAT,
    )
    assert said == "市场向好。"


def test_a_sentence_may_introduce_the_body_whose_speaker_is_next(article):
    said = first(
        article,
        "{City|青川市}市长{Person|李明}说，好。{City|青川市}一基金捐款。该基金总裁{Person|王芳}说，会好。" + FLAT,
    )
    assert said == "好。"


def test_in_a_text_without_paragraphs_speech_has_an_end(article):
    assert first(article, "{Person|李明}说，市场向好。" + "希望再优化。" * 9) == "市场向好。" + "希望再优化。" * 3
    assert first(article, "{Person|李明}说，市场向好。" + "同时，再优化。" * 9) == "市场向好。" + "同时，再优化。" * 9


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Person|李明}说，市场向好。\n结构优化。", "市场向好。"),
        ("{Person|李明}说，市场向好。\n同时，结构优化。", "市场向好。|同时，结构优化。"),
        ("{Person|李明}说，有两个特点：\n结构优化。", "有两个特点：|结构优化。"),
        ("{Person|李明}说：\n结构优化。", "结构优化。"),
        ("{Person|李明}说，市场向好。\n结构优化。\n“有信心。”{Person|李明}说。", "市场向好。|结构优化。"),
        ("{Person|李明}说，市场向好。\n结构优化。\n“有信心。”{Person|王芳}说。", "市场向好。"),
        ("{Person|李明}说，市场向好。\n#结构优化\n同时，外贸向好。", "市场向好。"),
        ("{Person|李明}从两个方面介绍了成效。市场向好。\n结构优化。", "市场向好。|结构优化。"),
    ],
)
def test_speech_goes_on_in_a_new_paragraph_where_the_text_says_so(article, example, expected):
    assert first(article, example) == expected


def test_a_speaker_cued_again_soon_has_not_stopped(article):
    again = "产业结构优化。{Person|李明}表示，将深化改革。"
    assert first(article, "{Person|李明}说，市场向好。" + again + FLAT) == "市场向好。产业结构优化。"
    other = "产业结构优化。{Person|王芳}表示，将深化改革。"
    assert first(article, "{Person|李明}说，市场向好。" + other + FLAT) == "市场向好。"


def test_a_turn_in_an_interview_lasts_whatever_opens_its_sentences(article):
    said = first(article, "{Person|李明}：助餐点已有近万家。近年来，服务不断优化，老人满意。")
    assert said.endswith("老人满意。")


def test_someone_who_lists_figures_speaks_them(article):
    document, mentions = article("{Person|李明}坦言，价格有波动。他列举了一组数据：产量{Quantity|5万吨}。")
    told = [(relation.subject.text, relation.spans[-1].of(document.text)) for relation in speech(document, mentions)]
    assert told == [("李明", "价格有波动。"), ("李明", "产量5万吨。")]
