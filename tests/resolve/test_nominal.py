"""What 公司, 该校 and their like stand for."""

import pytest

from kg.resolve.nominal import antecedent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Company|青岚重工}投产，{Company|公司}增资", "青岚重工"),
        ("{Company|青岚重工}、{Company|远山科技}投产，{Company|该公司}增资", "远山科技"),
        ("{Institute|云岭大学}与{Institute|海川育种中心}签约，{Institute|该校}增招", "云岭大学"),
        ("{Company|海川银行}与{Company|青岚重工}签约，{Company|该行}放贷", "海川银行"),
        ("{Institute|云岭大学}建成{Facility|智能码头}，{Company|公司}增资", None),
        ("养殖平台“{Facility|青岚一号}”驶往{Facility|云岭港}，{Facility|平台}增产", "青岚一号"),
        ("{Company|公司}增资，{Company|青岚重工}投产", None),
        ("{Company|公司}与{Company|该公司}", None),
        ("🚢{Company|青岚重工}🚢{Company|公司}增资", "青岚重工"),
        ("{Company|公司}", None),
        ("{Place|柳溪村}丰收，{Place|白石镇}开会，{Place|全村}增收", "柳溪村"),
        ("{Place|白石镇}{Place|柳溪村}丰收，{Place|该镇}增收", "白石镇"),
        ("{City|青川}开会，{Place|全村}增收", None),
        ("{City|青川}{Company|白石镇供销社}开业，{Place|全镇}增收", "白石镇"),
        ("{City|青川}{Company|浙江供销社}开业，{Place|全镇}增收", None),
        ("{Company|青岚重工}签约，产品用于{Company|远山科技}在建的电站，{Company|公司}增资", "青岚重工"),
        ("{Company|青岚重工}签约，{Company|远山科技}投产，{Company|公司}增资", "远山科技"),
        ("产品用于{Company|远山科技}在建的电站，{Company|公司}增资", "远山科技"),
        ("{Company|青岚重工}投产，记者走进{Company|远山科技}的展厅，{Company|公司}增资", "远山科技"),
        ("{Company|青岚重工}投产，在青川的{Company|远山科技}生产车间，{Company|公司}增资", "远山科技"),
    ],
    ids=[
        "the only one", "the nearest", "the head's", "its heads", "no such class", "what the text calls it",
        "none before", "nominals",
        "emoji", "alone", "a village", "a town", "no village", "a town within a name", "no town",
        "who began a clause", "who did so last", "who did not, where none did", "whom a report visits", "where it is",
    ],
)  # fmt: skip
def test_a_nominal_stands_for_a_name_before_it(read, text, expected):
    reading = read(text)
    nominal = next(mention for mention in reversed(reading.mentions) if mention.level == "nominal")
    found = antecedent(nominal, reading)
    assert (found.text if found else None) == expected


def test_an_area_may_stand_for_a_place_named_after_it(read):
    reading = read("{Province|全省}增收，{Province|浙江}与{Province|江苏}发布")
    assert antecedent(reading.mentions[0], reading).text == "浙江"


@pytest.mark.parametrize(("paper", "expected"), [("浙江日报", "浙江"), ("海川日报", None)])
def test_an_area_that_no_name_tells_is_one_inside_a_name(read, paper, expected):
    reading = read("{Organization|" + paper + "}：{Province|全省}增收")
    found = antecedent(reading.mentions[-1], reading)
    assert (found.text if found else None) == expected


def test_a_nominal_does_not_look_into_another_article(read):
    read("{Company|青岚重工}投产")
    second = read("{Company|公司}增资", number=1)
    assert antecedent(second.mentions[0], second) is None
