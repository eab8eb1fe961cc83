"""What is said of each kind of record, as predicate and object."""

import harbour
import msgspec
import pytest

from kg import ontology
from kg.export.options import Options
from kg.export.rdf_pairs import PROPERTIES, Writer
from kg.export.rdf_terms import RDF, XSD, Terms
from kg.model.graph import Evidence
from kg.model.ident import document_id, span_id
from kg.ontology import DATA

SCHEMA = ontology.packaged()
KINDS = (
    "area",
    "article",
    "company",
    "document",
    "fact",
    "facility",
    "figure",
    "institute",
    "person",
    "place",
    "quote",
    "span",
)
TERMS = Terms(SCHEMA, {"kg": SCHEMA.namespace, "rdf": RDF, "xsd": XSD, **{kind: f"{DATA}{kind}/" for kind in KINDS}})
HOME = f"kg:inDocument {TERMS.node(document_id(harbour.DOCUMENT))}"


def writer(**options) -> Writer:
    return Writer(TERMS, Options(**options))


def place(item: Evidence) -> str:
    return TERMS.node(span_id(item.document, item.start, item.end))


def test_an_entity_has_its_names_and_places():
    [mention, *_] = harbour.GROUP.mentions
    pairs = writer().entity(harbour.GROUP)
    assert {'kg:name "海川港务集团"@zh', 'kg:alias "海川港务集"@zh', "a kg:Company", HOME} <= {*pairs}
    assert f"kg:mentionedAt {place(mention)}" in pairs
    assert not [pair for pair in pairs if pair.startswith("kg:code")]


def test_what_a_record_holds_twice_is_said_once():
    twice = msgspec.structs.replace(
        harbour.GROUP,
        aliases=harbour.GROUP.aliases * 2,
        same_as=("https://example.org/1",) * 2,
        documents=harbour.GROUP.documents * 2,
        mentions=harbour.GROUP.mentions * 2,
    )
    pairs = writer().entity(twice)
    assert len(pairs) == len({*pairs}) == len(writer().entity(harbour.GROUP)) + 1


def test_a_figure_has_its_value_unit_and_what_it_is_about():
    pairs = writer().figure(harbour.THROUGHPUT)
    assert {"a kg:Figure", 'kg:value "3000000"^^xsd:decimal', 'kg:unit "箱"', 'kg:period "2024"'} <= {*pairs}
    assert f"kg:about {TERMS.node(harbour.PORT.id)}" in pairs
    assert not [pair for pair in pairs if pair.startswith(("kg:base", "kg:valueMax", "kg:unitCode"))]
    assert 'kg:unitCode "%"' in writer().figure(harbour.GROWTH)


def test_a_quotation_has_its_words():
    assert writer().quotation(harbour.WORDS) == ["a kg:Quotation", 'kg:mode "direct"', 'kg:text "我们要建样板港。"@zh']


def test_a_document_has_its_path():
    assert writer().document(harbour.DOCUMENT) == ["a kg:Document", f'kg:path "{harbour.DOCUMENT}"']


def test_a_fact_names_its_triple_its_rule_and_its_qualifiers():
    claim = next(claim for claim in harbour.STATEMENTS if claim.qualifiers.get("as_of"))
    pairs = {*writer().fact(claim)}
    assert {
        "a kg:Fact",
        f"rdf:subject {TERMS.node(claim.subject.id)}",
        "rdf:predicate kg:holdsPost",
        f"rdf:object {TERMS.node(claim.object.id)}",
        "kg:confidence 0.95",
        'kg:rule "rule/holdsPost"',
        'kg:title "总经理"@zh',
        'kg:asOf "2025-07-03"',
        HOME,
        *(f"kg:evidence {place(item)}" for item in claim.evidence),
    } <= pairs
    assert not [pair for pair in pairs if pair.startswith("kg:background")]
    assert "kg:background true" in writer().fact(harbour.STATEMENTS[-1])


def test_a_fact_of_rdf_1_2_reifies_its_triple():
    claim = harbour.STATEMENTS[0]
    pairs = writer(rdf12=True).fact(claim)
    ends = TERMS.node(claim.subject.id), TERMS.node(claim.object.id)
    assert f"rdf:reifies <<( {ends[0]} kg:partOf {ends[1]} )>>" in pairs
    assert not [pair for pair in pairs if pair.startswith("rdf:subject")]


def test_a_span_has_its_offsets_and_its_text_where_it_is_quoted():
    [(quoted, said), (other, bare)] = writer().spans(harbour.DOCUMENT, {(5, 9): None, (12, 14): "海川"})
    assert (quoted, other) == tuple(TERMS.node(span_id(harbour.DOCUMENT, *at)) for at in ((12, 14), (5, 9)))
    assert {*bare} == {"a kg:Span", HOME, "kg:startOffset 5", "kg:endOffset 9"}
    assert {*said} == {"a kg:Span", HOME, "kg:startOffset 12", "kg:endOffset 14", 'kg:text "海川"@zh'}


@pytest.mark.parametrize(
    ("profile", "absent"),
    [
        ("full", set()),
        ("facts", {"kg:mentionedAt", "kg:extent", "kg:text"}),
        ("plain", {"kg:mentionedAt", "kg:extent", "kg:text", "kg:inDocument"}),
    ],
)
def test_a_profile_says_how_much_of_the_evidence_travels(profile, absent):
    found = writer(profile=profile)
    pairs = [*found.entity(harbour.GROUP), *found.article(harbour.REPORT)]
    evidence = {"kg:mentionedAt", "kg:extent", "kg:text", "kg:inDocument"}
    assert {pair.partition(" ")[0] for pair in pairs} & evidence == evidence - absent


def test_properties_that_are_named_otherwise_are_those_of_the_schema():
    assert set(PROPERTIES.values()) <= set(SCHEMA.properties)
    assert set(PROPERTIES).isdisjoint(SCHEMA.properties)
