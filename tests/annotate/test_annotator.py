"""The annotator as a whole, with the tagger: sentences of the genre, and what holds for any text."""

import hashlib
import pickle
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import Annotator
from kg.annotate.annotator import apart
from kg.lexicon import Word
from kg.model.mention import Mention
from kg.model.text import Alignment, Document, Source, Span
from kg.ontology import packaged

ANNOTATOR = Annotator()
DAY = date(2025, 8, 7)
PIECES = st.sampled_from(
    [
        *(
            "海口市",
            "海岚科技有限公司",
            "董事长",
            "王伟中",
            "表示，",
            "“十四五”规划",
            "《海洋法》",
            "（下称“海岚”）",
            "该公司",
            "3500亿元",
        ),
        *(
            "2025年",
            "博览会",
            "“",
            "”",
            "《",
            "）",
            "·",
            "。",
            "\n",
            " ",
            "🙂",
            "\ue000",
            "AI",
            "C919",
            "处处长",
            "省委书记",
            "\x00",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=14).map("".join)


def document(text, **fields):
    source = Source("a.txt", text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    whole = Span(0, len(text))
    return Document(source, 0, text, Alignment.of_spans([whole]), sentences=(whole,), published=DAY, **fields)


def names(text):
    (found,) = ANNOTATOR.annotate([document(text)])
    return {(mention.text, mention.type) for mention in found if mention.value is None and mention.level == "name"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "海南省省长周远表示，海口海岚科技有限公司将在三亚建设超级工厂。",
            {("海南省", "Province"), ("周远", "Person"), ("海口海岚科技有限公司", "Company"), ("三亚", "City")},
        ),
        (
            "青岛市经信局节能与综合利用处处长何瑾说，青岛已有绿色工厂112家。",
            {("青岛市经信局节能与综合利用处", "Agency"), ("何瑾", "Person"), ("青岛", "City")},
        ),
        (
            "走进杭州人形机器人创新中心，“逐浪”机器人正在训练。",
            {("杭州人形机器人创新中心", "Institute"), ("逐浪", "Product")},
        ),
        ("省委省政府高度重视。", {("省委", "Agency"), ("省政府", "Agency")}),
        ("推进苏陕扶贫协作。", {("苏", "Province"), ("陕", "Province")}),
        (
            "据路透社报道，美国凯恩资本公司收购了凯恩物流。",
            {("路透社", "Organization"), ("凯恩资本公司", "Company")},
        ),
        (
            "第九届中国海洋博览会在湛江开幕，商务部出台《海洋牧场管理条例》。",
            {
                ("第九届中国海洋博览会", "Event"),
                ("湛江", "City"),
                ("商务部", "Agency"),
                ("海洋牧场管理条例", "Policy"),
            },
        ),
        (
            "区域全面经济伙伴关系协定（RCEP）生效后，RCEP红利释放。",
            {("区域全面经济伙伴关系协定", "Policy"), ("RCEP", "Policy")},
        ),
        ("一批新兴产业集群加快建设，AI和GDP受到关注。", set()),
    ],
)
def test_names_of_a_sentence(text, expected):
    assert names(text) >= expected
    assert expected or not names(text)


def test_nominals_and_values_stand_beside_names():
    (found,) = ANNOTATOR.annotate([document("海岚集团2024年营收超过300亿元，该公司总部在海口。")])
    assert [(mention.text, mention.type, mention.level) for mention in found] == [
        ("海岚集团", "Company", "name"),
        ("2024年", "Period", "name"),
        ("超过300亿元", "Quantity", "name"),
        ("该公司", "Company", "nominal"),
        ("海口", "City", "name"),
    ]


def test_a_short_name_is_found_where_the_text_defines_it():
    text = "海口海岚智造科技有限公司（下称“岚智”）上市。岚智董事长王芳说，岚智将扩产。"
    (found,) = ANNOTATOR.annotate([document(text)])
    assert [mention.span.start for mention in found if mention.text == "岚智"] == [23, 32]


def test_byline_publisher_and_dateline_are_mentions_wherever_they_stand():
    text = "海岚社记者 温竞 海口8月6日电"
    parts = {"authors": (Span(6, 8),), "publisher": Span(0, 3), "place": Span(9, 11)}
    (found,) = ANNOTATOR.annotate([document(text, **parts)])
    laid_out = {mention.text: mention for mention in found if mention.rule.startswith("layout/")}
    assert {text: mention.type for text, mention in laid_out.items()} == {
        "温竞": "Person",
        "海岚社": "Organization",
        "海口": "City",
    }
    assert laid_out["海口"].code == "460100"


def test_a_name_of_a_place_of_the_text_is_no_persons():
    area = Mention(Span(0, 3), "County", "安平县", code="131125")
    person = Mention(Span(4, 6), "Person", "安平")
    (found,) = ANNOTATOR._without_places([person], [area])  # noqa: SLF001  # what the tagger takes for a person varies
    assert (found.type, found.code) == ("County", "131125")
    assert [*ANNOTATOR._without_places([person], [])] == [person]  # noqa: SLF001


def test_a_users_word_goes_before_all_else():
    own = Annotator([Word("海岚集团有限公司", "Institute")])
    (found,) = own.annotate([document("海口海岚集团有限公司宣布")])
    assert ("海岚集团有限公司", "Institute") in {(mention.text, mention.type) for mention in found}


def test_documents_are_annotated_together_as_each_alone():
    texts = ["商务部部长周远说，海口将办展。", "", "周远说。"]
    together = ANNOTATOR.annotate([document(text) for text in texts])
    assert together == [ANNOTATOR.annotate([document(text)])[0] for text in texts]
    assert together[1] == ()


def test_an_annotator_travels_between_processes():
    own = Annotator([Word("青云", "Product")])
    own.annotate([document("青云上线")])
    assert pickle.loads(pickle.dumps(own)).lexicons == own.lexicons  # noqa: S301  # our own bytes


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_mentions_are_the_texts_own_words_sorted_and_apart(text):
    (found,) = ANNOTATOR.annotate([document(text)])
    assert all(mention.span.of(text) == mention.text and mention.text for mention in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert {mention.type for mention in found} <= {*packaged().classes, "Quantity", "Period"}
    assert ANNOTATOR.annotate([document(text)]) == [found]


def test_of_overlapping_mentions_the_longest_and_then_the_surest_stay():
    long, short = Mention(Span(0, 4), "Company", "海岚集团"), Mention(Span(2, 4), "Company", "集团")
    sure, unsure = Mention(Span(5, 7), "City", "海口"), Mention(Span(5, 7), "Person", "海口", confidence=0.6)
    assert apart([short, unsure, sure, long, Mention(Span(9, 9), "City", "")]) == (long, sure)


def test_a_text_without_a_date_has_no_relative_periods():
    text = "去年四川营收35亿元，2024年达到40亿元，近三年增长3%，18日又增5%。"
    document = Document(
        Source("a.txt", text, ""), 0, text, Alignment.of_spans([Span(0, len(text))]), sentences=(Span(0, len(text)),)
    )
    (mentions,) = Annotator().annotate([document])
    assert [mention.text for mention in mentions if mention.type == "Period"] == ["2024年"]
    assert [mention.text for mention in mentions if mention.type == "Quantity"] == ["35亿元", "40亿元", "3%", "5%"]
