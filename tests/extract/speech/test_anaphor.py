"""Who 他 and 该负责人 are."""

import pytest

from kg.extract.speech import speech


@pytest.mark.parametrize(
    ("example", "speakers"),
    [
        ("{Person|李明}说，市场向好。他表示，仍有风险。", ["李明", "李明"]),
        ("{Person|李明}说，市场向好。{Person|王芳}在场。她表示，仍有风险。", ["李明", "王芳"]),
        ("{Person|李明}陪{Person|王芳}看地。他说，收成不错。", ["李明"]),
        ("{Person|李明}说，市场向好。网友表示，不信。他说，会好的。", ["李明"]),
        ("{Agency|海关}有关负责人说，通关更快。该负责人表示，还会更快。", ["海关", "海关"]),
        ("{Agency|海关}有关负责人说，通关更快。他表示，还会更快。", ["海关"]),
        (
            "{Person|李明}作工作报告。报告指出，增长一成。{Person|王芳}说，好。报告还提出，减排。",
            ["李明", "王芳", "李明"],
        ),
        ("市长{Person|李明}向大会报告政府工作。《报告》提出，增长一成。", ["李明"]),
        ("政府工作报告由市长{Person|李明}作。工作报告指出，增长一成。", ["李明"]),
        ("{Person|李明}作了关于预算执行情况的报告。\n报告显示，增长一成。", ["李明"]),
        ("{Person|李明}看了报告。报告指出，增长一成。", []),
        ("他说，收成不错。", []),
        ("该负责人表示，还会更快。", []),
    ],
)
def test_anaphors(article, example, speakers):
    assert [relation.subject.text for relation in speech(*article(example))] == speakers
