"""Evidence holds on any input: the seed, 200 random mutations of it, and arbitrary text."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.evaluate import verify
from kg.model.graph import Graph
from kg.model.text import Source
from kg.pipeline.document import Pipeline

PIPELINE = Pipeline()
MUTATIONS = 200


def graph_of(text: str) -> tuple[Graph, Source]:
    source = Source("mutated.txt", text, "")
    return PIPELINE(source).graph, source


def mutated(text: str, rng: random.Random) -> str:
    """The text with characters dropped and doubled, or lines shuffled, in a stretch of about 900 characters."""
    start = rng.randrange(max(1, len(text) - 900))
    piece = list(text[start : start + 900])
    for _ in range(rng.randrange(1, 60)):
        at = rng.randrange(len(piece))
        piece[at] = rng.choice(["", piece[at] * 2, piece[at] + "\n", rng.choice("“”（）。，\u3000𠮷")])
    lines = "".join(piece).split("\n")
    if rng.random() < 0.3:
        rng.shuffle(lines)
    return "\n".join(lines)


def test_every_evidence_item_of_the_seed_is_exact(seed):
    graph, source = graph_of(seed)
    counts = verify(graph, [source])
    assert counts.evidence > 200
    assert counts.mentions > 200


@pytest.mark.parametrize("first", range(0, MUTATIONS, 20))
def test_evidence_stays_exact_when_the_seed_is_damaged(seed, first):
    for number in range(first, first + 20):
        graph, source = graph_of(mutated(seed, random.Random(number)))  # noqa: S311  # no secret
        if graph.articles:
            verify(graph, [source])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from("北京市长殷勇说：“，。”（）3500亿元%表示2024年\n 公司A·𠮷\U0001f600\x00"), max_size=80))
def test_evidence_is_exact_on_any_text(text):
    graph, source = graph_of(text)
    if graph.articles:
        verify(graph, [source])
