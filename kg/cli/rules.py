"""Commands on rules: their test."""

from pathlib import Path

import click

from kg.cli.project import FILE, settings


@click.group()
def rules() -> None:
    """Work on rules: those of the package, and your own."""


@rules.command(short_help="Run the examples of all rules.")
@click.argument("files", nargs=-1, type=FILE)
@click.option("--ontology", multiple=True, type=FILE, metavar="TTL", help="Classes and predicates of the rules.")
@click.pass_context
def test(context: click.Context, files: tuple[Path, ...], ontology: tuple[Path, ...]) -> None:
    """Hold the rules of the package, of kg.toml and of FILES to their examples and counter-examples.

    Each fault is printed with its file and line; the exit code is then 1.
    """
    from kg.ontology import extended, using  # noqa: PLC0415
    from kg.project.rules import check  # noqa: PLC0415

    found = settings(ontology=ontology, rules=files)
    with using(extended(*found.ontology)):
        checked = check(found.rules)
    for fault in checked.faults:
        click.echo(fault)
    click.echo(f"{checked.rules} rules, {checked.examples} examples, {len(checked.faults)} faults")
    context.exit(1 if checked.faults else 0)
