"""The lexicon of a project: a table of names to know, each with its class.

=============  ==================================================================================================
column         what it holds
=============  ==================================================================================================
`form`         a name as texts write it
`type`         its class
`canonical`    may be left out: the full name of the same thing; the two are then one thing in every build
=============  ==================================================================================================
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kg.errors import LexiconError
from kg.lexicon import Word, read_table
from kg.normalise.form import fold
from kg.normalise.group import name_key
from kg.ontology import in_use
from kg.project.ledger import Link

WIDE = str.maketrans("()", "\uff08\uff09")


class Name(msgspec.Struct, frozen=True):
    """A line of the table."""

    form: str
    type: str
    canonical: str = ""


def read(files: Iterable[Path]) -> tuple[tuple[Word, ...], tuple[Link, ...]]:
    """Return the words of tables, in every width that texts write them, and the links to their canonical names."""
    words: dict[str, Word] = {}
    places: dict[str, str] = {}
    links: list[Link] = []
    for file in files:
        for number, row in enumerate(read_table(file, Name), start=2):
            where = f"{file}:{number}"
            _check(row, where)
            for form in _forms(row):
                known = words.setdefault(form, Word(form, row.type))
                if known.type != row.type:
                    raise LexiconError(f"{form!r} is a {known.type} in {places[form]}, and here a {row.type}", where)
                places.setdefault(form, where)
            if row.canonical and fold(row.canonical) != fold(row.form):
                links.append(Link("must", name_key(row.type, row.form), name_key(row.type, row.canonical), where))
    return tuple(words[form] for form in sorted(words)), tuple(links)


def _check(row: Name, where: str) -> None:
    if row.type not in in_use().classes or not in_use().is_a(row.type, "Entity"):
        raise LexiconError(f"no class of entities is named {row.type!r}", where)
    if not row.form.strip():
        raise LexiconError("an empty form names nothing", where)


def _forms(row: Name) -> Iterator[str]:
    """Yield the forms in which texts may write a name: as it stands, and with narrow or wide brackets."""
    for name in (row.form, row.canonical):
        if name:
            yield from dict.fromkeys((name.strip(), fold(name), fold(name).translate(WIDE)))
