"""Who makes a product, and who runs a facility."""

import pytest
from stated import article, read

from kg.extract.relation import relations
from kg.model.mention import Mention
from kg.model.text import Span


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Period|8月16日}，{Company|海岚汽车}发布全新轿车{Product|岚影}。", {"海岚汽车 develops 岚影"}),
        ("{Company|海岚汽车}宣布推出{Product|H9}手机。", {"海岚汽车 develops H9"}),
        ("{Product|岚影}大型客机由{Company|海岚航空}研制。", {"海岚航空 develops 岚影"}),
        ("“{Product|岚影}”是{Company|海岚汽车}去年推出的旗舰车型。", {"海岚汽车 develops 岚影"}),
        (
            "{Company|海岚科技}旗下的{Product|小岚}、{Company|青禾科技}的{Product|小禾}等八款大模型获批。",
            {"海岚科技 develops 小岚", "青禾科技 develops 小禾"},
        ),
        ("{Company|海岚汽车}工厂生产的{Product|岚影}销往欧洲。", {"海岚汽车 develops 岚影"}),
        ("在{Company|海岚电器}的展台前，观众体验{Product|岚冰}冰箱。", {"海岚电器 develops 岚冰"}),
        ("{Company|海岚汽车}全新中型车型{Product|岚影}亮相。", {"海岚汽车 develops 岚影"}),
        ("{Company|海岚科技}经过多年攻关，成功研制{Product|岚芯}。", {"海岚科技 develops 岚芯"}),
        (
            "{Company|海岚科技}推出巡检机器人“{Product|小岚}”和陪护机器人“{Product|小禾}”。",
            {"海岚科技 develops 小岚", "海岚科技 develops 小禾"},
        ),
        ("{Product|小岚}开发商{Company|海岚科技}宣布融资。", {"海岚科技 develops 小岚"}),
        ("{Person|李明}执导的电影《{Product|岚影}》上映。", {"李明 develops 岚影"}),
        ("{Company|海岚汽车}携{Product|岚影}参展。", {"海岚汽车 develops 岚影"}),
        ("{Company|海岚汽车}交付量创新高，{Product|岚影}连续多月夺冠。", set()),
        ("{Company|海岚商城}、{Company|青禾商城}等平台上，{Product|岚酒}价格下跌。", set()),
        ("{Agency|市场监管局}对{Product|岚影}展开调查。", set()),
    ],
)
def test_makers_of_products(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Company|海岚能源}在{City|青川}投资建设{Facility|五号工厂}。",
            {"海岚能源 operates 五号工厂", "五号工厂 locatedIn 青川"},
        ),
        ("{Facility|双溪水电站}由{Company|海岚能源}建设运营。", {"海岚能源 operates 双溪水电站"}),
        ("{Company|海岚能源}{Facility|双溪制氢项目}建成投产。", {"海岚能源 operates 双溪制氢项目"}),
        ("{Company|海岚建工}承建的{Facility|双溪绕城公路}通车。", {"海岚建工 operates 双溪绕城公路"}),
        (
            "{Company|海岚电子}位于{City|青川}{Place|东湖}的{Facility|五号工厂}投产。",
            {"海岚电子 operates 五号工厂", "五号工厂 locatedIn 东湖", "东湖 partOf 青川"},
        ),
        ("{Facility|青川会展中心}运营方{Company|海岚会展}表示。", {"海岚会展 operates 青川会展中心"}),
        ("{Company|海岚能源}向{Facility|双溪水电站}供货。", set()),
        ("{Person|李明}走进{Facility|双溪水电站}。", set()),
    ],
)
def test_operators_of_facilities(example, expected):
    assert read(example) == expected


def test_a_product_without_maker_is_of_the_maker_that_was_the_topic():
    assert read("今年，{Company|海岚科技}销量大增。", "其中，睡眠品牌“{Product|小岚}”增长最快。") == {
        "海岚科技 develops 小岚"
    }


@pytest.mark.parametrize(("site", "said"), [("建设基地", 0), ("建设该基地", 1), ("建设的基地", 1)])
def test_a_site_that_one_builds_is_a_new_one_unless_it_is_pointed_at(site, said):
    text = f"海岚集团{site}"
    at = text.index("该") if "该" in text else text.index("基地")
    mentions = (
        Mention(Span(0, 4), "Company", "海岚集团"),
        Mention(Span(at, len(text)), "Facility", text[at:], level="nominal"),
    )
    assert len(relations(article(text), mentions)) == said
