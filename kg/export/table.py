"""One flat table of statements as CSV, for spreadsheets and data frames.

UTF-8 with a byte order mark (without it Excel shows Chinese as mojibake), RFC 4180 line ends, one statement a row.
A statement with several pieces of evidence has them joined by “ | ”, in one order through all evidence columns.

A spreadsheet runs a cell that starts with ``=``, ``+``, ``-`` or ``@``, full-width forms included, as a formula.
Such cells, those that start with white space and those that start with an apostrophe get an apostrophe before them:
whoever takes one leading apostrophe away has the text again. Numbers and lone signs are left as they are.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import BinaryIO

from kg.model.graph import Article, Entity, Figure, Graph, Quotation, Ref, Statement

Cell = str | int | float | Decimal | None
Node = Entity | Article | Figure | Quotation

_VALUES = ("indicator", "value", "value_max", "unit", "comparator", "kind", "period", "base", "mode")
_COLUMNS = (
    *("id", "subject", "subject_class", "predicate", "object", "object_class", "about", *_VALUES),
    *("qualifiers", "modality", "background", "confidence", "rule"),
    *("evidence", "document", "start", "end", "subject_id", "object_id"),
)


def write(graph: Graph, out: BinaryIO) -> None:
    """Write a header and one row a statement, by statement id."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(_COLUMNS)
    for statement in graph.statements:
        row = _row(statement, graph.nodes)
        table.writerow(inert(row.get(name)) for name in _COLUMNS)
    text.detach()


def inert(cell: Cell) -> Cell:
    """Return the cell so that no spreadsheet takes its text for a formula.

    >>> inert("=1+1"), inert("江淮汽车"), inert("'quoted'"), inert(Decimal(-69))
    ("'=1+1", '江淮汽车', "''quoted'", Decimal('-69'))
    """
    if not isinstance(cell, str) or not cell or cell in "=+-@":
        return cell
    first = unicodedata.normalize("NFKC", cell[0])
    return f"'{cell}" if first in "=+-@'" or first.isspace() else cell


def _row(claim: Statement, nodes: Mapping[str, Node]) -> dict[str, Cell]:
    return {
        "id": claim.id,
        "subject": claim.subject.name,
        "subject_class": _class(claim.subject, nodes),
        "predicate": claim.predicate,
        "object_class": _class(claim.object, nodes),
        "qualifiers": _joined(f"{key}={value}" for key, value in claim.qualifiers.items()),
        "modality": claim.modality,
        "background": str(claim.background).lower(),
        "confidence": claim.confidence,
        "rule": claim.rule,
        "evidence": _joined(item.text for item in claim.evidence),
        "document": _joined(item.document for item in claim.evidence),
        "start": _joined(item.start for item in claim.evidence),
        "end": _joined(item.end for item in claim.evidence),
        "subject_id": claim.subject.id,
        "object_id": claim.object.id,
        **_object(claim.object),
    }


def _object(node: Ref | Figure | Quotation) -> dict[str, Cell]:
    if isinstance(node, Ref):
        return {"object": node.name}
    about = node.about.name if isinstance(node, Figure) and node.about else None
    return {"object": node.text, "about": about} | {name: getattr(node, name, None) for name in _VALUES}


def _class(ref: Ref | Figure | Quotation, nodes: Mapping[str, Node]) -> Cell:
    node = nodes.get(ref.id)
    return node.type if isinstance(node, Entity) else type(node).__name__ if node else None


def _joined(items: Iterable[str | int]) -> Cell:
    found = tuple(items)
    return found[0] if len(found) == 1 else " | ".join(map(str, found))
