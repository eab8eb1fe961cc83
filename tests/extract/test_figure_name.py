"""The name of an indicator is what is left of a stretch without its lead."""

import msgspec
import pytest

from kg.extract.figure_clause import read
from kg.extract.figure_name import cut, follower, generic, members, name, qualified
from kg.grammar.example import marked
from kg.model.text import Span


def sentence(text):
    plain, mentions = marked(text)
    return read(plain, Span(0, len(plain)), mentions), plain


def with_nouns(text):
    """Read a text whose marked names are common nouns."""
    plain, mentions = marked(text)
    nouns = [msgspec.structs.replace(mention, level="nominal") for mention in mentions]
    return read(plain, Span(0, len(plain)), nouns), plain


@pytest.mark.parametrize(
    ("text", "expected"), [("引进{Company|企业}", "企业"), ("{Province|全省}", None), ("引进企业", None), ("", None)]
)
def test_a_common_noun_may_name_what_is_counted(text, expected):
    found, plain = with_nouns(text)
    named = generic(found, plain, len(found.text))
    assert (named and named.text) == expected


def test_a_common_noun_may_follow_its_count():
    found, plain = with_nouns("{Company|企业}的产品")
    assert follower(found, plain, 0, len(found.text)).text == "企业"


def test_several_of_what_looks_like_a_name_are_things():
    found, plain = sentence("{Institute|企业技术中心}，")
    assert follower(found, plain, 0, len(found.text)) is None
    assert follower(found, plain, 0, len(found.text), several=True).text == "企业技术中心"


def test_what_is_counted_may_stand_behind_an_amount():
    found, plain = sentence("收入过{Quantity|百亿元}的园区")
    assert qualified(found, plain, 0, len(found.text)).text == "园区"
    assert whole(qualified, "项目{Quantity|5亩}的土地") is None


def whole(function, text):
    found, plain = sentence(text)
    return function(found, plain, 0, len(found.text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("核心产业规模", "核心产业规模"),
        ("其中，{Period|2024年}{City|青川}的社零总额", "社零总额"),
        ("已建成示范基地", "示范基地"),
        ("实现营业收入", "营业收入"),
        ("建成率", "建成率"),
        ("其他收入", "其他收入"),
        ("在营门店", "在营门店"),
        ("“碳”排放", "“碳”排放"),
        ("规模以上高技术制造业企业的新增贷款余额", "新增贷款余额"),
        ("最终消费支出对经济增长的贡献率", "最终消费支出对经济增长的贡献率"),
        ("{City|青川}", None),
        ("，的", None),
        ("", None),
    ],
)
def test_a_name_is_trimmed(text, expected):
    found = whole(name, text)
    assert (found and found.text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("的清洁电能，相当于", "清洁电能"),
        ("关键工序自动化率达", "关键工序自动化率"),
        ("个行业中有", "个行业"),
        ("“绿色工厂”示范企业", "“绿色工厂”示范企业"),
        ("中小企业，", "中小企业"),
        ("在建项目全部复工", "在建项目"),
        ("中，5家获奖", None),
        ("正在编制当中", None),
        ("{Company|海岚公司}，", None),
        ("苹果、梨、桃等水果，", "水果"),
        ("手机、一些网卡等设备。", "手机"),
        ("新造的动车组", "动车组"),
        ("牛，", "牛"),
        ("违法行为的", "违法行为"),
        ("同比增长", None),
        ("，增长", None),
        ("和", None),
        ("左右", None),
        ("", None),
    ],
)
def test_a_follower_is_the_noun_after_a_quantity(text, expected):
    found = whole(follower, text)
    assert (found and found.text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("出口、进口市场份额", ["出口市场份额", "进口市场份额"]),
        ("能耗和水耗", ["能耗", "水耗"]),
        ("汽车、新能源汽车产量", ["汽车产量", "新能源汽车产量"]),
        ("对{Country|青国}、{Country|蓝国}出口", ["对青国出口", "对蓝国出口"]),
        ("{Facility|甲高铁}、{Facility|乙高铁}客流", ["客流", "客流"]),
        ("产值", ["产值"]),
    ],
)
def test_an_enumeration_is_cut_into_its_members(text, expected):
    assert [item.text for item in whole(cut, text)] == expected


def test_nothing_has_no_members():
    found, plain = sentence("产值")
    assert members(found, plain, []) == []
