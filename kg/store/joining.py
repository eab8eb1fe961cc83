"""From the staged parts of a graph to one: what several parts say of one thing, and whether all of it agrees.

A document, span, figure or quotation that several parts have is one node, a plain relationship that several parts
have is one as well, as if the graph had been projected whole.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from kg.errors import StoreError
from kg.model.graph import Figure, Quotation, Ref
from kg.store.coherence import alike, misnamed, misplaced, misread, misreferred, missaid, repeated
from kg.store.rows import Kind, Properties

# What a plain relationship has of its statements together; the rest tells it from others between the same ends.
JOINED = frozenset({"id", "asOf", "confidence", "background"})

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Properties).decode


class Shared(NamedTuple):
    """A node as one part has it, `said` the figure or quotation that it stands for."""

    root: str
    id: str
    label: str
    said: bytes | None
    part: int
    body: bytes


def join(rows: sqlite3.Connection, tables: Mapping[Kind, str]) -> None:
    """Join the parts; a graph at odds with itself or the ontology raises `StoreError`."""
    _Joining(rows, tables).join()


class _Joining:
    """Joins the parts that stand in the tables of `kg.store.staging`."""

    def __init__(self, rows: sqlite3.Connection, tables: Mapping[Kind, str]) -> None:
        self.rows = rows
        self.tables = tables

    def join(self) -> None:
        """Join nodes, then the relationships that differ from those of the parts, and check all ends."""
        found = map(Shared._make, self.rows.execute("SELECT * FROM shared ORDER BY root, id, said, part"))
        for _, group in groupby(found, lambda node: node[:2]):
            self.node(list(group))
        for kind, table in self.tables.items():
            if kind.key == "id":
                self.plain(table)
            if (kind.predicate, kind.target) == ("object", "Assertion"):
                self.reworded(table)
        for fault in self.faults():
            raise StoreError(fault)

    def node(self, nodes: Sequence[Shared]) -> None:
        """Write the one node of what parts say of it."""
        first = nodes[0]
        body = first.body
        if any(node.body != body or node.label != first.label for node in nodes):
            body = self.agreed(nodes)
        try:
            self.rows.execute("INSERT INTO node VALUES (?, ?, ?, NULL, ?)", (*first[:3], body))
        except sqlite3.IntegrityError:
            raise StoreError(repeated(first.id)) from None

    def agreed(self, nodes: Sequence[Shared]) -> bytes:
        """Return the properties of a node that parts have otherwise."""
        first = nodes[0]
        if first.root == "Assertion":
            return self.wording(nodes)
        texts = {node.body: _decode(node.body) for node in nodes}
        if first.root == "Document":
            one, other, *_ = sorted(str(text["path"]) for text in texts.values())
            raise StoreError(misnamed(one, other))
        worded = {body: text for body, text in texts.items() if "text" in text}
        if len(worded) > 1:
            one, other, *_ = sorted(str(text["text"]) for text in worded.values())
            raise StoreError(misread(first.id, one, other))
        return next(iter(worded))

    def wording(self, nodes: Sequence[Shared]) -> bytes:
        """Return the first of the wordings that a figure or quotation has, and note what is in other words."""
        common = nodes[0]
        for node in nodes:
            if not alike(_said(common), _said(node)):
                raise StoreError(missaid(self.claim(node), node.id))
        several = ((node.id, node.part, node.body, common.body) for node in nodes)
        self.rows.executemany("INSERT INTO reworded VALUES (?, ?, ?, ?)", several)
        return common.body

    def claim(self, node: Shared) -> str:
        """Return a statement that holds a figure or quotation."""
        (found,) = self.rows.execute("SELECT max(id) FROM claim WHERE target = ?", (node.id,)).fetchone()
        return str(found)

    def reworded(self, table: str) -> None:
        """Let relationships to figures and quotations carry what they say otherwise than the node does now."""
        query = f"SELECT t.rowid, body, base, common FROM {table} t JOIN reworded r ON id = target AND r.part = t.part"  # noqa: S608
        for number, *bodies in self.rows.execute(query).fetchall():
            own, base, common = map(_decode, bodies)
            fields = {name: value for name, value in (base | own).items() if value != common[name]}
            self.rows.execute(f"UPDATE {table} SET body = ? WHERE rowid = ?", (_encode(fields), number))  # noqa: S608

    def plain(self, table: str) -> None:
        """Make one of the plain relationships of one claim, as `kg.store.projection` does within a part."""
        found = self.rows.execute(SEVERAL.format(table=table)).fetchall()
        for _, group in groupby(found, lambda row: row[:3]):
            numbers, bodies = zip(*(row[3:] for row in group), strict=True)
            body = united([_decode(one) for one in bodies])
            kept, *others = numbers
            changed = (body["id"], _encode(body), kept)
            self.rows.execute(f"UPDATE {table} SET key = ?, body = ? WHERE rowid = ?", changed)  # noqa: S608
            self.rows.executemany(f"DELETE FROM {table} WHERE rowid = ?", ((number,) for number in others))  # noqa: S608

    def faults(self) -> Iterator[str]:
        """Yield references that lead nowhere, and predicates that may not stand between their ends."""
        for name, *end in self.rows.execute(ENDS):
            (target, kind, given, known) = end
            yield misreferred(name, Ref(target, given, "Article" if kind == "Document" else None), known)
        for name, predicate, subject, target in self.rows.execute(PREDICATES):
            if fault := misplaced(name, predicate, subject, target):
                yield fault


SEVERAL = """
    SELECT source, target, told, number, body
    FROM (SELECT *, rowid AS number, count(*) OVER (PARTITION BY source, target, told) AS found FROM {table})
    WHERE found > 1 ORDER BY 1, 2, 3
"""
ENDS = """
    SELECT claim.id, ref, ref_root, ref_name, node.name
    FROM (SELECT id, subject AS ref, subject_root AS ref_root, subject_name AS ref_name FROM claim
          UNION ALL SELECT id, target, target_root, target_name FROM claim WHERE target_root IS NOT NULL
          UNION ALL SELECT id, about, 'Entity', about_name FROM claim WHERE about IS NOT NULL) AS claim
    LEFT JOIN node ON root = ref_root AND node.id = ref AND (root = 'Entity' OR label = 'Article')
    WHERE node.name IS NOT ref_name LIMIT 1
"""
PREDICATES = """
    SELECT min(claim.id), predicate, subject.label, coalesce(target_label, target.label)
    FROM claim JOIN node AS subject ON subject.root = subject_root AND subject.id = subject
    LEFT JOIN node AS target ON target.root = target_root AND target.id = target
    GROUP BY 2, 3, 4 ORDER BY 1
"""


def united(found: Sequence[Properties]) -> Properties:
    """Return the plain relationship of those of several parts.

    >>> known = {"id": "a", "confidence": 1, "background": True}
    >>> united([{"id": "b", "confidence": 0.8, "background": False}, known])
    {'id': 'a', 'confidence': 1, 'background': False}
    """
    best = min(found, key=lambda one: (-float(str(one["confidence"])), str(one["id"])))
    dates = [str(one["asOf"]) for one in found if "asOf" in one]
    background = all(one["background"] for one in found)
    return {**best, "background": background, **({"asOf": max(dates)} if dates else {})}


def _said(node: Shared) -> Figure | Quotation:
    kind: Any = Figure if node.label == "Figure" else Quotation
    said: Figure | Quotation = msgspec.json.decode(node.said or b"", type=kind)
    return said
