"""Graphs that are kept in Neo4j, by the commands: load, remove, replace, dump, query and diff."""

import neo4j
import pytest
from examples import GRAPH, PAGE, PLANT
from neo4j_server import auth

from kg.model import records
from kg.model.graph import Graph
from kg.model.records import encode
from kg.store.document import without


@pytest.fixture
def graph(tmp_path):
    return kept(GRAPH, tmp_path / "graph.jsonl")


@pytest.fixture
def say(run):
    """What a command that ends well writes to stdout."""

    def say(*words):
        result = run(*words)
        assert result.exit_code == 0, result.output
        return result.stdout

    return say


def kept(graph, path):
    path.write_bytes(b"".join(encode(record) + b"\n" for record in graph.records()))
    return str(path)


def dumped(say, url, path):
    assert say("dump", url, "-o", str(path)) == ""
    with path.open("rb") as file:
        return records.graph(file, str(path))


def committed(uri):
    """Return what the database says of the last transaction that changed it."""
    with neo4j.GraphDatabase.driver(uri, auth=auth()) as driver, driver.session() as session:
        session.run("RETURN 1").consume()
        return session.last_bookmarks().raw_values


def test_a_graph_is_loaded_queried_and_dumped(any_database, graph, say, tmp_path):
    said = say("load", graph, any_database, "--batch-size", "10")
    assert said.endswith(" created, 0 changed, 0 deleted, 0 unchanged\n") and not said.startswith("0")
    query = "MATCH (c:Company)-[:LOCATED_IN]->(p) RETURN c.name AS company, p.name AS place"
    assert "明州机器人有限公司,北京市" in say("query", any_database, query, "--to", "csv")
    assert dumped(say, any_database, tmp_path / "dump.jsonl").digest() == GRAPH.digest()
    assert (tmp_path / "dump.jsonl").read_text(encoding="utf-8") == say("dump", any_database, "-o", "-")


def test_a_second_load_changes_nothing_in_the_database(any_database, graph, say):
    rows = say("load", graph, any_database).split()[0]
    before = committed(any_database)
    assert say("load", graph, any_database) == f"0 created, 0 changed, 0 deleted, {rows} unchanged\n"
    assert committed(any_database) == before


def test_a_removed_document_was_never_there(database, graph, say, tmp_path):
    say("load", graph, database)
    assert say("remove", database, PLANT).startswith("0 created, ")
    assert dumped(say, database, tmp_path / "dump.jsonl").digest() == without(GRAPH, PLANT).digest()
    never = kept(without(GRAPH, PLANT), tmp_path / "never.jsonl")
    assert say("load", never, database).startswith("0 created, 0 changed, 0 deleted, ")
    say("remove", database, PAGE)
    assert say("query", database, "MATCH (n) RETURN count(n) AS nodes", "--to", "csv").split() == ["nodes", "0"]


def test_a_document_is_put_in_the_place_of_its_old_graph(database, graph, say, tmp_path):
    say("load", graph, database)
    say("remove", database, PLANT)
    part = kept(without(GRAPH, PAGE), tmp_path / "part.jsonl")
    assert not say("replace", database, part).startswith("0 created")
    assert dumped(say, database, tmp_path / "dump.jsonl").digest() == GRAPH.digest()
    assert say("replace", database, part).startswith("0 created, 0 changed, 0 deleted, ")


def test_an_unknown_document_is_said_and_nothing_changes(database, graph, run, say, tmp_path):
    say("load", graph, database)
    before = committed(database)
    result = run("remove", database, "plan.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no document named 'plan.txt'" in result.stderr
    assert run("replace", database, graph).exit_code == 1  # a graph of two documents
    assert run("replace", database, kept(Graph(), tmp_path / "none.jsonl")).exit_code == 1
    assert committed(database) == before


def test_a_dump_that_fails_leaves_the_file_that_was_there(run, tmp_path):
    (tmp_path / "dump.jsonl").write_text("old", encoding="utf-8")
    result = run("dump", "bolt://nowhere.invalid", "-o", str(tmp_path / "dump.jsonl"))
    assert (result.exit_code, "there is no such host" in result.stderr) == (1, True)
    assert (tmp_path / "dump.jsonl").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["dump.jsonl"]


def test_a_graph_file_and_its_database_do_not_differ(database, graph, run, say, tmp_path):
    say("load", graph, database)
    assert run("diff", graph, database).exit_code == 0
    smaller = kept(without(GRAPH, PLANT), tmp_path / "smaller.jsonl")
    assert run("diff", smaller, database).exit_code == 1
