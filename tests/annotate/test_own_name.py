import pytest

from kg.annotate.own_name import branded, foreign, is_country, province, trade


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("美国海岚资本公司", "美国"),
        ("美国斯坦福大学", "美国"),
        ("美国纽约证券交易所", "美国"),
        ("韩国三星", "韩国"),
        ("美国财政部", ""),
        ("美国国务院", ""),
        ("英国石油公司", ""),
        ("泰国海洋游艇俱乐部", ""),
        ("日本银行", ""),
        ("中国海岚集团", ""),
        ("海岚集团", ""),
        ("", ""),
    ],
)
def test_a_country_is_no_part_of_a_name_that_stands_alone(name, country):
    assert foreign(name) == country


@pytest.mark.parametrize(
    ("name", "expected"), [("安徽汽车", False), ("安徽海岚汽车", True), ("海岚集团", True), ("汽车", False), ("", True)]
)
def test_a_firm_has_a_brand_beside_its_place_and_trade(name, expected):
    assert branded(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("江苏苏州工艺学院", "江苏"),
        ("江苏省苏州工艺学院", ""),
        ("苏州工艺学院", ""),
        ("辽宁沈阳市公安局", ""),
        ("江苏苏州工艺学院体育馆", "江苏"),
        ("辽宁成都医学院", ""),
        ("", ""),
    ],
)
def test_the_province_before_a_school_of_its_city_is_left_out(name, expected):
    assert province(name) == expected


def test_countries_and_words_of_trade_are_known():
    assert is_country("美国")
    assert not is_country("西昌")
    assert "汽车" in trade()
