import pytest

from kg.annotate.ending import endings, further, stem_of, town


@pytest.mark.parametrize(
    ("word", "stem", "kind"),
    [
        ("潭头镇", "潭头", "town"),
        ("潭头社区", "潭头", "settlement"),
        ("青川高新区", "青川", "zone"),
        ("太原街", "太原", "way"),
        ("市区", "", "part"),
        ("建筑之乡", "建筑", "part"),
        ("双溪社区党建", "双溪社区党建", ""),
        ("", "", ""),
    ],
)
def test_a_name_is_a_stem_and_an_ending_of_a_kind(word, stem, kind):
    assert stem_of(word) == (stem, kind)


def test_every_kind_of_ending_is_found_at_the_end_alone():
    pattern, kinds = endings()
    assert all(pattern.search("双溪" + form) for form in kinds)
    assert not pattern.search("双溪镇上")


@pytest.mark.parametrize(
    ("rest", "minor", "official", "length"),
    [
        ("高新区创新大道", False, True, 3),
        ("高新区创新大道", True, False, 3),
        ("镇东壁村", False, False, 1),
        ("镇东壁村", True, True, 0),
        ("桥镇松柏村", True, False, 2),
        ("创新大道", False, False, 0),
    ],
)
def test_a_known_name_goes_on_as_far_as_its_rank_and_zone(rest, minor, official, length):
    assert further(rest, minor=minor, official=official) == length


def test_a_town_ends_before_the_name_of_a_place_in_it():
    match = town().match("梓山镇潭头村")
    assert match and match.group() == "梓山镇"
    assert town().match("梓山镇") is None
