"""Folders, read through."""

import os
from pathlib import Path

from dispatch import TEXT, Run, ids, line


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
