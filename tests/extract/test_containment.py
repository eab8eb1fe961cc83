"""Which of two places a thing is in."""

import msgspec
import pytest

from kg.extract.containment import at_venues, contained, lies_in, most_specific, only, own_wholes, same_place
from kg.grammar.example import marked
from kg.model.mention import Mention, Relation
from kg.model.text import Span


def located(subject: str, place: str, predicate: str = "locatedIn", kind: str = "Company") -> Relation:
    return Relation(
        predicate, Mention(Span(0, 1), kind, subject), Mention(Span(2, 3), "City", place), (Span(0, 3),), "x/y"
    )


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([("海岚", "安徽"), ("海岚", "合肥")], ["合肥"]),
        ([("海岚", "安徽"), ("海岚", "北京")], ["安徽", "北京"]),
        ([("海岚", "安徽"), ("青禾", "合肥")], ["安徽", "合肥"]),
        ([("海岚科技有限公司", "美国"), ("海岚科技", "波士顿")], ["波士顿"]),
    ],
)
def test_the_wider_of_two_places_is_left_out(found, kept):
    assert [relation.object.text for relation in most_specific([located(*pair) for pair in found])] == kept


def test_the_text_itself_may_say_which_place_is_wider():
    said = [located("海岚", "南江"), located("海岚", "下浦"), located("下浦", "南江", "partOf", "City")]
    assert [relation.object.text for relation in most_specific(said)] == ["下浦", "南江"]


def test_what_the_text_says_of_places_is_followed_from_place_to_place():
    said = [
        located("海岚", "合肥市"),
        located("海岚", "下浦"),
        located("下浦", "南乡", "partOf", "City"),
        located("南乡", "合肥市", "partOf", "City"),
        located("合肥市", "下浦", "partOf", "City"),
    ]
    assert [relation.object.text for relation in most_specific(said[:4])] == ["下浦", "南乡", "合肥市"]
    assert most_specific(said) == tuple(said)


def test_a_place_does_not_lie_in_itself():
    assert lies_in("肥西县", "合肥")
    assert not lies_in("合肥", "合肥市")
    assert not lies_in("长沙", "长沙")
    assert not lies_in("无此地", "合肥")


@pytest.mark.parametrize(
    ("name", "part", "same"),
    [("南特市", "南特", True), ("合肥市", "合肥", True), ("合肥高新区", "合肥", False), ("南特港", "南特", False)],
)
def test_a_rank_makes_no_other_place(name, part, same):
    assert same_place(name, part) is same


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        (["{Province|青海}加快发展，在{City|海东}、{City|海北}设点"], {"海东 partOf 青海", "海北 partOf 青海"}),
        (["{City|合肥}与{Province|安徽}省内的{County|肥西县}"], {"合肥 partOf 安徽", "肥西县 partOf 合肥"}),
        (["{Province|青海}加快发展", "{City|海东}设点"], set()),
        (["{Province|青海}与{City|合肥}签约"], set()),
        (["{Country|中国}的{City|合肥}"], set()),
        (["{Municipality|天津}与{Province|河北}的{City|石家庄}"], {"石家庄 partOf 河北"}),
        (
            ["{County|鸡东县}有{Place|海岚乡}的水稻、{Place|青禾镇}的烤烟"],
            {"海岚乡 partOf 鸡东县", "青禾镇 partOf 鸡东县"},
        ),
        (["{County|鸡东县}、{County|肥西县}和{Place|海岚乡}"], set()),
        (["{County|鸡东}的{Place|海岚乡}", "{Place|海岚乡}和{County|鸡东县}", "{County|鸡东县}的{Place|岚山}"], set()),
        (["{Province|安徽}的{Facility|合肥}", "{City|合肥市}与{City|合肥}", "{Place|中原}在{Province|河南}"], set()),
        (["{Province|安徽}的{City|合肥}", "{Province|安徽省}的{City|合肥}"], {"合肥 partOf 安徽"}),
    ],
)
def test_places_of_one_sentence_lie_in_the_narrowest_area_around_them_that_it_names(examples, expected):
    found = contained([marked(example)[1] for example in examples], ())
    assert {f"{relation.subject.text} {relation.predicate} {relation.object.text}" for relation in found} == expected


def test_a_place_that_the_text_says_is_part_of_an_area_is_not_placed_again():
    mentions = marked("{Province|安徽}的{City|合肥}、{City|芜湖}")[1]
    said = [located("合肥", "长三角", "partOf", "City")]
    (relation,) = contained([mentions], said)
    assert relation.subject.text == "芜湖"
    assert relation.spans == (mentions[0].span, mentions[2].span)


def test_what_is_held_in_a_venue_is_where_the_venue_is_or_nowhere():
    venue = Mention(Span(2, 3), "Facility", "海岚会展中心")
    held = msgspec.structs.replace(located("海岚论坛", "", kind="Event"), object=venue, rule="location/held-in-venue")
    seat = located("海岚会展中心", "合肥", kind="Facility")
    assert [relation.object.text for relation in at_venues([held, seat])] == ["合肥", "合肥"]
    assert list(at_venues([held])) == []


def test_a_body_is_part_of_what_its_own_name_tells():
    own = msgspec.structs.replace(located("省委宣传部", "省委", "partOf", "Agency"), rule="name/parent", confidence=0.9)
    other = msgspec.structs.replace(located("省委宣传部", "省环保厅", "partOf", "Agency"), confidence=0.7)
    assert list(own_wholes([own, other])) == [own]
    assert list(own_wholes([other])) == [other]
    beside = located("组织部", "省委宣传部", "partOf", "Agency")
    assert [relation.object.text for relation in own_wholes([own, beside])] == ["省委", "省委"]


@pytest.mark.parametrize(
    ("named", "one"),
    [
        ([("四川", "510000"), ("四川", None), ("四川省", "510000")], "四川"),
        ([("四川", "510000"), ("浙江", None)], None),
        ([("四川", "510000"), ("浙江", "330000")], None),
        ([("岚海", None), ("岚海", None)], "岚海"),
        ([], None),
    ],
)
def test_mentions_of_one_code_or_of_one_text_are_of_one_thing(named, one):
    found = only([Mention(Span(0, 1), "Province", text, code=code) for text, code in named])
    assert (found and found.text) == one
