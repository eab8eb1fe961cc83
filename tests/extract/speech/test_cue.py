"""Cues: speakers with their verbs of speech."""

import pytest

from kg.extract.speech.cue import cues
from kg.extract.speech.passage import passage


def read(article, example):
    document, mentions = article(example)
    return [
        (
            [speaker.text for speaker in cue.speakers] or cue.anaphor,
            document.text[cue.start : cue.end],
            cue.closing,
        )
        for cue in cues(passage(document, mentions))
    ]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "近日，{City|青川市}市长{Person|李明}在会上表示，青川",
            (["李明"], "青川市市长李明在会上表示，", False),
        ),
        ("“好。”{Person|李明}说。", (["李明"], "李明说", True)),
        ("{Agency|青川海关}相关负责人18日介绍，出口", (["青川海关"], "青川海关相关负责人18日介绍，", False)),
        ("{Person|李明}、{Person|王芳}认为，市场", (["李明", "王芳"], "李明、王芳认为，", False)),
        ("{Person|李明}告诉{Organization|新江报}记者，他", (["李明"], "李明告诉新江报记者，", False)),
        ("{Agency|联络办}(联络处)18日表示，大家", (["联络办"], "联络办(联络处)18日表示，", False)),
        ("他还强调，要抓落实", ("他", "他还强调，", False)),
        ("上述负责人表示，要抓落实", ("上述负责人", "上述负责人表示，", False)),
        ("用{Person|李明}的话说，这是机遇", (["李明"], "用李明的话说，", False)),
        ("业内人士认为，市场向好", ("", "业内人士认为，", False)),
    ],
)
def test_a_cue_with_its_speaker_and_extent(article, example, expected):
    assert read(article, example) == [expected]


@pytest.mark.parametrize(
    "example",
    [
        "{Person|李明}介绍了进展。",
        "{Company|海岚集团}表示不满，",
        "我国认为，应当合作。",
        "也就是说，市场向好。",
        "换句话说，市场向好。",
        "记者对{Person|李明}笑了笑。",
        "{Organization|统计局}数据显示，增长百分之五。",
    ],
)
def test_no_cue(article, example):
    assert read(article, example) == []


def test_of_overlapping_cues_the_higher_rule_counts(article):
    document, mentions = article("{Agency|商务部}部长{Person|李明}说，外贸向好。{Person|王芳}则认为，仍有风险。")
    assert [cue.rule.name for cue in cues(passage(document, mentions))] == ["person", "person"]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Person|李明}说，市场向好。{Person|李明}认为，还会更好。", True),
        ("{Person|李明}说，市场向好。他认为，还会更好。", True),
        ("{Person|李明}说，市场向好。{Person|王芳}认为，仍有风险。", False),
        ("专家说，市场向好。网友认为，仍有风险。", False),
    ],
)
def test_a_cue_may_continue_the_one_before(article, example, expected):
    document, mentions = article(example)
    first, second = cues(passage(document, mentions))
    assert second.continues(first) is expected
