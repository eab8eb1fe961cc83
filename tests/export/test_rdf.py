"""RDF: plain triples, facts with their evidence, and only terms that the ontology declares."""

import io

import harbour
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given, settings
from strategies import graphs

from kg import export, ontology
from kg.errors import OntologyError
from kg.export.rdf import triples
from kg.export.rdf_terms import RDF, iri
from kg.model.claim import statement
from kg.model.graph import Entity, Graph
from kg.model.ident import document_id
from kg.normalise.unit import code
from kg.ontology import DATA

SCHEMA = ontology.packaged()
KG = SCHEMA.namespace
PREFIXES = f"PREFIX kg: <{KG}> PREFIX rdf: <{RDF}>"


def written(graph: Graph, name: str) -> bytes:
    out = io.BytesIO()
    export.write(graph, name, out)
    return out.getvalue()


def asked(query: str) -> list[tuple[str, ...]]:
    store = ox.Store()
    store.load(written(harbour.GRAPH, "turtle"), ox.RdfFormat.TURTLE)
    found = [tuple(value.value for value in row) for row in store.query(f"{PREFIXES} {query}")]
    return sorted(found)


def test_a_relation_is_one_plain_triple():
    assert asked(f"SELECT ?s {{ ?s kg:locatedIn <{DATA}{harbour.ZONE.id}> }}") == [(DATA + harbour.WHARF.id,)]


def test_what_is_only_planned_is_no_plain_triple_but_a_fact():
    assert asked("SELECT ?s { ?s kg:cooperatesWith ?o }") == []
    assert asked('SELECT ?o { ?f rdf:predicate kg:cooperatesWith ; rdf:object ?o ; kg:modality "planned" }') == [
        (DATA + harbour.SCHOOL.id,)
    ]


def test_a_fact_leads_from_the_claim_to_its_evidence():
    query = """SELECT ?text ?start ?end ?path { ?fact a kg:Fact ; rdf:predicate kg:locatedIn ; kg:evidence ?span .
        ?span kg:text ?text ; kg:startOffset ?start ; kg:endOffset ?end ; kg:inDocument/kg:path ?path }"""
    [(text, start, end, path)] = asked(query)
    assert harbour.RAW[int(start) : int(end)] == text == "临港新区的智能码头"
    assert path == harbour.DOCUMENT


def test_claims_that_differ_in_a_qualifier_share_one_triple_and_are_two_facts():
    assert len(asked("SELECT ?o { ?s kg:holdsPost ?o }")) == 1
    assert asked("SELECT ?title { ?f rdf:predicate kg:holdsPost ; kg:title ?title }") == [("总经理",), ("经理",)]


def test_a_figure_of_a_coded_unit_has_the_code_beside_it():
    told = dict(asked("SELECT DISTINCT ?unit ?code { ?figure kg:unit ?unit ; kg:unitCode ?code }"))
    coded = {
        unit: known.code for (unit,) in asked("SELECT DISTINCT ?unit { ?f kg:unit ?unit }") if (known := code(unit))
    }
    assert told == coded
    assert told


def test_a_figure_is_a_node_with_its_number_and_what_it_is_about():
    query = """SELECT ?indicator ?value ?unit ?base { ?s kg:states ?figure .
        ?figure kg:about/kg:name "海川港"@zh ; kg:indicator ?indicator ; kg:value ?value ; kg:unit ?unit .
        OPTIONAL { ?figure kg:base ?base } FILTER (?value > 1000) }"""
    store = ox.Store()
    store.load(written(harbour.GRAPH, "turtle"), ox.RdfFormat.TURTLE)
    [row] = store.query(f"{PREFIXES} {query}")
    assert [value and value.value for value in row] == ["吞吐量", "3000000", "箱", None]


def test_background_is_told_from_what_texts_say():
    assert asked("SELECT ?s { ?f kg:background true ; rdf:subject ?s }") == [(DATA + harbour.CITY.id,)]


def test_an_article_has_its_text_and_its_extent_in_the_document():
    query = """SELECT ?text ?start { ?article a kg:Article ; kg:articleKind "article" ; kg:text ?text ;
        kg:extent/kg:startOffset ?start }"""
    assert [(text, int(start)) for text, start in asked(query)] == [
        (harbour.REPORT.text, start) for start, _ in harbour.REPORT.spans
    ]


def test_only_the_most_specific_class_is_written():
    assert asked(f"SELECT ?c {{ <{DATA}{harbour.GROUP.id}> a ?c }}") == [(f"{KG}Company",)]


def test_small_confidences_are_decimals_without_exponent():
    assert "0.00001" in [value for (value,) in asked("SELECT ?c { ?f kg:confidence ?c }")]


