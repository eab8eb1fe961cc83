"""The record format: one record a line, read back as it was."""

from decimal import Decimal

import harbour
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import graphs

from kg.errors import RecordError
from kg.model import records
from kg.model.graph import Entity, Figure, Graph, Quotation, Ref, Statement


def line(record: Entity | Statement) -> dict:
    """The fields of a record's line."""
    return msgspec.json.decode(records.encode(record))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_any_graph_reads_back_the_same(graph):
    lines = [records.encode(record) for record in graph.records()]
    back = records.graph(lines)
    assert back == graph
    assert back.digest() == graph.digest()
    assert all(item.count(b"\n") == 1 and item.endswith(b"\n") for item in lines)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_the_order_of_lines_does_not_count(graph):
    lines = [records.encode(record) for record in graph.records()]
    assert records.graph(reversed(lines)).digest() == graph.digest()


@pytest.mark.parametrize(
    ("predicate", "kind"),
    [("says", Quotation), ("states", Figure), ("operates", Ref), ("holdsPost", Ref)],
)
def test_an_object_is_read_as_what_it_is(predicate, kind):
    for claim in (claim for claim in harbour.STATEMENTS if claim.predicate == predicate):
        assert type(records.decode(records.encode(claim)).object) is kind


def test_an_article_as_object_stays_one():
    claim = next(claim for claim in harbour.STATEMENTS if claim.predicate == "authorOf")
    assert line(claim)["object"] == {"id": harbour.PHOTO.id, "name": "图为智能码头", "type": "Article"}
    assert records.decode(records.encode(claim)).object == harbour.PHOTO.ref


def test_what_is_usual_is_left_out_of_a_statement():
    planned = next(claim for claim in harbour.STATEMENTS if claim.modality == "planned")
    usual = next(claim for claim in harbour.STATEMENTS if claim.predicate == "operates")
    assert line(planned)["modality"] == "planned"
    assert not {"modality", "background"} & set(line(usual))


def test_a_modality_read_from_a_line_is_left_out_all_the_same():
    usual = next(claim for claim in harbour.STATEMENTS if claim.predicate == "operates")
    spelt = records.encode(usual)[:-2] + b',"modality":"asserted"}'
    assert records.encode(records.decode(spelt)) == records.encode(usual)


@pytest.mark.parametrize("value", ["0.1", "12.50", "1E+24", "-0.00000000000000000001", "350000000000.01", "0"])
def test_a_value_keeps_every_digit(value):
    grown = msgspec.structs.replace(harbour.GROWTH, value=Decimal(value))
    claim = msgspec.structs.replace(harbour.STATEMENTS[7], object=grown)
    back = records.decode(records.encode(claim))
    assert back.object.value == Decimal(value)
    assert str(back.object.value) == str(grown.value)


def test_text_and_bytes_are_read_alike():
    found = records.encode(harbour.CITY)
    assert records.decode(found.decode()) == records.decode(found) == harbour.CITY


def test_chinese_stands_in_a_line_as_itself():
    assert "海川市".encode() in records.encode(harbour.CITY)


def test_empty_lines_are_skipped_and_counted():
    lines = ["\n", records.encode(harbour.CITY), "   \n", b"", "{}"]
    found = records.read(lines, "图.jsonl")
    assert next(found) == harbour.CITY
    with pytest.raises(RecordError, match=r"^图\.jsonl:5: is no record"):
        next(found)


def test_no_lines_are_an_empty_graph():
    assert records.graph([]) == Graph()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"object": {"type": "Figure", "id": "figure/1"}}, "indicator"),
        ({"object": {"type": "Quotation", "id": "quote/1", "mode": "shouted", "text": "好"}}, "shouted"),
        ({"object": "海川港"}, "object"),
        ({"object": None}, "object"),
        ({"object": {"id": "x"}}, "name"),
        ({"modality": "rumoured"}, "rumoured"),
        ({"evidence": [{"document": "a.txt", "start": "0", "end": 2, "text": "周宁"}]}, "start"),
        ({"qualifiers": {"title": 1}}, "qualifiers"),
        ({"confidence": "sure"}, "confidence"),
    ],
)
def test_a_statement_that_breaks_the_format_is_refused(change, says):
    broken = msgspec.json.encode({**line(harbour.STATEMENTS[0]), **change})
    with pytest.raises(RecordError, match=says) as raised:
        records.decode(broken, "a.jsonl:7")
    assert raised.value.where == "a.jsonl:7"


def test_a_comparator_is_one_of_those_there_are():
    fields = line(harbour.STATEMENTS[6])
    fields["object"]["comparator"] = "≈"
    with pytest.raises(RecordError, match="≈"):
        records.decode(msgspec.json.encode(fields))


def test_an_object_whose_type_is_no_text_is_refused():
    line = (
        b'{"record":"statement","id":"fact/1","documents":[],"subject":{"id":"x","name":"x"},"predicate":"states",'
        b'"object":{"type":["Figure"],"id":"y","name":"y"},"qualifiers":{},"evidence":[],"confidence":1,'
        b'"extractor":"","rule":""}'
    )
    with pytest.raises(RecordError, match="is no record"):
        records.decode(line)
