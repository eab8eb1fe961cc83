"""Which mentions of a sentence its figures may be about."""

import msgspec
import pytest

from kg.extract.figure_clause import read
from kg.extract.figure_topic import Referents, dominant, heading, opener, stands_for, topics
from kg.grammar.example import marked
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.name import nominals

AREAS = {"全区", "当地"}


def found(text):
    plain, mentions = marked(text)
    return topics(read(plain, Span(0, len(plain)), mentions))


def head_of(text):
    plain, mentions = marked(text)
    sentence = read(plain, Span(0, len(plain)), mentions)
    mention = heading(sentence, topics(sentence)) or opener(sentence, topics(sentence))
    return mention and mention.text


def texts(text):
    return [mention.text for _, mention in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{City|青川}增长", ["青川"]),
        ("{City|青川}{Company|海岚公司}增长", ["海岚公司"]),
        ("比{City|青川}高", []),
        ("与{City|青川}合作", []),
        ("占{Country|青国}的一半", []),
        ("{City|青川}市长{Person|李明}说", []),
        ("{City|青川}电", []),
        ("占{Province|明省}近五成、{Country|青国}两成", []),
        ("论文发表在《{Organization|海岚学报}》上", []),
        ("《{Policy|意见}》提出", ["意见"]),
        ("{City|青川}广播电视业增长", ["青川"]),
        ("在{City|青川}举行的本届{Event|海岚论坛}", ["海岚论坛"]),
        ("{Agency|青川商务局}介绍，", []),
        ("据{Agency|青川商务局}消息", []),
        ("{Person|李明}来了", []),
        ("{City|甲城}至{City|乙城}高速的造价", []),
        ("其中，{City|甲城}高铁、{City|乙城}机场等{Quantity|3个}项目", []),
        ("{City|甲}、{City|乙}增长", ["甲"]),
        ("{City|甲}、{City|乙}、{City|丙}增长", []),
        ("{Policy|“外资10条”}共有", ["“外资10条”"]),
        ("其中，{Product|海岚一号}售出", ["海岚一号"]),
        ("大力推广{Product|海岚一号}后", []),
        ("今年推出“{Product|海岚一号}”后", ["海岚一号"]),
        ("大桥由{Company|海岚公司}建设", []),
        ("带动{Company|企业}增收", []),
        ("此次盛会吸引了{City|青川}的企业", []),
        ("距{City|青川}不远", []),
        ("采用{Company|海岚公司}最新的设备", []),
        ("手机出口{Country|青国}", []),
        ("路透{City|青川}{Period|5月3日} - ", []),
        ("全市园区（不含{Company|海岚公司}）增长", []),
        ("记者来到{Company|海岚公司}，看到", ["海岚公司"]),
        ("记者到{Company|海岚公司}采访", []),
        ("{Person|李明}住在{Place|柳溪村}的小楼里", []),
        ("建设{Country|青国}最大的工厂", []),
        ("{City|青川}最大的工厂", ["青川"]),
        ("主要指标{Country|青国}排名靠前", []),
        ("在{Country|青国}推广", []),
        ("在{Country|青国}，增长", ["青国"]),
        ("{Quantity|30多家}{Company|企业}参会", []),
        ("控股股东为{Company|海岚公司}", ["海岚公司"]),
        ("{Company|海岚公司}、{Company|青禾电子}等企业融资", []),
        ("{Company|海岚公司}与{Company|青禾电子}联合打造的{Facility|海岚工厂}", ["海岚工厂"]),
        ("位于{City|青川}的{Facility|海岚工厂}", ["海岚工厂"]),
        ("主要生产“{Product|海岚一号}”", []),
        ("{Product|海岚一号}卫星在{Facility|海岚发射场}升空", ["海岚一号"]),
        ("{Company|海岚公司}签约，将在{City|青川}建厂", ["海岚公司"]),
        ("{Company|海岚公司}年会在{Facility|海岚会堂}举行", ["海岚公司"]),
        ("{Company|海岚公司}在{City|青川}的{Facility|一号工厂}投产", ["一号工厂"]),
        ("将在{City|青川}建厂", ["青川"]),
        ("{Company|海岚公司}在{City|青川}，产值增长", ["海岚公司", "青川"]),
        ("规模在{Province|全省}排名从", []),
        ("{City|青川}排名从", ["青川"]),
        ("与{Province|全省}平均差距缩小", []),
        ("{Province|全省}平均降水量", ["全省"]),
        ("作为{Facility|海岚产业园}的龙头，", []),
        ("村里成立了{Organization|海岚合作社}，", ["海岚合作社"]),
        ("访问了{Company|海岚公司}，", []),
        ("{Facility|海岚风场项目}预计明年建成", ["海岚风场项目"]),
        ("{Agency|青川商务局}预计明年增长", []),
        ("5个项目分别是：{Facility|海岚风场}、青禾工厂和{Facility|海岚大桥}项目、{Facility|白石港}。", []),
        ("与{Company|海岚公司}产品相比", []),
        ("{Product|海岚一号}产品相比", []),
    ],
)
def test_a_topic_is_what_a_clause_speaks_of(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{City|青川}增长，{Company|海岚公司}投资", "海岚公司"),
        ("{City|青川}增长，{Facility|海岚大厦}开放", "青川"),
        ("在{City|青川}，{Facility|海岚大厦}开放", "海岚大厦"),
        ("{Product|海岚一号}售出", "海岚一号"),
        ("今年，{Product|海岚一号}售出", None),
        ("{Event|海岚论坛}开幕", "海岚论坛"),
        ("{Period|5月3日}上午，{Event|海岚论坛}在{Facility|海岚会堂}开幕", "海岚论坛"),
        ("{Policy|意见}印发", None),
        ("用户增长", None),
    ],
    ids=[
        "a body",
        "a place",
        "a thing in a place",
        "a thing",
        "a thing later",
        "an event",
        "an event on a day",
        "a policy",
        "nothing",
    ],
)
def test_the_sentences_after_may_go_on_to_speak_of(text, expected):
    assert head_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("{Company|企业}年产5万株", ["企业"]), ("检查{Company|企业}5家", []), ("检查{Company|该企业}5家", ["该企业"])],
)
def test_a_mere_head_is_spoken_of_where_a_clause_opens_with_it(text, expected):
    plain, mentions = marked(text)
    words = [msgspec.structs.replace(mention, level="nominal") for mention in mentions]
    assert [mention.text for _, mention in topics(read(plain, Span(0, len(plain)), words))] == expected


