"""RDF formats: the same triples in each, a triple a line, and a document more changes its own lines only."""

import io
import tracemalloc
from itertools import product

import harbour
import msgspec
import pyoxigraph as ox
import pytest
from crowd import crowd
from hypothesis import given, settings
from strategies import graphs, parts, union

from kg import ontology
from kg.export.options import Options
from kg.export.rdf import triples
from kg.export.rdf_read import FORMATS
from kg.export.rdf_write import by_document, quads
from kg.model.claim import statement
from kg.model.graph import Entity, Graph, Ref
from kg.model.ident import document_id
from kg.registry import find

SCHEMA = ontology.packaged()
OPTIONS = [
    Options(profile=profile, rdf12=rdf12, standard=standard)
    for profile, rdf12, standard in product(("full", "facts", "plain"), (False, True), (False, True))
]
LINES = {"nquads": ".nq", "ntriples": ".nt", "trig": ".trig", "turtle": ".ttl"}


def written(graph: Graph, name: str, options: Options = OPTIONS[0]) -> str:
    out = io.BytesIO()
    find("exporter", name)(graph, out, options)
    return out.getvalue().decode()


def parsed(text: str, name: str) -> list[ox.Quad]:
    return list(ox.parse(text, FORMATS[LINES[name]]))


def subject_of(block: str) -> str:
    """Return the subject of a line of N-Triples, or of the block of lines that Turtle has for it."""
    return block.partition(" ")[0]


def blocks(text: str) -> dict[str, set[str]]:
    """Return the lines of Turtle by their subject; declarations of prefixes stand under none."""
    found: dict[str, set[str]] = {"": set()}
    subject = ""
    for line in text.split("\n"):
        if line.startswith("@prefix"):
            found[""].add(line)
        else:
            if not line.startswith("\t"):
                subject = subject_of(line)
            found.setdefault(subject, set()).add(line)
    return found


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_every_format_has_the_same_triples_under_every_option(name, options):
    found = [quad.triple for quad in parsed(written(harbour.GRAPH, name, options), name)]
    assert set(found) == set(triples(harbour.GRAPH, SCHEMA, options))
    if name in ("ntriples", "turtle"):
        assert len(found) == len(set(found))


@pytest.mark.parametrize("name", LINES)
@settings(max_examples=40)
@given(graph=graphs())
def test_any_graph_has_the_same_triples_in_every_format(name, graph):
    found = [quad.triple for quad in parsed(written(graph, name), name)]
    assert set(found) == set(triples(graph, SCHEMA))


@pytest.mark.parametrize("name", ["ntriples", "nquads"])
@settings(max_examples=40)
@given(graph=graphs())
def test_lines_are_canonical(name, graph):
    text = written(graph, name)
    assert ox.serialize(parsed(text, name), format=FORMATS[LINES[name]]).decode() == text


@settings(max_examples=40)
@given(graph=graphs())
def test_turtle_spells_every_triple_as_pyoxigraph_does(graph):
    text = written(graph, "turtle")
    declared = dict(line.split()[1:3] for line in text.split("\n") if line.startswith("@prefix"))
    prefixes = {name.removesuffix(":"): value[1:-1] for name, value in declared.items()}

    def spelt(triple: ox.Triple) -> str:
        alone = ox.serialize([triple], format=ox.RdfFormat.TURTLE, prefixes=prefixes).decode()
        return alone.split("\n")[-2].removesuffix(" .")

    ours = {
        f"{subject} {line.removeprefix(subject).strip().removesuffix(' ;')}"
        for subject, lines in blocks(text).items()
        for line in lines
        if line.endswith(" ;")
    }
    assert ours == {spelt(triple) for triple in triples(graph, SCHEMA)}


def test_lines_of_n_triples_are_sorted():
    found = written(harbour.GRAPH, "ntriples").splitlines()
    assert found == sorted(found)


def test_turtle_has_a_triple_a_line_and_a_line_for_the_end_of_a_subject():
    found = blocks(written(harbour.GRAPH, "turtle"))
    assert found["area:CN"] == {
        "area:CN a kg:Country ;",
        '\tkg:code "CN" ;',
        '\tkg:name "中国"@zh ;',
        '\tkg:sameAs "https://example.org/中国"^^xsd:anyURI ;',
        "\t.",
    }


