import pytest

from kg.annotate.work import works


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("出台《海洋牧场管理条例》", [("海洋牧场管理条例", "Policy")]),
        ("据《海岚日报》介绍", [("海岚日报", "Organization")]),
        ("据英国《海岚》21日报道", [("海岚", "Organization")]),
        ("接受《海岚》杂志采访", [("海岚", "Organization")]),
        ("国际期刊《海岚》发表", [("海岚", "Organization")]),
        ("观看纪录片《海的那边》", [("海的那边", "Product")]),
        ("《海的那边》等影片", [("海的那边", "Product")]),
        ("根据《条例》规定", []),
        ("撰写《海的那边》", []),
        ("发布了大模型“逐浪”", [("逐浪", "Product")]),
        ("“远航”飞船升空", [("远航", "Product")]),
        ("“海岚号”返港", [("海岚号", "Product")]),
        ("一款名为“逐浪”的应用", [("逐浪", "Product")]),
        ("一家名为“海岚”的公司", [("海岚", "Company"), ("海岚", "Product")]),
        ("出台“惠企20条”", [("惠企20条", "Policy")]),
        ("迎来首个“全国海洋日”", [("全国海洋日", "Event")]),
        ("国产QX7大型客机", [("QX7", "Product")]),
        ("一批“黑科技”产品", []),
        ("打造“十四五”应用", []),
        ("推出“一带一路”平台", []),
        ("被誉为“电子工业大米”", []),
        ("“软”环境", []),
        ("“没有闭合", []),
        ("", []),
    ],
)
def test_names_in_marks_are_told_from_words_in_marks(text, found):
    assert [(mention.text, mention.type) for mention in works(text)] == found
