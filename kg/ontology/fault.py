"""What an ontology must be for the program to use it: every name found, in a form that all outputs can hold."""

import graphlib
import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kg.ontology.terms import Ontology

ROOT = "Entity"
CLASS, OTHER = re.compile("[A-Z][A-Za-z0-9]*"), re.compile("[a-z][A-Za-z0-9]*")
DATATYPES = frozenset({"anyURI", "boolean", "date", "decimal", "integer", "langString", "string"})

Fault = tuple[str, str]


def faults(found: Ontology, added: AbstractSet[str]) -> Iterator[Fault]:
    """Yield each term with what is wrong with it; `added` terms must also fit in with the others."""
    yield from _unknown(found)
    yield from _circular(found)
    yield from _misnamed(found, added)
    yield from _misplaced(found, added)


def _unknown(found: Ontology) -> Iterator[Fault]:
    """Yield the terms that name a class that there is not."""
    named = {name: term.parents for name, term in found.classes.items()}
    named.update((name, (*term.domain, *term.range)) for name, term in found.predicates.items())
    named.update((name, term.domain) for name, term in found.properties.items())
    for name, classes in named.items():
        yield from ((name, f"{name!r} names no class {kind!r}") for kind in classes if kind not in found.classes)


def _circular(found: Ontology) -> Iterator[Fault]:
    """Yield a class that is below itself."""
    try:
        graphlib.TopologicalSorter({name: term.parents for name, term in found.classes.items()}).prepare()
    except graphlib.CycleError as error:
        yield error.args[1][0], f"classes below themselves: {', '.join(error.args[1])}"


def _misnamed(found: Ontology, added: AbstractSet[str]) -> Iterator[Fault]:
    """Yield added terms whose names stores and rules cannot hold, or tell from others by their case alone."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in (*found.classes, *found.predicates, *found.properties):
        alike[name.lower()].append(name)
    for name in sorted(added):
        form, kind = (
            (CLASS, "a class: Vessel") if name in found.classes else (OTHER, "a predicate or property: berthedAt")
        )
        if not form.fullmatch(name):
            yield name, f"{name!r} must be named in ASCII letters and digits, as {kind}"
        if len(alike[name.lower()]) > 1:
            yield name, f"{name!r} differs by case alone: {', '.join(alike[name.lower()])}"


def _misplaced(found: Ontology, added: AbstractSet[str]) -> Iterator[Fault]:
    """Yield added terms that would be lost: classes that are no entities, predicates that no statement may have."""
    for name in sorted(added):
        if name in found.classes:
            if ROOT not in (name, *found.ancestors(name)):
                yield name, f"{name!r} must be below {ROOT} or a class of its: add rdfs:subClassOf"
        elif name in found.properties:
            datatype, domain = found.properties[name].datatype, found.properties[name].domain
            if datatype not in DATATYPES:
                yield name, f"{name!r} has the range {datatype!r}; there are: {', '.join(sorted(DATATYPES))}"
            if not domain:
                yield name, f"{name!r} is of no class: add schema:domainIncludes"
        elif name not in found.predicates or not found.predicates[name].range:
            yield name, f"{name!r} needs classes on both sides: add schema:domainIncludes and schema:rangeIncludes"
        elif not found.predicates[name].related:
            yield name, f"{name!r} is no predicate of statements: add rdfs:subPropertyOf kg:related"
