"""Names of firms, offices, schools and events: how they are written, what they end in, what they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.form import fold, unquoted
from kg.normalise.head import core, head, heads, kind, known, without_tail
from kg.normalise.name_part import leading_places, nested, parts
from kg.normalise.place import Gazetteer
from kg.normalise.short_form import firms, is_short_form

GAZETTEER = Gazetteer()
AREAS = [place for place in GAZETTEER.places if place.code and place.code.isdigit()]
CITIES = [place for place in AREAS if place.type == "City" and len(place.name) <= 10]
BRANDS = st.sampled_from(["云岫", "澜舟", "砺锋", "禾穗", "曜石", "岱屿"])
TRADES = st.sampled_from(["科技", "信息科技", "新能源", "生物科技", "汽车", "集团"])
LAWS = st.sampled_from(["有限公司", "股份有限公司", "有限责任公司", "集团有限公司"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云岫（集团）股份有限公司", "云岫(集团)股份有限公司"),
        ("「云岫」计划", "“云岫”计划"),
        ("『云岫』", "《云岫》"),
        ("云 岫 科 技", "云岫科技"),
        ("云岫\u3000科技", "云岫科技"),
        ("ＹＸ科技", "YX科技"),
        ("约翰‧史密斯", "约翰·史密斯"),
        ("约翰・史密斯", "约翰•史密斯"),
        ("Yunxiu\tTech", "Yunxiu Tech"),
    ],
)
def test_two_ways_of_writing_a_name_fold_to_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("云岫", "云岫科技"), ("Yun xiu", "Yunxiu"), ("约翰·史密斯", "约翰史密斯"), ("云岫一号", "云岫1号")],
)
def test_different_names_stay_different(one, other):
    assert fold(one) != fold(other)


@given(st.text(alphabet="云岫科技AB 1", max_size=8))
def test_marks_around_a_name_come_off_however_many(name):
    assert unquoted(f"“《{name}》”") == unquoted(name) == name
    assert fold(f"“{name}”") == fold(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("云岫市教育局", "Agency"),
        ("云岫市人民政府", "Agency"),
        ("云岫省发展和改革委员会", "Agency"),
        ("云岫海关", "Agency"),
        ("云岫县人民检察院", "Agency"),
        ("云岫理工大学", "Institute"),
        ("云岫第一中学", "Institute"),
        ("云岫市中医医院", "Institute"),
        ("云岫材料研究所", "Institute"),
        ("云岫市总工会", "Organization"),
        ("云岫慈善基金会", "Organization"),
        ("云岫汽车股份有限公司", "Company"),
        ("云岫高铁站", "Facility"),
        ("云岫博物馆", "Facility"),
        ("云岫国际电影节", "Event"),
        ("云岫数字经济峰会", "Event"),
        ("云岫安全生产条例", "Policy"),
        ("云岫", None),
        ("", None),
    ],
)
def test_the_end_of_a_name_tells_what_it_names(name, expected):
    assert kind(name) == expected


@given(st.sampled_from(sorted(heads())), st.text(alphabet="云岫澜舟砺锋", min_size=1, max_size=4))
def test_a_name_ends_in_its_head_whatever_stands_before_it(form, front):
    found = head(front + form)
    if heads()[form].need == "none":
        assert found is None
    else:
        assert found == heads()[form]


@given(BRANDS, TRADES, LAWS)
def test_the_brand_of_a_firm_is_what_is_left_without_place_trade_and_form_in_law(brand, trade, law):
    name = f"合肥{brand}{trade}{law}"
    found = parts(name, "Company")
    assert found.brand.of(name) == brand
    assert [place.of(name) for place in found.places] == ["合肥"]
    assert core(f"{brand}{trade}{law}", "legal", "neutral", "industry") == brand


@given(BRANDS, TRADES, LAWS)
def test_a_firm_goes_by_its_name_without_its_form_in_law(brand, trade, law):
    full = f"合肥{brand}{trade}{law}"
    assert without_tail(full, "legal") in firms(full)
    assert is_short_form(f"{brand}{trade}", full, "Company")
    assert not is_short_form(full, f"{brand}{trade}", "Company")
    assert not is_short_form("合肥", full, "Company")


@pytest.mark.parametrize(
    ("name", "brand"),
    [
        ("云岫科技有限公司", "云岫"),
        ("合肥云岫新能源汽车有限公司", "云岫"),
        ("云岫（合肥）信息科技有限公司", "云岫"),
        ("安徽省合肥市云岫集团有限公司", "云岫"),
        ("云岫控股集团", "云岫"),
        ("云岫", None),
        ("合肥市人民医院", None),
    ],
)
def test_a_brand_is_told_only_where_something_else_is_taken_off(name, brand):
    found = parts(name, "Company").brand
    assert (found and found.of(name)) == brand


@pytest.mark.parametrize(
    ("name", "type_", "inside"),
    [
        ("合肥市教育局", "Agency", [("合肥市", "City", "340100")]),
        ("安徽省合肥市中级人民法院", "Agency", [("安徽省", "Province", "340000"), ("合肥市", "City", "340100")]),
        ("云岫（厦门）科技有限公司", "Company", [("厦门", "City", "350200")]),
        ("南京市鼓楼区人民政府", "Agency", [("南京市", "City", "320100"), ("鼓楼区", "County", "320106")]),
        ("福州市鼓楼区人民政府", "Agency", [("福州市", "City", "350100"), ("鼓楼区", "County", "350102")]),
        ("鼓楼区人民政府", "Agency", [("鼓楼区", "County", None)]),
        ("城区人民政府", "Agency", []),
        ("通州法院", "Agency", []),
        ("吉林电视台", "Organization", [("吉林", "Province", "220000")]),
        ("荆州日报", "Organization", [("荆州", "City", "421000")]),
        (
            "双溪镇下浦村党支部",
            "Agency",
            [("双溪镇", "Place", None), ("下浦村", "Place", None)],
        ),
        ("海岚新区管委会", "Agency", [("海岚新区", "Place", None)]),
        ("合肥市经开区管委会", "Agency", [("合肥市", "City", "340100"), ("合肥市经开区", "Place", None)]),
        ("青川县公安局新城派出所", "Agency", [("青川县", "County", "510822"), ("青川县公安局", "Agency", None)]),
        ("南溪区镇政府", "Agency", [("南溪区", "County", "511503")]),
        ("下浦村党支部", "Agency", [("下浦村", "Place", None)]),
        ("下浦村海岚果业合作社", "Company", []),
        ("美丽乡村学校", "Institute", []),
        ("商务部条法司", "Agency", [("商务部", "Agency", None)]),
        (
            "合肥农业大学水稻育种中心",
            "Institute",
            [("合肥", "City", "340100"), ("合肥农业大学", "Institute", None)],
        ),
        ("云岫科技有限公司", "Company", []),
        ("云岫樱花节", "Event", []),
    ],
)
def test_a_name_carries_the_places_and_the_body_inside_it(name, type_, inside):
    mention = Mention(Span(5, 5 + len(name)), type_, name, confidence=0.7)
    found = nested(mention)
    assert [(item.text, item.type, item.code) for item in found] == inside
    assert all(item.span.shift(-5).of(name) == item.text for item in found)


@given(st.sampled_from(AREAS))
def test_an_area_leads_the_name_of_its_government(place):
    name = f"{place.name}人民政府"
    assert leading_places(name)[0].of(name) == place.name
    assert kind(name) == "Agency"


@given(st.sampled_from(CITIES), BRANDS)
def test_the_bracketed_city_of_a_firm_is_its_place(place, brand):
    name = f"{brand}（{place.name}）科技有限公司"
    assert parts(name, "Company").place.of(name) == place.name


@pytest.mark.parametrize(
    ("short", "full", "type_"),
    [
        ("云岫科技", "合肥云岫科技有限公司", "Company"),
        ("云岫", "云岫控股集团有限公司", "Company"),
        ("省发改委", "安徽省发展和改革委员会", "Agency"),
        ("云岫研究院", "云岫人工智能研究院", "Institute"),
        ("中海协", "中国海洋开发协会", "Organization"),
        ("史密斯", "约翰·史密斯", "Person"),
        ("约翰", "约翰·史密斯", "Person"),
        ("李先生", "李文博", "Person"),
        ("樱花节", "2024年云岫樱花节", "Event"),
    ],
)
def test_a_text_may_call_it_so_after_naming_it_in_full(short, full, type_):
    assert is_short_form(short, full, type_)


@pytest.mark.parametrize(
    ("short", "full", "type_"),
    [
        ("云岫科技", "云岫汽车有限公司", "Company"),
        ("合肥", "合肥市教育局", "Agency"),
        ("教育局", "合肥市教育局教研室", "Agency"),
        ("大学", "云岫理工大学", "Institute"),
        ("有限公司", "云岫科技有限公司", "Company"),
        ("张先生", "李文博", "Person"),
        ("李文", "李文博", "Person"),
        ("云岫科技有限公司", "云岫科技", "Company"),
    ],
)
def test_another_thing_of_a_like_name_is_not_called_so(short, full, type_):
    assert not is_short_form(short, full, type_)


@given(st.sampled_from(sorted(known())))
def test_the_class_of_a_known_name_is_that_of_its_table(name):
    assert kind(name) == known()[name].type


@given(st.text(max_size=8), st.sampled_from(["Company", "Agency", "Person", "Event", "Policy"]))
def test_no_name_is_short_for_itself(name, type_):
    assert not is_short_form(name, name, type_)


@given(st.sampled_from(AREAS))
def test_every_area_lies_in_those_of_its_chain_and_is_found_by_all_its_names(place):
    around = GAZETTEER.chain(place)
    assert around[0] == place
    assert around[-1].code == "CN"
    assert all(GAZETTEER.within(place.code, area.code) for area in around)
    assert [area.code for area in around[1:2]] == [GAZETTEER.parent(place.code).code]
    assert all(place in GAZETTEER.lookup(form) for form in (place.name, *place.forms))


@given(st.sampled_from(AREAS), st.text(max_size=4), st.text(alphabet="，的 ", max_size=4))
def test_names_at_an_offset_are_those_that_the_text_has_there_longest_first(place, before, after):
    text = f"{before}{place.name}{after}"
    found = list(GAZETTEER.names_at(text, len(before)))
    assert place.name in found
    assert found == sorted(found, key=len, reverse=True)
    assert all(text.startswith(name, len(before)) and GAZETTEER.lookup(name) for name in found)


@given(st.sampled_from(AREAS), st.sampled_from(AREAS))
def test_two_areas_lie_in_each_other_only_if_they_are_one(one, other):
    both = GAZETTEER.within(one.code, other.code) and GAZETTEER.within(other.code, one.code)
    assert both == (one == other)
