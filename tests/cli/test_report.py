"""What the terminal shows of graphs: summaries, statements, explanations and the schema."""

from decimal import Decimal
from pathlib import Path

import click
import examples
import harbour
import pytest

from kg.cli.report import SHORT, explained, found, problems, progress, schema, statements, written
from kg.cli.table import columns, markdown, plain, rows, titled, width
from kg.errors import SourceError
from kg.fuse import Refusal
from kg.model.claim import figure, statement
from kg.model.graph import Graph, Ref
from kg.ontology import packaged
from kg.pipeline.corpus import Build
from kg.store import Changes

HOSTILE = "\x1b[2J江\u202e城\n市"
BAD = SourceError("cannot be read: \x1b[31m", "bad.txt")


def built(graph: Graph = examples.GRAPH, documents: int = 2, **account: object) -> Build:
    return Build(graph, documents, account.get("problems", ()), account.get("refusals", ()))


def text(shown: str) -> str:
    return click.unstyle(shown)


def line_of(graph: Graph, *parts: str) -> str:
    (line,) = [line for line in statements(graph).split("\n") if all(part in line for part in parts)]
    return line


def shown_figure(**fields: object) -> str:
    given = {"indicator": "产值", "value": Decimal(5), "unit": "元", "comparator": "=", "kind": "level", "text": "5元"}
    claim = statement(
        examples.MAYOR.ref, "states", figure(**{**given, **fields}), confidence=0.9, extractor="test", rule="test/rule"
    )
    return statements(Graph.of([claim]))


def test_found_counts_documents_entities_and_statements_with_their_labels():
    lines = found(built()).split("\n")
    assert lines[0] == "2 documents, 2 articles, 0 problems"
    assert lines[1] == "4 entities"
    assert [line.split() for line in lines[2:6]] == [
        ["City", "城市", "1"],
        ["Company", "企业", "1"],
        ["Municipality", "直辖市", "1"],
        ["Person", "人物", "1"],
    ]
    assert lines[6] == "7 statements"
    assert [line.split()[::2] for line in lines[7:]] == [
        ["holdsPost", "3"],
        ["locatedIn", "2"],
        ["says", "1"],
        ["states", "1"],
    ]


def test_found_leaves_out_what_only_the_gazetteer_knows():
    assert "Country" not in found(built())
    assert "partOf" not in found(built())
    assert "partOf" in found(built(harbour.GRAPH))


def test_found_says_one_of_one():
    graph = Graph.of([harbour.PHOTO])
    assert found(built(graph, 1, problems=(BAD,))).startswith("1 document, 1 article, 1 problem\n")


def test_found_counts_refusals_by_reason_the_most_frequent_first():
    claim = examples.GRAPH.statements[0]
    refusals = (Refusal(claim, "rare"), Refusal(claim, "often"), Refusal(claim, "often"))
    assert found(built(refusals=refusals)).endswith("3 refused by the ontology\n  often: 2\n  rare: 1")
    assert "refused" not in found(built())


def test_written_says_where_and_what_changed():
    where, took = written(Changes(created=3, changed=2, deleted=1), Path("out")).split("\n")
    assert where == "out: graph.jsonl, graph.ttl, graph.html, graph.arcadedb (3 created, 2 changed, 1 deleted)"
    assert float(took.removesuffix(" s")) >= 0


def test_problems_go_to_stderr_without_control_characters(capsys):
    problems(built(problems=(BAD, SourceError("is empty", "b.txt"))))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.split("\n") == [
        "Problem: bad.txt: cannot be read: \ufffd[31m",
        "Problem: b.txt: is empty",
        "2 inputs could not be read; all others are in the graph",
        "",
    ]


def test_no_problem_prints_nothing(capsys):
    problems(built())
    assert capsys.readouterr() == ("", "")


def test_progress_is_silent_away_from_a_terminal(capsys):
    with progress() as count:
        count(None)
    assert capsys.readouterr() == ("", "")


