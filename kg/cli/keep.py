"""Commands on graphs that are kept in a store: load, remove, replace and dump."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kg.cli.project import GRAPH

OUTPUT = click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="A file; - is stdout.")
KEPT = click.argument("graph", metavar="GRAPH-OR-URL")


def _access(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    """Let the stores of this command be opened by a user, or in a database, of this name."""
    if value:
        import msgspec  # noqa: PLC0415

        from kg import store  # noqa: PLC0415

        given = msgspec.structs.replace(store.access(), **{str(parameter.name): value})
        context.with_resource(store.accessing(given))


def server(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a server; a password comes from the environment alone."""
    for name, text in (
        ("database", "Of Neo4j: the database [NEO4J_DATABASE]."),
        ("user", "Of Neo4j: the user [NEO4J_USERNAME]; the password is NEO4J_PASSWORD."),
    ):
        option = click.option(f"--{name}", metavar="NAME", expose_value=False, callback=_access, help=text)
        command = option(command)
    return command


@click.command(short_help="Load a graph into a store.")
@GRAPH
@click.argument("url")
@server
@click.option("--batch-size", type=click.IntRange(min=1), metavar="ROWS", help="Of Neo4j: rows a transaction [5000].")
def load(graph: str, url: str, batch_size: int | None) -> None:
    """Make the store at URL (neo4j://HOST) hold GRAPH; only what differs from what it holds is written.

    Run again, it changes nothing; killed and run again, it goes on where it was. What others keep in the same
    database stays.
    """
    from kg.pipeline import keep  # noqa: PLC0415

    with _progress() as advance:
        changes = keep.load(graph, url, batch=batch_size, on_rows=advance)
    click.echo(_changed(changes))


@click.command(short_help="Take a document out of a graph.")
@KEPT
@click.argument("document")
@server
def remove(graph: str, document: str) -> None:
    """Leave the graph that never had DOCUMENT: what other documents support stays."""
    from kg.pipeline import keep  # noqa: PLC0415

    click.echo(_changed(keep.remove(graph, document)))


@click.command(short_help="Put a document's new graph in the place of its old one.")
@KEPT
@click.argument("part", metavar="GRAPH-OF-DOCUMENT")
@server
def replace(graph: str, part: str) -> None:
    """Put the graph of one document in the place of what GRAPH has of it, if anything."""
    from kg.pipeline import keep  # noqa: PLC0415

    click.echo(_changed(keep.replace(graph, part)))


@click.command(short_help="Write the records of the graph in a store.")
@click.argument("url")
@OUTPUT
@server
def dump(url: str, output: str) -> None:
    """Read the graph of a store back and write its records (graph.jsonl)."""
    records(url, output)


def records(graph: str, output: str) -> None:
    """Write the records of a graph into a file, or to stdout."""
    from kg.export.jsonl import write  # noqa: PLC0415
    from kg.pipeline import output as files  # noqa: PLC0415

    found = files.read(graph)
    if output == "-":
        write(found, sys.stdout.buffer)
        return
    with files.replacing(Path(output)) as out:
        write(found, out)


def _changed(changes: Any) -> str:
    return ", ".join(f"{getattr(changes, name)} {name}" for name in ("created", "changed", "deleted", "unchanged"))


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show how far a load is on stderr where it is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _, __: None
        return
    from rich.console import Console  # noqa: PLC0415  # 0.1 s that only a terminal pays
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading", total=None)
        yield lambda done, rows: bar.update(task, advance=done, total=rows)
