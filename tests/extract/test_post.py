"""Who holds which post at which body."""

import pytest
from appointed import held, read
from hypothesis import given
from hypothesis import strategies as st
from stated import article

from kg.extract.post import posts
from kg.grammar.example import marked
from kg.lexicon import Word, table
from kg.model.mention import Mention
from kg.model.text import Span


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{City|青川市}市长{Person|李明}表示", [held("李明", "青川市", "市长")]),
        ("{Agency|青川市委}书记{Person|李明}说", [held("李明", "青川市委", "书记")]),
        ("{Province|南江}省委书记{Person|李明}说", [held("李明", "南江", "省委书记")]),
        ("{Company|海岚集团}销售总监{Person|李明}介绍", [held("李明", "海岚集团", "销售总监")]),
        ("{Company|海岚集团}首席执行官 {Person|李明}介绍", [held("李明", "海岚集团", "首席执行官")]),
        ("{Institute|南江大学}的博士生导师{Person|李明}", [held("李明", "南江大学", "博士生导师")]),
        ("{Country|美国}总统{Person|约翰·史密斯}称", [held("约翰·史密斯", "美国", "总统")]),
        ("{Facility|青禾蔬菜基地}负责人{Person|李明}说", [held("李明", "青禾蔬菜基地", "负责人")]),
        ("{City|青川市}农业农村局局长{Person|李明}", [held("李明", "青川市", "农业农村局局长")]),
        ("{Institute|南江大学}{Person|李明}教授团队", [held("李明", "南江大学", "教授")]),
    ],
)
def test_title_between_body_and_person(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Company|海岚集团}{Country|中国}区总裁{Person|李明}说", [held("李明", "海岚集团", "中国区总裁")]),
        ("{Organization|海岚协会}{Province|南江省}负责人{Person|李明}说", [held("李明", "海岚协会", "南江省负责人")]),
        ("{Country|美国}{Agency|财政部}部长{Person|李明}", [held("李明", "财政部", "部长")]),
    ],
)
def test_the_region_of_a_post_belongs_to_its_title(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Company|海岚股份董事会}秘书{Person|李明}说", [held("李明", "海岚股份", "董事会秘书")]),
        ("{Institute|南江大学}党委原书记{Person|李明}被查", [held("李明", "南江大学", "党委书记", "former")]),
        (
            "{Agency|青川公安分局}党委原副书记、副局长{Person|李明}",
            [held("李明", "青川公安分局", "党委副书记", "former"), held("李明", "青川公安分局", "副局长", "former")],
        ),
        ("{Company|海岚集团}前任法定代表人{Person|李明}", [held("李明", "海岚集团", "法定代表人", "former")]),
        ("{Company|海岚医药}首席可持续发展官{Person|李明}", [held("李明", "海岚医药", "首席可持续发展官")]),
    ],
)
def test_organs_former_posts_and_chief_officers(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Institute|南江农业研究所}研究员{Person|李明}表示", [held("李明", "南江农业研究所", "研究员")]),
        ("{Agency|青川市发展改革委}规划处处长{Person|李明}说", [held("李明", "青川市发展改革委", "规划处处长")]),
        (
            "{Company|海岚科技公司}（简称“海岚”）总裁{Person|李明}说",
            [held("李明", "海岚科技公司", "总裁")],
        ),
        ("{Country|法国}驻{Country|华}大使{Person|李明}说", [held("李明", "法国", "大使")]),
        ("家住{Facility|翠岭小区}的司机{Person|李明}说", []),
    ],
)
def test_what_stands_between_body_and_title(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Person|李明}，{Institute|南江大学}教授，今年五十岁", [held("李明", "南江大学", "教授")]),
        ("{Person|李明}（{Institute|南江大学}副教授）", [held("李明", "南江大学", "副教授")]),
        ("{Person|李明}任{City|青川市}市长。", [held("李明", "青川市", "市长")]),
        ("{Person|李明}去年当选{Country|法国}总统，", [held("李明", "法国", "总统")]),
        ("{Person|李明}接替{Person|王芳}出任{Company|海岚集团}总裁。", [held("李明", "海岚集团", "总裁")]),
        ("{Person|李明}教授是{Institute|南江大学}的一名博士生导师。", [held("李明", "南江大学", "博士生导师")]),
        ("{Person|李明}，男，现任{City|青川市}委常委。", [held("李明", "青川市", "常委")]),
        ("时任{Agency|商务部}部长的{Person|李明}", [held("李明", "商务部", "部长", "former")]),
        ("在{Company|海岚集团}担任工程师的{Person|李明}", [held("李明", "海岚集团", "工程师")]),
        ("{Person|李明}将出任{Company|海岚集团}总裁。", [held("李明", "海岚集团", "总裁", "planned")]),
        ("{Person|李明}曾任{City|青川市}市长。", [held("李明", "青川市", "市长", "former")]),
        ("{Person|李明}是{Institute|青禾研究院}的首席科学家。", [held("李明", "青禾研究院", "首席科学家")]),
        ("会议任命{Person|李明}为{City|青川市}副市长。", [held("李明", "青川市", "副市长")]),
        ("{Company|海岚集团}任命{Person|李明}为首席技术官。", [held("李明", "海岚集团", "首席技术官")]),
        ("免去{Person|李明}的{City|青川市}副市长职务。", [held("李明", "青川市", "副市长", "former")]),
        ("作为{Company|海岚集团}创始人，{Person|李明}每天到车间。", [held("李明", "海岚集团", "创始人")]),
        (
            "{Person|李明}保留在{Company|海岚资本}的股份，继续担任其董事总经理和首席执行官。",
            [held("李明", "海岚资本", "董事总经理"), held("李明", "海岚资本", "首席执行官")],
        ),
        ("{Organization|客运三队}收到一面锦旗，队长{Person|李明}很高兴", [held("李明", "客运三队", "队长")]),
    ],
)
def test_title_after_the_person(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "modality"),
    [
        ("原{Agency|商务部}部长{Person|李明}", "former"),
        ("时任{Agency|商务部}部长{Person|李明}", "former"),
        ("{Country|美国}前总统{Person|史密斯}", "former"),
        ("{Country|美国}当选总统{Person|史密斯}", "planned"),
        ("{Agency|商务部}部长{Person|李明}", "asserted"),
    ],
)
def test_modality(example, modality):
    assert [relation[3] for relation in read(example)] == [modality]


