"""An ontology that a project adds to: its terms, its faults by file and line, and where it is in use."""

import pickle
import re
import threading

import pytest

from kg.errors import OntologyError
from kg.ontology import extended, in_use, packaged, per_ontology, read, using

HEAD = """@prefix my: <https://my.example/o#> .
@prefix kg: <https://kg-news.example/ontology/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://my.example/o> a owl:Ontology .
"""
TEXTS = 'rdfs:label "甲"@zh, "a"@en ; skos:definition "甲"@zh, "a"@en'
VESSEL = f"my:Vessel a owl:Class ; {TEXTS} ; rdfs:subClassOf kg:Product ; sh:property [ sh:path kg:name ] .\n"
BERTHED = (
    f"my:berthedAt a owl:ObjectProperty ; {TEXTS} ; rdfs:subPropertyOf kg:related ;\n"
    "    schema:domainIncludes my:Vessel ; schema:rangeIncludes kg:Facility .\n"
)
DRAUGHT = (
    f"my:draught a owl:DatatypeProperty ; {TEXTS} ;\n"
    "    schema:domainIncludes kg:Fact ; schema:rangeIncludes xsd:decimal .\n"
)


def written(folder, text: str, name: str = "my.ttl"):
    path = folder / name
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_terms_are_added_to_those_of_the_package(tmp_path):
    found = extended(written(tmp_path, VESSEL + BERTHED + DRAUGHT))
    assert found.types("Vessel") == ("Vessel", "Product")
    assert found.admits("berthedAt", "Vessel", "Facility")
    assert not found.admits("berthedAt", "Product", "Facility")
    assert found.iri("Vessel") == "https://my.example/o#Vessel"
    assert (found.names["https://my.example/o#berthedAt"], found.iri("Person")) == (
        "berthedAt",
        packaged().iri("Person"),
    )
    assert (found.namespace, found.prefixes) == (packaged().namespace, {"my": "https://my.example/o#"})
    assert found.classes.keys() - packaged().classes == {"Vessel"}


def test_a_predicate_of_the_package_may_be_widened(tmp_path):
    found = extended(written(tmp_path, VESSEL + "kg:operates schema:rangeIncludes my:Vessel ."))
    assert found.admits("operates", "Company", "Vessel")


def test_several_files_add_up_in_any_order(tmp_path):
    one = written(tmp_path, VESSEL)
    other = written(tmp_path, BERTHED.replace("my:berthedAt", "<https://other.example/berthedAt>"), "other.ttl")
    other.write_text(other.read_text().replace("<https://my.example/o> a", "<https://other.example/> a"))
    found, again = extended(one, other), extended(other, one)
    assert found.predicates == again.predicates
    assert found.admits("berthedAt", "Vessel", "Facility")


def test_what_is_added_is_one_text_that_says_the_same(tmp_path):
    found = extended(written(tmp_path, VESSEL + BERTHED), data="https://my.example/id/")
    beside = tmp_path / "beside.ttl"
    beside.write_text(found.added, encoding="utf-8")
    again = extended(beside)
    assert (again.added, again.data, again.classes) == (found.added, "https://my.example/id/", found.classes)
    assert (packaged().added, packaged().data) == ("", "https://kg-news.example/id/")


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        (VESSEL.replace("Vessel a", "Vessel a a"), "is not Turtle", 10),
        (VESSEL.replace("kg:Product", "kg:Ship"), "'Vessel' names no class 'Ship'", 10),
        (VESSEL.replace("kg:Product", "schema:Thing"), "must be below Entity", 10),
        (VESSEL.replace("kg:Product", "kg:Figure"), "must be below Entity", 10),
        (VESSEL + VESSEL.replace("my:Vessel", "my:ship"), "must be named in ASCII letters", 11),
        (VESSEL + VESSEL.replace("my:Vessel", "my:VesseL"), "differs by case alone: VesseL, Vessel", 11),
        (VESSEL.replace("my:Vessel", "my:Person"), "two terms are named 'Person'", 10),
        (VESSEL.replace(', "a"@en ; skos', " ; skos"), "has 0 texts of label in 'en'", 10),
        (
            VESSEL.replace('"甲"@zh, "a"@en ; skos', '"甲"@zh, "乙"@zh, "a"@en ; skos'),
            "has 2 texts of label in 'zh'",
            10,
        ),
        (VESSEL + BERTHED.replace("schema:domainIncludes", "rdfs:domain"), "needs classes on both sides", 11),
        (VESSEL + BERTHED.replace("schema:rangeIncludes", "rdfs:range"), "needs classes on both sides", 11),
        (VESSEL + BERTHED.replace("rdfs:subPropertyOf kg:related", 'rdfs:comment "x"'), "add rdfs:subPropertyOf", 11),
        (VESSEL + BERTHED.replace("kg:Facility", "kg:Pier"), "'berthedAt' names no class 'Pier'", 11),
        (DRAUGHT.replace("xsd:decimal", "xsd:duration"), "has the range 'duration'; there are: anyURI", 10),
        (DRAUGHT.replace("kg:Fact", "schema:Thing"), "is of no class", 10),
        (DRAUGHT.replace("kg:Fact", "kg:Dragon"), "names no class 'Dragon'", 10),
    ],
)
def test_a_fault_is_named_by_file_and_line(tmp_path, text, says, line):
    path = written(tmp_path, text)
    with pytest.raises(OntologyError, match=re.escape(says)) as raised:
        extended(path)
    assert str(raised.value).startswith(f"{path}:{line}: ")


def test_an_ontology_is_in_use_for_a_while_and_in_one_thread(tmp_path):
    found = extended(written(tmp_path, VESSEL))
    seen = []
    with using(found):
        assert in_use() is found
        thread = threading.Thread(target=lambda: seen.append(in_use()))
        thread.start()
        thread.join()
    assert seen == [packaged()]
    assert in_use() is packaged()


def test_an_ontology_is_let_go_where_its_use_fails(tmp_path):
    with pytest.raises(KeyError), using(extended(written(tmp_path, VESSEL))):
        raise KeyError
    assert in_use() is packaged()


def test_results_are_kept_for_each_ontology_apart(tmp_path):
    calls = []

    @per_ontology
    def count(name: str) -> int:
        calls.append(name)
        return len(in_use().classes)

    found = extended(written(tmp_path, VESSEL))
    before = count("a")
    with using(found):
        assert count("a") == count("a") == before + 1
    assert count("a") == before
    assert calls == ["a", "a"]


def test_an_ontology_pickles_whole(tmp_path):
    found = extended(written(tmp_path, VESSEL + BERTHED))
    again = pickle.loads(pickle.dumps(found))  # noqa: S301  # our own value
    assert (again.classes, again.predicates, again.added) == (found.classes, found.predicates, found.added)


def test_an_ontology_may_stand_alone(tmp_path):
    assert read(written(tmp_path, f"my:Thing a owl:Class ; {TEXTS} .")).classes.keys() == {"Thing"}
