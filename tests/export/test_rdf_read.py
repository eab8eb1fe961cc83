"""RDF gives the graph back: to the digest, but for the order that RDF does not have."""

import io

import harbour
import msgspec
import pytest
from hypothesis import given, settings
from strategies import graphs

from kg import export
from kg.errors import RecordError
from kg.export.options import Options
from kg.export.rdf_read import FORMATS
from kg.export.rdf_read import read as read_rdf
from kg.model.graph import Entity, Graph, Ref, Statement
from kg.registry import find

ENDINGS = {
    "jsonld": ".jsonld",
    "nquads": ".nq",
    "ntriples": ".nt",
    "rdfxml": ".rdf",
    "trig": ".trig",
    "turtle": ".ttl",
}


def written(graph: Graph, name: str = "turtle") -> str:
    out = io.BytesIO()
    export.write(graph, name, out)
    return out.getvalue().decode()


def read(text: str) -> Graph:
    return read_rdf(io.BytesIO(text.encode()), ".ttl", "graph.ttl")


def ordered(graph: Graph) -> Graph:
    """Return the graph with everything in order that RDF keeps no order of, and one wording for each figure."""

    def once(values: tuple) -> tuple:
        return tuple(sorted({*values}))

    records = []
    for record in graph.records():
        match record:
            case Entity():
                changes = {name: once(getattr(record, name)) for name in ("aliases", "mentions", "same_as")}
            case Statement():
                target = record.object if isinstance(record.object, Ref) else graph.nodes[record.object.id]
                changes = {"evidence": once(record.evidence), "object": target}
            case _:
                changes = {"spans": once(record.spans)}
        records.append(msgspec.structs.replace(record, **changes))
    return Graph.of(records)


def through(graph: Graph, name: str, options: Options) -> Graph:
    out = io.BytesIO()
    find("exporter", name)(graph, out, options)
    out.seek(0)
    return read_rdf(out, ENDINGS[name])


def test_every_format_has_a_reader():
    assert set(ENDINGS.values()) == set(FORMATS)


@pytest.mark.parametrize("name", ENDINGS)
def test_a_graph_comes_back_to_the_digest(name):
    assert through(harbour.GRAPH, name, Options()).digest() == harbour.GRAPH.digest()


@pytest.mark.parametrize("name", ["nquads", "ntriples", "trig", "turtle"])
def test_a_graph_comes_back_from_rdf_1_2(name):
    assert through(harbour.GRAPH, name, Options(rdf12=True)).digest() == harbour.GRAPH.digest()


@pytest.mark.parametrize("name", ENDINGS)
def test_terms_of_other_vocabularies_do_not_stand_in_the_way(name):
    assert through(harbour.GRAPH, name, Options(standard=True)).digest() == harbour.GRAPH.digest()


@pytest.mark.parametrize("name", sorted(ENDINGS.keys() - {"rdfxml"}))
@settings(max_examples=25, deadline=None)
@given(graph=graphs())
def test_any_graph_comes_back_from_any_format_that_holds_all_characters(name, graph):
    assert through(graph, name, Options()).digest() == ordered(graph).digest()


@settings(max_examples=60, deadline=None)
@given(graph=graphs())
def test_any_graph_comes_back_but_for_its_order(graph):
    assert read(written(graph)) == ordered(graph)
    assert read(written(graph)).digest() == ordered(graph).digest()


def test_an_empty_graph_comes_back():
    assert read("") == Graph()


def test_superclasses_that_a_reasoner_added_change_nothing():
    more = "".join(f"<https://kg-news.example/id/{harbour.GROUP.id}> a kg:{name} .\n" for name in ("Agent", "Entity"))
    assert read(written(harbour.GRAPH) + more).digest() == harbour.GRAPH.digest()


def test_triples_of_other_vocabularies_are_passed_over():
    more = """<https://kg-news.example/id/area/CN> <http://www.w3.org/2002/07/owl#sameAs> <https://example.org/CN> .
<https://example.org/x> a <https://example.org/Thing> ; <https://example.org/name> "x" , [] .
[] a kg:Person ."""
    assert read(written(harbour.GRAPH) + more).digest() == harbour.GRAPH.digest()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kg:x a .", "graph.ttl: is no Turtle"),
        ("<<<", "graph.ttl: is no Turtle"),
    ],
)
def test_what_is_no_turtle_is_told(text, message):
    with pytest.raises(RecordError, match=message):
        read(text)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kg:rule "rule/says"', 'kg:comment "x"', "has 0 values of rule where one is needed"),
        ('kg:name "周宁"@zh', 'kg:name "周宁"@zh , "周明"@zh', "has 2 values of name where one is needed"),
        ("kg:startOffset 14", 'kg:startOffset "here"', "invalid literal for int"),
        ('kg:path "港口.txt"', 'kg:comment "x"', "has 0 values of path where one is needed"),
        ('kg:modality "planned"', 'kg:modality "hoped"', "Invalid enum value 'hoped'"),
        ('kg:comparator "~"', 'kg:comparator "about"', "Invalid enum value 'about'"),
    ],
)
def test_a_graph_that_lacks_a_part_is_refused_by_the_name_of_the_part(old, new, message):
    text = written(harbour.GRAPH)
    assert old in text
    with pytest.raises(RecordError, match=message):
        read(text.replace(old, new))
