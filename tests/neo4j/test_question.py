"""The questions that come with kg: Neo4j, the embedded store and RDF give the same rows."""

import pytest

from kg import store
from kg.pipeline import output
from kg.pipeline.question import ask, find, questions


@pytest.fixture(scope="module")
def seed(seed_build):
    return output.read(seed_build)


def test_neo4j_answers_every_question_as_the_embedded_store_and_rdf_do(any_database, seed, seed_build):
    with store.open(any_database) as opened:
        opened.write(seed)
    for name in questions():
        params = find(name).examples
        found = ask(any_database, name, **params)
        assert found == ask(seed_build, name, "cypher", **params), name
        assert found == ask(seed_build / "graph.ttl", name, **params), name


def test_the_command_asks_a_server(any_database, seed, run):
    with store.open(any_database) as opened:
        opened.write(seed)
    result = run("ask", "path-between", any_database, "--param", "one=凌激", "--param", "other=王文涛")
    assert (result.exit_code, "商务部" in result.stdout) == (0, True)
