"""What is part of what: places of areas, firms of groups, units of bodies."""

import pytest
from stated import article, read

from kg.extract.relation import relations
from kg.grammar.example import marked
from kg.model.mention import Mention
from kg.model.text import Span


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{City|青川}的{Place|南街}、{Place|北街}一带", {"南街 partOf 青川", "北街 partOf 青川"}),
        ("{Province|南江}{City|青川}、{City|南溪}等地", {"青川 partOf 南江", "南溪 partOf 南江"}),
        ("{Province|南江}{City|青川}、{Province|北江}{City|双溪}", {"青川 partOf 南江", "双溪 partOf 北江"}),
        ("{Country|乌克兰}东部城市{City|青川}附近", {"青川 partOf 乌克兰"}),
        ("{Country|法国}首都{City|里昂}", {"里昂 partOf 法国"}),
        ("{Place|下浦村}位于{Province|南江}、{Province|北江}交界处", set()),
        ("{Company|海岚云}是{Company|海岚集团}旗下公司。", {"海岚云 partOf 海岚集团"}),
        ("{Company|海岚集团}全资子公司{Company|海岚云}中标。", {"海岚云 partOf 海岚集团"}),
        (
            "{Company|海岚集团}旗下{Company|青禾毛纺}与{Company|双溪纺织}签约。",
            {"青禾毛纺 partOf 海岚集团", "青禾毛纺 cooperatesWith 双溪纺织"},
        ),
        ("{Company|海岚集团}起诉{Company|青禾毛纺}。", set()),
        ("{Company|海岚集团}的物流业务主要由子公司{Company|青禾物流}经营。", {"青禾物流 partOf 海岚集团"}),
        (
            "{Company|海岚集团}{Period|5月}在{City|青川}成立{Company|青禾农业}。",
            {"青禾农业 partOf 海岚集团", "青禾农业 locatedIn 青川"},
        ),
        ("{Company|海岚集团}控股股东{Company|青禾资本}增持。", set()),
        ("{City|合肥}的{City|合肥市}", set()),
        ("{County|肥西县}的{City|合肥}", {"肥西县 partOf 合肥"}),
    ],
)
def test_parts_of_wholes(example, expected):
    assert read(example) == expected


def test_what_a_body_s_own_name_tells_that_it_is_part_of_comes_first():
    heads = "{Agency|省环保厅}副厅长{Person|李明}，{Agency|省水利厅}厅长{Person|王芳}、"
    assert "市场司 partOf 省环保厅" in read(heads + "{Agency|市场司}司长{Person|赵强}")
    parts = [found for found in read(heads + "{Agency|省委宣传部新闻发布处}处长{Person|赵强}") if "partOf" in found]
    assert sorted(parts) == ["省委宣传部 partOf 省委", "省委宣传部新闻发布处 partOf 省委宣传部"]


def test_a_department_is_no_part_of_another_of_its_rank():
    heads = "{Agency|国家能源局综合司}副司长{Person|李明}主持，{Agency|电力司}司长{Person|王芳}出席。"
    assert read(heads) == {"国家能源局综合司 partOf 国家能源局", "电力司 partOf 国家能源局"}


@pytest.mark.parametrize(("word", "parts"), [("各个企业", 0), ("该企业", 1)])
def test_a_mere_word_for_a_part_behind_its_whole_stands_for_none(word, parts):
    text, mentions = marked("{Company|海岚集团}旗下")
    part = Mention(Span(len(text), len(text + word)), "Company", word, level="nominal")
    assert len(relations(article(text + word), (*mentions, part))) == parts


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "请{Agency|农业部}副部长{Person|李明}、总农艺师{Person|王芳}、{Agency|市场司}司长{Person|赵强}介绍情况。",
            {"市场司 partOf 农业部"},
        ),
        ("{Agency|农业部}副部长{Person|李明}、{Agency|青川市农业局}局长{Person|赵强}介绍情况。", set()),
    ],
)
def test_units_listed_after_the_heads_of_their_ministry(example, expected):
    assert {claim for claim in read(example) if "partOf" in claim} == expected


@pytest.mark.parametrize(("area", "parts"), [("150900", []), ("340100", ["肥西县"]), (None, ["肥西县"])])
def test_a_place_is_no_part_of_an_area_that_it_does_not_lie_in(area, parts):
    text = "合肥肥西县"
    mentions = [Mention(Span(0, 2), "City", "合肥", code=area), Mention(Span(2, 5), "County", "肥西县", code="340123")]
    found = relations(article(text), mentions)
    assert [relation.subject.text for relation in found if relation.predicate == "partOf"] == parts
