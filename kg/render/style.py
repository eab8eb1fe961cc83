"""What the page looks like: the sign of each class, and the words of its interface."""

import functools
from importlib import resources
from typing import Literal

import msgspec

from kg.errors import OntologyError
from kg.lexicon import parse_table
from kg.ontology import Ontology

FILES = resources.files("kg.render")


class Sign(msgspec.Struct, frozen=True):
    """The shape of a class and its colour on a light and a dark page."""

    type: str
    shape: Literal["dot", "square", "diamond", "triangle", "triangleDown", "hexagon", "star"]
    light: str
    dark: str


class Phrase(msgspec.Struct, frozen=True):
    """A text of the interface in both languages."""

    key: str
    zh: str
    en: str


@functools.cache
def signs() -> dict[str, Sign]:
    """Return the signs of `style.tsv` by class, in the order of the legend."""
    text = (FILES / "style.tsv").read_text(encoding="utf-8")
    return {sign.type: sign for sign in parse_table(text, Sign, "style.tsv")}


@functools.cache
def phrases() -> dict[str, tuple[str, str]]:
    """Return the texts of `interface.tsv` by key, in Chinese and English."""
    text = (FILES / "interface.tsv").read_text(encoding="utf-8")
    return {phrase.key: (phrase.zh, phrase.en) for phrase in parse_table(text, Phrase, "interface.tsv")}


def group(name: str, schema: Ontology) -> str:
    """Return the class whose sign a class is shown by: its own or its nearest superclass's."""
    for kind in (name, *schema.ancestors(name)):
        if kind in signs():
            return kind
    raise OntologyError(f"no sign for class {name!r}; there are: {', '.join(signs())}")
