"""Where things are, as sentences tell it."""

import pytest
from stated import read


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "在{Province|南江}{City|青川}，{Company|海岚科技}的试验场上人声鼎沸。",
            {"青川 partOf 南江", "海岚科技 locatedIn 青川"},
        ),
        (
            "{Company|海岚资本}总部位于{Country|美国}{City|波士顿}。",
            {"海岚资本 locatedIn 波士顿", "波士顿 partOf 美国"},
        ),
        ("{Country|德国}化工巨头{Company|海岚化工}涨价。", {"海岚化工 locatedIn 德国"}),
        ("{City|青川}的{Company|海岚科技}中标。", {"海岚科技 locatedIn 青川"}),
        ("{Institute|双溪实验室}近日在{City|青川}正式揭牌。", {"双溪实验室 locatedIn 青川"}),
        (
            "{Event|双溪论坛}在{Province|南江省}{City|青川市}开幕。",
            {"双溪论坛 locatedIn 青川市", "青川市 partOf 南江省"},
        ),
        ("{Event|双溪论坛}将于{Period|9月}在{City|青川}举办。", {"双溪论坛 locatedIn 青川 planned"}),
        ("{Country|美国}{Agency|商务部}发表声明。", set()),
        ("{City|青川}和{City|南溪}的{Facility|岚溪高铁}开通。", set()),
        ("从{City|青川}到{City|南溪}，{Company|海岚汽车}跑通道路。", set()),
        ("新华社{City|青川}{Period|8月18日}电 {Company|海岚科技}说，订单增加。", set()),
        ("{Company|海岚科技}{Period|18日}在{City|青川}表示，订单增加。", set()),
        ("{Company|海岚科技}位于{City|青川}的仓库起火。", set()),
        ("{Company|海岚科技}在{City|青川}设立公司。", set()),
        ("{Company|海岚科技}成立于{Period|2010年}，位于{City|青川}，产品远销海外。", {"海岚科技 locatedIn 青川"}),
        (
            "在{City|青川}，考察团先后来到{Facility|海岚产业园}、{Company|青禾鞋业}参观。",
            {"海岚产业园 locatedIn 青川", "青禾鞋业 locatedIn 青川"},
        ),
        ("记者来到{City|青川}的{Company|海岚科技}。", {"海岚科技 locatedIn 青川"}),
        ("走进{Place|岚海经开区}，一派繁忙。", set()),
        (
            "{Event|双溪论坛}在{Facility|长沙国际会展中心}开幕。",
            {"双溪论坛 locatedIn 长沙", "长沙国际会展中心 locatedIn 长沙"},
        ),
        ("{Event|双溪论坛}在{Facility|海岚会展中心}开幕。", set()),
        ("“{Event|双溪展}”以“合作”为主题，于{Period|8月}在{City|青川}举办。", {"双溪展 locatedIn 青川"}),
    ],
)
def test_places_of_things(example, expected):
    assert read(example) == expected


def test_a_workshop_is_where_the_report_went_last():
    visit, scene = "走进{Place|岚海经开区}，一派繁忙。", "在{Company|海岚科技}生产车间，工人正忙着装箱。"
    assert read(visit, scene) == {"海岚科技 locatedIn 岚海经开区"}
    assert read(scene) == set()


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("来自{Country|法国}的{Company|海岚集团}连续三年参展。", {"海岚集团 locatedIn 法国"}),
        ("双方将在{City|青川}共建{Institute|智能装备实验室}。", {"智能装备实验室 locatedIn 青川"}),
        ("{Company|海岚集团}位于{City|青川}的总部大楼落成。", {"海岚集团 locatedIn 青川"}),
        ("清晨，江边的{City|青川}，{Company|海岚科技}的车间机器声不断。", {"海岚科技 locatedIn 青川"}),
        (
            "如今，{City|青川}集聚了{Company|海岚}、{Company|青禾}等企业。",
            {"海岚 locatedIn 青川", "青禾 locatedIn 青川"},
        ),
    ],
)
def test_where_bodies_are_without_a_verb_of_place(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Place|角湾乡}以东约{Quantity|6海里}的海面上，养殖平台“{Facility|海岚一号}”一片忙碌。",
            {"海岚一号 locatedIn 角湾乡"},
        ),
        ("{Place|角湾乡}以东的海面上，渔民说“{Facility|海岚一号}”好用。", set()),
        ("{Organization|海岚车队}备战{Event|环湖赛}。", {"海岚车队 participatesIn 环湖赛 participant"}),
    ],
)
def test_scenes_by_the_water_and_those_who_prepare(example, expected):
    assert read(example) == expected
