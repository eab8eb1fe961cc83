"""The bulk route: what `kg export --to neo4j-admin` writes, the real importer reads, and it is the graph again."""

from typing import Any

import msgspec
import pytest
from examples import GRAPH
from hypothesis import Phase, given, settings
from neo4j_server import LTS, NEWEST
from strategies import HOSTILE, graphs

from kg import store
from kg.errors import StoreError
from kg.model.graph import Entity, Graph, Record
from kg.model.records import decode, encode
from kg.ontology import packaged
from kg.store import Changes, bulk

IMPORT = bulk.COMMAND.split()[1:]


@pytest.fixture
def imported(new_server, tmp_path):
    """How to let the importer fill a server of its own; returns its URI."""

    def imported(graph, release=LTS):
        bulk.write(graph.records(), tmp_path / "import")
        server = new_server(release)
        server.admin(*IMPORT, folder=tmp_path / "import")
        server.start()
        return server.uri

    return imported


@pytest.fixture(scope="module")
def crowd():
    """A graph of some thousand random records, whatever their texts are."""
    found = []

    @settings(max_examples=100, database=None, derandomize=True, phases=[Phase.generate])
    @given(graphs())
    def collect(graph):
        if all(("",) not in (entity.aliases, entity.same_as) for entity in graph.entities):
            found.append(graph)

    collect()
    return Graph.of(
        apart(record, f"{number}/") for number, graph in enumerate(found * 12) for record in graph.records()
    )


def apart(record: Record, prefix: str) -> Record:
    """Return a record with other ids, of another document."""
    return decode(msgspec.json.encode(_renamed(msgspec.to_builtins(record), prefix)))


def _renamed(value: Any, prefix: str, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _renamed(item, prefix, key) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(item, prefix, name) for item in value]
    if name == "id":
        kind, slash, rest = value.partition("/")
        return f"{kind}{slash}{prefix}{rest}"
    return prefix + value if name in ("document", "documents") else value


def city(number: int, *aliases: str, name: str = "江城市") -> Entity:
    return Entity(f"city/{number}", packaged().types("City"), name, aliases=aliases)


def written(graph, folder):
    bulk.write(graph.records(), folder)
    return {file.name: file.read_bytes().decode() for file in folder.iterdir()}


@pytest.mark.parametrize("release", [LTS, NEWEST], ids=lambda release: release.version)
def test_the_imported_database_is_the_graph(imported, crowd, release):
    assert len(list(crowd.records())) > 3000
    with store.open(imported(crowd, release)) as opened:
        assert opened.read().digest() == crowd.digest()


def test_it_is_what_a_load_writes(imported, database):
    with store.open(database) as loaded, store.open(imported(GRAPH)) as opened:
        loaded.write(GRAPH)
        for query in (
            "MATCH (n) UNWIND labels(n) AS label RETURN label, properties(n) ORDER BY n.id, label",
            "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r) ORDER BY a.id, type(r), b.id, r.id",
        ):
            assert opened.query(query) == loaded.query(query)
        changes = opened.write(GRAPH)
        assert changes == Changes(unchanged=changes.unchanged)


def test_the_same_graph_gives_the_same_bytes_in_any_order(tmp_path):
    one = written(GRAPH, tmp_path / "one")
    bulk.write(reversed(list(GRAPH.records())), tmp_path / "other")
    assert {file.name: file.read_bytes().decode() for file in (tmp_path / "other").iterdir()} == one


def test_columns_have_types_and_classes_all_their_labels(tmp_path):
    files = written(GRAPH, tmp_path)
    assert files["Figure.csv"].startswith("id:ID(Assertion),comparator:string,")
    assert "value:double" in files["Figure.csv"]
    assert files["Entity-IN_DOCUMENT-Document.csv"].startswith(":START_ID(Entity),:END_ID(Document),position:long\n")
    assert (
        files["Entity-PART_OF-Entity.csv"].splitlines()[1] == '"area/110000","area/CN",true,1.0,"fact/61b58cd30772a7a3"'
    )
    assert "--nodes=Municipality:City:" in files[bulk.ARGUMENTS]
    assert "--relationships=HOLDS_POST=./Entity-HOLDS_POST-Entity.csv" in files[bulk.ARGUMENTS]


@pytest.mark.parametrize(
    ("aliases", "delimiter"),
    [(("江城", "江"), "003B"), (("江;城", "江"), "007C"), (("江;城|", "江"), "E000"), (("江;城|\ue000", "江"), "E001")],
)
def test_arrays_are_delimited_by_a_sign_that_they_do_not_hold(tmp_path, aliases, delimiter):
    files = written(Graph.of([city(1, *aliases)]), tmp_path)
    assert f"--array-delimiter=U+{delimiter}\n" in files[bulk.ARGUMENTS]
    assert files["City.csv"].splitlines()[1] == f'"city/1","{chr(int(delimiter, 16)).join(aliases)}","江城市"'


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_one_quoted_cell(tmp_path, text):
    files = written(Graph.of([city(1, name=text)]), tmp_path)
    assert files["City.csv"] == 'id:ID(Entity),name:string\n"city/1","{}"\n'.format(text.replace('"', '""'))


def test_only_files_with_texts_of_several_lines_are_read_so(tmp_path):
    assert "multiline" not in written(Graph.of([city(1)]), tmp_path)[bulk.ARGUMENTS]
    assert "--multiline-fields=./City.csv\n" in written(Graph.of([city(1, name="江\n城")]), tmp_path)[bulk.ARGUMENTS]


def test_what_the_importer_cannot_hold_is_refused(tmp_path):
    with pytest.raises(StoreError, match="city/1 has a list of one empty text as alias"):
        bulk.write([city(1, "")], tmp_path / "one")
    with pytest.raises(StoreError, match="the graph is empty"):
        bulk.write([], tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_an_export_takes_the_place_of_an_earlier_one_and_of_nothing_else(tmp_path):
    written(GRAPH, tmp_path)
    assert sorted(written(Graph.of([city(1)]), tmp_path)) == ["City.csv", bulk.ARGUMENTS]
    (tmp_path / bulk.ARGUMENTS).unlink()
    for place in (tmp_path, tmp_path / "City.csv"):
        with pytest.raises(StoreError, match="is something else than an export for the importer"):
            bulk.write(GRAPH.records(), place)
    assert [file.name for file in tmp_path.iterdir()] == ["City.csv"]


@pytest.fixture
def kept(tmp_path):
    """A graph in its records."""
    file = tmp_path / "graph.jsonl"
    file.write_bytes(b"".join(encode(record) + b"\n" for record in GRAPH.records()))
    return str(file)


def test_the_command_writes_a_folder_and_says_how_to_import_it(run, kept, tmp_path):
    result = run("export", kept, "--to", "neo4j-admin", "-o", str(tmp_path / "new" / "import"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"run there: {bulk.COMMAND}" in result.stderr
    assert (tmp_path / "new" / "import" / "Company.csv").is_file()


@pytest.mark.parametrize(
    ("form", "output", "message"),
    [("neo4j-admin", "-", "neo4j-admin is a folder of files"), ("turtle", ".", ". is a folder, and turtle is a file")],
)
def test_a_folder_is_told_from_a_file(run, kept, form, output, message):
    result = run("export", kept, "--to", form, "-o", output)
    assert result.exit_code != 0
    assert message in result.stderr
