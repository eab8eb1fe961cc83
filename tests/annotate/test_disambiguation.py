"""Which place a name means: by its neighbours, by containment, by rank, by the other places of the text."""

import pytest

from kg.annotate.disambiguation import Resolver, Toponym
from kg.model.text import Span
from kg.normalise.place import Gazetteer

GAZETTEER = Gazetteer()


def resolver(line, confidence=0.9):
    """Resolve names apart by spaces; one after a `+` follows the name before it without a gap."""
    toponyms, at = [], 0
    for part in line.split():
        name = part.removeprefix("+")
        span = Span(at, at + len(name))
        outer = toponyms[-1] if part.startswith("+") else None
        toponyms.append(Toponym(span, GAZETTEER.lookup(name), confidence, outer))
        at += len(name)
    return Resolver(toponyms, GAZETTEER), line.replace(" ", "").replace("+", "")


def codes(line, confidence=0.9):
    found, text = resolver(line, confidence)
    return {mention.text: mention.code for mention in found.mentions(text)}


@pytest.mark.parametrize(
    ("line", "name", "code"),
    [
        ("江苏 +鼓楼区", "鼓楼区", None),  # 南京 and 徐州 have one each
        ("南京 +鼓楼区", "鼓楼区", "320106"),
        ("福建 +鼓楼区", "鼓楼区", "350102"),
        ("吉林 +朝阳区", "朝阳区", "220104"),
        ("青海 +海南", "海南", "632500"),
        ("美国 +圣何塞", "圣何塞", None),
        ("广州 +南沙区", "南沙区", "440115"),
    ],
)
def test_the_place_before_decides(line, name, code):
    assert codes(line)[name] == code


@pytest.mark.parametrize(
    ("line", "name", "code"), [("吉林 +吉林市", "吉林", "220000"), ("朝阳 +双塔区", "朝阳", "211300")]
)
def test_the_place_after_decides_too(line, name, code):
    assert codes(line)[name] == code


@pytest.mark.parametrize(
    ("name", "code"), [("吉林", "220000"), ("大理", "532900"), ("邢台", "130500"), ("西昌", "513401"), ("中国", "CN")]
)
def test_an_area_that_holds_its_namesakes_is_meant(name, code):
    assert codes(name)[name] == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("海南", "460000"), ("河南", "410000"), ("西安", "610100"), ("中山", "442000"), ("资阳", "512000")],
)
def test_a_higher_rank_goes_before_a_lower_one(name, code):
    assert codes(name)[name] == code


@pytest.mark.parametrize("name", ["太湖", "泰山", "东海", "中原"])
def test_a_region_goes_before_a_county_of_its_name(name):
    found, text = resolver(name)
    assert [(m.type, m.code) for m in found.mentions(text)] == [("Place", None)]


def test_a_county_goes_before_a_region_behind_its_city():
    assert codes("安庆 +太湖")["太湖"] == "340825"


@pytest.mark.parametrize(
    ("line", "name", "code"),
    [
        ("北京 朝阳区", "朝阳区", "110105"),
        ("长春 朝阳区", "朝阳区", "220104"),
        ("北京 长春 朝阳区", "朝阳区", None),
        ("朝阳区 北京", "朝阳区", "110105"),
        ("北京 朝阳", "朝阳", "110105"),
        ("沈阳 朝阳", "朝阳", "211300"),
        ("西安 新城区", "新城区", "610102"),
        ("哈尔滨 西安", "西安", "610100"),
        ("大连 中山", "中山", "210202"),
        ("美国 德州", "德州", None),
        ("济南 德州", "德州", "371400"),
    ],
)
def test_the_other_places_of_the_text_decide(line, name, code):
    assert codes(line)[name] == code


@pytest.mark.parametrize("name", ["朝阳区", "鼓楼区", "普陀", "刚果", "城关区"])
def test_what_nothing_decides_stays_open(name):
    assert codes(name) == {name: None}


@pytest.mark.parametrize(
    ("name", "kind"), [("朝阳区", "County"), ("刚果", "Country"), ("维多利亚", "City"), ("科隆", "City")]
)
def test_an_open_name_has_the_class_that_its_places_share(name, kind):
    found, text = resolver(name)
    assert [mention.type for mention in found.mentions(text)] == [kind]


def test_a_name_the_gazetteer_lacks_is_a_place_by_the_tagger_alone():
    found, text = resolver("望京", confidence=0.7)
    (mention,) = found.mentions(text)
    assert (mention.type, mention.code, mention.confidence, mention.rule) == ("Place", None, 0.7, "tagger/place")


def test_the_gazetteer_adds_to_the_taggers_confidence():
    found, text = resolver("武汉", confidence=0.7)
    (mention,) = found.mentions(text)
    assert (mention.confidence, mention.rule) == (pytest.approx(0.85), "gazetteer/name")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("和平", False),
        ("沈阳 和平", True),
        ("沈阳 +和平", True),
        ("和平区", True),
        ("武汉", True),
        ("望京", True),
    ],
)
def test_a_weakly_tagged_short_form_of_a_county_needs_company(line, kept):
    assert (line.split()[-1].removeprefix("+") in codes(line, confidence=0.3)) is kept
