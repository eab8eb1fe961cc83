"""Commands that read news: build and extract."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.project import adding

if TYPE_CHECKING:
    from kg.project import Project

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path())
PUBLISHED = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of texts that do not say when they were published (YYYY-MM-DD).",
)


@click.command(short_help="Read news and write its graph into a folder.")
@PATHS
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default="exports",
    show_default=True,
    help="The folder to write to.",
)
@PUBLISHED
@adding
@click.pass_context
def build(
    context: click.Context, paths: tuple[str, ...], output: Path, published: datetime | None, project: "Project"
) -> None:
    """Read files and folders (- is stdin) and write their graph into a folder.

    Reads plain text (UTF-8, GB18030) and JSON Lines with id, text, and optional published, title, publisher.
    Writes graph.jsonl, graph.ttl, graph.html and the embedded store graph.arcadedb. What cannot be read is
    reported and left out; the exit code is then 1.
    """
    from kg.cli import report  # noqa: PLC0415
    from kg.pipeline import corpus  # noqa: PLC0415
    from kg.pipeline.output import write  # noqa: PLC0415

    with report.progress() as advance:
        day = published and published.date()
        outcome = corpus.build(paths, published=day, project=project, on_source=advance)
        changes = write(outcome.graph, output)
    click.echo(report.found(outcome))
    click.echo(report.written(changes, output))
    report.problems(outcome)
    context.exit(1 if outcome.problems else 0)


@click.command(short_help="Print the statements of news; nothing is written.")
@PATHS
@click.option(
    "--to",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="Records, or one line a statement.",
)
@PUBLISHED
@adding
@click.pass_context
def extract(
    context: click.Context, paths: tuple[str, ...], form: str, published: datetime | None, project: "Project"
) -> None:
    """Print the statements of files and folders (- is stdin); nothing is written.

    The records of --to jsonl are those of graph.jsonl, without what only the gazetteer knows.
    """
    from kg.cli import report  # noqa: PLC0415
    from kg.export import write  # noqa: PLC0415
    from kg.pipeline import corpus  # noqa: PLC0415

    outcome = corpus.build(paths, published=published and published.date(), background=False, project=project)
    if form == "jsonl":
        write(outcome.graph, "jsonl", sys.stdout.buffer)
    else:
        click.echo(report.statements(outcome.graph))
    report.problems(outcome)
    context.exit(1 if outcome.problems else 0)
