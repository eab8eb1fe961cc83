"""The command that shows the schema."""

import click


@click.command(short_help="Print the classes and predicates with their definitions.")
@click.option(
    "--to", "form", type=click.Choice(["table", "markdown", "readme", "context", "shapes"]), default="table",
    show_default=True, help="Tables; the whole page; the JSON-LD context; domains and ranges as SHACL.",
)  # fmt: skip
def ontology(form: str) -> None:
    """Print the classes and predicates with their definitions, from the ontology."""
    from kg.cli import report, schema  # noqa: PLC0415
    from kg.ontology import in_use  # noqa: PLC0415

    forms = {"readme": schema.page, "context": schema.context, "shapes": schema.shapes}
    shown = forms[form](in_use()) if form in forms else report.schema(in_use(), form)
    click.echo(shown, nl=False)
