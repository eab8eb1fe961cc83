"""`kg evaluate` scores a folder of annotated documents, or a graph against it."""

import json

import pytest

TEXT = """青川举行春季论坛

本报成都8月6日电（记者林岚）青川市市长周宁6日表示，2024年，青川市数字产业营收近3500亿元，同比增长12.5%。
"""
GOLD = {
    "doc": "a.txt",
    "entities": [{"type": "Person", "names": ["周宁"]}, {"type": "Policy", "names": ["春风计划"]}],
    "relations": [{"subject": "周宁", "predicate": "holdsPost", "object": "青川市", "title": "市长"}],
    "figures": [
        {
            "evidence": "营收近3500亿元", "indicator": "数字产业营收", "about": "青川市", "value": 350000000000,
            "unit": "元", "comparator": "~", "kind": "level", "period": "2024", "speaker": "周宁",
        }
    ],
    "quotes": [],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "annotated"
    found.mkdir()
    (found / "a.txt").write_text(TEXT, encoding="utf-8")
    (found / "a.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    return found


def test_the_folder_s_texts_are_read_and_scored(run, folder):
    result = run("evaluate", "--gold", str(folder))
    assert (result.exit_code, result.stderr) == (0, "")
    lines = dict(line.rsplit(maxsplit=6)[::6] for line in result.stdout.split("\n\n")[0].splitlines()[2:])
    assert lines["relation holdsPost"] == "1"
    assert "statements  confidence" in result.stdout
    assert "missed" not in result.stdout


def test_misses_are_listed_on_request(run, folder):
    result = run("evaluate", "--gold", str(folder), "--misses")
    assert "\na.txt\n" in result.stdout
    assert "  missed entity policy: 春风计划" in result.stdout


def test_a_graph_is_scored_without_reading_again(run, folder, tmp_path):
    graph = tmp_path / "graph.jsonl"
    graph.write_text("", encoding="utf-8")
    found = json.loads(run("evaluate", str(graph), "--gold", str(folder), "--to", "json").stdout)
    assert found["scores"]["relation holdsPost"] == {
        "precision": 0.0, "recall": 0.0, "f1": 0.0, "right": 0, "found": 0, "wanted": 1,
    }  # fmt: skip
    assert found["reliability"] == {"relation": [], "figure": [], "quote": []}


def test_json_lines_of_the_folder_go_before_plain_texts(run, folder):
    line = json.dumps({"id": "a.txt", "text": TEXT, "published": "2025-08-06"}, ensure_ascii=False)
    (folder / "docs.jsonl").write_text(line + "\n", encoding="utf-8")
    found = json.loads(run("evaluate", "--gold", str(folder), "--to", "json").stdout)
    assert found["scores"]["relation holdsPost"]["f1"] == 1


def test_documents_may_be_picked(run, folder):
    result = run("evaluate", "--gold", str(folder), "--only", "b*")
    assert result.exit_code == 1
    assert "holds no annotated document" in result.stderr


def test_a_missing_text_is_told(run, folder):
    (folder / "a.txt").unlink()
    result = run("evaluate", "--gold", str(folder))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ") and "a.txt" in result.stderr
