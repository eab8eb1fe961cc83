"""Units: as written, without powers, with international codes."""

import re
from decimal import Decimal

import pytest

from kg.lexicon import Word, table
from kg.normalise import unit
from kg.normalise.unit import Code, Unit

FORMS = {
    "元": ("元", "money"),
    "元人民币": ("元", "money"),
    "块钱": ("元", "money"),
    "美元": ("美元", "money"),
    "港币": ("港币", "money"),
    "％": ("%", "share"),
    "个百分点": ("百分点", "point"),
    "基点": ("基点", "point"),
    "成": ("成", "tenth"),
    "倍": ("倍", "times"),
    "毫米": ("毫米", "length"),
    "公里": ("公里", "length"),
    "亩": ("亩", "area"),
    "立方米": ("立方米", "volume"),
    "吨": ("吨", "mass"),
    "个月": ("个月", "time"),
    "千瓦时": ("千瓦时", "energy"),
    "兆瓦": ("兆瓦", "power"),
    "标箱": ("标箱", "count"),
    "架次": ("架次", "count"),
    "人次": ("人次", "count"),
    "家": ("家", "count"),
}


@pytest.mark.parametrize(("form", "expected"), FORMS.items())
def test_a_form_stands_for_a_unit_of_one_dimension(form, expected):
    assert unit.read(form) == Unit(*expected)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("元/吨", "元/吨"),
        ("元/份", "元/份"),
        ("元／平方米", "元/平方米"),
        ("吨每天", "吨每天"),
        ("km/h", "千米每小时"),
    ],
)
def test_a_rate_is_a_unit_of_its_own(form, name):
    assert unit.read(form) == Unit(name, "rate")


@pytest.mark.parametrize("form", ["", "空", "元/", "/吨", "/", "每", "企业"])
def test_other_words_are_no_units(form):
    assert unit.read(form) is None


def test_tenths_are_given_in_percent_and_all_else_as_it_is():
    assert unit.scale(Decimal("2.5"), Unit("成", "tenth")) == (Decimal("25.0"), "%")
    assert unit.scale(Decimal(7), Unit("公里", "length")) == (Decimal(7), "公里")


@pytest.mark.parametrize(
    ("name", "system", "code"),
    [
        ("元", "ISO 4217", "CNY"),
        ("美元", "ISO 4217", "USD"),
        ("日元", "ISO 4217", "JPY"),
        ("公里", "UCUM", "km"),
        ("千瓦时", "UCUM", "kW.h"),
        ("%", "UCUM", "%"),
        ("摄氏度", "UCUM", "Cel"),
        ("℃", "UCUM", "Cel"),
    ],
)
def test_a_measure_has_a_ucum_code_and_a_currency_an_iso_code(name, system, code):
    assert unit.code(name) == Code(name, system, code)


def test_a_count_has_no_code():
    assert unit.code("家") is None


def test_every_code_belongs_to_a_unit_of_the_table():
    names = {word.canonical for word in table("unit", Word)}
    assert {code.unit for code in table("unit_code", Code)} <= names


def test_no_form_stands_for_two_units():
    forms = [word.form for word in table("unit", Word)]
    assert len(forms) == len(set(forms))


ATOMS = (
    r"\[(?:nmi_i|mi_i|ft_i|in_i|ly|acr_us|smi_us|sft_i|bbl_us|gal_us|bu_us|oz_av|lb_av|car_m|Btu|HP|degF|ppm|ppb|ppth)\]"
    r"|m\[Hg\]|atm|rad|deg|har|Cel|Ohm|mol|bit|min|cal|By|eV|Hz|Pa|Bq|Sv|lm|lx|cd|dB|wk|mo|[mgLtsahdJWVAKN%']"
)
TERM = rf"(?:[YZEPTGMkhcdmunp]|da)?(?:{ATOMS})[1-9]?"
UNCODED = {
    "亩", "寸", "尺", "里", "斤",  # customary units of China
    "总吨", "载重吨", "蒸吨", "吨标准煤", "吨标煤", "吨二氧化碳当量", "吨力", "千乏",  # by convention
    "季度", "世纪", "个学期", "个工作日", "学时", "像素", "兆", "量子比特", "FLOPS", "EFLOPS", "PFLOPS", "TOPS",
    "港仙", "美分", "分/千瓦时", "克朗", "比索", "第纳尔", "里亚尔", "比特币",  # hundredths, of several, of none
}  # fmt: skip
MEASURES = (
    "length", "area", "volume", "mass", "time", "energy", "power", "angle", "temperature", "data", "frequency",
    "pressure", "light", "rate", "share", "money",
)  # fmt: skip


def test_every_code_of_a_measure_is_one_that_ucum_can_spell():
    codes = [code.code for code in table("unit_code", Code) if code.system == "UCUM"]
    assert [code for code in codes if not re.fullmatch(rf"{TERM}(?:[./]{TERM})*", code)] == []


def test_every_code_of_a_currency_is_three_letters():
    codes = [code.code for code in table("unit_code", Code) if code.system == "ISO 4217"]
    assert [code for code in codes if not re.fullmatch("[A-Z]{3}", code)] == []


def test_a_measure_has_a_code_unless_no_system_has_one():
    names = {word.canonical for word in table("unit", Word) if word.type in MEASURES}
    assert {name for name in names if unit.code(name) is None} == UNCODED & names


@pytest.mark.parametrize(
    ("name", "code"),
    [("吨每天", "t/d"), ("千米/小时", "km/h"), ("克每升每小时", "g/L/h"), ("元/吨", None), ("家", None)],
)
def test_a_rate_of_measures_has_a_code_of_its_parts(name, code):
    found = unit.code(name)
    assert (found and found.code) == code
