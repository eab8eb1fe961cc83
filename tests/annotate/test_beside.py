import pytest

from kg.annotate.beside import employers, employs, is_glossed


@pytest.mark.parametrize(
    ("text", "glossed"),
    [
        ("海岚（Hailan）", True),
        ("海岚 (hailan automotive )", True),
        ("海岚（d'Hailan & Co.）", True),
        ("海岚（青川）", False),
        ("海岚（2025年）", False),
        ("海岚Hailan", False),
        ("海岚（Hailan", False),
        ("海岚", False),
    ],
)
def test_a_name_is_glossed_where_latin_letters_in_brackets_follow(text, glossed):
    assert is_glossed(text, 2) is glossed


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("海岚/ORG 总裁/n 李明/PER", True),
        ("海岚/nz 原/a 副总经理/n 李明/PER", True),
        ("海岚/ORG 执行/v 总裁/n 李明/PER", True),
        ("海岚/ORG 董事长/n 兼/v 总裁/n 李明/PER", False),
        ("海岚/ORG 李明/PER", False),
        ("海岚/ORG 村民/n 李明/PER", False),
        ("海岚/ORG 总裁/n 表示/v", False),
        ("海岚/ORG", False),
    ],
)
def test_a_firm_is_told_by_a_post_and_its_holder(tagged, line, told):
    words = tagged(line)
    assert employs(words, words.tags[0]) is told


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("，/w 海岚/nz 机器人/n 董事长/n 李明/PER", ["海岚机器人"]),
        ("海岚/ORG 储能/n 常务/a 副总裁/n 李明/PER", ["海岚储能"]),
        ("据/p 海岚/PER 酒店/n 总经理/n 李明/PER 介绍/v", ["海岚酒店"]),
        ("海岚/n 盒子/n 创始人/n 李明/PER 说/v ，/w 海岚/n 盒子/n 已/d", ["海岚盒子"]),
        ("海岚/n 盒子/n 创始人/n 李明/PER 说/v", []),
        ("海岚/nz 机器人/n 工人/n 李明/PER", []),
        ("海岚/nz 机器人/n 李明/PER", []),
        ("参观/v 海岚/nz 机器人/n 董事长/n 李明/PER", []),
        ("进口商/n 海岚公司/ORG 董事长/n 李明/PER", []),
        ("海岚/nz 自/n 总经理/n 李明/PER", []),
        ("海岚/nz 总经理/n 李明/PER", []),
        ("海岚/nz 行政/n 总裁/n 李明/PER", []),
    ],
)
def test_a_firm_in_pieces_is_told_by_a_post_and_its_holder(tagged, line, names):
    words = tagged(line)
    assert [tag.span.of(words.text) for tag in employers(words)] == names
