"""Who states a figure: whoever says it, or the body whose data show it."""

import pytest
from measured import read

from kg.grammar.example import marked


def speakers(text, speech=()):
    return [relation.subject and relation.subject.text for relation in read(text, speech)]


def test_a_figure_in_what_someone_says_is_stated_by_the_speaker():
    text = "{Person|李明}说：“产值达5亿元。”用户达5万户。"
    assert speakers(text, [("李明", "产值达5亿元。")]) == ["李明", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据{Agency|青川海关}统计，产值达5亿元。用户5万户。", ["青川海关", "青川海关"]),
        ("据{Agency|青川海关}统计，产值达5亿元。\n用户5万户。", ["青川海关", None]),
        ("据{Agency|青川海关}统计，产值5亿元。天晴。天晴。天晴。用户5万户。", ["青川海关", None]),
        ("据{Organization|新江社}报道，产值达5亿元。用户5万户。", ["新江社", None]),
        ("来自{Agency|青川海关}的数据显示，产值达5亿元。", ["青川海关"]),
        ("{Agency|青川海关}公布的最新数据显示，产值达5亿元。", ["青川海关"]),
        ("从{Agency|大数据局}获悉，{Institute|海岚院}发布的{Policy|白皮书}显示，产值达5亿元。", ["海岚院"]),
        ("{Institute|海岚院}的《数字产业报告》显示，产值达5亿元。\n报告指出，用户5万户。", ["海岚院", "海岚院"]),
        ("{Institute|海岚院}发布白皮书。\n根据白皮书，产值达5亿元。\n用户5万户。", ["海岚院", None]),
        ("{Institute|海岚院}发布白皮书。\n政府工作报告指出，产值达5亿元。", [None]),
        ("{Agency|青川海关}28日通报，产值达5亿元。", ["青川海关"]),
        ("{Company|海岚铁路}消息，产值达5亿元。", ["海岚铁路"]),
        (
            "{Agency|新闻办}与{Agency|青川发改委}发布运行情况。\n产值达5亿元。\n用户5万户。",
            ["青川发改委", "青川发改委"],
        ),
        ("{Agency|青川统计局}发布《{Policy|青川统计公报}》。\n公报显示，产值达5亿元。", ["青川统计局"]),
        ("{Agency|青川统计局}发布《{Policy|行动方案}》。\n数据显示，产值达5亿元。", [None]),
        ("来自{Agency|青川商务厅}的消息，产值达5亿元。", ["青川商务厅"]),
        ("{Agency|青川商务厅}通报了运行情况，产值达5亿元。", ["青川商务厅"]),
        ("从{Agency|青川新闻办}召开的发布会上获悉，产值达5亿元。", [None]),
        ("经{Institute|海岚院}测算，产值达5亿元。", ["海岚院"]),
        ("{Agency|青川环保局}通报40家企业。", ["青川环保局"]),
        ("{Agency|青川统计局}发布数据，产值达5亿元。据了解，用户5万户。", ["青川统计局", None]),
        ("{Company|海岚公司}披露业绩报告，产值达5亿元。\n毛利率为30%。", ["海岚公司", "海岚公司"]),
        ("{Company|海岚公司}披露半年报。\n半年报显示，产值达5亿元。\n毛利率为30%。", ["海岚公司", "海岚公司"]),
        ("{Company|海岚公司}披露业绩，产值达5亿元。截至15日收盘，股价为23元。", ["海岚公司", None]),
        ("记者从{Agency|青川商务局}获悉，产值达5亿元。", ["青川商务局"]),
        ("{Agency|青川统计局}15日发布数据，产值达5亿元。用户5万户。\n门店3家。", ["青川统计局", "青川统计局", None]),
        ("{Company|海岚公司}披露报告。数据显示，产值达5亿元。", ["海岚公司"]),
        ("有97家{Company|企业}披露业绩，产值达5亿元。", [None, None]),
        ("{Company|海岚公司}发布报告，指认对手亏损5亿元。", [None]),
        ("产值达5亿元。", [None]),
    ],
)
def test_a_figure_that_the_data_of_a_body_show_is_stated_by_the_body(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("{Person|李明}说，进口增加。", "据{Organization|世贸组织}数据，进口占13.6%。", "世贸组织"),
        ("{Person|李明}说，", "据{Organization|世贸组织}数据，进口占13.6%。", "李明"),
    ],
)
def test_a_source_that_opens_a_sentence_comes_before_who_goes_on_to_speak(before, after, expected):
    said = marked(before + after)[0].removeprefix("李明说，")
    assert speakers(before + after, [("李明", said)]) == [expected]
