"""How results read on a terminal: summaries, tables, explanations, notes and progress."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import starmap
from pathlib import Path

import click

from kg.cli.table import columns, markdown, plain, rows, titled
from kg.model.graph import Article, Entity, Figure, Graph, Quotation, Statement
from kg.model.passage import Passage, Passages
from kg.model.text import Source
from kg.ontology import Ontology, in_use
from kg.pipeline.corpus import Build
from kg.store import Changes

__all__ = ["explained", "found", "problems", "progress", "rows", "schema", "statements", "written"]

STARTED = time.monotonic()
SHORT = 48


@contextmanager
def progress() -> Iterator[Callable[[Source], None]]:
    """Count documents on stderr where it is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  # 0.1 s that only a terminal pays
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    shown = (SpinnerColumn(), TextColumn("{task.description}", markup=False), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda source: bar.update(task, advance=1, description=plain(source.id)[-SHORT:])


def found(outcome: Build) -> str:
    """Return what a build found: documents, entities by class, statements by predicate, and what was refused."""
    graph, ontology = outcome.graph, in_use()
    kinds = Counter(entity.type for entity in graph.entities if entity.documents)
    predicates = Counter(claim.predicate for claim in graph.statements if not claim.background)
    refused = Counter(refusal.reason for refusal in outcome.refusals)
    read = ((outcome.documents, "document"), (len(graph.articles), "article"), (len(outcome.problems), "problem"))
    lines = [
        ", ".join(starmap(_count, read)),
        f"{kinds.total()} entities",
        columns([(f"  {kind}", ontology.class_(kind).label.zh, str(n)) for kind, n in _ranked(kinds)], right=2),
        f"{predicates.total()} statements",
        columns([(f"  {name}", ontology.predicate(name).label.zh, str(n)) for name, n in _ranked(predicates)], right=2),
    ]
    if refused:
        lines += [f"{refused.total()} refused by the ontology"]
        lines += [f"  {reason}: {n}" for reason, n in _ranked(refused)]
    return "\n".join(lines)


def written(changes: Changes, folder: Path) -> str:
    """Return what a build wrote, what that changed in the store, and the time since the command began."""
    return (
        f"{folder}: graph.jsonl, graph.ttl, graph.html, graph.arcadedb"
        f" ({changes.created} created, {changes.changed} changed, {changes.deleted} deleted)\n"
        f"{time.monotonic() - STARTED:.1f} s"
    )


def problems(outcome: Build) -> None:
    """Print what could not be read to stderr."""
    for problem in outcome.problems:
        click.echo(f"Problem: {plain(str(problem))}", err=True)
    if outcome.problems:
        click.echo(f"{_count(len(outcome.problems), 'input')} could not be read; all others are in the graph", err=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def statements(graph: Graph) -> str:
    """Return one line a statement: subject, predicate, object, confidence, where, and the evidence."""
    lines = []
    for claim in sorted(graph.statements, key=lambda claim: (claim.evidence[:1], claim.id)):
        text = "".join(item.text for item in claim.evidence)
        first = claim.evidence[0] if claim.evidence else None
        where = f"{first.document}:{first.start}" if first else ""
        lines.append(
            (
                _short(claim.subject.name),
                claim.predicate,
                _short(_target(claim)),
                f"{claim.confidence:.2f}",
                where,
                _short(text),
            )
        )
    return columns(lines)


def _short(text: str) -> str:
    text = plain(" ".join(text.split()))
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def _target(claim: Statement) -> str:
    shown = _figure(claim.object) if isinstance(claim.object, Figure) else _short(claim.object.name)
    qualifiers = ", ".join(f"{name}={value}" for name, value in claim.qualifiers.items())
    return shown + (f" ({plain(qualifiers)})" if qualifiers else "")


def _figure(figure: Figure) -> str:
    upper = f"–{figure.value_max}" if figure.value_max is not None else ""
    hedge = "" if figure.comparator == "=" else figure.comparator
    value = f"{hedge}{figure.value}{upper}{figure.unit}"
    about = f"{figure.about.name} " if figure.about else ""
    details = ", ".join(part for part in (figure.kind, figure.period, figure.base) if part)
    return plain(f"{about}{figure.indicator} {value} [{details}]")


def explained(graph: Graph, node: Entity | Article | Statement | Figure | Quotation) -> str:
    """Return what a graph knows of a node, or one statement, with the passages that say it."""
    passages = Passages(graph.articles)
    if isinstance(node, Statement):
        return _statement(passages, node)
    claims = sorted(graph.of_node(node.id), key=lambda claim: (claim.predicate, claim.evidence[:1], claim.id))
    return "\n\n".join([_head(node), *(_statement(passages, claim) for claim in claims)])


def _head(node: Entity | Article | Figure | Quotation) -> str:
    ontology = in_use()
    kind = node.type if isinstance(node, Entity) else type(node).__name__
    head = f"{click.style(_short(node.name), bold=True)}  {ontology.class_(kind).label.zh} {kind}  {node.id}"
    if isinstance(node, Entity) and node.aliases:
        head += f"\n  also {'、'.join(map(plain, node.aliases))}"
    if isinstance(node, Entity):
        documents = ", ".join(map(plain, node.documents)) or "no document"
        head += f"\n  {_count(len(node.mentions), 'mention')} in {documents}"
    return head


def _statement(passages: Passages, claim: Statement) -> str:
    label = in_use().predicate(claim.predicate).label.zh
    standing = "background" if claim.background else f"{claim.confidence:.2f}"
    if claim.modality != "asserted":
        standing += f", {claim.modality}"
    head = f"{plain(claim.subject.name)} —{label} {claim.predicate}→ {_target(claim)}"
    lines = [head, f"  {standing}  {claim.rule}  {claim.id}"]
    lines += [f"  {found.document}:{found.start}  {_marked(found)}" for found in passages.of(claim.evidence)]
    return "\n".join(lines)


def _marked(passage: Passage) -> str:
    pieces = ((plain(" ".join(part.text.split())), part.marked) for part in passage.segments)
    return "".join(click.style(f"【{piece}】", bold=True) if mark else piece for piece, mark in pieces)


def schema(ontology: Ontology, form: str) -> str:
    """Return the classes and predicates of an ontology with their definitions, as text or Markdown tables."""
    tables = (
        (
            ("Class", "Label", "Below", "Definition", "In English"),
            [
                (term.name, term.label.zh, ", ".join(term.parents), term.definition.zh, term.definition.en)
                for term in ontology.classes.values()
            ],
        ),
        (
            ("Predicate", "Label", "From → to", "Definition", "In English"),
            [
                (
                    term.name,
                    term.label.zh,
                    f"{', '.join(term.domain)} → {', '.join(term.range)}",
                    term.definition.zh,
                    term.definition.en,
                )
                for term in ontology.predicates.values()
            ],
        ),
    )
    shown = markdown if form == "markdown" else titled
    return "\n\n".join(shown(names, lines) for names, lines in tables) + "\n"
