"""The embedded store on disk: what it writes, when it refuses, and what a broken write leaves."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import msgspec
import pytest
from examples import BEIJING, CITY, COMPANY, GRAPH, MAYOR, PAGE, PLANT, TEXTS
from hypothesis import HealthCheck, given, settings
from strategies import parts, union

from kg import store
from kg.errors import QueryError, StoreError
from kg.model.graph import Graph
from kg.ontology import packaged
from kg.store import Changes
from kg.store.document import without
from kg.store.projection import project
from kg.store.rows import kinds

ROWS = len(project(GRAPH).nodes) + len(project(GRAPH).relationships)
EMPTY = Graph()


def run(code: str, *args: object) -> subprocess.CompletedProcess[str]:
    """Run a program of its own: Python with the package and the tests' modules on its path."""
    paths = [str(Path(__file__).parents[1]), str(Path(store.__file__).parents[2])]
    head = f"import sys; sys.path[:0] = {paths!r}\n"
    command = [sys.executable, "-c", head + textwrap.dedent(code), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # our own code


def test_writing_the_same_graph_again_changes_nothing(opened):
    assert opened.write(GRAPH) == Changes(created=ROWS)
    assert opened.write(GRAPH) == Changes(unchanged=ROWS)
    assert opened.read().digest() == GRAPH.digest()


def test_a_store_keeps_its_graph_when_it_is_opened_again(tmp_path):
    with store.open(tmp_path, create=True) as opened:
        opened.write(GRAPH)
    with store.open(tmp_path, create=True) as opened:
        assert opened.write(GRAPH) == Changes(unchanged=ROWS)
        assert opened.read() == GRAPH


def test_a_store_is_where_the_working_folder_is_now(opened, tmp_path, monkeypatch):
    opened.write(GRAPH)  # by now the JVM has started, in another folder
    monkeypatch.chdir(tmp_path)
    with store.open("here", create=True) as found:
        found.write(GRAPH)
    assert (tmp_path / "here" / "graph.arcadedb" / "schema.json").is_file()


def test_a_write_leaves_the_new_graph_and_nothing_of_the_old(opened):
    opened.write(GRAPH)
    smaller = without(GRAPH, PLANT)
    changes = opened.write(smaller)
    assert changes.deleted > 0
    assert opened.read() == smaller
    assert opened.query("MATCH (c:Company) RETURN count(c)").rows == ((0,),)
    assert opened.query("MATCH ()-[r:LOCATED_IN]->() RETURN count(r)").rows == ((0,),)
    assert opened.write(EMPTY).deleted == len(project(smaller).nodes) + len(project(smaller).relationships)
    assert opened.query("MATCH (n) RETURN count(n)").rows == ((0,),)
    assert opened.write(GRAPH) == Changes(created=ROWS)


def test_a_thing_that_changes_its_class_keeps_its_relationships(opened):
    opened.write(GRAPH)
    other = msgspec.structs.replace(COMPANY, types=packaged().types("Institute"))
    entities = [other if entity == COMPANY else entity for entity in GRAPH.entities]
    changed = Graph.of([*entities, *GRAPH.statements, *GRAPH.articles])
    opened.write(changed)
    assert opened.read() == changed
    assert opened.query("MATCH (c:Company) RETURN count(c)").rows == ((0,),)
    assert opened.query("MATCH (c:Institute)-[:LOCATED_IN]->(p:City) RETURN p.name").rows == (("北京市",),)


def test_properties_that_are_no_longer_said_go(opened):
    opened.write(GRAPH)
    bare = msgspec.structs.replace(BEIJING, code=None, aliases=("京",))
    entities = [bare if entity == BEIJING else entity for entity in GRAPH.entities]
    assert opened.write(Graph.of([*entities, *GRAPH.statements, *GRAPH.articles])).changed == 1
    assert opened.query("MATCH (c {id: $id}) RETURN c.code, c.alias", id=BEIJING.id).rows == ((None, ["京"]),)


def test_a_document_is_removed_and_put_back(opened):
    opened.write(GRAPH)
    opened.remove_document(PLANT)
    assert opened.read() == without(GRAPH, PLANT)
    assert opened.remove_document(PLANT).deleted == 0
    opened.replace_document(PLANT, without(GRAPH, PAGE))
    assert opened.read() == GRAPH
    for document in TEXTS:
        opened.remove_document(document)
    assert opened.read() == EMPTY


@given(graphs=parts())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_removing_any_document_leaves_the_graph_that_never_had_it(example_of_documents, graphs):
    opened = example_of_documents
    opened.write(EMPTY)
    for document, graph in graphs.items():
        opened.replace_document(document, graph)
    assert opened.read() == union(graphs.values())
    for document in list(graphs):
        opened.remove_document(document)
        del graphs[document]
        assert opened.read() == union(graphs.values())


@pytest.fixture(scope="module")
def example_of_documents(tmp_path_factory):
    with store.open(tmp_path_factory.mktemp("documents"), create=True) as opened:
        yield opened


def test_the_schema_is_the_ontology(example):
    labels = {label for (label,) in example.query("CALL db.labels() YIELD label RETURN label").rows}
    assert labels == set(packaged().classes) - {"Extraction"}
    types = example.query("CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type").rows
    assert {kind for (kind,) in types} == {packaged().predicate(kind.predicate).relationship for kind in kinds()}


def test_ids_are_unique_below_a_root_class_and_indexed(example):
    rows = example.query("SHOW INDEXES").rows
    indexed = {(row[example.query("SHOW INDEXES").columns.index("labelsOrTypes")][0]) for row in rows}
    assert indexed == {"Assertion", "Document", "Entity", "Span"}


def test_only_one_at_a_time_can_have_a_store_open(tmp_path):
    path = tmp_path / "one.arcadedb"
    with store.open(path, create=True):
        with pytest.raises(StoreError, match=r"one\.arcadedb: is open elsewhere"):
            store.open(path)
        found = run("from kg import store; store.open(sys.argv[1])", path)
        assert found.returncode == 1
        assert found.stderr.endswith("only one process can have an embedded store open\n")
    store.open(path).close()


def test_a_closed_store_says_so_and_may_be_closed_again(tmp_path):
    opened = store.open(tmp_path, create=True)
    opened.close()
    opened.close()
    with pytest.raises(StoreError, match="closed"):
        opened.read()
    with pytest.raises(StoreError, match="closed"):
        opened.write(GRAPH)
    with pytest.raises(QueryError, match="closed"):
        opened.query("RETURN 1")


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_store_is_left_alone(tmp_path, kind):
    path = tmp_path / "notes.arcadedb"
    if kind == "folder":
        path.mkdir()
        (path / "diary.txt").write_text("private", encoding="utf-8")
    else:
        path.write_text("private", encoding="utf-8")
    with pytest.raises(StoreError, match=r"notes\.arcadedb: is something else than a graph store"):
        store.open(path, create=True)
    with pytest.raises(StoreError, match="there is no graph store here"):
        store.open(path)
    assert (path / "diary.txt" if kind == "folder" else path).read_text(encoding="utf-8") == "private"


def test_a_damaged_store_is_reported(tmp_path):
    path = tmp_path / "graph.arcadedb"
    with store.open(path, create=True) as opened:
        opened.write(GRAPH)
    (bucket,) = path.glob("Span_0.*.bucket")
    bucket.write_bytes(bytes(bucket.stat().st_size))
    with store.open(path) as opened, pytest.raises(StoreError, match="not found"):
        opened.read()


def test_a_write_that_fails_leaves_the_store_as_it_was(opened):
    opened.write(GRAPH)
    surrogate = msgspec.structs.replace(MAYOR, name="周\x00岚", aliases=("x" * 300_000,), id="person/" + "x" * 300_000)
    broken = Graph.of([*without(GRAPH, PLANT).records(), surrogate])
    with pytest.raises(StoreError):
        opened.write(broken)
    assert opened.read() == GRAPH


def test_a_first_write_that_fails_leaves_an_empty_store_and_no_leftovers(tmp_path):
    path = tmp_path / "graph.arcadedb"
    broken = Graph.of([*GRAPH.records(), msgspec.structs.replace(CITY, id="city/" + "x" * 300_000)])
    with store.open(path, create=True) as opened:
        with pytest.raises(StoreError):
            opened.write(broken)
        assert opened.read() == EMPTY
        assert [item.name for item in tmp_path.iterdir()] == ["graph.arcadedb"]
        opened.write(GRAPH)
        assert opened.read() == GRAPH
    assert [item.name for item in tmp_path.iterdir()] == ["graph.arcadedb"]


KILLED = """
    import os, signal
    from examples import GRAPH, PLANT
    from kg import store
    from kg.store import arcade
    from kg.store.document import without
    path, first, steps = sys.argv[1], sys.argv[2] == "first", int(sys.argv[3])
    opened = store.open(path, create=True)
    if not first:
        opened.write(without(GRAPH, PLANT))
    run = arcade.run
    def counted(*args):
        global steps
        steps -= 1
        if not steps:
            os.kill(os.getpid(), signal.SIGKILL)
        run(*args)
    arcade.run = counted
    opened.write(GRAPH)
    print("written")
"""


@pytest.mark.parametrize("steps", [1, 14])
@pytest.mark.parametrize(("when", "before"), [("first", EMPTY), ("later", without(GRAPH, PLANT))])
def test_a_killed_write_leaves_the_store_as_it_was(tmp_path, when, before, steps):
    found = run(KILLED, tmp_path / "graph.arcadedb", when, steps)
    assert (found.returncode, found.stdout) == (-9, "")
    with store.open(tmp_path / "graph.arcadedb") as opened:
        assert opened.read() == before
        opened.write(GRAPH)
        assert opened.read() == GRAPH
    assert [item.name for item in tmp_path.iterdir()] == ["graph.arcadedb"]


def test_a_store_may_be_moved(tmp_path):
    with store.open(tmp_path / "one.arcadedb", create=True) as opened:
        opened.write(GRAPH)
    shutil.move(tmp_path / "one.arcadedb", tmp_path / "two.arcadedb")
    with store.open(tmp_path / "two.arcadedb") as opened:
        assert opened.read() == GRAPH
