"""The commands: data on stdout, notes on stderr, exit codes, and errors that say what would be right."""

import csv
import io
import json
import subprocess
import sys

import pytest

from kg.model import records
from kg.pipeline import output


def test_build_writes_every_form_and_says_what_it_found(run, corpus, tmp_path):
    result = run("build", str(corpus), "-o", str(tmp_path / "out"), "--published", "2025-08-07")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 documents, 2 articles, 0 problems\n")
    for part in ("entities", "Person", "人物", "statements", "states", "created", " s\n"):
        assert part in result.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "graph.jsonl", "graph.ttl", "graph.html", "graph.arcadedb",
    }  # fmt: skip


def test_building_again_into_the_same_store_changes_nothing(run, corpus, built):
    before = {path.name: path.read_bytes() for path in built.iterdir() if path.is_file()}
    result = run("build", str(corpus), "-o", str(built), "--published", "2025-08-07")
    assert "(0 created, 0 changed, 0 deleted)" in result.stdout
    assert before == {path.name: path.read_bytes() for path in built.iterdir() if path.is_file()}


def test_a_bad_document_is_reported_and_the_others_are_built(run, corpus, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x", "text": "周明远任省长。"}\n{"id": 5}\n', encoding="utf-8")
    result = run("build", str(corpus), str(bad), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "Problem: " in result.stderr
    assert "bad.jsonl:2: " in result.stderr
    assert result.stdout.startswith("3 documents")
    assert output.read(tmp_path / "out").articles


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty.txt"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03" * 20, "picture.txt"),
        ("broken.jsonl", b'{"id": "a", "text": "x"\n', "broken.jsonl:1"),
    ],
)
def test_input_that_is_no_news_ends_with_an_error_and_no_output(run, tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    result = run("build", str(tmp_path / name), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: nothing could be read")
    assert says in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_missing_path_and_an_empty_folder_are_named(run, tmp_path):
    result = run("build", str(tmp_path / "none"), str(tmp_path), "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert str(tmp_path / "none") in result.stderr
    assert str(tmp_path) in result.stderr


def test_extract_prints_records_that_read_back(run, corpus):
    result = run("extract", str(corpus), "--published", "2025-08-07")
    graph = records.graph(result.stdout.splitlines())
    assert {claim.predicate for claim in graph.statements} >= {"holdsPost", "states", "says", "locatedIn"}
    assert not [claim for claim in graph.statements if claim.background]


def test_extract_reads_stdin_and_prints_a_table(run):
    result = run("extract", "-", "--to", "table", stdin="四川省省长周明远表示，2024年四川新能源产业营收3500亿元。")
    assert "周明远" in result.stdout
    assert "holdsPost" in result.stdout
    assert "stdin:" in result.stdout


def test_query_answers_cypher_with_parameters(run, built):
    cypher = "MATCH (p:Person)-[h:HOLDS_POST]->(o) WHERE o.name = $name RETURN p.name, h.title"
    result = run("query", str(built), cypher, "--param", "name=四川省", "--to", "csv")
    assert list(csv.reader(io.StringIO(result.stdout))) == [["p.name", "h.title"], ["周明远", "省长"]]


def test_query_knows_superclasses(run, built):
    cypher = "MATCH (c:Organization)-[:LOCATED_IN]->(p:Place) RETURN c.name AS who, p.name AS place ORDER BY who, place"
    rows = json.loads(run("query", str(built), cypher, "--to", "json").stdout)
    assert {"who": "成都云帆储能科技有限公司", "place": "双流区"} in rows


def test_query_answers_the_figures_that_officials_state(run, built):
    cypher = "MATCH (o:Person)-[:STATES]->(f:Figure) WHERE f.unit = '元' RETURN o.name, f.indicator, f.value"
    rows = json.loads(run("query", str(built), cypher, "--to", "json").stdout)
    assert {"o.name": "周明远", "f.indicator": "新能源产业营收", "f.value": 350000000000} in rows


def test_query_reads_a_graph_file_too(run, built):
    result = run("query", str(built / "graph.jsonl"), "MATCH (p:Person) RETURN count(p) AS n", "--to", "json")
    assert json.loads(result.stdout)[0]["n"] >= 4


@pytest.mark.parametrize("cypher", ["MATCH (n) DETACH DELETE n", "CREATE (n:Person {id: 'x'})", "MATCH (n"])
def test_a_query_that_writes_or_is_none_is_refused(run, built, cypher):
    result = run("query", str(built), cypher)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "Traceback" not in result.stderr


def test_explain_shows_the_sentence_with_the_evidence_marked(run, built):
    result = run("explain", str(built), "云帆储能")
    assert result.stdout.startswith("成都云帆储能科技有限公司  企业 Company  company/")
    assert "also 云帆储能" in result.stdout
    assert "成都云帆储能科技有限公司总经理何书扬" in result.stdout
    assert "【" in result.stdout
    assert "post/" in result.stdout


def test_explain_says_what_it_does_not_find(run, built):
    result = run("explain", str(built), "无此人")
    assert (result.exit_code, result.stderr) == (1, "Error: no entity or statement named '无此人'\n")


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonl", "graphml", "csv"])
def test_export_writes_a_file_or_stdout_alike(run, built, tmp_path, form):
    path = tmp_path / "out"
    assert run("export", str(built), "--to", form, "-o", str(path)).exit_code == 0
    assert run("export", str(built), "--to", form, "-o", "-").stdout_bytes == path.read_bytes()


def test_export_to_an_unknown_form_lists_the_forms_and_leaves_no_file(run, built, tmp_path):
    result = run("export", str(built), "--to", "nosuch", "-o", str(tmp_path / "x"))
    assert result.exit_code == 1
    assert "no exporter named 'nosuch'; there are: csv, graphml, jsonl, jsonld, neo4j-admin" in result.stderr
    assert not list(tmp_path.iterdir())


def test_verify_finds_all_exact(run, built, corpus):
    result = run("verify", str(built), "--source", str(corpus))
    assert result.exit_code == 0
    assert result.stdout.startswith("exact: ")


def test_verify_shows_the_first_difference(run, built, corpus, tmp_path):
    (tmp_path / "a.txt").write_text((corpus / "a.txt").read_text().replace("何书扬", "何书杨"), encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_bytes((corpus / "more" / "b.txt").read_bytes())
    result = run("verify", str(built), "--source", str(tmp_path))
    assert result.exit_code == 1
    assert "a.txt:" in result.stderr
    assert "何书杨" in result.stderr


def test_verify_names_a_source_that_is_not_there(run, built, corpus):
    result = run("verify", str(built), "--source", str(corpus / "a.txt"))
    assert result.exit_code == 1
    assert "more/b.txt" in result.stderr


def test_a_place_without_a_graph_is_named(run, tmp_path):
    result = run("explain", str(tmp_path), "x")
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_ontology_prints_every_term(run, form):
    shown = run("ontology", "--to", form).stdout
    for term in ("Company", "企业", "locatedIn", "位于"):
        assert term in shown


@pytest.mark.parametrize(
    "args", [("build",), ("query", "x"), ("nosuch",), ("query", "x", "MATCH (n) RETURN n", "--param", "noequals")]
)
def test_wrong_usage_ends_with_code_2(run, args):
    assert run(*args).exit_code == 2


def test_an_error_of_the_program_is_one_line_and_code_1():
    found = subprocess.run(
        [sys.executable, "-m", "kg", "explain", "/nowhere", "x"], capture_output=True, text=True, check=False
    )
    assert found.returncode == 1
    assert found.stderr.startswith("Error: /nowhere: no graph here")
    assert found.stderr.count("\n") == 1
