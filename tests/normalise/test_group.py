"""Names are compared within groups of classes."""

import pytest

from kg.normalise.group import GROUPS, group, is_body, name_key
from kg.ontology import extended, packaged, using

BANK = """@prefix my: <https://my.example/o#> .
@prefix kg: <https://kg-news.example/ontology/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://my.example/o> a owl:Ontology .
my:Bank a owl:Class ; rdfs:label "银行"@zh, "bank"@en ; skos:definition "银行"@zh, "a bank"@en ;
    rdfs:subClassOf kg:Company ; sh:property [ sh:path kg:name ] .
"""


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Agency", "Organization"),
        ("Institute", "Organization"),
        ("County", "Place"),
        ("Facility", "Facility"),
        ("Person", "Person"),
        ("Municipality", "Place"),
        ("Agent", "Agent"),
        ("Entity", "Entity"),
    ],
)
def test_names_are_compared_within_a_group(kind, expected):
    assert group(kind) == expected


def test_every_group_is_a_class_and_its_own_group():
    assert [group(kind) for kind in GROUPS] == list(GROUPS)
    assert set(GROUPS) <= packaged().classes.keys()


def test_a_name_is_looked_up_by_group_and_folded_form():
    assert name_key("Agency", "“海川”（新区）管委会") == ("Organization", "海川(新区)管委会")


def test_bodies_are_of_organization_and_the_classes_below_it_in_the_ontology_in_use(tmp_path):
    kinds = ("Organization", "Company", "Agency", "Institute", "Person", "Place", "Agent", None, "")
    assert [kind for kind in kinds if is_body(kind)] == ["Organization", "Company", "Agency", "Institute"]
    path = tmp_path / "bank.ttl"
    path.write_text(BANK, encoding="utf-8")
    with using(extended(path)):
        assert is_body("Bank")
