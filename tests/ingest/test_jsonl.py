"""JSON Lines, one document a line."""

import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from dispatch import TEXT, Run, ids, line

from kg.errors import InputError
from kg.ingest import MAX_BYTES, read


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
