"""Amounts as news writes them: a numeral, its power and its unit agree on one value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise import number, unit
from kg.normalise.unit import Unit

NAMED = {"千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
DECIMALS = st.decimals(min_value="0.01", max_value=99999, places=2)
DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.35万亿", "1350000000000"),
        ("6.6万", "66000"),
        ("0.8", "0.8"),
        (".5", "0.5"),
        ("12,345.67", "12345.67"),
        ("1亿2000万", "120000000"),
        ("3万5千", "35000"),
        ("一百", "100"),
        ("一百零一", "101"),
        ("一百一十", "110"),
        ("一百一", "110"),
        ("一千二", "1200"),
        ("一千零二", "1002"),
        ("一万二", "12000"),
        ("一亿三", "130000000"),
        ("两千", "2000"),
        ("两亿", "200000000"),
        ("九十九", "99"),
        ("十万", "100000"),
        ("二十万", "200000"),
        ("一百二十三万四千五百六十七", "1234567"),
        ("三点一四", "3.14"),
        ("百分之五十", "0.5"),
        ("百分之零点三", "0.003"),
        ("千分之五", "0.005"),
        ("十分之一", "0.1"),
        ("三分之二百", "66.66666666666666666666666667"),
        ("3/4", "0.75"),
        ("负十", "-10"),
        ("－8", "-8"),
        ("一九四九", "1949"),
        ("贰仟", "2000"),
        ("叁佰", "300"),
        ("伍拾", "50"),
        ("３０", "30"),
    ],
)
def test_an_amount_states_one_value(text, value):
    assert number.parse(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["七八十", "十七八", "一两百", "五六千", "百八十家", "几十", "数百", "多", "--3", "1/2/3"]
)
def test_approximate_and_broken_amounts_have_no_value(text):
    assert number.parse(text) is None


@pytest.mark.parametrize(("word", "size"), NAMED.items())
@given(DECIMALS)
def test_a_power_multiplies_the_digits_before_it(word, size, value):
    assert number.parse(f"{value}{word}") == value * size
    assert number.power(f"{value}{word}") == size


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_fraction_reads_alike_with_a_stroke_and_in_words(upper, under):
    assert number.parse(f"{upper}/{under}") == number.parse(f"{under}分之{upper}") == Decimal(upper) / under


@given(st.integers(0, 10**12))
def test_a_sign_turns_a_value_round(value):
    assert number.parse(f"-{value}") == number.parse(f"负{value}") == -value


@given(st.integers(1000, 9999))
def test_a_year_reads_alike_digit_by_digit(year):
    assert number.parse("".join(DIGITS[int(digit)] for digit in str(year))) == year


@given(st.integers(0, 10**12))
def test_the_width_of_digits_does_not_count(value):
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))
    assert number.parse(wide) == value


@pytest.mark.parametrize(
    ("form", "name", "dimension"),
    [
        ("人民币", "元", "money"),
        ("欧元", "欧元", "money"),
        ("英镑", "英镑", "money"),
        ("港元", "港元", "money"),
        ("%", "%", "share"),
        ("百分点", "百分点", "point"),
        ("米", "米", "length"),
        ("千米", "千米", "length"),
        ("公顷", "公顷", "area"),
        ("平方公里", "平方公里", "area"),
        ("平方米", "平方米", "area"),
        ("公斤", "公斤", "mass"),
        ("吉瓦", "吉瓦", "power"),
        ("千瓦", "千瓦", "power"),
        ("千瓦时", "千瓦时", "energy"),
        ("年", "年", "time"),
        ("小时", "小时", "time"),
        ("辆", "辆", "count"),
        ("台", "台", "count"),
        ("个", "个", "count"),
    ],
)
def test_a_measure_word_stands_for_its_unit(form, name, dimension):
    assert unit.read(form) == Unit(name, dimension)


@pytest.mark.parametrize("form", ["元/千瓦时", "吨/年", "辆/天", "人/平方公里"])
def test_a_rate_keeps_both_of_its_units(form):
    found = unit.read(form)
    upper, _, under = form.partition("/")
    assert found.dimension == "rate"
    assert found.name == f"{unit.read(upper).name}/{unit.read(under).name}"


@given(DECIMALS)
def test_tenths_and_percents_of_one_share_are_equal(value):
    tenths = unit.scale(value, unit.read("成"))
    assert tenths == unit.scale(value * 10, unit.read("%"))


@given(st.text(max_size=6))
def test_what_reads_as_a_unit_has_a_name_that_is_a_unit_itself(text):
    for form in (text, f"元/{text}", f"{text}/吨"):
        found = unit.read(form)
        assert found is None or unit.read(found.name) == found