def test_a_statement_is_a_line_with_confidence_place_and_evidence():
    line = line_of(examples.GRAPH, "明州机器人有限公司", "北京市", "plant.txt:0")
    assert line.split() == [
        "明州机器人有限公司", "locatedIn", "北京市", "0.90", "plant.txt:0", "明州机器人有限公司位于北京市",
    ]  # fmt: skip


def test_statements_come_in_the_order_of_the_text_those_without_evidence_first():
    places = [line.split("  ") for line in statements(examples.GRAPH).split("\n")]
    where = [next((cell for cell in line if ".txt:" in cell), "") for line in places]
    names = [cell.strip().partition(":") for cell in where]
    order = [(name, int(start or 0)) for name, _, start in names]
    assert order == sorted(order)
    assert where[0] == ""


def test_qualifiers_follow_the_object():
    assert "江城市 (as_of=2025-07-20, title=市长)" in statements(examples.GRAPH)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "产值 5元 [level]"),
        ({"comparator": "~"}, "产值 ~5元 [level]"),
        ({"comparator": ">"}, "产值 >5元 [level]"),
        ({"value_max": Decimal(8)}, "产值 5–8元 [level]"),
        ({"about": examples.CITY.ref}, "江城市 产值 5元 [level]"),
        ({"period": "2027", "kind": "forecast"}, "产值 5元 [forecast, 2027]"),
        ({"kind": "change", "value": Decimal("-1.5"), "unit": "%", "base": "yoy"}, "产值 -1.5% [change, yoy]"),
        ({"kind": "change", "period": "2024", "base": "2020"}, "产值 5元 [change, 2024, 2020]"),
        ({"kind": "rank", "unit": "名次"}, "产值 5名次 [rank]"),
        ({"indicator": HOSTILE}, "\ufffd[2J江\ufffd城\ufffd市 5元 [level]"),
    ],
)
def test_a_figure_shows_its_value_range_kind_period_and_base(fields, expected):
    assert f"  {expected}  " in shown_figure(**fields)


def test_long_texts_are_cut_with_an_ellipsis():
    claim = statement(
        Ref("person/x", "甲" * 100), "holdsPost", Ref("city/x", "乙" * SHORT), confidence=1.0, extractor="t", rule="t/t"
    )
    shown = statements(Graph.of([claim]))
    assert shown.startswith("甲" * (SHORT - 1) + "…  holdsPost  " + "乙" * SHORT + "  1.00")


def test_hostile_names_move_no_terminal():
    claim = statement(
        Ref("person/x", HOSTILE), "holdsPost", Ref("city/x", HOSTILE), qualifiers={"title": HOSTILE},
        confidence=1.0, extractor="t", rule="t/t",
    )  # fmt: skip
    for shown in (statements(Graph.of([claim])), explained(Graph.of([claim]), claim)):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert shown.count("\n") <= 1


def test_a_graph_without_statements_has_no_lines():
    assert statements(Graph()) == ""


def test_an_entity_is_explained_by_its_head_and_each_of_its_statements():
    head, *claims = text(explained(harbour.GRAPH, harbour.GROUP)).split("\n\n")
    assert head.split("\n") == [
        f"海川港务集团  企业 Company  {harbour.GROUP.id}",
        "  also 海川港务集",
        "  2 mentions in 港口.txt",
    ]
    assert sorted(claim.split(" ")[0] for claim in claims) == ["周宁"] * 2 + ["海川港务集团"] * 3
    predicates = [claim.partition("→")[0].split(" ")[-1] for claim in claims]
    assert predicates == ["cooperatesWith", "holdsPost", "holdsPost", "operates", "operates"]


def test_an_entity_that_no_text_names_is_in_no_document():
    head, claim = text(explained(examples.GRAPH, examples.CHINA)).split("\n\n")
    assert head.endswith("  0 mentions in no document")
    assert claim.split("\n")[1].startswith("  background  test/rule  fact/")