def test_a_named_graph_holds_what_its_document_says_and_the_default_graph_what_no_document_says():
    home = ox.NamedNode(f"{SCHEMA.data}{document_id(harbour.DOCUMENT)}")
    known = msgspec.structs.replace(harbour.STATEMENTS[-1], documents=())
    graph = Graph.of({record.id: record for record in (*harbour.GRAPH.records(), known)}.values())
    for name in ("nquads", "trig"):
        found = parsed(written(graph, name), name)
        assert {quad.graph_name for quad in found} == {home, ox.DefaultGraph()}
        assert {quad.subject.value for quad in found if quad.graph_name != home} == {
            f"{SCHEMA.data}{node}" for node in (known.id, known.subject.id, harbour.COUNTRY.id)
        }
        assert set(found) == set(quads(graph, SCHEMA))


@settings(max_examples=50)
@given(drawn=parts())
def test_what_documents_say_is_the_graph(drawn):
    graph = union(drawn.values())
    assert {name for name in by_document(graph) if name is not None} <= set(drawn)
    assert set().union(*(triples(part, SCHEMA) for part in by_document(graph).values())) == set(triples(graph, SCHEMA))


@pytest.mark.parametrize("options", [OPTIONS[0], Options(standard=True)], ids=str)
def test_a_thing_that_only_a_statement_names_is_a_subject_too(options):
    ends = Ref("company/1", "甲"), Ref("area/110000", "乙")
    claim = statement(ends[0], "locatedIn", ends[1], confidence=1.0, extractor="x", rule="x/y")
    found = parsed(written(Graph.of([claim]), "turtle", options), "turtle")
    said = {quad.predicate.value for quad in found if quad.subject.value == f"{SCHEMA.data}company/1"}
    assert SCHEMA.iri("locatedIn") in said


@pytest.mark.parametrize("name", ["ntriples", "turtle"])
def test_a_statement_more_is_lines_more_and_none_else(name):
    more = statement(
        harbour.SCHOOL.ref, "locatedIn", harbour.CITY.ref, confidence=0.9, extractor="rule", rule="rule/new"
    )
    old = written(harbour.GRAPH, name).splitlines()
    new = written(Graph.of([*harbour.GRAPH.records(), more]), name).splitlines()
    added = len(set(triples(Graph.of([*harbour.GRAPH.records(), more]), SCHEMA)) - set(triples(harbour.GRAPH, SCHEMA)))
    rest = iter(new)
    assert all(line in rest for line in old), "old lines stand in the new ones, in their order"
    assert len(new) - len(old) == added + (name == "turtle")


@settings(max_examples=50)
@given(drawn=parts())
def test_a_document_more_changes_no_line_of_what_it_says_nothing_about(drawn):
    for added in drawn:
        few, all_ = union(part for name, part in drawn.items() if name != added), union(drawn.values())
        of_it = {subject_of(line) for line in written(drawn[added], "ntriples").splitlines()}
        old, new = (set(written(graph, "ntriples").splitlines()) for graph in (few, all_))
        assert [line for line in old ^ new if subject_of(line) not in of_it] == []
        of_it, old, new = (blocks(written(graph, "turtle")) for graph in (drawn[added], few, all_))
        changed = {subject for subject in {*old, *new} if old.get(subject) != new.get(subject)}
        assert changed <= {*of_it}


def test_memory_beside_the_graph_hardly_grows_with_it():
    peaks, counts = [], []
    for size in (1000, 4000):
        graph = crowd(size)
        counts.append(len(list(triples(graph, SCHEMA))))
        out = _Nowhere()
        tracemalloc.start()
        find("exporter", "turtle")(graph, out, OPTIONS[0])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert (peaks[1] - peaks[0]) / (counts[1] - counts[0]) < 10, "bytes a triple"


class _Nowhere(io.BytesIO):
    """Takes bytes and keeps none."""

    def write(self, data) -> int:
        return len(data)


@pytest.mark.parametrize("node", ["ship/甲", "a b/c", "x", "kg/x", "thing/-a"])
def test_a_node_of_any_id_is_in_every_format(node):
    graph = Graph.of([Entity(node, ("Person", "Agent"), "甲")])
    expected = set(triples(graph, SCHEMA))
    for name in LINES:
        assert {quad.triple for quad in parsed(written(graph, name), name)} == expected
