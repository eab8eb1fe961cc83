"""Rows on disk are the rows in memory, however small the parts that they were projected from."""

import tempfile

import msgspec
import pytest
from examples import BEIJING, CITY, COMPANY, GRAPH, MAYOR, OUTPUT, claim
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import graphs

from kg.errors import StoreError
from kg.model.graph import Evidence, Graph, Quotation
from kg.store import staging
from kg.store.projection import project
from kg.store.restoration import restore
from kg.store.rows import Rows, kinds, roots
from kg.store.staging import Staging

replace = msgspec.structs.replace
ENDS = (MAYOR, COMPANY, BEIJING, CITY)
BASE = claim(COMPANY, "locatedIn", BEIJING)


def staged(records) -> Rows:
    with Staging(records) as found:
        return Rows.of(
            (node for root in roots() for node in found.nodes(root)),
            (link for kind in kinds() for link in found.relationships(kind)),
        )


@given(graph=graphs(), part=st.integers(1, 4), random=st.randoms())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_graph_in_parts_of_any_size_has_the_rows_that_it_has_as_a_whole(monkeypatch, graph, part, random):
    monkeypatch.setattr(staging, "PART", part)
    records = list(graph.records())
    random.shuffle(records)
    assert staged(records) == project(graph)


def test_one_figure_in_the_words_of_several_parts_is_one_node_and_each_keeps_its_words(monkeypatch):
    monkeypatch.setattr(staging, "PART", 1)
    other = replace(OUTPUT, text="约3500亿元")
    graph = Graph.of([*ENDS, claim(MAYOR, "states", OUTPUT), claim(CITY, "states", other)])
    rows = staged(graph.records())
    assert rows == project(graph)
    assert restore(rows) == graph


def test_statements_of_one_claim_in_several_parts_are_one_plain_relationship(monkeypatch):
    monkeypatch.setattr(staging, "PART", 1)
    claims = [
        claim(COMPANY, "locatedIn", BEIJING, confidence=0.2 * number, qualifiers={"as_of": f"202{9 - number}"})
        for number in range(1, 5)
    ]
    graph = Graph.of([*ENDS, *claims])
    rows = staged(graph.records())
    assert rows == project(graph)
    [plain] = [link for link in rows.relationships.values() if link.kind.predicate == "locatedIn"]
    assert plain.properties == {"id": claims[-1].id, "confidence": 0.8, "background": False, "asOf": "2028"}


@pytest.mark.parametrize(
    ("records", "says"),
    [
        ([CITY, CITY], "stands for several things"),
        ([BASE, BASE], "stands for several things"),
        ([replace(BASE, id=OUTPUT.id), claim(MAYOR, "states", OUTPUT)], "stands for several things"),
        ([replace(CITY, types=("Dragon",))], "no class named 'Dragon'"),
        (
            [replace(CITY, mentions=(Evidence("a.txt", 0, 1, "河"),)), replace(MAYOR, mentions=CITY.mentions)],
            None,
        ),
        (
            [
                replace(CITY, mentions=(Evidence("a.txt", 0, 1, "河"),)),
                replace(MAYOR, mentions=(Evidence("a.txt", 0, 1, "江"),)),
            ],
            "a.txt:0-1 reads both|span/.* reads both",
        ),
        ([replace(CITY, documents=("a.txt",)), replace(MAYOR, documents=("ａ.txt",))], "have one id"),
        ([claim(COMPANY, "employs", BEIJING)], "no predicate named 'employs'"),
        ([claim(COMPANY, "about", BEIJING)], "the predicate about from Company to Municipality"),
        ([claim(COMPANY, "inDocument", BEIJING)], "the predicate inDocument from Company to Municipality"),
        ([claim(MAYOR, "locatedIn", BEIJING)], "the predicate locatedIn from Person to Municipality"),
        ([replace(BASE, subject=replace(BASE.subject, id="company/none"))], "of which there is no record"),
        ([replace(BASE, subject=replace(BASE.subject, name="明州"))], "where its record says '明州机器人有限公司'"),
        ([replace(BASE, subject=replace(BASE.subject, type="Article"))], "of which there is no record"),
        ([replace(BASE, subject=replace(BASE.subject, type="City"))], "of which there is no record"),
        ([claim(MAYOR, "states", replace(OUTPUT, about=replace(CITY.ref, id="area/1")))], "refers to area/1, of which"),
        (
            [claim(MAYOR, "states", OUTPUT), claim(CITY, "says", Quotation(id=OUTPUT.id, mode="direct", text="好"))],
            f"says another thing under the id {OUTPUT.id}",
        ),
    ],
)
@pytest.mark.parametrize("part", [1, 100])
def test_a_graph_at_odds_with_itself_is_refused_whatever_its_parts(monkeypatch, records, says, part):
    monkeypatch.setattr(staging, "PART", part)
    ids = {record.id for record in records}
    found = [*(entity for entity in ENDS if entity.id not in ids), *records]
    if says is None:
        assert staged(found)
        return
    with pytest.raises(StoreError, match=says):
        staged(found)


def test_the_digest_tells_sequences_of_records_apart():
    with Staging(GRAPH.records()) as one, Staging(GRAPH.records()) as same, Staging([*ENDS]) as other:
        assert one.digest == same.digest != other.digest


def test_nothing_is_left_on_the_disk(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Staging(GRAPH.records()) as found:
        assert found.count() == len(project(GRAPH).nodes) + len(project(GRAPH).relationships)
        assert list(tmp_path.iterdir())
    with pytest.raises(StoreError):
        Staging([BASE])
    assert list(tmp_path.iterdir()) == []
