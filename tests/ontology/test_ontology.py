"""The ontology is the one schema: it is whole, and the code names nothing that it lacks."""

import re
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.grammar import load, names
from kg.ontology import packaged, packaged_path, read

CYPHER_WORDS = {"begin", "end", "start", "order", "limit", "match", "where", "with", "type", "id"}
HEAD = """@prefix kg: <https://x.example/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
<https://x.example/> a owl:Ontology ."""
TERM = ' rdfs:label "甲"@zh, "a"@en ; skos:definition "甲"@zh, "a"@en '


def test_superclasses_come_nearest_first():
    assert packaged().ancestors("County") == ("AdministrativeArea", "Place", "Entity")
    assert packaged().types("Facility") == ("Facility", "Place")


@pytest.mark.parametrize(
    ("predicate", "subject", "target", "admitted"),
    [
        ("locatedIn", "Company", "Municipality", True),
        ("locatedIn", "Person", "City", False),
        ("holdsPost", "Person", "Country", True),
        ("develops", "Company", "Company", False),
        ("states", "Article", "Figure", True),
        ("issues", "Agency", "Policy", True),
    ],
)
def test_predicates_admit_the_classes_of_their_domain_and_range(predicate, subject, target, admitted):
    assert packaged().admits(predicate, subject, target) is admitted


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nonsense", "is not Turtle"),
        ("", "no owl:Ontology header"),
        (f'{HEAD} kg:A a owl:Class ; rdfs:label "甲"@zh .', "0 texts of label in 'en'"),
        (f"{HEAD} kg:A a owl:Class ; rdfs:subClassOf kg:B ; {TERM} .", "'A' names no class 'B'"),
        (f"{HEAD} kg:A a owl:Class ; rdfs:subClassOf kg:A ; {TERM} .", "below themselves"),
        (f"{HEAD} kg:p a owl:ObjectProperty ; schema:domainIncludes kg:Z ; {TERM} .", "'p' names no class 'Z'"),
    ],
)
def test_a_faulty_ontology_is_refused_with_the_reason(tmp_path, text, says):
    path = tmp_path / "my.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=re.escape(says)) as raised:
        read(path)
    assert str(path) in str(raised.value)


def test_a_missing_ontology_is_named(tmp_path):
    with pytest.raises(OntologyError, match="no such ontology"):
        read(tmp_path / "none.ttl")


def test_an_unknown_term_lists_the_terms():
    with pytest.raises(OntologyError, match=r"no class named 'Dragon'; there are: .*Agency"):
        packaged().class_("Dragon")


def test_no_term_is_a_cypher_word_or_differs_from_another_by_case_only():
    terms = [*packaged().classes, *packaged().predicates, *packaged().properties]
    assert not CYPHER_WORDS & set(terms)
    assert len({term.lower() for term in packaged().classes}) == len(packaged().classes)


def test_relationship_types_lead_back_to_predicates():
    types = {predicate.relationship for predicate in packaged().predicates.values()}
    assert len(types) == len(packaged().predicates)


def test_definitions_are_given_in_both_languages():
    for term in (*packaged().classes.values(), *packaged().predicates.values(), *packaged().properties.values()):
        assert term.label.zh and term.label.en and term.definition.zh and term.definition.en, term.name
        assert re.search(r"[\u4e00-\u9fff]", term.definition.zh), term.name


def test_rules_name_only_predicates_and_classes_of_the_ontology():
    known = {*packaged().predicates, ""}
    for name in names():
        for rule in load(name).rules:
            assert rule.text.predicate in known, rule.id


def test_code_names_only_predicates_of_the_ontology():
    """Every `predicate == "x"` and `Relation("x", …)` in the package names a predicate of the ontology, or `alias`."""
    used = re.compile(r"""(?:predicate\s*(?:==|!=|=)\s*|Relation\(\s*|admits\(\s*)["']([A-Za-z]+)["']""")
    for path in sorted(packaged_path().parents[1].joinpath("kg").rglob("*.py")):
        for name in used.findall(path.read_text(encoding="utf-8")):
            assert name in {*packaged().predicates, "alias"}, f"{path.name}: {name}"


def test_code_names_only_classes_of_the_ontology():
    """Every `is_a(…, "X")`, `type == "X"` and `Mention(…, "X"` in the package names a class, or a kind of value."""
    node = r"(?:mention|nominal|subject|object|about|entity|node)"
    used = re.compile(rf"""(?:is_a\([^()"']*,\s*|{node}\.type\s*(?:==|!=)\s*|class_\(\s*)["']([A-Za-z]+)["']""")
    for path in sorted(Path(packaged_path()).parents[1].joinpath("kg").rglob("*.py")):
        for name in used.findall(path.read_text(encoding="utf-8")):
            assert name in {*packaged().classes, "Quantity", "Period"}, f"{path.name}: {name}"
