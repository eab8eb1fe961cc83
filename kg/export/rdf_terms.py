"""The terms of a schema and of its data as text, in the way that Turtle or N-Triples writes them.

pyoxigraph takes far longer to make a triple of Python's objects than to write one. So terms are text from the start,
and pyoxigraph is asked how each is written, once. Of those that come by the thousand (nodes of a kind, spans of a
document, offsets) it is asked for one, and what stands around the part that changes is kept. All the syntax that is
known here are the quotation marks around a text that has nothing to escape.
"""

import functools
import io
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model.ident import span_id
from kg.ontology import DATA, Ontology

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
LANGUAGE = "zh"

_SAFE = re.compile("([a-z]+/)([0-9A-Za-z][0-9A-Za-z-]*)")
_ANY = ox.NamedNode("x:x")
# The datatypes of which Turtle writes some values without quotation marks.
_BARE = frozenset({"boolean", "decimal", "double", "integer"})
# How many terms of a kind are kept at a time.
KEPT = 1 << 11

Around = tuple[str, str]
"""What stands before and after a part that changes."""


def iri(node: str, data: str = DATA) -> str:
    """Return the IRI of a node in the namespace of the data; what an IRI cannot hold in ASCII is percent-encoded.

    So is a full stop: not every reader of Turtle takes one at the end of a name.

    >>> iri("area/110000"), iri("person/a.")
    ('https://kg-news.example/id/area/110000', 'https://kg-news.example/id/person/a%2E')
    """
    return data + (node if _SAFE.fullmatch(node) else quote(node, safe="/").replace(".", "%2E"))


class Terms:
    """Terms as Turtle with these prefixes writes them; without prefixes, as N-Triples.

    `node` and `iri` return a term, `predicate` a predicate of the schema, `class_` what says that a node is of a
    class, `property` what writes a value of a property: both with the predicate, as `predicate object`.

    >>> from kg.ontology import packaged
    >>> terms = Terms(packaged(), {"area": f"{DATA}area/", "kg": packaged().namespace})
    >>> terms.node("area/CN"), terms.class_("Country"), terms.property("name")("中国"), terms.property("value")(1.5)
    ('area:CN', 'a kg:Country', 'kg:name "中国"@zh', 'kg:value 1.5')
    """

    def __init__(self, schema: Ontology, prefixes: Mapping[str, str] | None = None) -> None:
        self.schema, self.prefixes = schema, prefixes
        self.iri: Callable[[str], str] = functools.cache(self._iri)
        self.type = "a" if prefixes else self.iri(f"{RDF}type")
        self.node: Callable[[str], str] = functools.lru_cache(KEPT)(self._node)
        self.class_: Callable[[str], str] = functools.cache(self._class)
        self.predicate: Callable[[str], str] = functools.cache(self._predicate)
        self.property: Callable[[str], Callable[[Any], str]] = functools.cache(self._property)
        self.spans: Callable[[str], Around] = functools.lru_cache(KEPT)(self._spans)
        self._kind: Callable[[str], Around] = functools.cache(self._around_keys)

    def term(self, name: str) -> str:
        """Return a name of the schema."""
        return self.iri(self.schema.iri(name))

    def number(self, name: str) -> Around:
        """Return what stands around the values of a property of whole numbers, the predicate before it."""
        before, _, after = self._literal("0", self._datatype(name)).partition("0")
        return f"{self.term(name)} {before}", after

    def _class(self, name: str) -> str:
        return f"{self.type} {self.term(self.schema.class_(name).name)}"

    def _predicate(self, name: str) -> str:
        return self.term(self.schema.predicate(name).name)

    def _node(self, node: str) -> str:
        found = _SAFE.fullmatch(node)
        if not found:
            return self._iri(iri(node, self.schema.data))
        before, after = self._kind(found[1])
        return f"{before}{found[2]}{after}"

    def _around_keys(self, kind: str) -> Around:
        """Return what stands around the keys of the nodes of a kind."""
        return _around(self._iri(f"{self.schema.data}{kind}0"), "0")

    def _spans(self, document: str) -> Around:
        """Return what stands around the offsets (`start-end`) of a document's spans."""
        return _around(self.node(span_id(document, 0, 0)), "0-0")

    def _property(self, name: str) -> Callable[[Any], str]:
        datatype, predicate = self._datatype(name), self.term(name)
        if datatype in _BARE:
            written = functools.lru_cache(KEPT)(lambda text: f"{predicate} {self._literal(text, datatype)}")
            return lambda value: written(_lexical(value))
        after = self._literal("", datatype).removeprefix('""')

        def quoted(text: str) -> str:
            # Most texts have nothing to escape
            plain = text.isprintable() and '"' not in text and "\\" not in text
            return f'{predicate} "{text}"{after}' if plain else f"{predicate} {ox.Literal(text)}{after}"

        return quoted if datatype == "langString" else functools.lru_cache(KEPT)(quoted)

    def _datatype(self, name: str) -> str:
        if name not in self.schema.properties:
            known = ", ".join(sorted(self.schema.properties))
            raise OntologyError(f"no property named {name!r}; there are: {known}")
        return self.schema.properties[name].datatype

    def _literal(self, text: str, datatype: str) -> str:
        if datatype == "langString":
            return self._written(ox.Literal(text, language=LANGUAGE))
        return self._written(ox.Literal(text, datatype=ox.NamedNode(f"{XSD}{datatype}")))

    def _iri(self, value: str) -> str:
        return self._written(ox.NamedNode(value))

    def _written(self, term: ox.NamedNode | ox.Literal) -> str:
        """Return a term as pyoxigraph writes it: here, as the object of the only triple."""
        form = ox.RdfFormat.TURTLE if self.prefixes else ox.RdfFormat.N_TRIPLES
        out = io.BytesIO()
        ox.serialize([ox.Triple(_ANY, _ANY, term)], out, form, prefixes=dict(self.prefixes or {}))
        return out.getvalue().decode().partition(f"{_ANY} {_ANY} ")[2].removesuffix(" .\n")


def _around(text: str, part: str) -> Around:
    before, _, after = text.rpartition(part)
    return before, after


def _lexical(value: Any) -> str:
    """Return a value as XSD writes it; decimals have no exponent there."""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return format(Decimal(text), "f") if "e" in text else text
