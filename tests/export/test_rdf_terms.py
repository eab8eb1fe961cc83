"""Terms as text: what pyoxigraph reads in them, and what it would have written."""

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import TEXTS

from kg import ontology
from kg.errors import OntologyError
from kg.export.rdf_terms import LANGUAGE, RDF, XSD, Terms, iri
from kg.model.ident import span_id
from kg.ontology import DATA

SCHEMA = ontology.packaged()
PREFIXES = {
    "kg": SCHEMA.namespace,
    "xsd": XSD,
    **{kind: f"{DATA}{kind}/" for kind in ("area", "document", "span", "thing")},
}
TURTLE, LINES = Terms(SCHEMA, PREFIXES), Terms(SCHEMA)
FORMS = pytest.mark.parametrize("terms", [TURTLE, LINES], ids=["turtle", "ntriples"])
HEADER = "".join(f"@prefix {name}: <{value}> .\n" for name, value in PREFIXES.items())
NODES = st.builds("/".join, st.tuples(st.sampled_from(["area", "thing", "ship", "A"]), TEXTS)) | TEXTS


def parsed(terms: Terms, pair: str) -> ox.Triple:
    """Return the triple that a pair makes with a subject."""
    if terms is TURTLE:
        [quad] = ox.parse(f"{HEADER}<x:x> {pair} .", ox.RdfFormat.TURTLE)
    else:
        [quad] = ox.parse(f"<x:x> {pair} .", ox.RdfFormat.N_TRIPLES)
    return quad.triple


def written(terms: Terms, triple: ox.Triple) -> str:
    """Return a triple's predicate and object as pyoxigraph writes them."""
    form = ox.RdfFormat.TURTLE if terms is TURTLE else ox.RdfFormat.N_TRIPLES
    text = ox.serialize([triple], format=form, prefixes=PREFIXES if terms is TURTLE else None).decode()
    return text.partition("<x:x> ")[2].removesuffix(" .\n")


@FORMS
@given(node=NODES)
@example(node="thing/-a")
@example(node="thing/a-")
@example(node="thing/.")
@example(node="thing/a/b")
@example(node="thing/")
@example(node="")
def test_any_node_is_written_as_pyoxigraph_writes_it(terms, node):
    pair = f"<x:y> {terms.node(node)}"
    triple = parsed(terms, pair)
    assert triple.object == ox.NamedNode(iri(node))
    assert pair == written(terms, triple)


@FORMS
@pytest.mark.parametrize("name", sorted(name for name, term in SCHEMA.properties.items() if term.datatype == "string"))
@settings(max_examples=20)
@given(text=TEXTS)
def test_any_value_is_written_as_pyoxigraph_writes_it(terms, name, text):
    pair = terms.property(name)(text)
    triple = parsed(terms, pair)
    assert triple == ox.Triple(ox.NamedNode("x:x"), ox.NamedNode(SCHEMA.iri(name)), ox.Literal(text))
    assert pair == written(terms, triple)


@FORMS
@given(text=TEXTS)
@example(text="\r")
@example(text='"')
@example(text="\\")
@example(text="\x7f\x80\x85\u2028\ufffe\uffff")
@example(text='<x:x> <x:x> " .\n')
@example(text="全角\u3000空格")
def test_any_text_is_written_as_pyoxigraph_writes_it(terms, text):
    pair = terms.property("text")(text)
    triple = parsed(terms, pair)
    assert triple.object == ox.Literal(text, language=LANGUAGE)
    assert pair == written(terms, triple)


@FORMS
@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers() | st.floats(0, 1))
def test_any_number_is_written_as_pyoxigraph_writes_it(terms, value):
    pair = terms.property("value")(value)
    triple = parsed(terms, pair)
    assert "e" not in triple.object.value
    assert float(triple.object.value) == pytest.approx(float(value))
    assert pair == written(terms, triple)


@pytest.mark.parametrize(
    ("name", "value", "turtle", "line"),
    [
        ("confidence", 1e-05, "0.00001", f'"0.00001"^^<{XSD}decimal>'),
        ("confidence", 1.0, "1.0", f'"1.0"^^<{XSD}decimal>'),
        ("value", 60, '"60"^^xsd:decimal', f'"60"^^<{XSD}decimal>'),
        ("startOffset", 0, "0", f'"0"^^<{XSD}integer>'),
        ("background", True, "true", f'"true"^^<{XSD}boolean>'),
        ("published", "2025-07-03", '"2025-07-03"^^xsd:date', f'"2025-07-03"^^<{XSD}date>'),
        ("rule", "rule/says", '"rule/says"', '"rule/says"'),
        ("name", "海川港", '"海川港"@zh', '"海川港"@zh'),
    ],
)
def test_values_have_the_datatypes_of_the_schema(name, value, turtle, line):
    assert TURTLE.property(name)(value) == f"kg:{name} {turtle}"
    assert LINES.property(name)(value) == f"<{SCHEMA.iri(name)}> {line}"


@FORMS
def test_numbers_and_spans_fit_between_what_stands_around_them(terms):
    before, after = terms.number("endOffset")
    assert f"{before}20{after}" == terms.property("endOffset")(20)
    before, after = terms.spans("港口.txt")
    assert f"{before}7-20{after}" == terms.node(span_id("港口.txt", 7, 20))


def test_a_class_is_said_by_a_in_turtle_and_by_its_iri_in_n_triples():
    assert TURTLE.class_("Company") == "a kg:Company"
    assert LINES.class_("Company") == f"<{RDF}type> <{SCHEMA.iri('Company')}>"


def test_a_kind_without_a_prefix_is_written_in_full():
    assert TURTLE.node("ship/1") == f"<{DATA}ship/1>"


def test_terms_that_are_asked_for_by_thousands_are_not_all_kept():
    terms = Terms(SCHEMA)
    assert terms.node.cache_info().maxsize == terms.spans.cache_info().maxsize < 10_000


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (LINES.class_, "no class named 'Ship'"),
        (LINES.predicate, "no predicate named 'Ship'"),
        (LINES.property, "no property named 'Ship'"),
    ],
)
def test_a_name_that_the_schema_lacks_is_told(ask, message):
    with pytest.raises(OntologyError, match=message):
        ask("Ship")
