"""The command that asks the questions that come with the package."""

from typing import Any

import click

from kg.cli.graph import FORM, PARAMS
from kg.cli.project import MAYBE_GRAPH


@click.command(short_help="Ask a graph one of the questions that come with kg.")
@click.argument("question")
@MAYBE_GRAPH
@PARAMS
@FORM
@click.option("--with", "language", type=click.Choice(["cypher", "sparql"]), help="How to ask: stores take both.")
def ask(question: str, graph: str | None, params: dict[str, Any], form: str, language: str | None) -> None:
    """Ask GRAPH a QUESTION by its name, or one of your own by its file (.toml); `kg ask list` prints those there are.

    A store is asked in Cypher, a file in SPARQL; the answer is the same.
    """
    from kg.cli import report  # noqa: PLC0415
    from kg.pipeline import question as pack  # noqa: PLC0415

    if question == "list":
        for name, known in pack.questions().items():
            shown = (f" --param {param}={value}" for param, value in known.examples.items())
            click.echo(f"{name}{''.join(shown)}\n  {known.en}\n  {known.zh}")
        return
    if graph is None:
        raise click.UsageError(f"Give a graph to ask: kg ask {question} GRAPH")
    found = pack.ask(graph, question, language, **params)
    click.echo(report.rows(found.columns, found.rows, form), nl=False)
