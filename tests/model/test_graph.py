"""The graph: records, ids, look-up, networkx and the context of evidence."""

from decimal import Decimal

import msgspec
import pytest

from kg.errors import RecordError
from kg.model import records
from kg.model.claim import figure, joined, renamed, statement
from kg.model.graph import Article, Entity, Evidence, Graph, Ref

TEXT = "8月1日，安泰控股董事长林岚说，今年营收近35亿元。安泰控股位于杭州。"
MAYOR = Ref("person/1", "林岚")
FIRM = Ref("company/1", "安泰控股有限公司")
CITY = Ref("area/330100", "杭州市")


def evidence(piece: str) -> tuple[Evidence, ...]:
    start = TEXT.index(piece)
    return (Evidence("a.txt", start, start + len(piece), piece),)


@pytest.fixture
def graph() -> Graph:
    turnover = figure(
        indicator="营收", about=FIRM, value=Decimal("3.5E9"), unit="元", comparator="~", kind="level", text="近35亿元"
    )
    return Graph.of(
        [
            statement(
                MAYOR, "states", turnover, evidence=evidence("营收近35亿元"),
                confidence=0.9, extractor="figure", rule="figure/x",
            ),
            statement(
                FIRM, "locatedIn", CITY, evidence=evidence("安泰控股位于杭州"),
                confidence=0.8, extractor="location", rule="location/x",
            ),
            statement(
                MAYOR, "holdsPost", FIRM, evidence=evidence("安泰控股董事长林岚"), qualifiers={"title": "董事长"},
                confidence=0.95, extractor="post", rule="post/x",
            ),
            Entity("person/1", ("Person", "Agent"), "林岚", documents=("a.txt",), mentions=evidence("林岚")),
            Entity(
                "company/1", ("Company", "Organization", "Agent"), "安泰控股有限公司",
                ("安泰控股",), ("a.txt",), evidence("安泰控股"),
            ),
            Entity("area/330100", ("City", "AdministrativeArea", "Place"), "杭州市", ("杭州",), code="330100"),
            Article("article/1", ("a.txt",), "业绩", "article", "2025-08-01", "新华社", "", TEXT, ((0, len(TEXT)),)),
        ]
    )  # fmt: skip


def test_records_read_back_to_the_same_graph(graph):
    lines = [records.encode(record) for record in graph.records()]
    back = records.graph(lines)
    assert back == graph
    assert back.digest() == graph.digest()
    assert [record.id for record in back.entities] == sorted(record.id for record in back.entities)


def test_a_value_is_a_json_number(graph):
    line = next(records.encode(claim) for claim in graph.statements if claim.predicate == "states")
    assert b'"value":3500000000,' in line
    assert list(msgspec.json.decode(line))[:5] == ["record", "id", "documents", "subject", "predicate"]


def test_the_digest_changes_with_any_field(graph):
    other = msgspec.structs.replace(graph, entities=graph.entities[1:])
    assert other.digest() != graph.digest()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "is no record"),
        (b'{"record":"thing"}', "thing"),
        (b'{"record":"entity","id":"x"}', "types"),
        (b'{"record":"statement","id":"x"}', "documents"),
        (b"\xff\xfe", "is no record"),
    ],
)
def test_a_bad_line_is_named_by_file_and_number(line, says):
    with pytest.raises(RecordError, match=says) as raised:
        list(records.read([b"\n", line], "graph.jsonl"))
    assert str(raised.value).startswith("graph.jsonl:2: ")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("安泰控股有限公司", ["company/1"]),
        ("安泰控股", ["company/1"]),
        ("安泰", ["company/1"]),
        ("company/1", ["company/1"]),
        ("杭州", ["area/330100"]),
        ("article/1", ["article/1"]),
        ("没有", []),
    ],
)
def test_things_are_found_by_id_name_alias_or_part(graph, text, ids):
    assert [node.id for node in graph.find(text)] == ids


def test_a_statement_is_found_by_its_id(graph):
    claim = graph.statements[0]
    assert graph.find(claim.id) == (claim,)


def test_a_node_takes_part_as_subject_object_and_what_figures_are_about(graph):
    assert {claim.predicate for claim in graph.of_node("company/1")} == {"states", "locatedIn", "holdsPost"}


def test_networkx_has_every_node_and_statement(graph):
    network = graph.to_networkx()
    assert network.nodes["company/1"]["label"] == "安泰控股有限公司"
    assert network.nodes["company/1"]["type"] == "Company"
    assert (
        network["person/1"]["company/1"][
            next(claim.id for claim in graph.statements if claim.predicate == "holdsPost")
        ]["title"]
        == "董事长"
    )
    assert network.number_of_edges() == len(graph.statements) + 1  # the figure's edge `about`


def test_one_claim_has_one_id_whatever_its_evidence():
    one = statement(FIRM, "locatedIn", CITY, evidence=evidence("杭州"), confidence=0.5, extractor="a", rule="a/b")
    other = statement(
        FIRM, "locatedIn", CITY, evidence=evidence("安泰控股位于杭州"), confidence=0.9, extractor="c", rule="c/d"
    )
    assert one.id == other.id
    both = joined(one, other)
    assert both == joined(other, one)
    assert (both.rule, both.confidence, len(both.evidence)) == ("c/d", 0.9, 2)


@pytest.mark.parametrize(
    "change",
    [{"predicate": "partOf"}, {"qualifiers": {"role": "host"}}, {"modality": "planned"}],
)
def test_another_claim_has_another_id(change):
    fields = {"predicate": "locatedIn", "qualifiers": {}, "modality": "asserted"}
    make = [
        statement(FIRM, found.pop("predicate"), CITY, confidence=1.0, extractor="a", rule="a/b", **found)
        for found in (dict(fields), {**fields, **change})
    ]
    assert make[0].id != make[1].id


def test_renaming_an_entity_gives_its_claims_the_ids_of_the_new_one(graph):
    new = Ref("company/2", "安泰控股集团")
    for claim in graph.statements:
        again = renamed(claim, {"company/1": new})
        assert again.id != claim.id
        assert renamed(again, {"company/2": FIRM}) == claim
