"""Word lists: one table of tab-separated values a list, read into typed rows.

A table has one header line, one row a line, columns in any order, no comments and no empty lines.
"""

import functools
from importlib import resources
from pathlib import Path
from typing import TypeVar, get_args, get_origin, get_type_hints

import msgspec

from kg.errors import LexiconError

Row = TypeVar("Row", bound=msgspec.Struct)

PACKAGED = resources.files("kg.lexicon")


class Word(msgspec.Struct, frozen=True):
    """A word of a lexicon: its form, the class or use it marks, and the form that it stands for."""

    form: str
    type: str
    canonical: str = ""
    note: str = ""


def read_table(path: Path, row: type[Row]) -> tuple[Row, ...]:
    """Read a table file into rows of one Struct type; a bad line is named by file and number.

    A column of a tuple type holds its parts separated by `;`, an empty cell takes the field's default.
    """
    try:
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise LexiconError("there is no such word list", str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot be read as UTF-8 text: {error}", str(path)) from error
    return parse_table(text, row, str(path))


def parse_table(text: str, row: type[Row], where: str) -> tuple[Row, ...]:
    r"""Read the text of a table.

    >>> parse_table("form\ttype\n市长\ttitle\n", Word, "title.tsv")
    (Word(form='市长', type='title', canonical='', note=''),)
    """
    lines = text.removesuffix("\n").split("\n")
    header = lines[0].split("\t")
    fields = {field.name for field in msgspec.structs.fields(row)}
    if unknown := [name for name in header if name not in fields]:
        raise LexiconError(f"unknown column {unknown[0]!r}; the columns are: {', '.join(sorted(fields))}", f"{where}:1")
    lists = {name for name, hint in get_type_hints(row).items() if get_origin(hint) is tuple and get_args(hint)}
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise LexiconError(f"{len(cells)} cells where the header has {len(header)}", f"{where}:{number}")
        values = {
            name: cell.split(";") if name in lists else cell for name, cell in zip(header, cells, strict=True) if cell
        }
        try:
            rows.append(msgspec.convert(values, row, strict=False))
        except msgspec.ValidationError as error:
            raise LexiconError(str(error), f"{where}:{number}") from error
    return tuple(rows)


@functools.cache
def table(name: str, row: type[Row]) -> tuple[Row, ...]:
    """Read a word list of the package by its name, without the ending: `table("title", Word)`."""
    file = PACKAGED / f"{name}.tsv"
    if not file.is_file():
        known = ", ".join(sorted(item.name.removesuffix(".tsv") for item in PACKAGED.iterdir() if ".tsv" in item.name))
        raise LexiconError(f"no word list is named {name!r}; there are: {known}")
    return parse_table(file.read_text(encoding="utf-8"), row, f"{name}.tsv")


@functools.cache
def words(name: str, *types: str) -> tuple[str, ...]:
    """Return the forms of a `Word` list, of the given types or of all, in file order."""
    return tuple(word.form for word in table(name, Word) if not types or word.type in types)
