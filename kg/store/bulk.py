"""Files for `neo4j-admin database import full`, the quickest way to fill an empty Neo4j.

A folder holds a CSV file for each class and for each kind of relationship, and `import.args`, which tells the importer
of them. The rows are those of a load over Bolt, in the order of their keys.

Text is quoted, so that an empty one is told from none; arrays are delimited by a sign that none of their texts holds.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from operator import attrgetter
from pathlib import Path

from kg.errors import StoreError
from kg.model.graph import Record
from kg.ontology import in_use
from kg.store.rows import Kind, Properties, Value, kinds, root, roots
from kg.store.staging import Staging

ARGUMENTS = "import.args"
COMMAND = f"neo4j-admin database import full neo4j @{ARGUMENTS}"
# What the importer calls the types of values.
TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}
PRIVATE = range(0xE000, 0xF900)  # characters that Unicode gives no meaning

Row = tuple[str | Kind, tuple[str, ...], Properties]


def write(records: Iterable[Record], folder: Path) -> str:
    """Write the files of a graph into a folder, and return the command that imports them when it is run there.

    The same graph gives the same bytes. Files of an earlier export are replaced when all the new ones are written; a
    folder that holds something else raises `StoreError`.
    """
    if not (folder / ARGUMENTS).is_file() and (folder.is_file() or any(folder.glob("[!.]*"))):
        raise StoreError(f"{folder}: is something else than an export for the importer; give another folder")
    with Staging(records) as staging:
        files = _Files(staging)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=folder) as fresh:
            files.write(Path(fresh))
            for stale in (folder / ARGUMENTS, *folder.glob("*.csv")):
                stale.unlink(missing_ok=True)
            for file in (*Path(fresh).glob("*.csv"), Path(fresh) / ARGUMENTS):  # last what makes it an export
                file.rename(folder / file.name)
    return COMMAND


class _Table:
    """A file of rows alike: how the importer is told of it, and its columns."""

    def __init__(self, key: str | Kind) -> None:
        if isinstance(key, Kind):
            kind = in_use().predicate(key.predicate).relationship
            self.name = f"{key.source}-{kind}-{key.target}.csv"
            self.option = f"--relationships={kind}=./{self.name}"
            self.ends = f":START_ID({key.source}),:END_ID({key.target})"
        else:
            self.name = f"{in_use().class_(key).name}.csv"
            self.option = f"--nodes={':'.join((key, *in_use().ancestors(key)))}=./{self.name}"
            self.ends = f"id:ID({root(key)})"
        self.columns: dict[str, str] = {}
        self.lines = False

    def survey(self, ends: tuple[str, ...], properties: Properties) -> None:
        """Learn of a row which columns it needs, and whether a text of it goes over several lines."""
        for name, value in properties.items():
            if value == [""]:
                raise StoreError(f"{ends[0]} has a list of one empty text as {name}, which the importer takes for none")
            self.columns[name] = TYPES[type(value)]
        texts = chain(ends, *(value if isinstance(value, list) else (value,) for value in properties.values()))
        self.lines = self.lines or any(isinstance(text, str) and not {*text}.isdisjoint("\n\r") for text in texts)

    def header(self) -> str:
        """Return the first line."""
        return ",".join((self.ends, *(f"{name}:{self.columns[name]}" for name in sorted(self.columns)))) + "\n"

    def line(self, ends: tuple[str, ...], properties: Properties, delimiter: str) -> str:
        """Return the line of a row."""
        values = (properties.get(name) for name in sorted(self.columns))
        return ",".join((*map(_quoted, ends), *(_cell(value, delimiter) for value in values))) + "\n"


class _Files:
    """The files of a staged graph, which is gone through twice: to survey its rows, and to write them."""

    def __init__(self, staging: Staging) -> None:
        self.staging = staging
        self.tables: dict[str | Kind, _Table] = {}
        used: set[str] = set()
        for key, ends, properties in self.rows():
            if key not in self.tables:
                self.tables[key] = _Table(key)
            self.tables[key].survey(ends, properties)
            used.update(*(text for value in properties.values() if isinstance(value, list) for text in value))
        if not self.tables:
            raise StoreError("the graph is empty: there is nothing to import")
        self.delimiter = next(sign for sign in chain(";|", map(chr, PRIVATE)) if sign not in used)

    def write(self, folder: Path) -> None:
        """Write all files."""
        with ExitStack() as stack:
            files = {
                key: stack.enter_context((folder / table.name).open("w", encoding="utf-8", newline=""))
                for key, table in self.tables.items()
            }
            for key, table in self.tables.items():
                files[key].write(table.header())
            for key, ends, properties in self.rows():
                files[key].write(self.tables[key].line(ends, properties, self.delimiter))
        (folder / ARGUMENTS).write_text("\n".join((*self.arguments(), "")), encoding="utf-8")

    def arguments(self) -> Iterator[str]:
        """Yield the lines that tell the importer of the files."""
        tables = sorted(self.tables.values(), key=attrgetter("option"))
        yield f"# In this folder: {COMMAND}"
        yield f"--array-delimiter=U+{ord(self.delimiter):04X}"
        yield "--bad-tolerance=0"
        if several := [f"./{table.name}" for table in tables if table.lines]:
            yield "--multiline-fields-format=v2"
            yield f"--multiline-fields={','.join(several)}"
        yield from (table.option for table in tables)

    def rows(self) -> Iterator[Row]:
        """Yield the table, the ids and the properties of every row."""
        for top in roots():
            for node in self.staging.nodes(top):
                yield node.label, (node.id,), node.properties
        for kind in kinds():
            for link in self.staging.relationships(kind):
                yield kind, (link.source, link.target), link.properties


def _cell(value: Value | None, delimiter: str) -> str:
    """Return a value as the importer reads it.

    >>> print(_cell(None, ";"), _cell("", ";"), _cell(["A,B", "C"], ";"), _cell(1e24, ";"), _cell(True, ";"))
     "" "A,B;C" 1e+24 true
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return _quoted(delimiter.join(value))
    return _quoted(value) if isinstance(value, str) else json.dumps(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
