"""A build is the same bytes whatever the hash seed, and its exports are those that are committed."""

import contextlib
import os
import subprocess
import sys
from datetime import date

import pytest

import kg
from kg.errors import SourceError
from kg.pipeline import corpus, output


def test_two_builds_with_different_hash_seeds_are_byte_identical(seeds, tmp_path):
    for number in ("1", "77"):
        subprocess.run(
            [sys.executable, "-m", "kg", "build", str(seeds), "-o", str(tmp_path / number)],
            env={**os.environ, "PYTHONHASHSEED": number}, check=True, capture_output=True,
        )  # fmt: skip
    for name in (output.RECORDS, output.TURTLE, output.PAGE):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "77" / name).read_bytes()


@pytest.mark.parametrize("name", [output.RECORDS, output.TURTLE, output.PAGE])
def test_the_committed_exports_are_what_a_build_writes(seed_build, exports, name):
    assert (exports / name).read_bytes() == (seed_build / name).read_bytes()


def test_every_form_and_the_store_hold_one_graph(seed_build):
    graph = output.read(seed_build)
    with output.opened(seed_build) as store:
        assert store.read().digest() == graph.digest()


def test_the_library_gives_what_the_command_gives(corpus, built):
    graph = kg.build([corpus], published=date(2025, 8, 7))
    assert graph.digest() == kg.read(built).digest()
    assert graph.to_networkx().number_of_nodes() == len(graph.nodes)


def test_a_document_that_cannot_be_read_is_a_warning_of_the_library(corpus, tmp_path, caplog):
    (tmp_path / "x.txt").write_bytes(b"")
    kg.build([corpus / "a.txt", tmp_path / "x.txt"])
    assert "x.txt" in caplog.text


def test_nothing_to_read_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="nothing could be read"):
        corpus.build([tmp_path])


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "graph.jsonl"
    path.write_bytes(b"old")
    with contextlib.suppress(RuntimeError), output.replacing(path) as out:
        out.write(b"half")
        raise RuntimeError
    assert [found.read_bytes() for found in tmp_path.iterdir()] == [b"old"]
