"""Which of two places a thing is in."""

import pytest

from kg.extract.containment import lies_in, most_specific, same_place
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
