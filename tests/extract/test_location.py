"""What names carry of themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.location import carried
from kg.grammar.example import marked
from kg.model.mention import Mention
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
        ("{Agency|江苏省驻北京办事处}", {"江苏省驻北京办事处 locatedIn 北京"}),
        ("{Agency|法国驻成都总领事馆}", {"法国驻成都总领事馆 locatedIn 成都"}),
        ("{Agency|河南省驻马店市统计局}", {"河南省驻马店市统计局 locatedIn 驻马店市", "驻马店市 partOf 河南省"}),
        ("{Institute|成都双溪研究院}", {"成都双溪研究院 locatedIn 成都"}),
        ("{Company|海岚（厦门）创新研究院有限公司}", {"海岚（厦门）创新研究院有限公司 locatedIn 厦门"}),
        ("{Facility|长沙国际会展中心}", {"长沙国际会展中心 locatedIn 长沙"}),
        ("{Event|成都大运会}", {"成都大运会 locatedIn 成都"}),
        (
            "{Agency|浙江省杭州市西湖区人民法院}",
            {"浙江省杭州市西湖区人民法院 locatedIn 西湖区", "西湖区 partOf 杭州市", "杭州市 partOf 浙江省"},
        ),
        (
            "{Agency|临沂市兰陵县双溪镇党委}",
            {"临沂市兰陵县双溪镇党委 locatedIn 双溪镇", "双溪镇 partOf 兰陵县", "兰陵县 partOf 临沂市"},
        ),
        (
            "{Agency|兰陵县双溪镇下浦村党支部}",
            {"下浦村 partOf 双溪镇", "双溪镇 partOf 兰陵县", "兰陵县双溪镇下浦村党支部 locatedIn 下浦村"},
        ),
        (
            "{Agency|合肥高新区管委会}",
            {"合肥高新区 partOf 合肥", "合肥高新区管委会 locatedIn 合肥高新区"},
        ),
        (
            "{Facility|长春医学院体育馆}",
            {
                "长春医学院体育馆 locatedIn 长春",
                "长春医学院 locatedIn 长春",
                "长春医学院 operates 长春医学院体育馆",
            },
        ),
        ("{Agency|鼓楼区人民法院}", {"鼓楼区人民法院 locatedIn 鼓楼区"}),
        ("{Place|中原}的{Agency|海岚中原科技局}", set()),
        ("{Agency|顺德区青禾街道办事处}", {"顺德区青禾街道办事处 locatedIn 青禾街道", "青禾街道 partOf 顺德区"}),
        ("{Agency|沂水县住房城乡建设局}", {"沂水县住房城乡建设局 locatedIn 沂水县"}),
        ("{Facility|海岚费县胡阳光伏电站}", {"海岚费县胡阳光伏电站 locatedIn 费县"}),
        ("{Facility|海岚哈密电厂}", {"海岚哈密电厂 locatedIn 哈密"}),
        ("{Facility|青禾温泉公路}", set()),
        ("{Facility|同安海城市广场}", set()),
        ("{Company|海岚电力平邑县供电公司}", {"海岚电力平邑县供电公司 locatedIn 平邑县"}),
        ("{Institute|海岚瑞金医院}", set()),
        ("{Company|江阴海岚材料有限公司}", {"江阴海岚材料有限公司 locatedIn 江阴"}),
        ("{Company|平安海岚材料有限公司}", set()),
        ("{Company|江阴海岚}", set()),
        ("{Place|昆山高新区}", {"昆山高新区 partOf 昆山"}),
        ("{Place|昆山小镇}", set()),
        ("{Province|湖南}的{Institute|岳麓山实验室}", set()),
        ("{Facility|海岚双溪大马白山隧道}", set()),
        ("{Facility|海岚鼓楼区广场}", set()),
        ("{Place|东北}的{Institute|东北海岚大学}", set()),
        ("{Place|两江新区}的{Agency|两江新区公安分局}", {"两江新区公安分局 locatedIn 两江新区"}),
        (
            "{Place|射阳县经开区}的{Agency|射阳县经开区管委会}",
            {"射阳县经开区 partOf 射阳县", "射阳县经开区管委会 locatedIn 射阳县经开区"},
        ),
        ("{Agency|盐城市射阳县委}", {"盐城市射阳县委 locatedIn 射阳县", "射阳县 partOf 盐城市"}),
        ("{Organization|香港湖北商会}", {"香港湖北商会 locatedIn 香港"}),
        ("{Organization|香港湖北联谊会}", {"香港湖北联谊会 locatedIn 香港"}),
        ("{Organization|上海队}", {"上海队 locatedIn 上海"}),
        ("{Facility|凭祥口岸}", {"凭祥口岸 locatedIn 凭祥"}),
        ("{Province|广西}的{Facility|凭祥口岸}", {"凭祥口岸 locatedIn 凭祥"}),
        ("{Place|青海湖}", set()),
        ("{City|洛阳}的{Event|第十届中国洛阳灯会节}", {"第十届中国洛阳灯会节 locatedIn 洛阳"}),
        ("{Organization|中山队}与{Organization|法国队}", {"中山队 locatedIn 中山"}),
        ("{County|安平县}的{Event|第三届中国·安平丝网展}", {"第三届中国·安平丝网展 locatedIn 安平"}),
        ("{Facility|长沙—内罗毕货运航线}", set()),
        ("{City|长沙}开通{Facility|长沙—内罗毕货运航线}", set()),
        ("{Province|广东}的读者看{Organization|光明日报}", set()),
        ("{Country|中国}的{Facility|平陆口岸}", set()),
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
        ("{Agency|市委组织部}", {"市委组织部 partOf 市委"}),
        ("{Institute|中国科学院海岚系统研究所}", {"中国科学院海岚系统研究所 partOf 中国科学院"}),
        ("{Organization|中国建筑业协会}", set()),
        ("{Agency|市委市政府}", set()),
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
        ("{Country|印度尼西亚}", set()),
        ("{Place|马里亚纳海沟}", set()),
        ("{City|合肥市}", set()),
        ("{City|里昂市}", set()),
        ("{City|凉山彝族自治州}", set()),
        ("{City|岘港}", set()),
        ("{City|防城港}", set()),
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
    assert read("{Company|合肥渣打}") == {"合肥渣打 partOf 渣打", "合肥渣打 locatedIn 合肥"}
    assert read("{Agency|市委}开会。{City|合肥}的游客") == {"市委 locatedIn 合肥"}
    assert read("{Agency|市委}开会。{City|合肥}、{City|芜湖}的游客") == set()
    assert read("{City|合肥}的{Agency|市场监管局}") == set()
    assert read("{City|合肥}的{Institute|市第一人民医院}") == {"市第一人民医院 locatedIn 合肥"}
    assert read("{Municipality|北京}的{Organization|省教育学会}") == set()
    assert read("{County|昆山市}的{Agency|县公安局}") == set()
    assert read("{City|苏州}{County|昆山市}的{Agency|市公安局}") == {"市公安局 locatedIn 昆山市"}
    assert read("{City|恩施州}和{City|宜昌}的{Agency|州气象局}") == {"州气象局 locatedIn 恩施州"}
    assert read("{Province|内蒙古}的{Agency|自治区统计局}") == {"自治区统计局 locatedIn 内蒙古"}
    assert read("{Province|浙江}的{Agency|自治区统计局}") == set()
    assert read("{Province|浙江}的{Agency|省统计局能源处}") == {
        "省统计局 locatedIn 浙江",
        "省统计局能源处 partOf 省统计局",
    }
    assert read("{County|南溪县}的{Facility|县博物馆}") == {"县博物馆 locatedIn 南溪县"}


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Agency|沂水县公安局}与{Agency|县教育局}", "县教育局 locatedIn 沂水县"),
        ("{Policy|浙江省海洋规划}由{Agency|省自然资源厅}编制", "省自然资源厅 locatedIn 浙江省"),
        ("{Event|宜昌市第三届读书节}由{Agency|市教育局}主办", "市教育局 locatedIn 宜昌市"),
    ],
)
def test_a_body_is_of_the_area_that_another_name_tells(example, expected):
    assert expected in read(example)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Place|双溪镇}的{Agency|镇党委}", {"镇党委 locatedIn 双溪镇"}),
        ("{Place|青川经开区}的{Agency|经开区管委会}", {"经开区管委会 locatedIn 青川经开区", "青川经开区 partOf 青川"}),
        ("{Place|双溪镇}的{Agency|镇宁公安局}", set()),
        ("{Place|双溪镇}的{Agency|乡政府}", set()),
        ("{Place|双溪}的{Agency|镇政府}", set()),
        ("{City|里昂}的{Agency|镇政府}", set()),
    ],
)
def test_a_body_of_a_town_or_zone_is_where_that_was_named(example, expected):
    assert read(example) == expected


def test_the_place_of_a_firm_is_not_the_area_of_a_text():
    assert read("{Company|江苏海岚科技有限公司}与{Agency|省科技厅}") == {"江苏海岚科技有限公司 locatedIn 江苏"}


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{City|合肥}的{Facility|海岚远大合肥产业园}", {"海岚远大合肥产业园 locatedIn 合肥"}),
        ("{City|芜湖市}的{Company|安徽海岚芜湖玻璃有限公司}", {"安徽海岚芜湖玻璃有限公司 locatedIn 芜湖"}),
        ("{County|金山}的{Company|新金山集团}", set()),
        ("{County|红山}的{Facility|牛岭河红山文化遗址}", set()),
        ("{City|庆阳}的{Facility|海岚远鹏庆阳新基建产业园}", {"海岚远鹏庆阳新基建产业园 locatedIn 庆阳"}),
    ],
)
def test_a_name_tells_within_it_a_city_or_county_of_the_text(example, expected):
    assert read(example) == expected


def test_the_name_of_a_product_tells_the_maker_that_the_text_names():
    assert read("{Company|海岚}发布{Product|海岚QX7}") == {"海岚 develops 海岚QX7"}
    assert read("{Company|海岚}发布{Product|岚海QX7}") == set()


def test_a_nominal_carries_nothing():
    assert list(carried([Mention(Span(0, 4), "Institute", "北京中心", level="nominal")])) == []


@given(st.text(alphabet="北京合肥大学公司部处工厂（）海岚·“”", max_size=14))
def test_parts_stand_in_their_names(name):
    text = f"在{name}。"
    mention = Mention(Span(1, 1 + len(name)), "Company", name)
    for relation in carried([mention]):
        for part in (relation.subject, relation.object):
            assert part.span.of(text) == part.text
            assert part.span in mention.span
