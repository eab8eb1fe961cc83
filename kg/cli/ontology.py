"""The command that shows the schema."""

import click


@click.command(short_help="Print the classes and predicates with their definitions.")
@click.option("--to", "form", type=click.Choice(["table", "markdown"]), default="table", show_default=True)
def ontology(form: str) -> None:
    """Print the classes and predicates with their definitions, from the ontology."""
    from kg.cli import report  # noqa: PLC0415
    from kg.ontology import packaged  # noqa: PLC0415

    click.echo(report.schema(packaged(), form), nl=False)
