"""What the ontology's folder holds beside the ontology is written from it, and is up to date."""

import json
import re

import pyoxigraph as ox
import pytest

from kg.cli.schema import diagram
from kg.ontology import packaged, packaged_path

FILES = {"readme": "README.md", "context": "context.jsonld", "shapes": "shapes.ttl"}


@pytest.mark.parametrize("form", FILES)
def test_the_file_is_what_the_command_prints(run, form):
    """`kg ontology --to readme > ontology/README.md` and so on makes it so again."""
    path = packaged_path().with_name(FILES[form])
    assert path.read_text(encoding="utf-8") == run("ontology", "--to", form).stdout


def test_the_page_has_every_term_with_its_definitions(run):
    page = run("ontology", "--to", "readme").stdout
    ontology = packaged()
    for term in (*ontology.classes.values(), *ontology.predicates.values(), *ontology.properties.values()):
        assert f"| {term.name} |" in page
        assert term.definition.zh in page and term.definition.en in page
    assert "inverse of schema:creator" in page
    assert "| `~` |" in page


def test_the_diagram_leads_along_every_predicate_that_statements_say():
    lines = diagram(packaged()).splitlines()
    assert lines[0] == "graph LR"
    assert "  Facility -->|locatedIn| Place" in lines
    assert "  Company -.-> Organization" in lines
    said = {name for name, term in packaged().predicates.items() if term.related}
    assert {found[1] for line in lines if (found := re.search(r"\|(\w+)\|", line))} == said


def test_the_context_names_every_property_and_predicate(run):
    found = json.loads(run("ontology", "--to", "context").stdout)["@context"]
    assert found["@vocab"] == packaged().namespace
    assert {*packaged().predicates, *packaged().properties} <= set(found)


def test_the_shapes_are_turtle_with_a_shape_for_each_predicate(run):
    triples = list(ox.parse(run("ontology", "--to", "shapes").stdout.encode(), ox.RdfFormat.TURTLE))
    subjects = {triple.subject.value for triple in triples}
    assert {f"{packaged().iri(name)}Shape" for name in packaged().predicates} <= subjects
    assert not [triple for triple in triples if isinstance(triple.subject, ox.BlankNode)]
