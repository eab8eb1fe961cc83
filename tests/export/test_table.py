"""CSV: one statement a row, and nothing that a spreadsheet would run."""

import csv
import io
from decimal import Decimal

import harbour
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import export
from kg.export.table import inert
from kg.model.claim import statement
from kg.model.graph import Graph, Ref


def rows(graph: Graph) -> list[dict[str, str]]:
    out = io.BytesIO()
    export.write(graph, "csv", out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


def row(**wanted: str) -> dict[str, str]:
    found = [row for row in rows(harbour.GRAPH) if all(row[name] == value for name, value in wanted.items())]
    assert len(found) == 1
    return found[0]


def test_a_statement_is_a_row():
    assert [row["id"] for row in rows(harbour.GRAPH)] == [claim.id for claim in harbour.GRAPH.statements]


def test_a_relation_names_its_ends_their_classes_and_its_qualifiers():
    found = row(predicate="holdsPost", confidence="0.95")
    assert (found["subject"], found["subject_class"]) == ("周宁", "Person")
    assert (found["object"], found["object_class"]) == ("海川港务集团", "Company")
    assert found["qualifiers"] == "as_of=2025-07-03 | title=总经理"
    assert found["modality"] == "asserted"
    assert found["about"] == found["value"] == ""


def test_a_figure_has_columns_for_its_number():
    found = row(predicate="states", subject="周宁")
    assert (found["object"], found["object_class"], found["about"]) == ("近300万箱", "Figure", "海川港")
    assert [found[name] for name in ("indicator", "value", "unit", "comparator", "kind", "period", "base")] == [
        *("吞吐量", "3000000", "箱", "~", "level", "2024", "")
    ]


def test_evidence_of_several_spans_keeps_one_order_through_its_columns():
    found = row(predicate="holdsPost", confidence="0.95")
    texts = found["evidence"].split(" | ")
    starts = [int(start) for start in found["start"].split(" | ")]
    assert texts == ["海川港务集", "团总经理周宁"]
    assert [harbour.RAW[start : start + len(text)] for start, text in zip(starts, texts, strict=True)] == texts
    assert found["document"] == f"{harbour.DOCUMENT} | {harbour.DOCUMENT}"


def test_background_has_no_evidence():
    found = row(background="true")
    assert (found["subject"], found["object"], found["evidence"], found["start"]) == ("海川市", "中国", "", "")


def test_excel_is_told_that_it_is_utf_8():
    out = io.BytesIO()
    export.write(harbour.GRAPH, "csv", out)
    assert out.getvalue().startswith(b"\xef\xbb\xbfid,subject,")
    assert out.getvalue().count(b"\r\n") == len(harbour.STATEMENTS) + 1


def test_the_file_stays_open_for_its_owner():
    out = io.BytesIO()
    export.write(harbour.GRAPH, "csv", out)
    assert not out.closed


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＠x", "\t=1", "\r=1", " =1", "'=1"])
def test_text_that_a_spreadsheet_would_run_is_made_inert(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["江淮", "1-2", "a=b", "", "=", "-", None, 0.5, Decimal("-12.5"), 3])
def test_other_cells_stay_as_they_are(cell):
    assert inert(cell) == cell


@given(text=st.text())
def test_one_apostrophe_less_is_the_text_again(text):
    assert str(inert(text)).removeprefix("'") == text.removeprefix("'") or str(inert(text))[1:] == text
    assert not str(inert(text)).startswith(("=", "+", "-", "@")) or len(text) == 1


@given(text=st.text(st.characters(codec="utf-8"), min_size=1))
def test_hostile_names_come_back_from_the_table(text):
    claim = statement(
        Ref("person/1", text), "holdsPost", Ref("company/1", "海川"), confidence=1.0, extractor="x", rule="x/y"
    )
    [found] = rows(Graph.of([claim]))
    assert found["subject"] == inert(text)
    assert found["object"] == "海川"
