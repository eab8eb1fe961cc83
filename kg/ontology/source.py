"""A Turtle file of an ontology: its triples, its namespaces, and where in it a term is described."""

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

HEADER = ox.NamedNode("http://www.w3.org/2002/07/owl#Ontology")
SPACE = ox.NamedNode("http://rdfs.org/ns/void#uriSpace")


class Source:
    """One file, parsed."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text
        parser = ox.parse(text, ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        self.quads: list[ox.Quad] = list(parser)
        self.prefixes: dict[str, str] = parser.prefixes

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The IRIs that the file describes."""
        return frozenset(quad.subject.value for quad in self.quads if isinstance(quad.subject, ox.NamedNode))

    @cached_property
    def namespaces(self) -> tuple[str, ...]:
        """The namespaces of the ontologies that the file has headers of."""
        heads = sorted(
            quad.subject.value
            for quad in self.quads
            if quad.object == HEADER and isinstance(quad.subject, ox.NamedNode)
        )
        if not (heads or self.data):
            raise OntologyError("has no owl:Ontology header: <https://my.example/> a owl:Ontology .", str(self.path))
        return tuple(map(self._namespace, heads))

    @cached_property
    def data(self) -> str | None:
        """The namespace that the file describes the data to be in, by void:uriSpace; None where it does not."""
        spaces = (quad.object for quad in self.quads if quad.predicate == SPACE)
        return max((space.value for space in spaces if isinstance(space, ox.Literal)), default=None)

    def _namespace(self, head: str) -> str:
        if head.endswith(("/", "#")):
            return head
        return f"{head}#" if any(name.startswith(f"{head}#") for name in self.subjects) else f"{head}/"

    def where(self, iri: str) -> str:
        """Return the file and the line at which the description of a term starts, as far as the text shows it."""
        local = re.escape(re.split("[/#]", iri)[-1])
        found = re.search(rf"^[ \t]*(?:[\w.-]*:|<[^>\n]*[/#]){local}>?(?![\w-])", self.text, re.MULTILINE)
        return f"{self.path}:{self.text.count(chr(10), 0, found.start()) + 1}" if found else str(self.path)


def source(path: Path) -> Source:
    """Read a file; what is no Turtle is an `OntologyError` with its line."""
    try:
        return Source(path, path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise OntologyError("there is no such ontology", str(path)) from None
    except SyntaxError as error:
        raise OntologyError(f"is not Turtle: {error.msg}", f"{path}:{error.lineno}") from error
    except (OSError, ValueError) as error:
        raise OntologyError(f"is not Turtle: {error}", str(path)) from error


def joined(files: Sequence[Source]) -> str:
    """Return what files say as one text of Turtle: the same for the same triples, empty for no files."""
    if not files:
        return ""
    found = ox.Dataset(quad for file in files for quad in file.quads)
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    prefixes = {name: space for file in files for name, space in sorted(file.prefixes.items())}
    triples = sorted((quad.triple for quad in found), key=str)
    return (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()
