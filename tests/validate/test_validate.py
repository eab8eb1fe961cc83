"""Every constraint of every shape is broken on purpose, and each engine says so; what is right passes."""

import functools

import harbour
import planted
import pytest
from planted import DATA_WITH_FAULTS, FAULTS, SCHEMA, copy

from kg.errors import RecordError, UnknownNameError
from kg.export.rdf import triples
from kg.pipeline import rdf
from kg.validate import Violation, validate

ENGINES = ["pyshacl", "shacl"]


@functools.cache
def found(engine: str) -> frozenset[Violation]:
    return frozenset(validate(DATA_WITH_FAULTS, SCHEMA, rdf.shapes(), engine))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_right_graph_conforms(engine):
    assert validate(triples(harbour.GRAPH, SCHEMA), SCHEMA, rdf.shapes(), engine) == ()


def test_a_fault_is_planted_for_every_kind_of_constraint_and_for_most_shapes():
    assert {fault.constraint for fault in FAULTS} == {
        "Class", "Datatype", "In", "LessThanOrEquals", "MaxCount", "MaxInclusive", "MinCount", "MinInclusive",
        "NodeKind", "Or", "Pattern",
    }  # fmt: skip
    assert len(FAULTS) > 120
    shapes = {fault.shape for fault in FAULTS}
    assert shapes >= {SCHEMA.iri(f"{name}Shape") for name in SCHEMA.predicates}
    assert shapes >= {
        SCHEMA.iri(name) for name in ("Entity", "Place", "Fact", "Figure", "Quotation", "Span", "Article")
    }


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("at", range(len(FAULTS)), ids=[str(fault) for fault in FAULTS])
def test_each_planted_fault_is_reported(at, engine):
    fault = FAULTS[at]
    focus = copy(fault.focus, at)
    told = {(violation.path, violation.constraint) for violation in found(engine) if violation.focus == focus}
    assert (fault.path, fault.constraint) in told


def test_the_engines_agree_on_all_planted_faults():
    assert found("pyshacl") == found("shacl")


def test_shapes_of_the_user_count_too(tmp_path):
    file = tmp_path / "my.ttl"
    file.write_text(
        f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <{SCHEMA.namespace}> .
        <https://x.example/s> a sh:NodeShape ; sh:targetClass kg:Company ;
            sh:property [ sh:path kg:locatedIn ; sh:minCount 5 ] .""",
        encoding="utf-8",
    )
    for engine in ENGINES:
        [violation] = validate(triples(harbour.GRAPH, SCHEMA), SCHEMA, rdf.shapes(file), engine)
        assert violation.constraint == "MinCount"
        assert violation.focus.endswith(harbour.GROUP.id)


def test_shapes_that_are_no_rdf_are_named(tmp_path):
    (tmp_path / "my.ttl").write_text("<<<", encoding="utf-8")
    (tmp_path / "my.txt").write_text("", encoding="utf-8")
    for name, says in (("my.ttl", "is no Turtle"), ("my.txt", "no RDF by its ending"), ("none.ttl", "no such file")):
        with pytest.raises(RecordError, match=says):
            rdf.shapes(tmp_path / name)


def test_an_unknown_engine_lists_those_there_are():
    with pytest.raises(UnknownNameError, match="no validator named 'x'; there are: pyshacl, shacl"):
        validate([], SCHEMA, [], "x")


def test_planting_leaves_the_graph_itself_alone():
    assert planted.Planter().data == set(triples(harbour.GRAPH, SCHEMA))
