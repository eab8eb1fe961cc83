"""Questions that a graph should answer, each in Cypher and in SPARQL.

A question is a TOML file: `zh` and `en` say what it asks, `cypher` and `sparql` ask it, and each `[[param]]` has a
`name`, says what it is in `zh` and `en`, and may have an `example` or a `default`. In both languages a parameter is
`$name`, and both give the same columns; in SPARQL, whose SELECT must name the parameters too, those are no columns.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from kg import sparql, store
from kg.errors import OptionError, SourceError, UnknownNameError
from kg.ontology import packaged_path
from kg.pipeline import output, rdf
from kg.store import Result

SUFFIX = ".toml"
LANGUAGES = ("cypher", "sparql")
Value = str | int | float | bool | None


class Param(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A parameter of a question; one without a default must be given."""

    name: str
    zh: str
    en: str
    example: Value = None
    default: Value = None


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question in words, and in the two languages that graphs are asked in."""

    zh: str
    en: str
    cypher: str
    sparql: str
    param: tuple[Param, ...] = ()
    name: str = ""

    @property
    def examples(self) -> dict[str, Value]:
        """A value for every parameter: its example, else its default."""
        return {it.name: it.default if it.example is None else it.example for it in self.param}

    def filled(self, given: Mapping[str, Value]) -> dict[str, Value]:
        """Return a value for every parameter, given or by default; one too few or too many is an `OptionError`."""
        known = [param.name for param in self.param]
        if unknown := sorted(given.keys() - known):
            raise OptionError(f"{self.name} has no parameter {unknown[0]!r}; it has: {', '.join(known) or 'none'}")
        found: dict[str, Value] = {}
        for param in self.param:
            value = given.get(param.name, param.default)
            if value is None:
                raise OptionError(f"{self.name} needs {param.name}=…: {param.en} ({param.zh}), such as {param.example}")
            found[param.name] = value
        return found


def questions() -> dict[str, Question]:
    """Return the questions that come with the package, by name."""
    folder = packaged_path().parent / "questions"
    return {path.stem: _read(path) for path in sorted(folder.glob(f"*{SUFFIX}"))}


def find(name: str) -> Question:
    """Return a question by its name, or one of your own by its file."""
    if name.endswith(SUFFIX):
        return _read(Path(name))
    known = questions()
    if name not in known:
        raise UnknownNameError("question", name, known)
    return known[name]


def ask(location: str | Path, name: str, language: str | None = None, /, **params: Value) -> Result:
    """Answer a question from a graph, in Cypher or SPARQL; by default stores are asked in Cypher, files in SPARQL."""
    question = find(name)
    filled = question.filled(params)
    asked = language or ("cypher" if store.is_store(location) else "sparql")
    if asked not in LANGUAGES:
        raise UnknownNameError("query language", asked, LANGUAGES)
    if asked == "cypher":
        with output.opened(location) as opened:
            return opened.query(question.cypher, **filled)
    results = sparql.ask(rdf.store(str(location)), question.sparql, rdf.prefixes(), filled)
    names, rows = sparql.table(results)
    kept = [at for at, column in enumerate(names) if column not in filled]
    return Result(tuple(names[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))


def _read(path: Path) -> Question:
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=Question)
    except OSError as error:
        raise SourceError(error.strerror or "cannot be read", str(path)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"is no question: {error}", str(path)) from error
    return msgspec.structs.replace(found, name=path.stem)
