"""Plain text, one document a file."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
from dispatch import TEXT, Run, ids

from kg.ingest import MAX_BYTES


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
