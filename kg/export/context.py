"""The JSON-LD context of an ontology: its names as keys, with the type of what they lead to."""

from typing import Any

from kg.ontology import Ontology

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def context(schema: Ontology) -> dict[str, Any]:
    """Return the context: terms of the ontology by name, nodes relative to the namespace of the data.

    >>> from kg.ontology import packaged
    >>> found = context(packaged())
    >>> found["locatedIn"], found["value"], found["name"]
    ({'@type': '@id'}, {'@type': 'xsd:decimal'}, {'@language': 'zh'})
    """
    terms: dict[str, Any] = {"@version": 1.1, "@base": schema.data, "@vocab": schema.namespace, "rdf": RDF, "xsd": XSD}
    for name in sorted({*schema.classes, *schema.predicates, *schema.properties}):
        term: dict[str, str] = {"@id": schema.iris[name]} if name in schema.iris else {}
        if name in schema.predicates:
            term["@type"] = "@id"
        elif name in schema.properties:
            kind = schema.properties[name].datatype
            term |= {"@language": "zh"} if kind == "langString" else {"@type": f"xsd:{kind}"}
        if term:
            terms[name] = term
    return terms
