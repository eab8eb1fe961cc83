"""The lexicon of a project: names in every width, their classes, their canonical names."""

import pytest

from kg.errors import LexiconError
from kg.project import words


def read(folder, text: str, name: str = "my.tsv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return words.read([path])


def test_a_name_is_known_in_every_width_of_its_brackets(tmp_path):
    found, links = read(tmp_path, "form\ttype\n海岚(集团)\tCompany\n")
    assert [(word.form, word.type) for word in found] == [("海岚(集团)", "Company"), ("海岚（集团）", "Company")]
    assert links == ()


def test_a_canonical_name_is_known_too_and_one_thing_with_the_name(tmp_path):
    found, (link,) = read(tmp_path, "form\ttype\tcanonical\n岚运\tCompany\t海川远岚航运有限公司\n")
    assert [word.form for word in found] == ["岚运", "海川远岚航运有限公司"]
    assert (link.link, link.one, link.other) == (
        "must", ("Organization", "岚运"), ("Organization", "海川远岚航运有限公司"),
    )  # fmt: skip
    assert link.where.endswith("my.tsv:2")


def test_files_of_other_systems_are_read(tmp_path):
    path = tmp_path / "my.tsv"
    path.write_bytes("\ufeffform\ttype\r\n远岚号\tProduct\r\n".encode())
    assert [word.form for word in words.read([path])[0]] == ["远岚号"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("form\ttype\n远岚号\tVesel\n", "my.tsv:2: no class of entities is named 'Vesel'"),
        ("form\ttype\n远岚号\tFigure\n", "my.tsv:2: no class of entities is named 'Figure'"),
        ("form\ttype\n远岚号\n", "my.tsv:2: 1 cells where the header has 2"),
        ("form\tclass\n远岚号\tProduct\n", "my.tsv:1: unknown column 'class'"),
        ("form\ttype\n \tProduct\n", "my.tsv:2: an empty form names nothing"),
        ("form\ttype\n远岚号\tProduct\n远岚号\tFacility\n", "my.tsv:3: '远岚号' is a Product in"),
        ("form\n远岚号\n", "my.tsv:2: Object missing required field `type`"),
    ],
)
def test_a_bad_line_is_named_by_file_and_number(tmp_path, text, says):
    with pytest.raises(LexiconError) as raised:
        read(tmp_path, text)
    assert says in str(raised.value)


def test_a_missing_lexicon_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"none\.tsv: there is no such word list"):
        words.read([tmp_path / "none.tsv"])
