import pytest

from kg.annotate.person import is_foreign_name, is_name, people


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("市民/n 周远/PER 说/v", ["周远", "周远"]),
        ("周远/PER/0.3 说/v", []),
        ("周远/PER/0.4 （/w Zhouyuan/nz ）/w 说/v", ["周远"]),
        ("焕/PER 新/a", []),
        ("高校/PER 毕业生/n", []),
        ("安德烈·莫罗/PER 说/v", ["安德烈·莫罗"]),
        ("小雪/PER/0.8 来临/v", []),
        ("岸田文雄/PER 抵达/v", ["岸田文雄"]),
        (" /w 周远/PER", ["周远"]),
        ("（/w 周远）/PER", ["周远"]),
        ("周女士/PER 说/v", ["周女士"]),
        ("", []),
        ("安琳/PER ·/w 莫罗/PER 说/v", ["安琳", "莫罗", "安琳·莫罗"]),
        ("安琳·/PER 莫罗/PER 说/v", ["安琳", "莫罗", "安琳·莫罗"]),
        ("安琳/PER ·莫罗/w 笑/v", ["安琳", "安琳·莫罗"]),
        ("画像/PER 安琳/PER ·莫罗/w 笑/v", ["画像", "安琳", "安琳·莫罗"]),
        ("安琳·莫罗/PER/0.35 到场/v", ["安琳·莫罗"]),
        ("安琳·莫罗/PER/0.2 到场/v", []),
        ("海江/nz ·/w 莫罗/PER 说/v", ["莫罗"]),
        ("让/v -/w 安琳·莫罗/PER 说/v", ["安琳·莫罗", "让-安琳·莫罗"]),
        ("安琳/PER -/w 莫罗/PER 说/v", ["安琳", "莫罗", "安琳-莫罗"]),
        ("周远/PER -/w 王明/PER 说/v", ["周远", "王明"]),
        ("莫罗·安琳高等研究学院大楼/PER/0.4", []),
    ],
)
def test_what_the_tagger_took_for_a_person_is_checked(tagged, line, names):
    assert [found.text for found in people(tagged(line))] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("省长/n 李伟/PER 中/f 表示/v", ["李伟", "李伟中"]),
        ("会长/n 唐英平/TIME 表示/v", ["唐英平"]),
        ("经理/n 孔令川/n 、/w 王芳/PER 出席/v", ["王芳", "孔令川"]),
        ("经理/n 随后/d 介绍/v", []),
        ("处长/n 何瑾/PER 说/v ，/w", ["何瑾", "何瑾"]),
        ("局长尚/n 会民/n 介绍/v", ["尚会民"]),
        ("副局长/n 仁青/PER 才/d 让/v 介绍/v", ["仁青", "仁青才让"]),
        ("居长尚/n 会民/n 介绍/v", []),
        ("工作人员/n 向/p 记者/n 介绍/v", []),
        ("局长/n 向/p 建军/nz 介绍/v", ["向建军"]),
        ("党员/n 干部/n ，/w", []),
        ("创始人/n 蕾丝·马克/PER 年初/TIME 说/v", ["蕾丝·马克"]),
        ("国家/n 和/c 智利/LOC 、/w 秘鲁/LOC", []),
        ("记者/n 向/p 本报/n 介绍/v", []),
        ("总监/n 周海岚/n 介绍/v", ["周海岚"]),
        ("主任/n 白梅/n 说/v", ["白梅"]),
        ("创始人格/n 蕾丝·马克/PER 说/v", ["蕾丝·马克", "格蕾丝·马克"]),
        ("副部长/n 素帕·查农/nz 表示/v", ["素帕·查农"]),
        ("主任/n 素帕·查农/PER 发表/v 简短/a 声明/n 说/v", ["素帕·查农"]),
        ("主任/n 常/d 说/v ，/w", []),
        ("部长/n 陈雷/PER 在/p 介绍/v", ["陈雷"]),
        ("部长/n 陈雷/PER 在/p/0.5 介绍/v", ["陈雷", "陈雷在"]),
    ],
)
def test_a_name_after_a_post_needs_no_tag(tagged, line, names):
    assert [found.text for found in people(tagged(line))] == names


def test_a_name_that_the_tagger_cuts_short_each_time_is_lengthened(tagged):
    words = tagged("冉承/PER 其/r 说/v ，/w 冉承/PER 其/r 当天/TIME 抵达/v")
    assert {found.text for found in people(words)} == {"冉承", "冉承其"}
    words = tagged("冉承/PER 其/r 说/v ，/w 冉承/PER 当天/TIME 抵达/v")
    assert {found.text for found in people(words)} == {"冉承"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("江志远/PER 、/w 丁/PER/0.5 传承/vn 、/w 曹/v 登高/v 、/w 向晨/PER", {"江志远", "丁传承", "曹登高", "向晨"}),
        ("江志远/PER 、/w 天/n 然气/n 、/w 煤炭/n", {"江志远"}),
        ("江志远/PER 、/w 丁/PER/0.5 传承/vn 出席/v", {"江志远"}),
        ("产业/n 、/w 丁/PER/0.5 传承/vn 、/w 煤炭/n", set()),
    ],
)
def test_a_name_that_the_tagger_cuts_in_a_list_is_whole_again(tagged, line, names):
    assert {found.text for found in people(tagged(line))} == names


@pytest.mark.parametrize("name", ["王芳", "欧阳娜娜", "张女士", "诸葛亮", "谭麦美燕", "朱某", "司马光"])
def test_these_may_be_names(name):
    assert is_name(name)


@pytest.mark.parametrize("name", ["焕", "王", "欧阳", "经济", "向智慧城市", "Wang", "高质量发展", ""])
def test_these_are_no_names(name):
    assert not is_name(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("特朗普", True), ("高塔姆·罗伊", True), ("J.罗琳", True), ("高水平", False), ("斯", False), ("", False)],
)
def test_foreign_names_are_known_by_their_syllables(name, expected):
    assert is_foreign_name(name) is expected
