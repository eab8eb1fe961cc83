"""Asking the questions that come with kg."""

import json

import pytest

from kg.pipeline.question import questions


def test_the_list_names_every_question_in_both_languages(run):
    lines = run("ask", "list").stdout.splitlines()
    for name, question in questions().items():
        at = next(number for number, line in enumerate(lines) if line.split()[0] == name)
        assert lines[at + 1 : at + 3] == [f"  {question.en}", f"  {question.zh}"]


def test_the_list_shows_parameters_as_they_are_typed(run, built):
    (line,) = (line for line in run("ask", "list").stdout.splitlines() if line.startswith("figures-about "))
    assert line == "figures-about --param thing=中国 --param during="
    name, *params = line.split()
    assert run("ask", name, str(built), *params).exit_code == 0


@pytest.mark.parametrize("how", [[], ["--with", "sparql"], ["--with", "cypher"]])
def test_an_answer_is_the_same_however_it_is_asked(run, built, how):
    rows = json.loads(run("ask", "posts-as-of", str(built), "--param", "date=2025-12-31", "--to", "json", *how).stdout)
    assert {"person": "何书扬", "post": "总经理", "body": "成都云帆储能科技有限公司", "known": "2025-08-06"} in rows


def test_a_graph_is_needed(run):
    result = run("ask", "sources")
    assert (result.exit_code, "kg ask sources GRAPH" in result.stderr) == (2, True)


def test_an_unknown_question_ends_with_those_there_are(run, built):
    result = run("ask", "nosuch", str(built))
    assert result.exit_code == 1
    assert "no question named 'nosuch'; there are: changes, companies-by-city" in result.stderr


def test_a_query_in_sparql_takes_parameters(run, built):
    query = "SELECT ?x $name { ?x kg:name ?n FILTER (STR(?n) = $name) }"
    result = run("query", str(built), "--sparql", query, "--param", "name=沈一鸣", "--to", "json")
    assert [row["name"] for row in json.loads(result.stdout)] == ["沈一鸣"]


def test_a_parameter_that_sparql_does_not_select_is_told(run, built):
    result = run("query", str(built), "--sparql", "SELECT ?x { ?x kg:name ?n }", "--param", "name=沈一鸣")
    assert (result.exit_code, "name" in result.stderr) == (1, True)
