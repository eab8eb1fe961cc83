"""The ontology passes every check, and each check finds the fault that is made for it."""

import pyoxigraph as ox
import pytest

from kg.ontology import packaged, packaged_path
from kg.ontology.hygiene import faults
from kg.pipeline import rdf

TEXT = packaged_path().read_text(encoding="utf-8")
KG = packaged().namespace

# The check that must find a fault, the term it is found at, and the change of the ontology that makes it.
FAULTS = [
    ("header", "", "    owl:versionIRI <https://kg-news.example/ontology/0.2.0> ;\n", ""),
    ("label in zh and en", "Company", 'rdfs:label "企业"@zh , "company"@en', 'rdfs:label "company"@en'),
    ("label in zh and en", "Company", '"company"@en', '"company"@en , "firm"@en'),
    ("definition in zh and en", "Place", ' , "entity that is a named part of the earth\'s surface"@en', ""),
    ("example", "Company", '    skos:example "江淮汽车"@zh ;\n', ""),
    ("isDefinedBy", "Agent", '"商务部"@zh ;\n    rdfs:isDefinedBy <', '"商务部"@zh ;\n    rdfs:seeAlso <'),
    ("label of its own", "Facility", '"设施"@zh , "facility"@en', '"地点"@zh , "facility"@en'),
    ("no circular definition", "Event", "在一定时间以一个名称发生的实体", "一种事件的实体"),
    ("no circular definition", "operates", "that it owns, runs or builds", "that it operates"),
    ("genus in the definition", "Person", "agent that is one human being", "one human being"),
    ("genus in the definition", "states", "发言者或稿件与其给出的数据的关系", "发言者所给的数字"),
    ("no word of Cypher", "match", "kg:issues", "kg:match"),
    ("camel case", "located_in", "kg:locatedIn", "kg:located_in"),
    ("camel case", "company", "kg:Company", "kg:company"),
    ("unlike but for case", "startoffset", "kg:endOffset a", "kg:startoffset a"),
    ("no punning", "Product", "kg:Product a owl:Class ,", "kg:Product a owl:Class , owl:DatatypeProperty ,"),
    ("rdfs:Class beside owl:Class", "Event", "kg:Event a owl:Class , rdfs:Class ,", "kg:Event a owl:Class ,"),
    ("no cycle", "Agent", "kg:Agent a owl:Class , rdfs:Class , sh:NodeShape ;\n    rdfs:subClassOf kg:Entity",
     "kg:Agent a owl:Class , rdfs:Class , sh:NodeShape ;\n    rdfs:subClassOf kg:Person"),
    ("no cycle", "related", "rdfs:subPropertyOf dcterms:relation", "rdfs:subPropertyOf kg:locatedIn"),
    ("range", "operates", "schema:rangeIncludes kg:Facility", "schema:rangeIncludes kg:Factory"),
    ("range", "authorOf", "schema:rangeIncludes kg:Article", "schema:rangeIncludes kg:text"),
    ("range", "value", "schema:domainIncludes kg:Figure ;\n    schema:rangeIncludes xsd:decimal",
     "schema:domainIncludes kg:Figure ;\n    schema:rangeIncludes xsd:deciaml"),
    ("used", "position", "    sh:property [ sh:path kg:position ; sh:datatype xsd:integer ; sh:maxCount 1 ] ;\n", ""),
    ("used", "Run", "kg:related a owl:ObjectProperty",
     'kg:Run a owl:Class , rdfs:Class ; rdfs:label "运行"@zh , "run"@en . kg:related a owl:ObjectProperty'),
    ("declared", "colour", "sh:path kg:alias", "sh:path kg:colour"),
    ("code list", "mode", 'sh:in ( "direct" "indirect" )', 'sh:in ( "direct" "loose" )'),
]  # fmt: skip


def parsed(text: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(text.encode(), ox.RdfFormat.TURTLE)]


def test_the_ontology_passes_every_check():
    assert faults(rdf.shapes()) == ()


@pytest.mark.parametrize(("check", "term", "old", "new"), FAULTS, ids=[f"{f[0]}-{f[1]}" for f in FAULTS])
def test_each_check_finds_its_fault(check, term, old, new):
    assert old in TEXT
    found = {(fault.check, fault.term.removeprefix(KG)) for fault in faults(parsed(TEXT.replace(old, new)))}
    assert (check, term) in found


def test_every_check_has_a_fault_made_for_it():
    known = {
        "header", "label in zh and en", "definition in zh and en", "example", "isDefinedBy", "label of its own",
        "no circular definition", "genus in the definition", "no word of Cypher", "camel case", "unlike but for case",
        "no punning", "rdfs:Class beside owl:Class", "no cycle", "range", "used", "declared", "code list",
    }  # fmt: skip
    assert {check for check, *_ in FAULTS} == known


@pytest.mark.parametrize("name", [*packaged().codes])
def test_every_code_has_its_words(name):
    for code in packaged().codes[name]:
        assert code.notation and code.label.zh and code.label.en and code.definition.zh and code.definition.en


@pytest.mark.parametrize(
    ("name", "iri", "inverse"),
    [
        ("locatedIn", "https://schema.org/location", False),
        ("says", "https://schema.org/spokenByCharacter", True),
        ("Place", "http://www.opengis.net/ont/geosparql#Feature", False),
        ("evidence", "http://www.w3.org/ns/prov#wasDerivedFrom", False),
        ("startOffset", "http://www.w3.org/ns/oa#start", False),
        ("Company", "http://www.w3.org/ns/org#FormalOrganization", False),
    ],
)
def test_terms_of_the_standards_stand_above_ours(name, iri, inverse):
    assert (iri, inverse) in {(above.iri, above.inverse) for above in packaged().standards[name]}
