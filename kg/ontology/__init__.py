"""The ontology, read at run time from `ontology/news.ttl`: the only schema that the program has."""

import functools
from importlib import resources
from pathlib import Path

from kg.ontology.reader import read
from kg.ontology.terms import Class, Code, Ontology, Predicate, Property, Standard, Term, Text

__all__ = [
    "Class",
    "Code",
    "Ontology",
    "Predicate",
    "Property",
    "Standard",
    "Term",
    "Text",
    "packaged",
    "packaged_path",
    "read",
]


def packaged_path() -> Path:
    """Return where the ontology stands: inside the installed package, or beside it in a checkout."""
    inside = Path(str(resources.files("kg"))) / "_ontology"
    return (inside if inside.is_dir() else Path(__file__).parents[2] / "ontology") / "news.ttl"


@functools.cache
def packaged() -> Ontology:
    """Return the ontology that comes with the package."""
    return read(packaged_path())
