"""What names carry of themselves, and which of two places a thing is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.location import carried, lies_in, most_specific
from kg.grammar.example import marked
from kg.model.mention import Mention, Relation
from kg.model.text import Span


def read(example: str) -> set[str]:
    return {
        f"{relation.subject.text} {relation.predicate} {relation.object.text}"
        for relation in carried(marked(example)[1])
    }


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Company|广州海岚科技有限公司}", {"广州海岚科技有限公司 locatedIn 广州"}),
        ("{Agency|江苏省统计局}", {"江苏省统计局 locatedIn 江苏省"}),
        ("{Institute|成都双溪研究院}", {"成都双溪研究院 locatedIn 成都"}),
        ("{Company|海岚（厦门）创新研究院有限公司}", {"海岚（厦门）创新研究院有限公司 locatedIn 厦门"}),
        ("{Facility|长沙国际会展中心}", {"长沙国际会展中心 locatedIn 长沙"}),
        ("{Event|成都大运会}", {"成都大运会 locatedIn 成都"}),
        (
            "{Agency|浙江省杭州市西湖区人民法院}",
            {"浙江省杭州市西湖区人民法院 locatedIn 西湖区", "西湖区 partOf 杭州市", "杭州市 partOf 浙江省"},
        ),
        ("{Agency|盐城市射阳县委}", {"盐城市射阳县委 locatedIn 射阳县", "射阳县 partOf 盐城市"}),
        ("{Organization|香港湖北商会}", {"香港湖北商会 locatedIn 香港"}),
        ("{Organization|香港湖北联谊会}", {"香港湖北联谊会 locatedIn 香港"}),
        ("{Organization|上海队}", {"上海队 locatedIn 上海"}),
        ("{Facility|凭祥口岸}", set()),
        ("{Province|广西}的{Facility|凭祥口岸}", {"凭祥口岸 locatedIn 凭祥"}),
        ("{Place|青海湖}", set()),
        ("{City|洛阳}的{Event|第十届中国洛阳灯会节}", {"第十届中国洛阳灯会节 locatedIn 洛阳"}),
        ("{Organization|中山队}与{Organization|法国队}", {"中山队 locatedIn 中山"}),
        ("{County|安平县}的{Event|第三届中国·安平丝网展}", {"第三届中国·安平丝网展 locatedIn 安平"}),
        ("{Facility|长沙—内罗毕货运航线}", set()),
        ("{City|长沙}开通{Facility|长沙—内罗毕货运航线}", set()),
        ("{Province|广东}的读者看{Organization|光明日报}", set()),
        ("{Country|中国}的{Facility|凭祥口岸}", set()),
        ("{Company|中国海岚集团}", set()),
        ("{Institute|中山大学}", set()),
        ("{Agency|美国商务部}", set()),
        ("{Event|江苏经济形势发布会}", set()),
        ("{Person|上海生}", set()),
        ("{Policy|武汉大学信息中心章程}", set()),
    ],
)
def test_the_place_in_a_name(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Agency|商务部外资司}", {"商务部外资司 partOf 商务部"}),
        (
            "{Agency|湖南省人民政府新闻办公室}",
            {
                "湖南省人民政府新闻办公室 partOf 湖南省人民政府",
                "湖南省人民政府 locatedIn 湖南省",
                "湖南省人民政府新闻办公室 locatedIn 湖南省",
            },
        ),
        (
            "{Institute|武汉大学海岚研究中心}",
            {"武汉大学海岚研究中心 partOf 武汉大学", "武汉大学 locatedIn 武汉"},
        ),
        (
            "{Company|宁波双溪发电有限公司电力运行部}",
            {
                "宁波双溪发电有限公司电力运行部 partOf 宁波双溪发电有限公司",
                "宁波双溪发电有限公司 locatedIn 宁波",
            },
        ),
    ],
)
def test_the_body_above_in_a_name(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Company|海岚汽车}的{Facility|海岚汽车超级工厂}", {"海岚汽车 operates 海岚汽车超级工厂"}),
        ("{Facility|双溪高炉}旁的{Facility|双溪高炉科幻乐园}", {"双溪高炉科幻乐园 partOf 双溪高炉"}),
        ("{Place|下浦村}的{Facility|下浦村蔬菜基地}", {"下浦村蔬菜基地 locatedIn 下浦村"}),
        ("{Agency|海岚管委会}的{Agency|海岚管委会信息处}", {"海岚管委会信息处 partOf 海岚管委会"}),
        ("{Company|海岚}即{Company|海岚科技有限公司}", set()),
        ("{Company|海岚}与{Company|海岚宝}", set()),
        ("{Facility|海岚集团渝北工厂}", {"海岚集团 operates 海岚集团渝北工厂", "海岚集团渝北工厂 locatedIn 渝北"}),
        ("{Facility|青川大桥}与{Agency|青川大桥管理局}", set()),
    ],
)
def test_a_part_that_the_text_names_elsewhere(example, expected):
    assert {line for line in read(example) if "蔬菜基地 partOf" not in line} == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Place|合肥高新区}", {"合肥高新区 partOf 合肥"}),
        ("{Place|中国香港}", {"中国香港 partOf 中国"}),
        ("{City|合肥市}", set()),
        ("{City|里昂市}", set()),
        ("{City|凉山彝族自治州}", set()),
    ],
)
def test_places_within_the_names_of_places(example, expected):
    assert read(example) == expected


def test_a_body_that_names_its_level_alone_is_where_that_level_was_named_last():
    example = "{Province|浙江}经济向好。{Province|江苏}经济平稳，{Agency|省统计局}说。"
    (relation,) = carried(marked(example)[1])
    assert (relation.object.text, relation.rule) == ("江苏", "name/level")
    assert [span.of(marked(example)[0]) for span in relation.spans] == ["江苏", "省统计局"]
    assert read("{City|合肥}的{Agency|省统计局}") == set()
    assert read("{City|合肥}的{Agency|市场监管局}") == set()


def test_a_nominal_carries_nothing():
    assert list(carried([Mention(Span(0, 4), "Institute", "北京中心", level="nominal")])) == []


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


@given(st.text(alphabet="北京合肥大学公司部处工厂（）海岚·“”", max_size=14))
def test_parts_stand_in_their_names(name):
    text = f"在{name}。"
    mention = Mention(Span(1, 1 + len(name)), "Company", name)
    for relation in carried([mention]):
        for part in (relation.subject, relation.object):
            assert part.span.of(text) == part.text
            assert part.span in mention.span
