"""Rows as text: aligned columns, CSV and JSON, safe for a terminal."""

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from typing import Any


def plain(text: str) -> str:
    r"""Return the text without what moves a terminal: control and format characters show as U+FFFD.

    >>> plain("北京\x1b[31m")
    '北京�[31m'
    """
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text)


def width(text: str) -> int:
    """Return the columns of a terminal that a text takes.

    >>> width("北京AI")
    6
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def columns(lines: Sequence[Sequence[str]], right: int = -1) -> str:
    """Return lines of cells in aligned columns, the column `right` set to the right.

    >>> print(columns([("City", "城市", "12"), ("Person", "人物", "3")], right=2))
    City    城市  12
    Person  人物   3
    """
    widths = [max(map(width, cells)) for cells in zip(*lines, strict=True)]

    def pad(cell: str, at: int) -> str:
        space = " " * (widths[at] - width(cell))
        return space + cell if at == right else cell + space

    return "\n".join("  ".join(pad(cell, at) for at, cell in enumerate(line)).rstrip() for line in lines)


def titled(names: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Return aligned columns under their names and a rule."""
    return columns([names, ["-" * width(name) for name in names], *lines])


def markdown(names: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    r"""Return a Markdown table.

    >>> print(markdown(["a", "b"], [["1", "2|3"]]))
    | a | b |
    | --- | --- |
    | 1 | 2\|3 |
    """
    table = [names, ["---"] * len(names), *([cell.replace("|", "\\|") for cell in line] for line in lines)]
    return "\n".join(f"| {' | '.join(line)} |" for line in table)


def rows(names: Sequence[str], values: Sequence[Sequence[Any]], form: str) -> str:
    """Return the rows of a query: `table`, `csv`, or `json` (a list of objects)."""
    values = [[_whole(value) for value in row] for row in values]
    if form == "json":
        found = [dict(zip(names, row, strict=True)) for row in values]
        return json.dumps(found, ensure_ascii=False, indent=2, default=str) + "\n"
    if form == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([names, *([_cell(cell) for cell in row] for row in values)])
        return out.getvalue()
    lines = [[plain(_cell(cell)) for cell in row] for row in values]
    return f"{titled(names, lines)}\n({len(values)} row{'s' * (len(values) != 1)})\n"


def _whole(value: Any) -> Any:
    """Return a value with whole floats as integers, which a store does not tell apart: 3500000000, not 3500000000.0."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    return [_whole(part) for part in value] if isinstance(value, list | tuple) else value


def _cell(value: Any) -> str:
    """Return a value as one cell: text as it is, nothing for null, all else as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
