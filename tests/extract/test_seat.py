"""Where a name seems to place its thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.seat import seats
from kg.model.mention import Mention
from kg.model.text import Span


def seat(kind: str, name: str, around: frozenset[str | None] = frozenset()) -> tuple[str, str] | None:
    found = next(seats(Mention(Span(3, 3 + len(name)), kind, name), 3, around), None)
    return found and (found.text, found.rule)


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("Company", "江阴海岚材料有限公司", ("江阴", "name/county")),
        ("Company", "江阴海岚", None),
        ("Company", "平安海岚材料有限公司", None),
        ("Company", "同仁堂饮片有限公司", None),
        ("Company", "华安海岚材料有限公司", None),
        ("Place", "昆山高新区", ("昆山", "name/county")),
        ("Place", "昆山小镇", None),
        ("Agency", "陆川法院", ("陆川", "name/county")),
        ("Agency", "城北法院", None),
        ("Facility", "满洲里口岸", ("满洲里", "name/county")),
        ("Facility", "黄骅港", ("黄骅", "name/county")),
        ("Facility", "平陆运河", None),
        ("Facility", "江阴大饭店", None),
        ("Agency", "和平法院", None),
        ("Agency", "陆川海岚法院", None),
        ("Organization", "凤凰卫视", None),
        ("Place", "三江新区", None),
        ("Place", "昆山", None),
        ("Facility", "海岚费县胡阳光伏电站", ("费县", "name/inner")),
        ("Facility", "海岚哈密电厂", ("哈密", "name/inner")),
        ("Facility", "海岚双溪大马白山隧道", None),
        ("Facility", "同安海城市广场", None),
        ("Institute", "海岚瑞金医院", None),
        ("Organization", "上海队", ("上海", "name/known")),
        ("Organization", "每日江苏新闻网", ("江苏", "name/inner")),
        ("Organization", "中国江苏海岚新闻网", None),
        ("Event", "上海节", None),
    ],
)
def test_the_place_that_a_name_seems_to_tell(kind, name, expected):
    assert seat(kind, name) == expected


def test_a_county_s_short_name_counts_in_the_areas_of_the_text():
    assert seat("Facility", "平陆口岸") is None
    assert seat("Facility", "平陆口岸", frozenset({"140000"})) == ("平陆", "name/known")
    assert seat("Facility", "平陆口岸", frozenset({"140829"})) == ("平陆", "name/known")
    assert seat("Agency", "和平法院", frozenset({"120101", "210102"})) is None
    assert seat("Institute", "岳麓山实验室", frozenset({"430000"})) is None
    assert seat("Facility", "嘉陵江游轮码头", frozenset({"510000"})) is None
    assert seat("Agency", "黄埔海关", frozenset({"440000"})) == ("黄埔", "name/known")
    assert seat("Company", "大丰江苏海岚科技有限公司", frozenset({"320000"})) == ("大丰", "name/known")


@given(st.text(alphabet="江阴哈密费县电站厂有限公司高新区（）海岚·“”", max_size=14))
def test_a_place_stands_in_its_name(name):
    mention = Mention(Span(3, 3 + len(name)), "Company", name)
    for place in seats(mention, 3, frozenset()):
        assert place.span.shift(-3).of(name) == place.text
