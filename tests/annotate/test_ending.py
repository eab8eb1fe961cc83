import pytest

from kg.annotate.ending import endings, further, is_settlement, leading, ranks_within, stem_of, town


@pytest.mark.parametrize(
    ("word", "stem", "kind"),
    [
        ("潭头镇", "潭头", "town"),
        ("潭头社区", "潭头", "village"),
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


@pytest.mark.parametrize(
    ("name", "tagged", "expected"),
    [
        ("双溪镇", False, True),
        ("后陈村", False, True),
        ("山城镇", True, True),
        ("山城镇", False, False),
        ("草莓之乡", False, False),
        ("美丽乡村", True, False),
        ("城中村", True, False),
        ("各村", False, False),
        ("社区", False, False),
    ],
)
def test_a_town_or_village_is_named_by_more_than_a_common_word(name, tagged, expected):
    assert is_settlement(name, tagged=tagged) is expected


@pytest.mark.parametrize(
    ("area", "known", "has", "lacks"),
    [
        ("南溪县", True, "村", "市"),
        ("南溪", True, "镇", "村"),
        ("双溪镇", False, "社区", "乡"),
        ("双溪", False, "", "镇"),
    ],
)
def test_what_lies_in_an_area_ends_by_its_rank(area, known, has, lacks):
    ranks = ranks_within(area, known=known)
    assert (has in ranks or not ranks) and lacks not in ranks


@pytest.mark.parametrize(
    ("word", "length"), [("双溪镇东北部", 3), ("双溪镇下浦村", 0), ("双溪镇", 0), ("东北部", 0), ("镇东北部", 0)]
)
def test_a_word_may_lead_with_a_town_s_name(word, length):
    assert leading(word, ranks_within("南溪县", known=True)) == length
