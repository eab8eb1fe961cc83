"""The ontology, read at run time from `ontology/news.ttl` and from what a project adds: the only schema there is."""

from kg.ontology.reader import read
from kg.ontology.terms import DATA, Class, Code, Ontology, Predicate, Property, Standard, Term, Text
from kg.ontology.use import extended, in_use, packaged, packaged_path, per_ontology, using

__all__ = [
    "DATA",
    "Class",
    "Code",
    "Ontology",
    "Predicate",
    "Property",
    "Standard",
    "Term",
    "Text",
    "extended",
    "in_use",
    "packaged",
    "packaged_path",
    "per_ontology",
    "read",
    "using",
]
