"""Where graphs are kept: every place that one can be read from, and files that are replaced as a whole."""

import contextlib
import io
import os
import stat
import sys
import tempfile
from pathlib import Path

import examples
import pytest

from kg.errors import RecordError, StoreError
from kg.model import records
from kg.model.graph import Graph
from kg.pipeline import output

DIGEST = examples.GRAPH.digest()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a graph was written into."""
    path = tmp_path_factory.mktemp("graph") / "deep" / "out"
    output.write(examples.GRAPH, path)
    return path


def test_writing_makes_the_folder_and_four_forms(folder):
    assert {path.name for path in folder.iterdir()} == {output.RECORDS, output.TURTLE, output.PAGE, output.STORE}


def test_writing_says_what_changed_in_the_store(tmp_path):
    first = output.write(examples.GRAPH, tmp_path)
    again = output.write(examples.GRAPH, tmp_path)
    gone = output.write(Graph(), tmp_path)
    assert (first.changed, first.deleted) == (0, 0)
    assert (again.created, again.changed, again.deleted) == (0, 0, 0)
    assert (gone.created, gone.deleted) == (0, first.created)


@pytest.mark.parametrize("name", ["", output.RECORDS, output.TURTLE, output.STORE])
def test_a_folder_and_each_of_its_graphs_read_as_the_graph(folder, name):
    assert output.read(folder / name).digest() == DIGEST
    assert output.read(str(folder / name)).digest() == DIGEST


def test_a_store_is_read_by_its_url(folder):
    assert output.read(f"arcadedb:{folder / output.STORE}").digest() == DIGEST


def test_a_folder_with_only_a_store_is_read(tmp_path):
    output.write(examples.GRAPH, tmp_path)
    (tmp_path / output.RECORDS).unlink()
    assert output.read(tmp_path).digest() == DIGEST


def test_records_are_read_from_a_file_of_any_name(folder, tmp_path):
    path = tmp_path / "news"
    path.write_bytes((folder / output.RECORDS).read_bytes())
    assert output.read(path).digest() == DIGEST


def test_standard_input_holds_records(monkeypatch):
    lines = b"".join(map(records.encode, examples.GRAPH.records()))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))
    assert output.read("-").digest() == DIGEST


def test_a_fault_on_standard_input_is_named_by_its_line(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n{]\n"), encoding="utf-8"))
    with pytest.raises(RecordError, match=r"^stdin:2: is no record"):
        output.read("-")


@pytest.mark.parametrize("name", ["nosuch", "nosuch.jsonl", "."])
def test_a_place_without_a_graph_says_what_would_be_one(tmp_path, name):
    with pytest.raises(RecordError, match=r"expected a folder with graph\.jsonl") as caught:
        output.read(tmp_path / name)
    assert caught.value.where == str(tmp_path / name)


def test_a_store_that_is_not_there_is_an_error_and_makes_none(tmp_path):
    path = tmp_path / "nosuch.arcadedb"
    with pytest.raises(StoreError, match="nosuch"):
        output.read(path)
    assert not path.exists()


def test_a_broken_file_is_named_by_its_line(tmp_path):
    path = tmp_path / "graph.jsonl"
    path.write_bytes(records.encode(examples.MAYOR) + b'{"record": "entity"}\n')
    with pytest.raises(RecordError) as caught:
        output.read(path)
    assert caught.value.where == f"{path}:2"


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """The folder in which temporary folders are made."""
    path = tmp_path / "temporary"
    path.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(path))
    return path


def test_a_file_is_opened_as_a_store_that_goes_afterwards(folder, temporary):
    with output.opened(folder / output.RECORDS) as store:
        assert store.read().digest() == DIGEST
        assert [path.name.startswith("kg-") for path in temporary.iterdir()] == [True]
    assert list(temporary.iterdir()) == []


def test_a_failure_within_leaves_no_temporary_store(folder, temporary):
    with pytest.raises(ZeroDivisionError), output.opened(folder / output.RECORDS):
        raise ZeroDivisionError
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("name", ["", output.STORE])
def test_a_store_is_opened_where_it_is(folder, temporary, name):
    with output.opened(folder / name) as store:
        assert store.read().digest() == DIGEST
        assert list(temporary.iterdir()) == []


def test_opening_nothing_makes_no_temporary_folder(temporary):
    with pytest.raises(RecordError, match="no graph here"), output.opened(temporary / "nosuch"):
        pass
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_file_gets_the_permissions_that_the_umask_leaves(tmp_path, mask):
    path = tmp_path / "graph.jsonl"
    before = os.umask(mask)
    try:
        with output.replacing(path) as out:
            out.write(b"new")
        assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
        assert os.umask(mask) == mask
    finally:
        os.umask(before)


def test_the_old_file_stands_until_all_is_written(tmp_path):
    path = tmp_path / "graph.jsonl"
    path.write_bytes(b"old")
    with output.replacing(path) as out:
        out.write(b"new")
        out.flush()
        assert path.read_bytes() == b"old"
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("graph.jsonl", b"new")]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_an_interrupted_write_leaves_nothing_beside_the_old_file(tmp_path, error):
    path = tmp_path / "graph.jsonl"
    path.write_bytes(b"old")
    with contextlib.suppress(error), output.replacing(path) as out:
        out.write(b"half")
        raise error
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("graph.jsonl", b"old")]
