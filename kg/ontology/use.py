"""The ontology in use: the packaged one, or that of a project which adds terms of its own.

What classes and predicates there are is asked at every stage, from masks to pages, as arithmetic asks for its
precision; so it is in force for a stretch of the program, like a context of `decimal`, and in each thread apart.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from kg.ontology.reader import combined, read
from kg.ontology.source import Source, source
from kg.ontology.terms import Ontology

SPACE = '@prefix void: <http://rdfs.org/ns/void#> . <{data}> a void:Dataset ; void:uriSpace "{data}" .'

_IN_USE: ContextVar[Ontology] = ContextVar("ontology")

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")


def packaged_path() -> Path:
    """Return where the ontology stands: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "_ontology"
    return (inside if inside.is_dir() else package.parent / "ontology") / "news.ttl"


@functools.cache
def packaged() -> Ontology:
    """Return the ontology that comes with the package."""
    return read(packaged_path())


def extended(*files: Path, data: str = "") -> Ontology:
    """Return the packaged ontology with the terms of more files, and with the namespace that graphs are to be in."""
    added = [source(file) for file in files]
    if data:
        added.append(Source(packaged_path(), SPACE.format(data=data)))
    return combined([source(packaged_path()), *added]) if added else packaged()


def in_use() -> Ontology:
    """Return the ontology that is in use here, the packaged one by default."""
    return _IN_USE.get(None) or packaged()


@contextmanager
def using(ontology: Ontology) -> Iterator[None]:
    """Use an ontology for a while.

    >>> with using(packaged()):
    ...     in_use() is packaged()
    True
    """
    token = _IN_USE.set(ontology)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def per_ontology(function: Callable[[*Arguments], Result]) -> Callable[[*Arguments], Result]:
    """Cache the results of a function that follow from its arguments and the ontology in use."""

    @functools.cache
    def found(_: Ontology, *arguments: *Arguments) -> Result:
        return function(*arguments)

    @functools.wraps(function)
    def of(*arguments: *Arguments) -> Result:
        return found(_IN_USE.get(None) or packaged(), *arguments)

    return of
