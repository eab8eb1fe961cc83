"""From any paths to sources: their ids, standard input, and where problems lie."""

import io
import sys
from pathlib import Path

import pytest
from dispatch import TEXT, Run, ids, line

from kg.errors import InputError, SourceError
from kg.ingest import read


class TestIds:
    def test_two_files_of_one_name_are_a_problem_that_names_both(self, tmp_path: Path, run: Run) -> None:
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "x.txt").write_text(TEXT, encoding="utf-8")
        first, second = tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"
        sources, problems = run(first, second)
        assert [s.path for s in sources] == [str(first)]
        assert problems == [f"{second}: its id 'x.txt' is taken by {first}; every document needs its own"]

    def test_ids_are_unique_over_all_inputs(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "a.jsonl").write_text(line(id="n1", text=TEXT) * 2, encoding="utf-8")
        (tmp_path / "b.jsonl").write_text(line(id="n1", text=TEXT) + line(id="n2", text=TEXT), encoding="utf-8")
        sources, problems = run(tmp_path)
        assert ids(sources) == ["n1", "n2"]
        assert [problem.partition(": ")[0] for problem in problems] == [
            f"{tmp_path / 'a.jsonl'}:2",
            f"{tmp_path / 'b.jsonl'}:1",
        ]
        assert all(f"taken by {tmp_path / 'a.jsonl'}:1" in problem for problem in problems)


class TestStandardInput:
    def give(self, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
    def test_is_text(self, monkeypatch: pytest.MonkeyPatch, run: Run, encoding: str) -> None:
        self.give(monkeypatch, TEXT.encode(encoding))
        sources, problems = run("-")
        assert problems == []
        assert [(s.id, s.text) for s in sources] == [("stdin", TEXT)]

    def test_is_json_lines_where_it_begins_with_a_brace(self, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
        self.give(monkeypatch, b"\xef\xbb\xbf\n" + (line(id="a", text=TEXT) + "{\n").encode())
        sources, problems = run("-")
        assert ids(sources) == ["a"]
        assert problems[0].startswith("stdin:3: broken JSON")

    def test_stays_open_for_its_owner(self, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
        self.give(monkeypatch, TEXT.encode())
        run("-")
        assert not sys.stdin.buffer.closed

    def test_empty_is_reported(self, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
        self.give(monkeypatch, b"")
        assert run("-") == ([], ["stdin: is empty; a document needs text"])


def test_files_of_unknown_ending_that_begin_with_a_brace_are_json_lines(tmp_path: Path, run: Run) -> None:
    (tmp_path / "news.json").write_text(line(id="a", text=TEXT), encoding="utf-8")
    assert ids(run(tmp_path / "news.json")[0]) == ["a"]


def test_every_problem_is_a_source_error_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("x\n", encoding="utf-8")
    problems: list[InputError] = []
    list(read([tmp_path, tmp_path / "nosuch"], on_problem=problems.append))
    assert [type(problem) for problem in problems] == [SourceError, SourceError]
    assert [problem.where for problem in problems] == [f"{tmp_path / 'a.jsonl'}:1", str(tmp_path / "nosuch")]
