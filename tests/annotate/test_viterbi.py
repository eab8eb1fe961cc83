"""The pruned decoder against the textbook one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.viterbi import Flags, Floats, decode


def textbook(logits: Floats, transitions: Floats) -> list[int]:
    """Run the full dynamic programme over one text, one character at a time."""
    score = logits[0].astype(np.float64)
    back = []
    for row in logits[1:]:
        paths = score[:, None] + transitions
        back.append(paths.argmax(axis=0))
        score = paths.max(axis=0) + row
    path = [int(score.argmax())]
    for best in reversed(back):
        path.append(int(best[path[-1]]))
    return path[::-1]


def random_case(
    seed: int, lengths: list[int], tags: int, spread: float, scale: float
) -> tuple[list[Floats], Floats, Flags]:
    rng = np.random.default_rng(seed)
    logits = [rng.normal(0, scale, (length, tags)).astype(np.float32) for length in lengths]
    transitions = rng.uniform(-spread, spread, (tags, tags)).astype(np.float32)
    first = np.concatenate([np.arange(length) == 0 for length in lengths])
    return logits, transitions, first


@given(
    seed=st.integers(0, 2**32 - 1),
    lengths=st.lists(st.integers(1, 30), min_size=1, max_size=6),
    tags=st.integers(2, 9),
    spread=st.sampled_from([0.01, 0.2, 1.0, 5.0]),
    scale=st.sampled_from([0.1, 1.0, 10.0]),
)
def test_it_finds_the_path_of_the_full_programme(
    seed: int, lengths: list[int], tags: int, spread: float, scale: float
) -> None:
    logits, transitions, first = random_case(seed, lengths, tags, spread, scale)
    expected = [tag for part in logits for tag in textbook(part, transitions)]
    assert decode(np.concatenate(logits), first, transitions).tolist() == expected


def test_texts_do_not_touch_each_other() -> None:
    logits = np.array([[9.0, 0.0], [0.0, 0.1]], dtype=np.float32)
    stay = np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32)
    assert decode(logits, np.array([True, False]), stay).tolist() == [0, 0]
    assert decode(logits, np.array([True, True]), stay).tolist() == [0, 1]


def test_a_settled_character_pulls_the_ones_before_it() -> None:
    logits = np.array([[0.1, 0.0], [0.1, 0.0], [0.0, 9.0]], dtype=np.float32)
    stay = np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32)
    assert decode(logits, np.array([True, False, False]), stay).tolist() == [1, 1, 1]


@pytest.mark.parametrize("length", [1, 2, 300])
def test_characters_without_any_preference_are_decoded_too(length: int) -> None:
    logits = np.zeros((length, 4), dtype=np.float32)
    first = np.arange(length) == 0
    assert decode(logits, first, np.eye(4, dtype=np.float32)).tolist() == [0] * length
