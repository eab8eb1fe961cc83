"""Whose figures a body gives: a company its own, an agency those of the area in its name or of its country."""

import msgspec
import pytest

from kg.extract.figure_area import Areas
from kg.extract.figure_clause import read
from kg.grammar.example import marked
from kg.model.mention import Mention
from kg.model.text import Span


def area(text):
    """Return the area of the last agency of a text in which names are marked."""
    plain, mentions = marked(text)
    found = Areas([read(plain, Span(0, len(plain)), mentions)], mentions, []).of(mentions[-1])
    return found and found.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{City|青川}增长。{Agency|青川商务局}", "青川"),
        ("{Place|青}{City|青川}增长。{Agency|青川商务局}", "青川"),
        ("{City|白石}增长。{Agency|青川商务局}", None),
        ("{City|青川}增长。{Company|青川海岚公司}", "青川海岚公司"),
        ("{City|青川}增长。{Company|青川海岚公司}经理{Person|李明}", "青川海岚公司"),
        ("{City|青川}增长。{Institute|青川大学}校长{Person|李明}", None),
        ("{Facility|青川}开放。{Agency|青川商务局}", None),
        ("{Country|中国}增长。{Agency|商务部}", None),
        ("{City|青川}增长。{Agency|青川商务局}局长{Person|李明}", "青川"),
        ("{City|青川}增长。{Agency|青川商务局}，{Person|李明}", None),
        ("{Company|海岚}投产。{City|青川}副市长{Person|李明}", "青川"),
        ("{City|青川}村民{Person|李明}", None),
        ("{City|青川}的{Facility|海岚产业园}负责人{Person|李明}", "海岚产业园"),
        ("{City|青川}{Facility|海岚小区}的司机{Person|李明}", None),
        ("{Company|海岚资讯}数据显示，{City|青川}增长。{Company|海岚资讯}", None),
        ("在{City|青川}的{Company|海岚公司}车间里，负责人{Person|李明}", "海岚公司"),
        ("走进{Facility|海岚工厂}，机器轰鸣，车间主任{Person|李明}", "海岚工厂"),
        ("{City|青川}、{Province|明省}增长。{Agency|省商务厅}", "明省"),
        ("{City|青川}增长。{Agency|市委}", "青川"),
        ("{City|青川}增长。{Event|青川市十四届人大一次会议}", "青川"),
        ("{Event|浙江省十四届人大一次会议}", "浙江省"),
        ("{City|青川}增长。{Event|青川博览会}", None),
        ("{City|青川}增长。{Agency|省商务厅}", None),
        ("{Agency|青川商务局}局长{Person|李明}和{Company|海岚}总经理{Person|李明}。{City|青川}的{Person|李明}", "青川"),
    ],
)
def test_a_company_gives_its_own_figures_and_an_agency_those_of_the_area_in_its_name(text, expected):
    assert area(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("果农{Person|李明}", True), ("学者{Person|李明}", False), ("{Company|海岚}司机{Person|李明}", False)],
)
def test_people_are_lay_where_the_text_tells_their_walk_of_life_and_no_body(text, expected):
    plain, mentions = marked(text)
    assert Areas([read(plain, Span(0, len(plain)), mentions)], mentions, []).is_lay(mentions[-1]) is expected


@pytest.mark.parametrize(
    ("agency", "code", "expected"),
    [
        ("杭州海关", "330000", "浙江"),
        ("杭州海关", "350000", "杭州"),
        ("温州海关", "330000", "温州"),
        ("杭州商务局", "330000", "杭州"),
        ("海岚海关", "330000", None),
    ],
    ids=["of the capital", "of another province", "of no capital", "no customs", "of no place"],
)
def test_a_customs_named_after_a_capital_gives_the_figures_of_its_province(agency, code, expected):
    province = Mention(Span(9, 11), "Province", "浙江", code=code)
    found = Areas([], [province], []).of(Mention(Span(0, len(agency)), "Agency", agency))
    assert (found and found.text) == expected


def test_a_place_that_only_the_name_of_an_agency_holds_is_its_area():
    found = Areas([], [], []).of(Mention(Span(4, 12), "Agency", "杭州市余杭区商务局"))
    assert (found.text, found.span) == ("杭州市", Span(4, 7))


def test_a_ministry_gives_the_figures_of_the_country_that_a_text_calls_its_own():
    own = Mention(Span(0, 2), "Country", "我国", level="nominal", code="CN")
    assert Areas([], [own], []).of(Mention(Span(3, 6), "Agency", "商务部")) is own
    assert Areas([], [own], []).of(Mention(Span(3, 9), "Agency", "商务部综合司")) is own
    assert Areas([], [own], []).of(Mention(Span(3, 8), "Agency", "青川商务局")) is None
    assert Areas([], [], []).of(Mention(Span(3, 6), "Agency", "商务部")) is None


@pytest.mark.parametrize(("agency", "expected"), [("商务部", True), ("省政府", True), ("青川商务局", False)])
def test_an_agency_is_placeless_that_is_known_without_the_name_of_a_place(agency, expected):
    assert Areas([], [], []).is_placeless(Mention(Span(0, len(agency)), "Agency", agency)) is expected


def test_a_firm_without_a_name_is_the_one_last_spoken_of_before_its_officer_else_the_one_last_named():
    plain, found = marked("{Company|海岚公司}供货给{Company|青禾电子}。{Company|公司}董事长{Person|李明}")
    names = [*found[:2], msgspec.structs.replace(found[2], level="nominal"), found[3]]
    sentence = read(plain, Span(0, len(plain)), names)
    assert Areas([sentence], names, names[:1]).of(names[3]) == names[0]
    assert Areas([sentence], names, []).of(names[3]) == names[1]
    assert Areas([sentence], names[2:], []).of(names[3]) is None


@pytest.mark.parametrize(("word", "expected"), [("公司", "海岚公司"), ("该公司", "青禾公司")])
def test_a_firm_without_its_name_is_the_one_spoken_of_last_or_where_pointed_at_the_one_named_last(word, expected):
    plain, mentions = marked(
        f"{{Company|海岚公司}}增长。记者到{{Company|青禾公司}}采访。{{Company|{word}}}经理{{Person|李明}}"
    )
    firm, guest, nominal, person = mentions
    mentions = [firm, guest, msgspec.structs.replace(nominal, level="nominal"), person]
    areas = Areas([read(plain, Span(0, len(plain)), mentions)], mentions, [firm])
    assert areas.of(person).text == expected
