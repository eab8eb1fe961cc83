"""Posts told apart from their body: of what the text is about, or of the last body of their kind."""

import pytest
from appointed import held, read


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "记者来到{Place|双溪镇}{Place|下浦村}，听{Place|南街}的人说。村党支部书记{Person|李明}很忙。",
            [held("李明", "下浦村", "村党支部书记")],
        ),
        ("{Place|下浦村}变了样。镇党委书记{Person|李明}说", []),
        ("{City|青川市}变了样。村主任{Person|李明}说", []),
        (
            "{Organization|海岚商会}会长{Person|李明}带领副会长{Person|王芳}、{Person|赵强}到访",
            [held("李明", "海岚商会", "会长"), held("王芳", "海岚商会", "副会长"), held("赵强", "海岚商会", "副会长")],
        ),
        (
            "{Agency|合肥市委}书记{Person|李明}，市长{Person|王芳}等陪同",
            [held("李明", "合肥市委", "书记"), held("王芳", "合肥市", "市长")],
        ),
        ("“{Company|海岚出行}”创始人{Person|李明}说", [held("李明", "海岚出行", "创始人")]),
        ("{Person|李明} {Company|海岚集团}行政主管", [held("李明", "海岚集团", "行政主管")]),
        ("{Person|李明}在{Company|海岚集团}担任过出纳。", [held("李明", "海岚集团", "出纳")]),
        ("{Person|李明}成为{Company|海岚集团}董事长。", [held("李明", "海岚集团", "董事长")]),
    ],
)
def test_posts_told_apart_from_their_body_or_behind_their_holder(example, expected):
    assert sorted(read(example)) == sorted(expected)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Company|海岚集团}发布年报。董事长兼总经理{Person|李明}表示，增长较快。",
            [held("李明", "海岚集团", "总经理"), held("李明", "海岚集团", "董事长")],
        ),
        (
            "{Agency|青川市水务局}开会。新闻发言人{Person|李明}表示，很好。",
            [held("李明", "青川市水务局", "新闻发言人")],
        ),
        ("{Company|海岚集团}发布年报。队长{Person|李明}表示，很好。", []),
        ("一家企业的董事长{Person|李明}表示，很好。", []),
    ],
)
def test_a_title_without_a_body_is_one_at_the_body_that_the_text_is_about(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Company|海岚轮胎}投产。成型车间班组长{Person|李明}说", [held("李明", "海岚轮胎", "成型车间班组长")]),
        ("{Company|海岚轮胎}投产。班组长{Person|李明}说", []),
        ("成型车间班组长{Person|李明}说", []),
    ],
)
def test_a_worker_s_employer_is_who_the_text_is_about(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Agency|盐城市委}副书记、市长{Person|李明}说",
            [held("李明", "盐城市", "市长"), held("李明", "盐城市委", "副书记")],
        ),
        ("{Agency|江苏省人民政府}副省长{Person|李明}说", [held("李明", "江苏省人民政府", "副省长")]),
        ("{Agency|江苏省水利厅}市长热线{Person|李明}说", []),
        (
            "{Agency|盐城市财政局}局长{Person|李明}、副局长{Person|王芳}说",
            [held("李明", "盐城市财政局", "局长"), held("王芳", "盐城市财政局", "副局长")],
        ),
        ("{Agency|法国财政部}长{Person|李明}说", [held("李明", "法国财政部", "部长")]),
        ("{Agency|青川市委}副书记、市长{Person|李明}说", [held("李明", "青川市委", "副书记")]),
        ("{Person|李明}，{Agency|盐城市委}副书记{Person|王芳}", [held("王芳", "盐城市委", "副书记")]),
    ],
)
def test_the_head_of_an_area_is_told_at_its_party_or_its_government(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Province|南江}省开会。省委副书记、省长{Person|李明}出席", [held("李明", "南江", "省长")]),
        ("{City|青川}开会。副市长{Person|李明}说", [held("李明", "青川", "副市长")]),
        ("{Agency|合肥市政府}开会。会后，副市长、公安局局长{Person|李明}说", [held("李明", "合肥市", "副市长")]),
        ("{Event|浙江省人大会议}开幕，省长{Person|李明}作报告", [held("李明", "浙江省", "省长")]),
        ("{Company|海岚集团}宣布，{Country|中国}区总裁{Person|李明}离任", [held("李明", "海岚集团", "中国区总裁")]),
        (
            "{City|青川}开会。{Agency|市委}副书记、市长{Person|李明}说",
            [held("李明", "青川", "市长"), held("李明", "市委", "副书记")],
        ),
        ("{City|青川}开会。{City|双溪}市长{Person|李明}说", [held("李明", "双溪", "市长")]),
        ("{City|青川}开会。副省长{Person|李明}说", []),
        ("{City|青川}、{City|海岚}开会。市长{Person|李明}说", []),
        ("市长{Person|李明}说。{City|青川}开会", [held("李明", "青川", "市长")]),
        ("市长{Person|李明}说。{City|青川}开会，在{City|海岚}开会", []),
    ],
)
def test_the_head_of_the_area_that_the_text_is_about(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Agency|青川市审计局}开会。局党组书记、局长{Person|李明}说",
            [held("李明", "青川市审计局", "党组书记"), held("李明", "青川市审计局", "局长")],
        ),
        (
            "{Agency|青川市审计局}、{Agency|青川市委}开会。审计局局长{Person|李明}说",
            [held("李明", "青川市审计局", "局长")],
        ),
        ("{Institute|青川大学}招生。该校校长{Person|李明}说", [held("李明", "青川大学", "校长")]),
        ("{Institute|青川大学}招生。{Agency|青川市审计局}局长{Person|李明}说", [held("李明", "青川市审计局", "局长")]),
        (
            "{Institute|青川医院}组队。院党委书记{Person|李明}，院长{Person|王芳}来了",
            [held("李明", "青川医院", "党委书记"), held("王芳", "青川医院", "院长")],
        ),
        ("{Institute|青川大学}招生，院党委书记{Person|李明}说", []),
        ("{Institute|青川大学}招生。局长{Person|李明}说", []),
        ("{Agency|青川市审计局}开会。工商局局长{Person|李明}说", []),
    ],
)
def test_a_rank_is_one_at_the_last_body_of_its_kind(example, expected):
    assert read(example) == expected
