"""Tables on a terminal: aligned by width, and safe from what names hold."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.table import columns, plain, rows, width


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=8),
            min_size=2,
            max_size=2,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_second_cells_start_in_one_column(lines):
    shown = columns([[*line, "|"] for line in lines]).split("\n")
    assert len({width(line[: line.rindex("|")]) for line in shown}) == 1


@given(st.text())
def test_nothing_in_a_name_moves_the_terminal(text):
    assert "\x1b" not in plain(text)
    assert "\n" not in plain(text)
    assert len(plain(text)) == len(text)


NAMES = ["name", "value"]
VALUES = [["北京,“市”", 3500], [None, {"a": [1, "甲"]}]]


def test_rows_as_csv_quote_what_needs_it():
    found = list(csv.reader(io.StringIO(rows(NAMES, VALUES, "csv"))))
    assert found == [NAMES, ["北京,“市”", "3500"], ["", '{"a": [1, "甲"]}']]


def test_rows_as_json_keep_types():
    assert json.loads(rows(NAMES, VALUES, "json")) == [dict(zip(NAMES, row, strict=True)) for row in VALUES]


@pytest.mark.parametrize(("values", "end"), [(VALUES, "(2 rows)\n"), ([], "(0 rows)\n")])
def test_rows_as_a_table_count_themselves(values, end):
    assert rows(NAMES, values, "table").endswith(end)
