"""Sources that are read together: each comes to what it comes to alone, in order, and few are in memory."""

from collections.abc import Iterator
from itertools import islice

import pytest

from kg.model.text import Source
from kg.pipeline import document
from kg.pipeline.document import Pipeline

PIPELINE = Pipeline()
TEXTS = (
    "青岛市市长周立民表示，今年上半年青岛市外贸进出口4500亿元，同比增长7.1%。",
    "",
    "镇海区位于宁波市。海岚科技有限公司落户镇海区，总投资12亿元。",
    "“订单排到了明年。”海岚科技有限公司总经理李明说。",
    "青岛市市长周立民表示，今年上半年青岛市外贸进出口4500亿元，同比增长7.1%。",
    "，" * 700,
)


def sources(*texts: str) -> list[Source]:
    return [Source(f"{number}.txt", text, "") for number, text in enumerate(texts)]


@pytest.mark.parametrize("together", [1, 40, 10**6])
def test_a_source_comes_to_the_same_alone_and_beside_others(monkeypatch, together):
    given = sources(*TEXTS)
    alone = [Pipeline()(source) for source in given]
    monkeypatch.setattr(document, "TOGETHER", together)
    found = list(Pipeline().outcomes(given))
    assert [source for source, _ in found] == given
    assert [outcome for _, outcome in found] == alone


def test_no_more_sources_are_read_ahead_than_make_up_a_group(monkeypatch):
    taken = []

    def given() -> Iterator[Source]:
        for source in sources(*["海岚公司增产。"] * 10):
            taken.append(source.id)
            yield source

    monkeypatch.setattr(document, "TOGETHER", len("海岚公司增产。") * 3)
    first = list(islice(PIPELINE.outcomes(given()), 1))
    assert ([source.id for source, _ in first], taken) == (["0.txt"], ["0.txt", "1.txt", "2.txt"])


def test_of_no_sources_nothing_comes():
    assert list(PIPELINE.outcomes([])) == []
