"""Who holds which post at which body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.post import posts
from kg.grammar.example import marked
from kg.lexicon import Word, table
from kg.model.mention import Mention
from kg.model.text import Alignment, Document, Segment, Source, Span


def article(text: str) -> Document:
    return Document(Source("a", text, ""), 0, text, Alignment((Segment(0, 0, len(text)),)))


def read(example: str) -> list[tuple[str, str, str, str]]:
    text, mentions = marked(example)
    return [
        (relation.subject.text, relation.object.text, dict(relation.qualifiers)["title"], relation.modality)
        for relation in posts(article(text), mentions)
    ]


def held(person: str, body: str, title: str, modality: str = "asserted") -> tuple[str, str, str, str]:
    return person, body, title, modality


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
        (
            "记者来到{Place|双溪镇}{Place|下浦村}，听{Place|南街}的人说。村党支部书记{Person|李明}很忙。",
            [held("李明", "下浦村", "村党支部书记")],
        ),
        ("{Place|下浦村}变了样。镇党委书记{Person|李明}说", []),
        ("{City|青川市}变了样。村主任{Person|李明}说", []),
        (
            "{Organization|海岚商会}会长{Person|李明}带领副会长{Person|王芳}、{Person|赵强}到访",
            [held("李明", "海岚商会", "会长"), held("王芳", "海岚商会", "副会长"), held("赵强", "海岚商会", "副会长")],
        ),
        ("“{Company|海岚出行}”创始人{Person|李明}说", [held("李明", "海岚出行", "创始人")]),
        ("{Person|李明} {Company|海岚集团}行政主管", [held("李明", "海岚集团", "行政主管")]),
        ("{Person|李明}在{Company|海岚集团}担任过出纳。", [held("李明", "海岚集团", "出纳")]),
        ("{Person|李明}成为{Company|海岚集团}董事长。", [held("李明", "海岚集团", "董事长")]),
    ],
)
def test_posts_told_apart_from_their_body_or_behind_their_holder(example, expected):
    assert sorted(read(example)) == sorted(expected)


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
        (
            "{Agency|青川海关党委}委员、副关长{Person|李明}介绍",
            [held("李明", "青川海关", "党委委员"), held("李明", "青川海关", "副关长")],
        ),
        (
            "{Agency|青川市水务局党组}成员、副局长{Person|李明}介绍",
            [held("李明", "青川市水务局", "党组成员"), held("李明", "青川市水务局", "副局长")],
        ),
        ("{Agency|双溪镇党委}书记{Person|李明}介绍", [held("李明", "双溪镇党委", "书记")]),
    ],
)
def test_a_post_in_the_party_within_a_body_is_a_post_of_the_body(example, expected):
    assert sorted(read(example)) == sorted(expected)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Company|海岚集团}发布年报。董事长兼总经理{Person|李明}表示，增长较快。",
            [held("李明", "海岚集团", "总经理"), held("李明", "海岚集团", "董事长")],
        ),
        (
            "{Agency|青川市水务局}开会。新闻发言人{Person|李明}表示，很好。",
            [held("李明", "青川市水务局", "新闻发言人")],
        ),
        ("{Company|海岚集团}发布年报。队长{Person|李明}表示，很好。", []),
        ("一家企业的董事长{Person|李明}表示，很好。", []),
    ],
)
def test_a_title_without_a_body_is_one_at_the_body_that_the_text_is_about(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Agency|商务部}国际贸易谈判代表兼副部长{Person|李明}",
            [held("李明", "商务部", "副部长"), held("李明", "商务部", "国际贸易谈判代表")],
        ),
        (
            "{Company|海岚公司}执行董事、总经理{Person|李明}",
            [held("李明", "海岚公司", "总经理"), held("李明", "海岚公司", "执行董事")],
        ),
        (
            "{Agency|市应急局}副局长{Person|李明}、{Person|王芳}接受捐款",
            [held("李明", "市应急局", "副局长"), held("王芳", "市应急局", "副局长")],
        ),
        (
            "{Agency|全国政协}常委、{Organization|友谊会}永远荣誉会长{Person|李明}",
            [held("李明", "全国政协", "常委"), held("李明", "友谊会", "永远荣誉会长")],
        ),
        (
            "{Agency|青川市委}、{Agency|高新区管委会}科技处处长{Person|李明}",
            [held("李明", "青川市委", "科技处处长"), held("李明", "高新区管委会", "科技处处长")],
        ),
        (
            "{Company|海岚集团}董事长{Person|李明}、总经理{Person|王芳}、首席财务官{Person|赵强}到会",
            [
                held("李明", "海岚集团", "董事长"),
                held("王芳", "海岚集团", "总经理"),
                held("赵强", "海岚集团", "首席财务官"),
            ],
        ),
        (
            "{Company|海岚集团}董事长{Person|李明}，总经理{Person|王芳}等参加",
            [held("李明", "海岚集团", "董事长"), held("王芳", "海岚集团", "总经理")],
        ),
        (
            "{Agency|中共中央}总书记、国家主席、{Agency|中央军委}主席{Person|李明}",
            [held("李明", "中共中央", "总书记"), held("李明", "中央军委", "主席")],
        ),
        (
            "{Agency|青川市委}书记{Person|李明}、市长{Person|王芳}",
            [held("李明", "青川市委", "书记")],
        ),
        (
            "{Country|美国}{Agency|财政部}部长{Person|珍妮特}",
            [held("珍妮特", "财政部", "部长")],
        ),
    ],
)
def test_lists_of_titles_bodies_and_people(example, expected):
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


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Company|海岚轮胎}投产。成型车间班组长{Person|李明}说", [held("李明", "海岚轮胎", "成型车间班组长")]),
        ("{Company|海岚轮胎}投产。班组长{Person|李明}说", []),
        ("成型车间班组长{Person|李明}说", []),
    ],
)
def test_a_worker_s_employer_is_who_the_text_is_about(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Agency|盐城市委}副书记、市长{Person|李明}说",
            [held("李明", "盐城市", "市长"), held("李明", "盐城市委", "副书记")],
        ),
        ("{Agency|江苏省人民政府}副省长{Person|李明}说", [held("李明", "江苏省人民政府", "副省长")]),
        ("{Agency|江苏省水利厅}市长热线{Person|李明}说", []),
        (
            "{Agency|盐城市财政局}局长{Person|李明}、副局长{Person|王芳}说",
            [held("李明", "盐城市财政局", "局长"), held("王芳", "盐城市财政局", "副局长")],
        ),
        ("{Agency|法国财政部}长{Person|李明}说", [held("李明", "法国财政部", "部长")]),
        ("{Agency|青川市委}副书记、市长{Person|李明}说", [held("李明", "青川市委", "副书记")]),
        ("{Person|李明}，{Agency|盐城市委}副书记{Person|王芳}", [held("王芳", "盐城市委", "副书记")]),
    ],
)
def test_the_head_of_an_area_is_told_at_its_party_or_its_government(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Province|南江}省开会。省委副书记、省长{Person|李明}出席", [held("李明", "南江", "省长")]),
        ("{City|青川}开会。副市长{Person|李明}说", [held("李明", "青川", "副市长")]),
        (
            "{City|青川}开会。{Agency|市委}副书记、市长{Person|李明}说",
            [held("李明", "青川", "市长"), held("李明", "市委", "副书记")],
        ),
        ("{City|青川}开会。{City|双溪}市长{Person|李明}说", [held("李明", "双溪", "市长")]),
        ("{City|青川}开会。副省长{Person|李明}说", []),
        ("{City|青川}、{City|海岚}开会。市长{Person|李明}说", []),
        ("市长{Person|李明}说。{City|青川}开会", [held("李明", "青川", "市长")]),
        ("市长{Person|李明}说。{City|青川}开会，在{City|海岚}开会", []),
    ],
)
def test_the_head_of_the_area_that_the_text_is_about(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Agency|青川市审计局}开会。局党组书记、局长{Person|李明}说",
            [held("李明", "青川市审计局", "党组书记"), held("李明", "青川市审计局", "局长")],
        ),
        (
            "{Agency|青川市审计局}、{Agency|青川市委}开会。审计局局长{Person|李明}说",
            [held("李明", "青川市审计局", "局长")],
        ),
        ("{Institute|青川大学}招生。该校校长{Person|李明}说", [held("李明", "青川大学", "校长")]),
        ("{Institute|青川大学}招生。{Agency|青川市审计局}局长{Person|李明}说", [held("李明", "青川市审计局", "局长")]),
        (
            "{Institute|青川医院}组队。院党委书记{Person|李明}，院长{Person|王芳}来了",
            [held("李明", "青川医院", "党委书记"), held("王芳", "青川医院", "院长")],
        ),
        ("{Institute|青川大学}招生，院党委书记{Person|李明}说", []),
        ("{Institute|青川大学}招生。局长{Person|李明}说", []),
        ("{Agency|青川市审计局}开会。工商局局长{Person|李明}说", []),
    ],
)
def test_a_rank_is_one_at_the_last_body_of_its_kind(example, expected):
    assert read(example) == expected
