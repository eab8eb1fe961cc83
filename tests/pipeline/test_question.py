"""The questions that come with kg: Cypher on the embedded store and SPARQL on its RDF give the same rows."""

import re
from datetime import date

import pytest

from kg.errors import OptionError, SourceError, UnknownNameError
from kg.pipeline import corpus, output
from kg.pipeline.question import ask, find, questions

TEXTS = {
    "一.txt": "青川水务集团总经理周宁介绍，2024年，青川水务集团营业收入达到35亿元，同比增长12%。\n",
    "二.txt": "青川水务集团党委书记李明介绍，2024年，青川水务集团营业收入达到36亿元。"
    "预计2026年，青川水务集团营业收入将突破50亿元。\n",
}
NAMES = sorted(questions())


@pytest.fixture(scope="module")
def water(tmp_path_factory):
    """Two texts that tell different figures of one thing, built."""
    source, folder = tmp_path_factory.mktemp("water"), tmp_path_factory.mktemp("water-built")
    for name, text in TEXTS.items():
        (source / name).write_text(text, encoding="utf-8")
    output.write(corpus.build([source], published=date(2025, 3, 1)).graph, folder)
    return folder


@pytest.fixture(scope="module", params=["seed_build", "built", "water"])
def graph(request):
    return request.getfixturevalue(request.param)


def test_there_are_enough_of_them():
    assert len(NAMES) >= 15


@pytest.mark.parametrize("name", NAMES)
def test_cypher_and_sparql_give_the_same_rows(graph, name):
    params = find(name).examples
    asked = ask(graph, name, "cypher", **params)
    assert asked == ask(graph / "graph.jsonl", name, "sparql", **params)
    assert asked == ask(graph / "graph.ttl", name, **params)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_an_answer_somewhere(seed_build, water, name):
    params = find(name).examples
    assert any(ask(folder / "graph.ttl", name, **params).rows for folder in (seed_build, water))


@pytest.mark.parametrize("name", NAMES)
def test_every_question_says_what_it_asks_in_both_languages(name):
    question = find(name)
    assert re.search("[一-鿿].*？$", question.zh) and re.search("^[A-Z][^一-鿿]*[?]$", question.en)
    for param in question.param:
        assert f"${param.name}" in question.cypher and f"${param.name}" in question.sparql
        assert param.zh and param.en and (param.example is None) != (param.default is None)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_rows_is_told(name):
    question = find(name)
    assert re.findall("ORDER BY", question.cypher) and re.findall("ORDER BY", question.sparql)


@pytest.mark.parametrize(
    ("name", "params", "row"),
    [
        ("figures-about", {"thing": "青川水务集团", "during": "2024"}, ("周宁", "营业收入", "=", 3.5e9, "元", "2024")),
        ("posts-as-of", {"date": "2025-03-01"}, ("李明", "党委书记", "青川水务集团", "2025-03-01")),
        ("path-between", {"one": "周宁", "other": "李明"}, ("holdsPost", "青川水务集团", "holdsPost", "", "")),
        ("disagreements", {}, ("青川水务集团", "营业收入", "2024", "元", 3.5e9, 3.6e9)),
        ("document-contribution", {"document": "一.txt"}, ("周宁", "holdsPost", "青川水务集团")),
        ("outlook", {}, ("李明", "states", "突破50亿元", "营业收入", "2026")),
    ],
)
@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_the_rows_tell_what_the_texts_say(water, name, params, row, language):
    rows = ask(water, name, language, **params).rows
    assert row in [found[: len(row)] for found in rows]


def test_nobody_held_a_post_before_anything_was_known(water):
    assert ask(water, "posts-as-of", date="2025-02-28").rows == ()


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_a_value_is_never_code(water, language):
    hostile = """x' OR 1=1 // " } } UNION { ?s ?p ?o } #"""
    assert ask(water, "quotations-of", language, speaker=hostile).rows == ()


def test_a_question_of_your_own_is_a_file(water, tmp_path):
    path = tmp_path / "people.toml"
    path.write_text(
        """zh = "有谁？"\nen = "Who is there?"
cypher = "MATCH (p:Person) RETURN p.name AS person ORDER BY person"
sparql = "SELECT (STR(?name) AS ?person) { ?p a kg:Person ; kg:name ?name } ORDER BY ?name"
""",
        encoding="utf-8",
    )
    assert ask(water, str(path)).rows == ask(water / "graph.jsonl", str(path)).rows == (("周宁",), ("李明",))


@pytest.mark.parametrize(
    ("name", "params", "error", "words"),
    [
        ("nosuch", {}, UnknownNameError, "there are: changes, "),
        ("quotations-of", {}, OptionError, "needs speaker=…: the speaker's name"),
        ("sources", {"year": 2024}, OptionError, "no parameter 'year'; it has: none"),
        ("nosuch.toml", {}, SourceError, "nosuch.toml: No such file"),
    ],
)
def test_what_cannot_be_asked_is_told(water, name, params, error, words):
    with pytest.raises(error, match=re.escape(words)):
        ask(water, name, **params)


@pytest.mark.parametrize("text", ["zh = ", "zh = '为什么？'", "zh = 1", "\udcff"])
def test_a_file_that_is_no_question_is_named(water, tmp_path, text):
    path = tmp_path / "broken.toml"
    path.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(SourceError, match=re.escape("broken.toml: is no question")):
        ask(water, str(path))


def test_a_language_has_a_name(water):
    with pytest.raises(UnknownNameError, match="there are: cypher, sparql"):
        ask(water, "sources", "gremlin")
