"""Annotated documents are read strictly; a fault is told by file."""

from decimal import Decimal

import pytest

from kg.errors import RecordError
from kg.evaluate import annotated

WHOLE = """{"doc": "a.txt", "articles": [{"title": "港口"}],
"entities": [{"type": "Person", "names": ["周宁", "老周"]}],
"relations": [{"subject": "周宁", "predicate": "holdsPost", "object": "海川", "title": "市长", "evidence": "市长周宁"}],
"figures": [{"evidence": "12.5万箱", "value": 125000, "unit": "箱", "comparator": "=", "kind": "level", "about": null}],
"quotes": [{"speaker": "周宁", "mode": "direct", "from": "开局", "to": "良好。"}]}"""


def test_a_document_is_read_with_all_that_is_scored(tmp_path):
    (tmp_path / "a.json").write_text(WHOLE, encoding="utf-8")
    (one,) = annotated(tmp_path)
    assert one.doc == "a.txt"
    assert one.entities[0].names == ("周宁", "老周")
    assert one.relations[0].title == "市长"
    assert (one.figures[0].value, one.figures[0].about) == (Decimal(125000), None)
    assert (one.quotes[0].first, one.quotes[0].last) == ("开局", "良好。")


def test_documents_come_by_name_and_may_be_picked(tmp_path):
    for name in ("b2", "a", "b1"):
        (tmp_path / f"{name}.json").write_text(f'{{"doc": "{name}.txt"}}', encoding="utf-8")
    assert [one.doc for one in annotated(tmp_path)] == ["a.txt", "b1.txt", "b2.txt"]
    assert [one.doc for one in annotated(tmp_path, ["b*"])] == ["b1.txt", "b2.txt"]
    assert [one.doc for one in annotated(tmp_path, ["a", "b2"])] == ["a.txt", "b2.txt"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{}", "required field `doc`"),
        ("", "truncated"),
        ('{"doc": "a.txt", "entities": [{"type": "Person"}]}', "required field `names`"),
        ('{"doc": "a.txt", "figures": [{"evidence": "3家", "value": "3家", "unit": "家"}]}', r"\$.figures\[0\].value"),
    ],
    ids=["no text", "empty", "an entity without names", "a value that is no number"],
)
def test_a_document_that_breaks_the_form_is_named(tmp_path, text, says):
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(RecordError, match=rf"a\.json: is no annotated document: .*{says}"):
        annotated(tmp_path)


def test_a_folder_without_annotated_documents_is_named(tmp_path):
    with pytest.raises(RecordError, match="holds no annotated document"):
        annotated(tmp_path)
    (tmp_path / "a.json").write_text('{"doc": "a.txt"}', encoding="utf-8")
    with pytest.raises(RecordError, match="holds no annotated document"):
        annotated(tmp_path, ["b*"])