def test_an_article_is_explained_by_what_it_states():
    head, claim = text(explained(harbour.GRAPH, harbour.REPORT)).split("\n\n")
    assert head == f"海川智能码头启用  稿件 Article  {harbour.REPORT.id}"
    assert "海川港 吞吐量 12.5% [change, 2024, yoy]" in claim
    assert "【同比增长12.5%】" in claim


@pytest.mark.parametrize("node", [examples.OUTPUT, examples.WORDS])
def test_what_is_told_is_explained_by_who_tells_it(node):
    head, claim = text(explained(examples.GRAPH, node)).split("\n\n")
    assert head.split("  ")[1].endswith(node.type)
    assert claim.startswith("周岚 —")


@pytest.mark.parametrize("modality", ["planned", "former"])
def test_a_plan_and_what_is_over_say_so(modality):
    claim = statement(
        examples.COMPANY.ref, "locatedIn", examples.CITY.ref, modality=modality,
        confidence=0.8, extractor="test", rule="test/rule",
    )  # fmt: skip
    assert explained(Graph.of([claim]), claim).split("\n")[1] == f"  0.80, {modality}  test/rule  {claim.id}"


def test_what_is_asserted_says_only_its_confidence():
    (claim,) = [claim for claim in harbour.GRAPH.statements if claim.predicate == "partOf" and not claim.background]
    assert explained(harbour.GRAPH, claim).split("\n")[1] == f"  0.90  rule/partOf  {claim.id}"


def test_a_statement_shows_its_sentence_with_all_its_evidence_marked():
    (claim,) = [claim for claim in harbour.GRAPH.statements if claim.qualifiers.get("title") == "总经理"]
    *_, passage = text(explained(harbour.GRAPH, claim)).split("\n")
    assert passage.startswith(f"  港口.txt:{harbour.RAW.index('海川港务集')}  ")
    assert "【海川港务集团总经理周宁】介绍" in passage
    assert "摄" not in passage


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_the_schema_has_a_line_for_every_class_and_predicate(form):
    ontology = packaged()
    classes, predicates = schema(ontology, form).rstrip("\n").split("\n\n")
    assert len(classes.split("\n")) == len(ontology.classes) + 2
    assert len(predicates.split("\n")) == len(ontology.predicates) + 2


def test_the_schema_tells_what_a_predicate_runs_between():
    ontology = packaged()
    term = ontology.predicates["holdsPost"]
    cells = f"| holdsPost | {term.label.zh} | {', '.join(term.domain)} → {', '.join(term.range)} |"
    assert cells in schema(ontology, "markdown")


@pytest.mark.parametrize(
    ("given", "expected"),
    [("北京", 4), ("AI北京", 6), ("e\u0301", 1), ("（", 2), ("", 0)],
)
def test_width_counts_terminal_columns(given, expected):
    assert width(given) == expected


@pytest.mark.parametrize("mark", ["\x07", "\r", "\u200b", "\u2066", "\ufeff", "\ud800"])
def test_each_moving_character_is_one_replacement(mark):
    assert plain(f"甲{mark}乙") == "甲\ufffd乙"


def test_columns_of_no_lines_are_nothing():
    assert columns([]) == ""


def test_titled_columns_stand_under_their_names_and_a_rule():
    assert titled(["名", "n"], [["北京市", "3"]]) == "名      n\n--      -\n北京市  3"


def test_markdown_keeps_bars_within_their_cell():
    assert markdown(["a"], [["x|y"]]).split("\n")[-1] == "| x\\|y |"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (3.0e9, "3000000000"),
        (2.5, "2.5"),
        (None, ""),
        (True, "true"),
        ([1.0, None], "[1, null]"),
        ({"a": 2.0}, '{"a": 2}'),
    ],
)
def test_a_value_of_a_store_is_one_plain_cell(value, cell):
    assert rows(["v"], [[value]], "table").split("\n")[2] == cell


def test_tables_show_one_row_as_one():
    assert rows(["v"], [["甲"]], "table").endswith("(1 row)\n")
