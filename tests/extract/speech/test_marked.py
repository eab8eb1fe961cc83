"""What stands before a cue."""

import pytest

from kg.extract.speech.cue import cues
from kg.extract.speech.marked import after, marked
from kg.extract.speech.passage import passage


def read(article, example):
    document, mentions = article(example)
    found = passage(document, mentions)
    return [
        (
            [found.quoted[number].inner.of(found.text) for number in item.quoted],
            item.clause.of(found.text) if item.clause else None,
        )
        for item in marked(found, cues(found))
    ]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("“真甜。”{Person|李明}说。", [(["真甜。"], None)]),
        ("“真甜。”“又脆。”{Person|李明}说。", [(["真甜。", "又脆。"], None)]),
        ("“真甜。”……{Person|李明}说，今年不错。", [(["真甜。"], None)]),
        ("“真甜。”尝了一口，{Person|李明}说。", [(["真甜。"], None)]),
        ("“真甜。”在发布会上，{Person|李明}介绍，今年不错。", [(["真甜。"], None)]),
        ("“真甜。”不过，{Person|李明}认为，今年一般。", [([], None)]),
        ("标语是“真甜。”在发布会上，{Person|李明}介绍，今年不错。", [([], None)]),
        ("“真甜。”{Person|王芳}笑了，{Person|李明}介绍，今年不错。", [([], None)]),
        ("工程将于明年完工，{Person|李明}说。", [([], "工程将于明年完工")]),
        ("{Person|李明}说，工程将于明年完工。", [([], None)]),
        ("近日，{Person|李明}说。", []),
        ("{Person|李明}表示，“迈出一步。”他说，将试飞。", [([], None), ([], None)]),
        ("{Person|李明}说：“真甜。”{Person|王芳}说，不甜。", [([], None), ([], None)]),
        ("{Person|李明}说：“真甜。”“不甜。”{Person|王芳}说。", [([], None), (["不甜。"], None)]),
        ("{Person|李明}说：“真甜。”\n“不甜。”{Person|王芳}说，今年一般。", [([], None), (["不甜。"], None)]),
    ],
)
def test_quotations_and_clauses_before_a_cue(article, example, expected):
    assert read(article, example) == expected


def test_quotations_after_an_offset_stop_at_words_and_at_those_claimed(article):
    found = passage(*article("{Person|李明}说：“一好。”“二好。”还有“三好。”"))
    assert list(after(found, 4, frozenset())) == [0, 1]
    assert list(after(found, 4, frozenset({1}))) == [0]
    assert list(after(found, 2, frozenset())) == []
