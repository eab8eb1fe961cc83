"""Commands on a graph that exists: query, explain and verify."""

import sys

import click

from kg.cli.keep import server
from kg.cli.project import GRAPH


def _params(_: click.Context, __: click.Parameter, texts: tuple[str, ...]) -> dict[str, object]:
    """Read NAME=VALUE texts; a value that is a JSON number, true, false or null is that, all else is text."""
    import json  # noqa: PLC0415

    found: dict[str, object] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.isidentifier():
            raise click.BadParameter(f"{text!r} is not NAME=VALUE")
        try:
            read = json.loads(value)
        except ValueError:
            read = value
        found[name] = read if isinstance(read, int | float | None) else value
    return found


PARAMS = click.option(
    "--param", "params", multiple=True, callback=_params, metavar="NAME=VALUE", help="A parameter; repeatable."
)
FORM = click.option("--to", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)


@click.command(short_help="Ask a graph in Cypher or SPARQL.")
@GRAPH
@click.argument("cypher", required=False)
@click.option(
    "--sparql", metavar="QUERY", help="Ask the graph's RDF instead; kg:, id:, rdf:, rdfs: and xsd: are known."
)
@PARAMS
@FORM
@server
def query(graph: str, cypher: str | None, sparql: str | None, params: dict[str, object], form: str) -> None:
    """Run a Cypher or SPARQL query (- is stdin) that reads a graph; triples that SPARQL constructs come as Turtle.

    A VALUE that is a JSON number, true, false or null is taken as that, all else as text. In both languages a
    parameter is $NAME; in SPARQL the SELECT must name it too.
    """
    from kg.cli import report  # noqa: PLC0415
    from kg.pipeline import output  # noqa: PLC0415

    if sparql is not None and cypher is None:
        from kg.cli.sparql import answer  # noqa: PLC0415

        answer(graph, sys.stdin.read() if sparql == "-" else sparql, form, params)
        return
    if cypher is None or sparql is not None:
        raise click.UsageError("Give a Cypher query, or --sparql and one in SPARQL.")
    with output.opened(graph) as store:
        result = store.query(sys.stdin.read() if cypher == "-" else cypher, **params)
    click.echo(report.rows(result.columns, result.rows, form), nl=False)


@click.command(short_help="Show what is known of a thing, each statement in its sentence.")
@GRAPH
@click.argument("what", metavar="ENTITY-OR-STATEMENT")
@server
def explain(graph: str, what: str) -> None:
    """Print what is known of an entity or statement, each statement with its sentence, rule and confidence.

    Finds by id, name or alias, else by a part of a name.
    """
    from kg.cli import report  # noqa: PLC0415
    from kg.errors import UnknownNameError  # noqa: PLC0415
    from kg.pipeline import output  # noqa: PLC0415

    found = output.read(graph)
    nodes = found.find(what)
    if not nodes:
        raise UnknownNameError("entity or statement", what)
    click.echo("\n\n".join(report.explained(found, node) for node in nodes))


@click.command(short_help="Compare all evidence with the sources, to the character.")
@GRAPH
@click.option(
    "--source", required=True, multiple=True, type=click.Path(), help="A file or folder of sources; repeatable."
)
def verify(graph: str, source: tuple[str, ...]) -> None:
    """Read the sources again and compare every evidence item and mention with them, character by character."""
    from kg.evaluate import verify as compare  # noqa: PLC0415
    from kg.ingest import read  # noqa: PLC0415
    from kg.pipeline import output  # noqa: PLC0415

    problems: list[Exception] = []
    counts = compare(output.read(graph), read(source, published=None, on_problem=problems.append))
    click.echo(
        f"exact: {counts.evidence} evidence items, {counts.mentions} mentions and {counts.articles} articles;"
        f" documents: {counts.documents}"
    )
