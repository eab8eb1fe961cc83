"""Validate: from RDF and SHACL shapes to what breaks them.

=========  ===========================================  =====================================
name       engine                                       use
=========  ===========================================  =====================================
pyshacl    the reference, by the makers of rdflib       always there
shacl      compiled, tens of times as fast              `pip install kg-news[fast]`
=========  ===========================================  =====================================
"""

from collections.abc import Callable, Iterable

import msgspec
import pyoxigraph as ox

from kg.ontology import Ontology
from kg.registry import find
from kg.validate.limits import shapes as limits


class Violation(msgspec.Struct, frozen=True, order=True):
    """One result of a validation: a node, and the constraint of SHACL that it breaks (`MinCount`, `Class` …).

    `path` is the IRI of the property, empty for a constraint on the node itself; `value` the value that is wrong.
    """

    focus: str
    path: str
    constraint: str
    value: str = ""


Engine = Callable[[bytes, bytes], Iterable[Violation]]


def validate(
    data: Iterable[ox.Triple], schema: Ontology, shapes: Iterable[ox.Triple], engine: str = "pyshacl"
) -> tuple[Violation, ...]:
    """Return what in the data breaks the shapes or the domains and ranges of the schema, sorted, each once.

    `shapes` holds the ontology itself: its classes are shapes, and its hierarchy says what is of which class.
    """
    run: Engine = find("validator", engine)
    known = ox.serialize([*shapes, *limits(schema)], format=ox.RdfFormat.N_TRIPLES)
    given = ox.serialize(data, format=ox.RdfFormat.N_TRIPLES)
    return tuple(sorted(set(run(given or b"", known or b""))))
