"""Names that adjoin: each line has its names in braces, as tests of rules have them."""

import pytest

from kg.annotate.joined import joined
from kg.annotate.known import RULE as KNOWN
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.grammar.example import marked
from kg.model.mention import Mention
from kg.model.text import Span


def found_in(line, after="n", rule=""):
    text, names = marked(line)
    names = [Mention(name.span, name.type, name.text, rule=rule) for name in names]
    last = names[-1].span.end
    words = [Tag(name.span, "nz", 1.0) for name in names] + [Tag(Span(last, len(text)), after, 1.0)]
    return [(mention.text, mention.type) for mention in joined(Words(text, words), names)]


def test_a_body_s_name_starts_before_the_place_in_brackets():
    text, (place, last) = marked("青禾（{City|成都}）{Institute|文化交流中心}")
    names = [Mention(name.span, name.type, name.text) for name in (place, last)]
    tags = [Tag(Span(0, 2), "ORG", 0.6), *(Tag(name.span, "nz", 1.0) for name in names)]
    assert [name.text for name in joined(Words(text, tags), names)] == ["青禾（成都）文化交流中心"]
    tags[0] = Tag(Span(0, 2), "v", 1.0)
    assert list(joined(Words(text, tags), names)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{Company|海岚汽车}{Facility|成都基地}", [("海岚汽车成都基地", "Facility")]),
        ("{Company|海岚汽车}{Facility|青禾工厂}", [("海岚汽车青禾工厂", "Facility")]),
        ("{Company|海岚汽车}{Facility|青禾大厦}", []),
        ("{City|成都}至{Facility|重庆高速铁路}", [("成都至重庆高速铁路", "Facility")]),
        ("{City|成都}至{Facility|重庆机场}", []),
        ("{Institute|青川大学}（{City|成都}）", [("青川大学（成都）", "Institute")]),
        ("{Company|海岚}（{City|成都}）", []),
        ("{Institute|青川大学}、{City|成都}", []),
        ("{City|成都}至{City|重庆}高速公路", [("成都至重庆高速公路", "Facility")]),
        ("{City|成都}—{City|重庆}公路桥", [("成都—重庆公路桥", "Facility")]),
        ("{City|成都}至{City|重庆}机场", []),
        ("{City|成都}和{City|重庆}高速公路", []),
        ("{City|成都}和{Facility|重庆高速铁路}", []),
        ("{Company|海岚汽车}、{Facility|成都基地}", []),
        ("{Institute|青川大学}{Institute|中国能源研究院}", [("青川大学中国能源研究院", "Institute")]),
        ("{Agency|环境部}{Institute|华南环境研究所}", [("环境部华南环境研究所", "Institute")]),
        ("{Organization|农政党}{Agency|青川省委}", [("农政党青川省委", "Agency")]),
        ("{Organization|青川新闻网}{Agency|成都海关}", []),
        ("{Agency|民航局}{Agency|江苏省政府}", []),
        ("{Company|海岚集团}{Company|青禾公司}", []),
        ("{Company|海岚}{Country|中国}总裁", [("海岚中国", "Company")]),
        ("{Company|海岚}{Country|中国}用户", []),
        ("{Company|海岚}（{City|成都}）{Company|低压电器有限公司}", [("海岚（成都）低压电器有限公司", "Company")]),
        ("{Company|海岚}（{City|成都}）{Company|青禾集团}", []),
        ("{Company|海岚}、{City|成都}、{Company|青禾有限公司}", []),
        ("{Company|海岚}", []),
    ],
)
def test_names_that_adjoin_are_one_where_the_second_is_of_the_first(line, found):
    assert found_in(line) == found


def test_a_well_known_body_stands_for_itself():
    assert found_in("{Institute|青川大学}{Institute|中国科学院}", rule=KNOWN) == []


def test_a_line_between_places_starts_at_its_code():
    text, names = marked("沿G75{City|成都}至{City|重庆}高速公路")
    tags = [Tag(Span(0, 1), "p", 1.0), Tag(Span(1, 4), "nz", 0.5), *(Tag(name.span, "LOC", 1.0) for name in names)]
    assert [name.text for name in joined(Words(text, tags), names)] == ["G75成都至重庆高速公路"]
