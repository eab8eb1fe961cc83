import pytest

from kg.annotate.nominal import nominal


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("公司/n 副总裁/n 说/v", ["公司"]),
        ("该/r 公司/n 表示/v", ["该公司"]),
        ("该公司/n 表示/v", ["该公司"]),
        ("互联网/n 公司/n 增多/v", []),
        ("海岚/nz 公司/n", []),
        ("一家/m 公司/n", ["公司"]),
        ("，/w 中心/n 负责人/n", ["中心"]),
        ("研究/vn 中心/n 负责人/n", []),
        ("该/r 校/n 学生/n", ["该校"]),
        ("公司制/n 改革/vn", []),
        ("", []),
    ],
)
def test_a_word_stands_for_a_name_where_no_noun_describes_it(tagged, line, found):
    mentions = list(nominal(tagged(line)))
    assert [mention.text for mention in mentions] == found
    assert {mention.level for mention in mentions} <= {"nominal"}