def test_a_topic_is_dominant_where_half_of_the_sentences_name_it():
    sentences = [found("{City|青川}增长"), found("用户增长"), found("{City|青川}投资"), found("{City|白石}投资")]
    assert dominant(sentences).text == "青川"
    assert dominant([*sentences, *sentences[3:], *sentences[3:]]).text == "白石"
    assert dominant([found("{City|甲}增长"), found("{City|乙}增长"), found("{City|丙}增长")]) is None
    assert dominant([]) is None


def test_a_topic_that_only_the_second_half_of_a_document_names_is_not_dominant():
    last = [found("{City|青川}增长"), found("{City|青川}投资")]
    assert dominant([found("用户增长"), *last]).text == "青川"
    assert dominant([found("用户增长")] * 3 + last) is None


@pytest.mark.parametrize(
    ("word", "held", "expected"),
    [
        (Mention(Span(9, 11), "Company", "公司", level="nominal"), "{Company|海岚公司}", True),
        (Mention(Span(9, 11), "Company", "公司", level="nominal"), "{City|青川}", False),
        (Mention(Span(9, 13), "Company", "青禾公司"), "{Company|海岚公司}", False),
        (Mention(Span(9, 11), "Place", "全村", level="nominal"), "{Place|柳溪村}", True),
        (Mention(Span(9, 11), "Place", "全村", level="nominal"), "{City|青川}", False),
        (Mention(Span(9, 11), "Country", "我国", level="nominal", code="CN"), "{Country|青国}", False),
        (Mention(Span(9, 11), "Facility", "园区", level="nominal"), "{Facility|海岚产业园}", True),
        (Mention(Span(9, 11), "Facility", "园区", level="nominal"), "{Facility|海岚公路}", False),
    ],
)
def test_a_word_stands_for_what_is_spoken_of_where_its_class_is_the_same(word, held, expected):
    assert stands_for(word, marked(held)[1][0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Facility|海岚一号}增长", True),
        ("{Facility|海岚产业园}投产，{Facility|园区}增长", True),
        ("养殖平台“{Facility|海岚一号}”投产，{Facility|平台}增长", True),
        ("{Facility|海岚港}投产，{Facility|园区}增长", False),
        ("{Facility|海岚港}投产，{Facility|该项目}增长", True),
        ("{Facility|园区}增长，{Facility|海岚产业园}投产", False),
        ("{Institute|海岚大学}招生，{Facility|该项目}增长", False),
        ("{Company|海岚重工}投产，{Company|公司}增长", True),
        ("{City|青川}投产，{County|全区}增长", False),
        ("{Organization|浙江日报}讯，{Province|全省}增长", True),
        ("{County|海岚区}投产，{County|全区}增长", True),
        ("{City|青川}投产，{Place|全村}增长", False),
        ("{City|青川}投产，{Place|当地}增长", False),
        ("{Place|柳溪村}投产，{Place|全村}增长", True),
    ],
    ids=[
        "a name", "its head", "what the text calls it", "no such head", "pointed at", "named after it only",
        "no such class", "a company", "no such area", "within a name", "an area", "no village",
        "wherever it is", "a village",
    ],
)  # fmt: skip
def test_a_word_refers_where_the_text_names_what_it_may_stand_for(text, expected):
    plain, mentions = marked(text)
    words = [mention for mention in mentions if mention.text in nominals() or mention.text in AREAS]
    word = msgspec.structs.replace(words[-1], level="nominal") if words else mentions[-1]
    names = [mention for mention in mentions if mention not in words]
    assert Referents(names, plain).known(word) is expected
