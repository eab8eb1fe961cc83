"""The command `kg`: its groups of commands, and how errors end it."""

import sys
from pathlib import Path

import click

from kg import __version__
from kg.cli.ask import ask
from kg.cli.build import build, extract
from kg.cli.evaluate import evaluate
from kg.cli.exchange import diff, export, import_
from kg.cli.graph import explain, query, verify
from kg.cli.keep import dump, load, remove, replace
from kg.cli.ontology import ontology
from kg.cli.project import settle
from kg.cli.render import render
from kg.cli.rules import rules
from kg.cli.sparql import serve
from kg.cli.validate import validate
from kg.errors import KgError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
@click.option(
    "--config", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Settings of a project, instead of those of kg.toml in this folder.",
)  # fmt: skip
@click.pass_context
def kg(context: click.Context, config: Path | None) -> None:
    """Build a knowledge graph from Chinese news, with the evidence for every statement.

    GRAPH is the folder that a build wrote, a graph file (graph.jsonl, RDF), or a store's URL.
    Data goes to stdout, notes and progress to stderr. Exit code 1 is an error, 2 wrong usage.
    """
    settle(context, config)


for command in (
    build,
    extract,
    query,
    ask,
    explain,
    export,
    import_,
    load,
    remove,
    replace,
    dump,
    diff,
    render,
    verify,
    evaluate,
    validate,
    serve,
    ontology,
    rules,
):
    kg.add_command(command)


def main() -> None:
    """Run the command line; an error of kg ends it with its message and exit code 1."""
    try:
        kg(prog_name="kg")
    except KgError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
