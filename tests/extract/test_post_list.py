"""Lists of posts, of their bodies and of their holders."""

import pytest
from appointed import held, read


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Agency|青川海关党委}委员、副关长{Person|李明}介绍",
            [held("李明", "青川海关", "党委委员"), held("李明", "青川海关", "副关长")],
        ),
        (
            "{Agency|青川市水务局党组}成员、副局长{Person|李明}介绍",
            [held("李明", "青川市水务局", "党组成员"), held("李明", "青川市水务局", "副局长")],
        ),
        ("{Agency|双溪镇党委}书记{Person|李明}介绍", [held("李明", "双溪镇党委", "书记")]),
    ],
)
def test_a_post_in_the_party_within_a_body_is_a_post_of_the_body(example, expected):
    assert sorted(read(example)) == sorted(expected)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Agency|商务部}国际贸易谈判代表兼副部长{Person|李明}",
            [held("李明", "商务部", "副部长"), held("李明", "商务部", "国际贸易谈判代表")],
        ),
        (
            "{Company|海岚公司}执行董事、总经理{Person|李明}",
            [held("李明", "海岚公司", "总经理"), held("李明", "海岚公司", "执行董事")],
        ),
        (
            "{Agency|市应急局}副局长{Person|李明}、{Person|王芳}接受捐款",
            [held("李明", "市应急局", "副局长"), held("王芳", "市应急局", "副局长")],
        ),
        (
            "{Institute|南江天文台}研究员、{Facility|海岚望远镜}运行和发展中心主任{Person|李明}介绍",
            [held("李明", "南江天文台", "研究员")],
        ),
        ("{Agency|全国人大}代表、研发总监{Person|李明}说", [held("李明", "全国人大", "代表")]),
        (
            "{Person|李明}、{Person|王芳}曾任{Company|海岚集团}总经理。",
            [
                held("李明", "海岚集团", "总经理", "former"),
                held("王芳", "海岚集团", "总经理", "former"),
            ],
        ),
        (
            "{Agency|全国政协}常委、{Organization|友谊会}永远荣誉会长{Person|李明}",
            [held("李明", "全国政协", "常委"), held("李明", "友谊会", "永远荣誉会长")],
        ),
        (
            "{Agency|青川市委}、{Agency|高新区管委会}科技处处长{Person|李明}",
            [held("李明", "青川市委", "科技处处长"), held("李明", "高新区管委会", "科技处处长")],
        ),
        (
            "{Company|海岚集团}董事长{Person|李明}、总经理{Person|王芳}、首席财务官{Person|赵强}到会",
            [
                held("李明", "海岚集团", "董事长"),
                held("王芳", "海岚集团", "总经理"),
                held("赵强", "海岚集团", "首席财务官"),
            ],
        ),
        (
            "{Company|海岚集团}董事长{Person|李明}，总经理{Person|王芳}等参加",
            [held("李明", "海岚集团", "董事长"), held("王芳", "海岚集团", "总经理")],
        ),
        (
            "{Agency|中共中央}总书记、国家主席、{Agency|中央军委}主席{Person|李明}",
            [held("李明", "中共中央", "总书记"), held("李明", "中央军委", "主席")],
        ),
        (
            "{Agency|青川市委}书记{Person|李明}、市长{Person|王芳}",
            [held("李明", "青川市委", "书记")],
        ),
        (
            "{Country|美国}{Agency|财政部}部长{Person|珍妮特}",
            [held("珍妮特", "财政部", "部长")],
        ),
    ],
)
def test_lists_of_titles_bodies_and_people(example, expected):
    assert read(example) == expected
