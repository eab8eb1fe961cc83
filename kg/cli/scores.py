"""How scores read on a terminal: a table of them, how reliable confidences are, and what is missed."""

from collections.abc import Iterable
from itertools import groupby

import msgspec

from kg.cli.table import plain, titled
from kg.evaluate import Miss, Scores, reliability

KINDS = ("relation", "figure", "quote")


def table(scores: Scores) -> str:
    """Return the scores as a table, and below it how reliable the confidences are."""
    lines = [
        (
            name,
            f"{tally.precision:.3f}",
            f"{tally.recall:.3f}",
            f"{tally.f1:.3f}",
            *map(str, msgspec.structs.astuple(tally)),
        )
        for name, tally in scores.tallies.items()
    ]
    bins = [
        (
            kind,
            f"{found.lower:.1f}–{found.upper:.1f}",
            str(found.statements),
            f"{found.confidence:.3f}",
            f"{found.share:.3f}",
        )
        for kind in KINDS
        for found in reliability(item for item in scores.judged if item.of == kind)
    ]
    names = ("", "P", "R", "F1", "right", "found", "wanted")
    shown = titled(names, lines)
    return f"{shown}\n\n{titled(('statements', 'confidence', 'number', 'mean', 'right'), bins)}" if bins else shown


def json(scores: Scores) -> str:
    """Return the scores and the reliability of confidences as one JSON object."""
    found = {
        "scores": {
            name: {
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
                **msgspec.structs.asdict(tally),
            }
            for name, tally in scores.tallies.items()
        },
        "reliability": {
            kind: [
                {**msgspec.structs.asdict(item), "share": item.share}
                for item in reliability(judged for judged in scores.judged if judged.of == kind)
            ]
            for kind in KINDS
        },
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()


def misses(found: Iterable[Miss]) -> str:
    """Return what is missed, extra or wrong: by document, in the order of the scores."""
    return "\n".join(
        "\n".join([f"\n{plain(document)}", *(f"  {miss.error} {miss.of}: {plain(miss.text)}" for miss in items)])
        for document, items in groupby(found, key=lambda miss: miss.document)
    )
