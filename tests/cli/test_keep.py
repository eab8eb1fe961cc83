"""Commands on graphs that are kept: what they say, and how they fail."""

import pytest
from examples import GRAPH, PAGE, PLANT

from kg.model.records import encode
from kg.model.records import graph as read
from kg.store.document import without


def kept(graph, path):
    path.write_bytes(b"".join(encode(record) + b"\n" for record in graph.records()))
    return str(path)


@pytest.fixture
def file(tmp_path):
    return kept(GRAPH, tmp_path / "graph.jsonl")


@pytest.fixture
def url(tmp_path, file, run):
    found = str(tmp_path / "one.arcadedb")
    assert run("load", file, found).exit_code == 0
    return found


def test_load_says_what_changed(run, file, tmp_path):
    first, second = (run("load", file, str(tmp_path / "one.arcadedb")) for _ in range(2))
    rows = first.stdout.split()[0]
    assert first.stdout == f"{rows} created, 0 changed, 0 deleted, 0 unchanged\n"
    assert second.stdout == f"0 created, 0 changed, 0 deleted, {rows} unchanged\n"
    assert first.stderr == ""  # no bar where there is no terminal


def test_dump_gives_the_records_back(run, url, tmp_path):
    assert run("dump", url, "-o", str(tmp_path / "dump.jsonl")).output == ""
    dump = (tmp_path / "dump.jsonl").read_bytes()
    assert read(dump.splitlines()).digest() == GRAPH.digest()
    assert run("dump", url, "-o", "-").stdout.encode() == dump


@pytest.mark.parametrize("place", ["file", "url"])
def test_remove_and_replace_say_what_changed(run, place, tmp_path, request):
    where = request.getfixturevalue(place)
    removed = run("remove", where, PLANT)
    assert (removed.exit_code, removed.stdout.startswith("0 created, ")) == (0, True)
    replaced = run("replace", where, kept(without(GRAPH, PAGE), tmp_path / "part.jsonl"))
    assert (replaced.exit_code, replaced.stdout.startswith("0 created, ")) == (0, False)
    assert run("diff", where, kept(GRAPH, tmp_path / "whole.jsonl")).exit_code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("remove", "{file}", "plan.txt"), "no document named 'plan.txt'; there are: page.txt, plant.txt"),
        (("remove", "{url}", "plan.txt"), "no document named 'plan.txt'; there are: page.txt, plant.txt"),
        (("remove", "nowhere", "page.txt"), "no graph here"),
        (("replace", "{file}", "{file}"), "has 2 documents, where one is right: page.txt, plant.txt"),
        (("replace", "{file}", "nowhere"), "no graph here"),
        (("load", "nowhere", "{url}"), "no graph here"),
        (("load", "{file}", "dragon://den"), "dragon"),
        (("dump", "nowhere.arcadedb", "-o", "-"), "nowhere.arcadedb"),
    ],
)
def test_what_cannot_be_done_is_said(run, file, url, words, message):
    before = run("dump", url, "-o", "-").stdout
    result = run(*(word.format(file=file, url=url) for word in words))
    assert (result.exit_code, result.stdout) == (1, "")
    assert message in result.stderr and "Traceback" not in result.stderr
    assert run("dump", url, "-o", "-").stdout == before


@pytest.mark.parametrize("rows", ["0", "-1", "many"])
def test_a_batch_has_at_least_a_row(run, file, url, rows):
    result = run("load", file, url, "--batch-size", rows)
    assert (result.exit_code, "--batch-size" in result.stderr) == (2, True)
