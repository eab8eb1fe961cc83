"""The ontology as others read it: a page of Markdown, a JSON-LD context, and SHACL shapes."""

import json

from kg.cli.table import markdown
from kg.ontology import Ontology, Standard

HEAD = """# The ontology

This page is written from `news.ttl` by `kg ontology --to readme`. Version {version}, namespace `{namespace}`.

| file | what it is |
| --- | --- |
| `news.ttl` | the ontology: OWL classes and properties, SHACL limits of values, SKOS code lists |
| `shapes.ttl` | the domains and ranges as SHACL, to be used beside `news.ttl`: `kg ontology --to shapes` |
| `context.jsonld` | the JSON-LD context: `kg ontology --to context` |
"""
PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.opengis.net/ont/geosparql#": "geo",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2004/02/skos/core#": "skos",
    "http://www.w3.org/ns/oa#": "oa",
    "http://www.w3.org/ns/org#": "org",
    "http://www.w3.org/ns/prov#": "prov",
    "https://schema.org/": "schema",
}


def page(ontology: Ontology) -> str:
    """Return the page: diagram, classes, predicates, properties and code lists with labels and definitions."""
    parts = [
        HEAD.format(version=ontology.version, namespace=ontology.namespace),
        f"## Diagram\n\nWhat statements say of what.\n\n```mermaid\n{diagram(ontology)}\n```\n",
        f"## Classes\n\n{_classes(ontology)}\n",
        f"## Predicates\n\n{_predicates(ontology)}\n",
        f"## Properties\n\n{_properties(ontology)}\n",
        f"## Code lists\n\n{_codes(ontology)}\n",
    ]
    return "\n".join(parts)


def diagram(ontology: Ontology) -> str:
    """Return the classes and the predicates between them as a Mermaid graph; dotted lines lead to the class above."""
    lines = ["graph LR"]
    for term in ontology.classes.values():
        lines.append(f'  {term.name}["{term.label.zh} {term.name}"]')
        lines += [f"  {term.name} -.-> {parent}" for parent in term.parents]
    for predicate in ontology.predicates.values():
        if predicate.related:
            pairs = [(source, target) for source in predicate.domain for target in predicate.range]
            lines += [f"  {source} -->|{predicate.name}| {target}" for source, target in pairs]
    return "\n".join(lines)


def context(ontology: Ontology) -> str:
    """Return the JSON-LD context of the ontology, as the exports hold it."""
    from kg.export.context import context as terms  # noqa: PLC0415

    return json.dumps({"@context": terms(ontology)}, ensure_ascii=False, indent=2) + "\n"


def shapes(ontology: Ontology) -> str:
    """Return the domains and ranges of the ontology as SHACL in Turtle; its own file holds the limits of values."""
    import pyoxigraph as ox  # noqa: PLC0415

    from kg.validate.limits import RDF, SH  # noqa: PLC0415
    from kg.validate.limits import shapes as limits  # noqa: PLC0415

    found = sorted(limits(ontology), key=str)
    names = {"kg": ontology.namespace, "rdf": RDF, "sh": SH}
    return (ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=names) or b"").decode()


def _classes(ontology: Ontology) -> str:
    lines = [
        (term.name, term.label.zh, term.label.en, ", ".join(term.parents), _above(ontology, term.name),
         term.definition.zh, term.definition.en)
        for term in ontology.classes.values()
    ]  # fmt: skip
    return markdown(("Class", "类", "Label", "Below", "Standards", "定义", "Definition"), lines)


def _predicates(ontology: Ontology) -> str:
    lines = [
        (term.name, term.relationship, term.label.zh, f"{', '.join(term.domain)} → {', '.join(term.range)}",
         _above(ontology, term.name), term.definition.zh, term.definition.en)
        for term in ontology.predicates.values()
    ]  # fmt: skip
    return markdown(("Predicate", "Cypher", "谓词", "From → to", "Standards", "定义", "Definition"), lines)


def _properties(ontology: Ontology) -> str:
    lines = [
        (term.name, term.label.zh, ", ".join(term.domain), term.datatype, _above(ontology, term.name),
         term.definition.zh, term.definition.en)
        for term in ontology.properties.values()
    ]  # fmt: skip
    return markdown(("Property", "属性", "Of", "Datatype", "Standards", "定义", "Definition"), lines)


def _codes(ontology: Ontology) -> str:
    lines = [
        (name, f"`{code.notation}`", code.label.zh, code.label.en, code.definition.zh, code.definition.en)
        for name, codes in ontology.codes.items()
        for code in codes
    ]
    return markdown(("Property", "Code", "代码", "Label", "定义", "Definition"), lines)


def _above(ontology: Ontology, name: str) -> str:
    return ", ".join(map(_short, ontology.standards.get(name, ())))


def _short(term: Standard) -> str:
    found = next((space for space in PREFIXES if term.iri.startswith(space)), "")
    short = f"{PREFIXES[found]}:{term.iri[len(found) :]}" if found else term.iri
    return f"inverse of {short}" if term.inverse else short
