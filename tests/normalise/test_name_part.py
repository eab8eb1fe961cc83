import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.head import heads
from kg.normalise.name_part import area, leading_places, nested, parts

PIECES = st.sampled_from(
    ["海南省", "海口", "（三亚）", "海岚", "科技", "集团", "有限公司", "“", "”", "🙂", "x", *sorted(heads())[:200]]
)
NAMES = st.lists(PIECES, max_size=8).map("".join)
CLASSES = st.sampled_from(["Company", "Agency", "Institute", "Organization", "Facility", "Event"])


@pytest.mark.parametrize(
    ("name", "kind", "places", "parent", "brand"),
    [
        ("海口海岚科技有限公司", "Company", ["海口"], None, "海岚"),
        ("海口海岚（集团）股份有限公司", "Company", ["海口"], None, "海岚"),
        ("四川省凉山彝族自治州西昌市人民法院", "Agency", ["四川省", "凉山彝族自治州", "西昌市"], None, None),
        ("海岚（三亚）科技园", "Facility", ["三亚"], None, None),
        ("青岛农业大学小麦育种中心", "Institute", ["青岛"], "青岛农业大学", None),
        ("财政部条法司", "Agency", [], "财政部", None),
        ("甘肃省教育厅基础教育处", "Agency", ["甘肃省"], "甘肃省教育厅", None),
        ("海口海岚发电有限公司运营部", "Company", ["海口"], "海口海岚发电有限公司", None),
        ("国网甘肃省电力有限公司", "Company", ["甘肃省"], "国网", None),
        ("比亚迪汽车有限公司", "Company", [], None, "比亚迪"),
        ("宁德时代超级工厂", "Facility", ["宁德"], "宁德时代", None),
        ("比亚迪汽车三亚电子工厂", "Facility", ["三亚"], "比亚迪汽车", None),
        ("国务院新闻办公室", "Agency", [], "国务院", None),
        ("北京大学出版社", "Organization", ["北京"], "北京大学", None),
        ("中国科学院大学", "Institute", ["中国"], None, None),
        ("海口", "City", [], None, None),
        ("", "Company", [], None, None),
    ],
)
def test_a_name_is_taken_apart(name, kind, places, parent, brand):
    found = parts(name, kind)
    assert [span.of(name) for span in found.places] == places
    assert (found.parent and found.parent.of(name)) == parent
    assert (found.brand and found.brand.of(name)) == brand


def test_the_narrowest_place_is_the_place_of_a_name():
    name = "四川省西昌市人民法院"
    assert parts(name, "Agency").place.of(name) == "西昌市"
    assert parts("海岚集团", "Company").place is None


def test_a_place_may_share_its_rank_with_the_head_of_a_name():
    assert [parts(name, "Agency").place for name in ("射阳县委", "南京市委")] == [Span(0, 3), Span(0, 3)]
    assert parts("南京委", "Agency").place is None


@pytest.mark.parametrize(
    ("name", "towns"),
    [
        ("海岚镇党委", ["海岚镇"]),
        ("秦楼街道卫生服务中心", ["秦楼街道"]),
        ("平邑县温水镇中心小学", ["平邑县", "温水镇"]),
        ("沂水县住房城乡建设局", ["沂水县"]),
        ("海岚谷村镇银行", []),
        ("美丽乡村研究院", []),
        ("全省市镇长协会", []),
        ("景德镇陶瓷大学", ["景德镇"]),
    ],
)
def test_a_town_in_a_name_is_a_place_of_its_own(name, towns):
    found = nested(Mention(Span(0, len(name)), "Institute", name))
    assert [part.text for part in found if part.rule == "name/place"] == towns


def test_regions_and_short_names_of_counties_are_not_taken_for_places_in_names():
    assert [leading_places(name) for name in ("东方电气集团", "三峡集团", "长安汽车", "平安银行")] == [()] * 4


@given(NAMES, CLASSES)
def test_all_parts_lie_within_the_name(name, kind):
    found = parts(name, kind)
    spans = [*found.places, *filter(None, (found.parent, found.brand, found.head))]
    assert all(span in Span(0, len(name)) and len(span) for span in spans)


def test_names_inside_a_name_are_mentions_where_they_stand():
    mention = Mention(Span(10, 24), "Institute", "青岛农业大学小麦育种中心", confidence=0.8)
    assert [(item.span, item.type, item.text, item.code) for item in nested(mention)] == [
        (Span(10, 12), "City", "青岛", "370200"),
        (Span(10, 16), "Institute", "青岛农业大学", None),
    ]
    assert {item.confidence for item in nested(mention)} == {0.8}


def test_a_place_of_two_meanings_is_settled_by_the_place_before_it_or_left_out():
    assert area("鼓楼区") is None
    assert area("鼓楼区", within="南京市").code == "320106"
    assert area("海口").code == "460100"
