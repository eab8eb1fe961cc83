"""How well real news is read may only rise: scores on annotated documents, where they are present.

They are looked for in the folder that KG_ANNOTATED names, else beside the project.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.evaluate import annotated, reliability, score
from kg.ingest import read
from kg.model.graph import encode
from kg.pipeline import corpus

FOLDER = Path(os.environ.get("KG_ANNOTATED", Path(__file__).parents[3] / "shared" / "gold" / "dev"))
SCORER = FOLDER.parent / "score.py"
FLOORS = {
    "entity all": 0.888,
    "relation all": 0.82,
    "figure value+unit": 0.975,
    "figure full": 0.745,
    "figure speaker": 0.91,
    "quote+speaker": 0.95,
}
SURE, SURE_SHARE = 0.9, 0.9


@pytest.fixture(scope="module")
def graph():
    if not FOLDER.is_dir():
        pytest.skip(f"NO SCORES ARE HELD TO THEIR FLOORS: there are no annotated documents in {FOLDER}")
    return corpus.build(sorted(FOLDER.glob("*.jsonl")), background=False).graph


@pytest.fixture(scope="module")
def scores(graph):
    problems: list[Exception] = []
    texts = {
        Path(source.id).name: source.text for source in read(sorted(FOLDER.glob("*.jsonl")), on_problem=problems.append)
    }
    assert not problems
    return score(graph, annotated(FOLDER), texts)


@pytest.mark.parametrize("name", FLOORS)
def test_a_score_does_not_fall_below_its_floor(scores, name):
    assert scores.tallies[name].f1 >= FLOORS[name]


def test_relations_and_quotes_that_are_sure_are_right(scores):
    for kind in ("relation", "quote"):
        (last,) = [item for item in reliability(one for one in scores.judged if one.of == kind) if item.lower == SURE]
        assert last.share >= SURE_SHARE, kind


def test_the_scores_are_those_of_the_reference_scorer(graph, scores, tmp_path):
    if not SCORER.is_file():
        pytest.skip(f"the reference scorer is not at {SCORER}")
    records = tmp_path / "graph.jsonl"
    records.write_bytes(b"".join(map(encode, graph.records())))
    gold = [part for path in sorted(FOLDER.glob("*.json")) for part in ("--gold", str(path))]
    command = [sys.executable, str(SCORER), *gold, "--text-dir", str(FOLDER), "--pred", str(records), "--json"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    mine = {name: round(tally.f1, 4) for name, tally in scores.tallies.items()}
    assert mine == {name.strip(): value for name, value in found.items()}
