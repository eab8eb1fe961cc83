"""Word lists: typed rows, faults by file and line, and the house rules of every list in the package."""

from importlib import resources

import msgspec
import pytest

from kg.errors import LexiconError
from kg.lexicon import Word, parse_table, read_table, words


class Area(msgspec.Struct, frozen=True):
    code: str
    names: tuple[str, ...] = ()
    level: int = 0


def test_cells_become_fields_and_empty_cells_defaults():
    rows = parse_table("code\tnames\tlevel\n11\t北京;北京市\t1\n12\t\t\n", Area, "area.tsv")
    assert rows == (Area("11", ("北京", "北京市"), 1), Area("12"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("form\tkind\n", "area.tsv:1: unknown column 'kind'; the columns are: "),
        ("form\ttype\n市长\n", "area.tsv:2: 1 cells where the header has 2"),
        ("form\ttype\n\ttitle\n", "area.tsv:2: Object missing required field `form`"),
    ],
)
def test_a_bad_line_is_named(text, says):
    with pytest.raises(LexiconError) as raised:
        parse_table(text, Word, "area.tsv")
    assert str(raised.value).startswith(says)


def test_a_number_that_is_none_is_named():
    with pytest.raises(LexiconError, match=r"area.tsv:2: .*level"):
        parse_table("code\tlevel\n11\tx\n", Area, "area.tsv")


def test_a_missing_file_and_one_that_is_no_text_are_named(tmp_path):
    with pytest.raises(LexiconError, match="no such word list"):
        read_table(tmp_path / "none.tsv", Word)
    (tmp_path / "bad.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LexiconError, match="UTF-8"):
        read_table(tmp_path / "bad.tsv", Word)


def test_words_of_some_types_are_given_in_file_order(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("form\ttype\n乙\tx\n甲\ty\n丙\tx\n", encoding="utf-8")
    assert [word.form for word in read_table(path, Word) if word.type == "x"] == ["乙", "丙"]


LISTS = sorted(item.name for item in resources.files("kg.lexicon").iterdir() if item.name.endswith(".tsv"))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_one_header_full_lines_and_no_line_twice(name):
    text = (resources.files("kg.lexicon") / name).read_text(encoding="utf-8")
    header, *lines = text.removesuffix("\n").split("\n")
    assert text.endswith("\n")
    assert len(lines) == len(set(lines))
    assert {line.count("\t") for line in lines} == {header.count("\t")}
    assert not [cell for line in lines for cell in line.split("\t") if cell != cell.strip()]


def test_an_unknown_type_has_no_words():
    assert words("unit", "dragon") == ()