def test_dates_numbers_and_names_have_their_datatypes():
    found = {triple.predicate.value.removeprefix(KG): triple.object for triple in triples(harbour.GRAPH, SCHEMA)}
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert found["published"].datatype.value == f"{xsd}date"
    assert found["value"].datatype.value == f"{xsd}decimal"
    assert found["startOffset"].datatype.value == f"{xsd}integer"
    assert found["name"].language == found["text"].language == "zh"


def test_turtle_has_a_prefix_for_each_kind_of_node():
    text = written(harbour.GRAPH, "turtle").decode()
    assert f"@prefix company: <{DATA}company/> ." in text
    assert f"\ncompany:{harbour.GROUP.id.removeprefix('company/')} a kg:Company ;" in text
    assert "\narea:999900 a kg:City ;" in text


def test_a_new_statement_changes_its_own_lines_only():
    more = statement(
        harbour.SCHOOL.ref, "locatedIn", harbour.CITY.ref, confidence=0.9, extractor="rule", rule="rule/new"
    )
    old = written(harbour.GRAPH, "turtle").decode().splitlines()
    new = written(Graph.of([*harbour.GRAPH.records(), more]), "turtle").decode().splitlines()
    assert [line for line in old if line not in new] == []
    assert len([line for line in new if line not in old]) <= 8


def test_iris_are_ascii_and_no_node_is_blank():
    for triple in triples(harbour.GRAPH, SCHEMA):
        assert isinstance(triple.subject, ox.NamedNode)
        assert triple.subject.value.isascii()
        assert not isinstance(triple.object, ox.BlankNode)


@pytest.mark.parametrize("node", ["company/甲 乙", 'a"<>b', "x#y?z", "%41", "kg/x", ""])
def test_a_foreign_id_still_makes_an_iri(node):
    assert iri(node).startswith(DATA)
    assert iri(node).isascii()
    graph = Graph.of([Entity(node, ("Person", "Agent"), "甲")])
    [subject] = rdflib.Graph().parse(written(graph, "turtle"), format="turtle").subjects(rdflib.RDF.type)
    assert str(subject) == iri(node)


def test_documents_are_named_by_content():
    assert document_id("a.txt") == document_id("a.txt") != document_id("b.txt")


@settings(max_examples=30, deadline=None)
@given(graph=graphs())
def test_every_term_is_declared_in_the_ontology(graph):
    declared = {*SCHEMA.classes, *SCHEMA.predicates, *SCHEMA.properties}
    for triple in triples(graph, SCHEMA):
        for term in (triple.predicate, triple.object):
            if isinstance(term, ox.NamedNode) and term.value.startswith(KG):
                assert term.value.removeprefix(KG) in declared


@settings(max_examples=30, deadline=None)
@given(graph=graphs())
@example(graph=Graph.of([Entity(id="thing/.", types=SCHEMA.types("Place"), name="地")]))
def test_turtle_n_triples_pyoxigraph_and_rdflib_agree(graph):
    expected = {str(triple) for triple in triples(graph, SCHEMA)}
    for name, form in (("turtle", ox.RdfFormat.TURTLE), ("ntriples", ox.RdfFormat.N_TRIPLES)):
        text = written(graph, name)
        assert {str(quad.triple) for quad in ox.parse(text, form)} == expected
    parsed = rdflib.Graph().parse(written(graph, "turtle"), format="turtle")
    assert len(parsed) == len(expected)


def test_rdflib_reads_what_pyoxigraph_wrote():
    parsed = rdflib.Graph().parse(written(harbour.GRAPH, "turtle"), format="turtle")
    lines = rdflib.Graph().parse(written(harbour.GRAPH, "ntriples"), format="nt")
    assert set(parsed) == set(lines)
    assert rdflib.Literal("我们要建样板港。", lang="zh") in set(parsed.objects())


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (Entity("x/1", ("Ship",), "甲"), "no class named 'Ship'"),
        (
            statement(harbour.GROUP.ref, "sinks", harbour.WHARF.ref, confidence=1.0, extractor="x", rule="x/y"),
            "no predicate named 'sinks'",
        ),
        (
            statement(
                harbour.GROUP.ref,
                "operates",
                harbour.WHARF.ref,
                confidence=1.0,
                extractor="x",
                rule="x/y",
                qualifiers={"mood": "calm"},
            ),
            "no property named 'mood'",
        ),
    ],
)
def test_a_term_that_the_ontology_lacks_is_named(record, message):
    with pytest.raises(OntologyError, match=message):
        written(Graph.of([record]), "turtle")
