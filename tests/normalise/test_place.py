"""The gazetteer: names to places, codes to areas, and what lies within what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise.place import Gazetteer, Place, packaged

GAZETTEER = Gazetteer()
CODES = sorted(place.code for place in packaged() if place.code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("北京市", "110000"),
        ("北京", "110000"),
        ("合肥", "340100"),
        ("肥西县", "340123"),
        ("凉山", "513400"),
        ("凉山州", "513400"),
        ("凉山彝族自治州", "513400"),
        ("西昌", "513401"),
        ("浦东", "310115"),
        ("内蒙古", "150000"),
        ("中国香港", "810000"),
        ("中国", "CN"),
        ("阿联酋", "AE"),
        ("印尼", "ID"),
        ("刚果（金）", "CD"),
    ],
)
def test_official_names_short_forms_and_aliases_lead_to_one_code(name, code):
    assert [place.code for place in GAZETTEER.lookup(name)] == [code]


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("华北", ["Place"]),
        ("长三角", ["Place"]),
        ("雄安新区", ["Place"]),
        ("东南亚", ["Place"]),
        ("慕尼黑", ["City"]),
        ("海参崴", ["City"]),
        ("加州", ["Province"]),
        ("台北", ["City"]),
    ],
)
def test_regions_and_cities_abroad_are_known_without_codes(name, types):
    assert [(place.type, place.code) for place in GAZETTEER.lookup(name)] == [(kind, None) for kind in types]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("鼓楼区", {"320106", "320302", "350102", "410204"}),
        ("吉林", {"220000", "220200"}),
        ("大理", {"532900", "532901"}),
        ("刚果", {"CD", "CG"}),
    ],
)
def test_ambiguous_names_keep_all_their_places(name, codes):
    assert {place.code for place in GAZETTEER.lookup(name)} == codes


@pytest.mark.parametrize("name", ["", "北", "新质生产力", "合作社"])
def test_other_words_are_no_places(name):
    assert GAZETTEER.lookup(name) == ()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("110000", "Municipality"),
        ("440000", "Province"),
        ("810000", "Province"),
        ("440300", "City"),
        ("513400", "City"),
        ("429004", "County"),
        ("340123", "County"),
        ("US", "Country"),
    ],
)
def test_areas_have_the_class_of_their_rank(code, kind):
    assert GAZETTEER.get(code).type == kind


@pytest.mark.parametrize(
    ("code", "parent"),
    [("340123", "340100"), ("340100", "340000"), ("110105", "110000"), ("429004", "420000"), ("440000", "CN")],
)
def test_the_parent_is_the_nearest_area_with_a_name_of_its_own(code, parent):
    assert GAZETTEER.parent(code).code == parent


@pytest.mark.parametrize("code", ["CN", "US", "999999", ""])
def test_countries_and_unknown_codes_have_no_parent(code):
    assert GAZETTEER.parent(code) is None


@pytest.mark.parametrize(
    ("code", "area", "expected"),
    [
        ("513401", "513401", True),
        ("513401", "510000", True),
        ("513401", "CN", True),
        ("510000", "513401", False),
        ("513401", "US", False),
        ("999999", "CN", False),
    ],
)
def test_within_follows_the_parents(code, area, expected):
    assert GAZETTEER.within(code, area) is expected


def test_the_chain_of_a_city_abroad_ends_in_its_country():
    (city,) = GAZETTEER.lookup("慕尼黑")
    assert [place.name for place in GAZETTEER.chain(city)] == ["慕尼黑", "德国"]


def test_names_at_an_offset_come_longest_first():
    assert list(GAZETTEER.names_at("四川凉山彝族自治州西昌市", 2)) == ["凉山彝族自治州", "凉山"]
    assert list(GAZETTEER.names_at("四川", 1)) == []
    assert list(GAZETTEER.names_at("四川", 9)) == []


def test_a_gazetteer_can_be_made_of_other_places():
    own = Gazetteer([Place(name="青川市", type="City", code="999900", forms=("青川",))])
    assert own.lookup("青川") == own.lookup("青川市") != ()
    assert own.lookup("北京") == ()


@given(st.sampled_from(CODES))
def test_every_chain_of_codes_ends_in_a_country(code):
    chain = GAZETTEER.chain(GAZETTEER.get(code))
    assert chain[-1].type == "Country"
    assert all(GAZETTEER.within(code, area.code) for area in chain)


@given(st.sampled_from(packaged()))
def test_a_place_is_found_by_each_of_its_names(place):
    assert all(place in GAZETTEER.lookup(form) for form in (place.name, *place.forms))


@given(st.text("北京市海淀区四川凉山州abc", max_size=12), st.integers(0, 12))
def test_names_at_an_offset_stand_there(text, start):
    names = list(GAZETTEER.names_at(text, start))
    assert all(text.startswith(name, start) and GAZETTEER.lookup(name) for name in names)
    assert names == sorted(names, key=len, reverse=True)