@pytest.mark.parametrize(
    "example",
    [
        "{Organization|新华社}记者{Person|李明}",
        "习近平总书记指出",
        "{City|青川市}市民{Person|李明}告诉记者",
        "{City|青川市}村民代表{Person|李明}",
        "{Country|印度}时装设计师{Person|古普塔}",
        "{Company|海岚集团}携手{Company|青禾电子}",
        "副总经理{Person|李明}",
        "{Agency|商务部}部长说，{Person|李明}来了",
    ],
)
def test_no_post(example):
    assert read(example) == []


def test_evidence_holds_the_title_too():
    text, mentions = marked("近日，{Person|李明}出任{Company|海岚集团}总裁。")
    assert [relation.spans[0].of(text) for relation in posts(article(text), mentions)] == ["李明出任海岚集团总裁"]


def test_evidence_is_the_shortest_piece_of_text():
    text, mentions = marked("近日，{City|青川市}市长{Person|李明}、{Person|王芳}表示")
    assert [relation.spans[0].of(text) for relation in posts(article(text), mentions)] == [
        "青川市市长李明",
        "青川市市长李明、王芳",
    ]


def test_titles_are_listed_once_each():
    rows = [(word.form, word.type) for word in table("title", Word)]
    assert len(rows) == len(set(rows))
    assert "记者" not in {form for form, _ in rows}
    assert {kind for _, kind in rows} == {
        "prefix",
        "tense",
        "office",
        "state",
        "local",
        "manager",
        "academic",
        "profession",
        "firm",
        "rank",
    }


def test_every_rank_names_the_bodies_that_it_heads():
    ranks = {word.form for word in table("title", Word) if word.type == "rank"}
    assert ranks == {word.type for word in table("rank", Word)}


@given(
    st.lists(
        st.sampled_from(
            ["青川市", "海岚集团", "李明", "市长", "兼", "、", "，", "原", "任", "总经理", "的", "。", "“", "\n", "😀"]
        ),
        max_size=24,
    ),
    st.data(),
)
def test_posts_stay_within_the_text_and_the_classes(parts, data):
    text = "".join(parts)
    kinds = {"青川市": "City", "海岚集团": "Company", "李明": "Person"}
    mentions, at = [], 0
    for part in parts:
        if part in kinds and data.draw(st.booleans()):
            mentions.append(Mention(Span(at, at + len(part)), kinds[part], part))
        at += len(part)
    for relation in posts(article(text), mentions):
        assert relation.subject.type == "Person"
        assert relation.object.type in {"City", "Company"}
        assert dict(relation.qualifiers)["title"] in text
        assert relation.spans[0].end <= len(text)
        assert relation.subject.span in relation.spans[0]
