import hashlib
import io
import json
import os
import sys
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError, SourceError
from kg.ingest import MAX_BYTES, read
from kg.model.text import Source

Run = Callable[..., tuple[list[Source], list[str]]]

TEXT = "新华社兰州6月2日电　甘肃省首座熔盐储能电站2日并网发电。"


@pytest.fixture
def run() -> Run:
    def run(*paths: Path | str, published: date | None = None) -> tuple[list[Source], list[str]]:
        problems: list[InputError] = []
        sources = list(read(paths, published=published, on_problem=problems.append))
        return sources, [str(problem) for problem in problems]

    return run


def line(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False) + "\n"


def ids(sources: list[Source]) -> list[str]:
    return [source.id for source in sources]


class TestPlainText:
    def test_is_one_document_named_by_its_file(self, tmp_path: Path, run: Run) -> None:
        file = tmp_path / "lanzhou.txt"
        file.write_text(TEXT, encoding="utf-8")
        sources, problems = run(file, published=date(2025, 6, 3))
        assert problems == []
        assert [(s.id, s.text, s.path, s.published) for s in sources] == [
            ("lanzhou.txt", TEXT, str(file), date(2025, 6, 3))
        ]
        assert sources[0].sha256 == hashlib.sha256(TEXT.encode()).hexdigest()

    def test_keeps_every_character_but_the_mark(self, tmp_path: Path, run: Run) -> None:
        file = tmp_path / "a.txt"
        file.write_bytes(b"\xef\xbb\xbf" + "　一。\r\n\r\n二🙂。\r".encode())
        assert run(file)[0][0].text == "　一。\r\n\r\n二🙂。\r"

    def test_same_text_in_another_encoding_has_the_same_digest(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "a.txt").write_bytes(TEXT.encode())
        (tmp_path / "b.txt").write_bytes(TEXT.encode("gb18030"))
        first, second = run(tmp_path)[0]
        assert first.sha256 == second.sha256

    @pytest.mark.parametrize("name", ["report", "report.text", "report.TXT", "report.md"])
    def test_any_ending_is_read_when_given_by_name(self, tmp_path: Path, run: Run, name: str) -> None:
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
        assert run(tmp_path / name)[0][0].text == TEXT

    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (b"", "is empty"),
            (" \n　\r\n".encode(), "is empty"),
            (b"\x00\x01\x02\x03", "is binary data"),
            (b"<!DOCTYPE html>\n<html><body>", "is an HTML page"),
            (b"a" * (MAX_BYTES + (1 << 20)), r"a document of 17.0 MB; the limit is 16 MB"),
        ],
        ids=["empty", "blank", "binary", "html", "large"],
    )
    def test_what_is_no_news_is_reported_by_file(self, tmp_path: Path, run: Run, data: bytes, says: str) -> None:
        (tmp_path / "bad.txt").write_bytes(data)
        (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
        sources, problems = run(tmp_path)
        assert ids(sources) == ["good.txt"]
        assert len(problems) == 1
        assert problems[0].startswith(f"{tmp_path / 'bad.txt'}: ")
        assert says in problems[0]

    def test_missing_path_is_reported_and_the_rest_read(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        sources, problems = run(tmp_path / "nosuch.txt", tmp_path / "a.txt")
        assert ids(sources) == ["a.txt"]
        assert problems == [f"{tmp_path / 'nosuch.txt'}: there is no such file or folder"]

    @pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
    def test_unreadable_file_is_reported(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "a.txt").chmod(0)
        assert run(tmp_path / "a.txt")[1] == [f"{tmp_path / 'a.txt'}: cannot be read: Permission denied"]

    def test_path_through_a_file_is_reported(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        assert run(tmp_path / "a.txt" / "b.txt")[1] == [
            f"{tmp_path / 'a.txt' / 'b.txt'}: cannot be read: Not a directory"
        ]


class TestJsonLines:
    def test_is_one_document_a_line(self, tmp_path: Path, run: Run) -> None:
        file = tmp_path / "news.jsonl"
        records = [
            {"id": "n1", "text": TEXT, "published": "2025-06-02", "title": "熔盐储能", "publisher": "新华社", "url": 1},
            {"id": "n2", "text": TEXT, "published": "2025-06-03T08:30:00+08:00"},
            {"id": "n3", "text": TEXT},
        ]
        file.write_text("\n".join(line(**record) for record in records), encoding="utf-8")
        sources, problems = run(file, published=date(2025, 6, 9))
        assert problems == []
        assert ids(sources) == ["n1", "n2", "n3"]
        assert [s.published for s in sources] == [date(2025, 6, 2), date(2025, 6, 3), date(2025, 6, 9)]
        assert (sources[0].title, sources[0].publisher, sources[0].path) == ("熔盐储能", "新华社", str(file))

    def test_text_is_kept_to_the_letter(self, tmp_path: Path, run: Run) -> None:
        text = "　首段。\r\n\n“末段”\u2028🙂\u0000"
        (tmp_path / "a.ndjson").write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
        assert run(tmp_path / "a.ndjson")[0][0].text == text

    @pytest.mark.parametrize(
        ("bad", "says"),
        [
            ('{"id": "x", "text": "一。"', "broken JSON"),
            ("not json", "broken JSON"),
            ('{"id": "x", "text": "\\ud800"}', "broken JSON"),
            ('{"id": "x", "text": "一。", "deep": ' + "[" * 100_000 + "]" * 100_000 + "}", "broken JSON"),
            ('{"id": "x"}', "missing required field `text`"),
            ('{"text": "一。"}', "missing required field `id`"),
            ('{"id": 7, "text": "一。"}', "Expected `str`, got `int` - at `$.id`"),
            ('{"id": "x", "text": null}', "Expected `str`, got `null` - at `$.text`"),
            ('["x", "一。"]', "Expected `object`, got `array`"),
            ('{"id": "x", "text": " "}', "text is empty"),
            ('{"id": "", "text": "一。"}', "id is empty"),
            ('{"id": "x", "text": "一。", "published": "7月18日"}', "an ISO 8601 date is needed"),
        ],
    )
    def test_bad_line_is_reported_by_number_and_the_rest_read(
        self, tmp_path: Path, run: Run, bad: str, says: str
    ) -> None:
        file = tmp_path / "news.jsonl"
        file.write_text(line(id="a", text=TEXT) + bad + "\n" + line(id="c", text=TEXT), encoding="utf-8")
        sources, problems = run(file)
        assert ids(sources) == ["a", "c"]
        assert len(problems) == 1
        assert problems[0].startswith(f"{file}:2: ")
        assert says in problems[0]

    def test_line_in_another_encoding_is_reported(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "a.jsonl").write_bytes(line(id="a", text=TEXT).encode("gbk") + line(id="b", text=TEXT).encode())
        sources, problems = run(tmp_path / "a.jsonl")
        assert ids(sources) == ["b"]
        assert problems == [f"{tmp_path / 'a.jsonl'}:1: JSON Lines are UTF-8, which this line is not"]

    def test_byte_order_mark_is_no_part_of_the_first_line(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "a.jsonl").write_text("\ufeff" + line(id="a", text=TEXT), encoding="utf-8")
        assert ids(run(tmp_path / "a.jsonl")[0]) == ["a"]

    def test_huge_line_is_reported_by_size_and_never_held(self, tmp_path: Path, run: Run) -> None:
        file = tmp_path / "news.jsonl"
        with file.open("wb") as stream:
            stream.write(b'{"id": "x", "text": "')
            for _ in range(200):
                stream.write(b"a" * (1 << 20))
            stream.write(b'"}\n' + line(id="b", text=TEXT).encode())
        tracemalloc.start()
        sources, problems = run(file)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert ids(sources) == ["b"]
        assert problems == [f"{file}:1: a document of 200.0 MB; the limit is 16 MB: split it into articles"]
        assert peak < 4 * MAX_BYTES

    def test_documents_come_before_the_file_is_read_to_its_end(self, tmp_path: Path) -> None:
        file = tmp_path / "news.jsonl"
        file.write_text(line(id="a", text=TEXT) + "broken\n", encoding="utf-8")
        problems: list[InputError] = []
        sources = read([file], on_problem=problems.append)
        assert next(sources).id == "a"
        assert problems == []


class TestFolders:
    def test_are_read_recursively_in_sorted_order(self, tmp_path: Path, run: Run) -> None:
        for name in (
            "b.txt",
            "a/z.txt",
            "a/k.jsonl",
            "c/d/e.ndjson",
            "c/notes.md",
            ".hidden.txt",
            ".git/x.txt",
            "U.TXT",
        ):
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            is_lines = file.suffix in (".jsonl", ".ndjson")
            file.write_text(line(id=name, text=TEXT) if is_lines else TEXT, encoding="utf-8")
        sources, problems = run(tmp_path)
        assert ids(sources) == ["U.TXT", "a/k.jsonl", "a/z.txt", "b.txt", "c/d/e.ndjson"]
        assert problems == []

    def test_without_documents_say_what_would_be_read(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "notes.md").write_text(TEXT, encoding="utf-8")
        assert run(tmp_path) == (
            [],
            [f"{tmp_path}: holds nothing to read; files ending in .txt, .jsonl, .ndjson are read"],
        )

    def test_circles_of_links_end(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "x.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "a" / "up").symlink_to(tmp_path)
        (tmp_path / "self").symlink_to(tmp_path / "self")
        (tmp_path / "gone.txt").symlink_to(tmp_path / "nosuch")
        sources, problems = run(tmp_path)
        assert ids(sources) == ["a/x.txt"]
        assert problems == []

    def test_links_to_files_and_folders_are_followed(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "store").mkdir()
        (tmp_path / "store" / "x.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "corpus").mkdir()
        (tmp_path / "corpus" / "folder").symlink_to(tmp_path / "store")
        (tmp_path / "corpus" / "file.txt").symlink_to(tmp_path / "store" / "x.txt")
        assert ids(run(tmp_path / "corpus")[0]) == ["file.txt", "folder/x.txt"]

    def test_special_files_are_skipped(self, tmp_path: Path, run: Run) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        assert ids(run(tmp_path)[0]) == ["a.txt"]

    def test_file_names_that_are_no_unicode_still_give_one(self, tmp_path: Path, run: Run) -> None:
        path = tmp_path / os.fsdecode("新闻.txt".encode("gbk"))
        path.write_text(TEXT, encoding="utf-8")
        sources, problems = run(tmp_path)
        assert problems == []
        assert sources[0].id.encode().endswith(b".txt")


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
