"""Graphs that are kept in a folder, a file or a store: loaded, and with documents that come and go."""

import shutil

import msgspec
import pytest
from examples import CITY, COMPANY, GRAPH, PAGE, PLANT

from kg import export, store
from kg.errors import OptionError, RecordError, StoreError, UnknownNameError
from kg.model import records as records_of
from kg.model.graph import Graph
from kg.model.records import encode
from kg.pipeline import keep, output
from kg.store import Changes
from kg.store.document import without

FILES = ["news.jsonl", *(f"news{ending}" for ending in keep.WRITERS)]


def records(graph, path):
    path.write_bytes(b"".join(encode(record) + b"\n" for record in graph.records()))
    return str(path)


@pytest.fixture
def graph(tmp_path):
    return records(GRAPH, tmp_path / "given.jsonl")


@pytest.fixture(scope="module")
def folder_once(tmp_path_factory):
    path = tmp_path_factory.mktemp("folder")
    output.write(GRAPH, path)
    return path


@pytest.fixture(params=["folder", "store", *FILES])
def kept(request, tmp_path, graph, folder_once):
    """A graph in each of the places that it can be kept in."""
    if request.param == "folder":
        shutil.copytree(folder_once, tmp_path / "folder")
        return str(tmp_path / "folder")
    if request.param == "store":
        keep.load(graph, f"arcadedb:{tmp_path / 'one.arcadedb'}")
        return f"arcadedb:{tmp_path / 'one.arcadedb'}"
    if request.param == FILES[0]:
        return records(GRAPH, tmp_path / request.param)
    path = tmp_path / request.param
    with path.open("wb") as out:
        export.write(GRAPH, keep.WRITERS[path.suffix], out)
    return str(path)


def test_a_load_is_the_graph_and_a_second_one_changes_nothing(tmp_path, graph):
    url, told = str(tmp_path / "one.arcadedb"), []
    first = keep.load(graph, url, on_rows=lambda *rows: told.append(rows))
    assert first == Changes(created=first.created)
    assert told == [(first.created, first.created)]
    assert keep.load(graph, url) == Changes(unchanged=first.created)
    assert output.read(url).digest() == GRAPH.digest()


def test_a_load_takes_the_place_of_what_was_there(tmp_path, graph):
    url = str(tmp_path / "one.arcadedb")
    keep.load(graph, url)
    smaller = without(GRAPH, PLANT)
    assert keep.load(records(smaller, tmp_path / "smaller.jsonl"), url).deleted > 0
    assert output.read(url) == smaller


def test_a_document_that_is_removed_leaves_the_graph_that_never_had_it(kept):
    changes = keep.remove(kept, PLANT)
    assert (changes.created, changes.deleted > 0) == (0, True)
    assert output.read(kept).digest() == without(GRAPH, PLANT).digest()


def test_a_document_is_put_back(kept, tmp_path):
    keep.remove(kept, PLANT)
    part = records(without(GRAPH, PAGE), tmp_path / "part.jsonl")
    assert keep.replace(kept, part).created > 0
    assert output.read(kept).digest() == GRAPH.digest()
    changes = keep.replace(kept, part)
    assert changes == Changes(unchanged=changes.unchanged)


def test_all_forms_in_a_folder_are_written(folder_once, tmp_path):
    folder = shutil.copytree(folder_once, tmp_path / "folder")
    keep.remove(str(folder), PAGE)
    digest = without(GRAPH, PAGE).digest()
    for name in (output.RECORDS, output.TURTLE, output.STORE):
        assert output.read(folder / name).digest() == digest, name


@pytest.mark.parametrize("place", ["folder", "store", FILES[0]])
def test_an_unknown_document_is_named_and_nothing_changes(place, tmp_path, graph, folder_once):
    where = {"folder": str(folder_once), "store": str(tmp_path / "one.arcadedb"), FILES[0]: graph}[place]
    if place == "store":
        keep.load(graph, where)
    with pytest.raises(UnknownNameError, match=r"no document named 'plan\.txt'"):
        keep.remove(where, "plan.txt")
    assert output.read(where).digest() == GRAPH.digest()


@pytest.mark.parametrize("given", [GRAPH, Graph()])
def test_a_part_must_be_of_one_document(graph, tmp_path, given):
    with pytest.raises(OptionError, match=r"part\.jsonl: has \d documents, where one is right"):
        keep.replace(graph, records(given, tmp_path / "part.jsonl"))


def test_a_file_stays_whole_where_a_change_fails(graph, tmp_path, monkeypatch):
    def fail(*_):
        raise StoreError("no space left")

    before = (tmp_path / "given.jsonl").read_bytes()
    monkeypatch.setattr("kg.export.write", fail)
    with pytest.raises(StoreError, match="no space left"):
        keep.remove(graph, PLANT)
    assert (tmp_path / "given.jsonl").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["given.jsonl"]


def test_a_file_is_written_beside_itself_and_then_takes_its_place(graph, tmp_path):
    old = (tmp_path / "given.jsonl").open("rb")
    before = (tmp_path / "given.jsonl").stat().st_ino
    keep.remove(graph, PLANT)
    assert (tmp_path / "given.jsonl").stat().st_ino != before
    with old:  # who reads the old one still does
        assert records_of.graph(old, "old").digest() == GRAPH.digest()
    assert [path.name for path in tmp_path.iterdir()] == ["given.jsonl"]


@pytest.mark.parametrize(
    ("location", "error", "message"),
    [("nowhere.jsonl", RecordError, "no graph here"), ("nowhere.arcadedb", StoreError, r"nowhere\.arcadedb")],
)
def test_a_place_that_holds_no_graph_is_said(tmp_path, monkeypatch, location, error, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(error, match=message):
        keep.remove(location, PLANT)


def test_documents_are_named_in_order():
    assert keep.documents(GRAPH) == [PAGE, PLANT]
    assert keep.documents(Graph()) == []
    assert keep.documents(Graph.of([COMPANY])) == [PLANT]


def test_a_store_is_opened_by_its_url(tmp_path, graph):
    keep.load(graph, f"arcadedb:{tmp_path / 'one.arcadedb'}")
    with store.open(tmp_path / "one.arcadedb") as opened:
        assert opened.read() == GRAPH


def test_of_many_documents_those_are_named_that_are_much_alike(tmp_path):
    things = [msgspec.structs.replace(CITY, id=f"city/{n}", documents=(f"{n:03}-report.txt",)) for n in range(300)]
    graph = records(Graph.of(things), tmp_path / "many.jsonl")
    with pytest.raises(UnknownNameError) as caught:
        keep.remove(graph, "142-report.tx")
    assert "; there are: " in str(caught.value) and str(caught.value).count("-report.txt") == keep.SHOWN
    assert "142-report.txt" in str(caught.value)
