"""Commands that take graphs elsewhere and back: export, import and diff."""

import sys
from pathlib import Path
from typing import Any

import click

from kg.cli.keep import OUTPUT, records, server
from kg.cli.project import GRAPH


@click.command()
@GRAPH
@click.option(
    "--to", "form", required=True, metavar="FORM",
    help="jsonl, csv, graphml, RDF (turtle, ntriples, trig, nquads, jsonld, rdfxml) or neo4j-admin.",
)  # fmt: skip
@click.option("-o", "--output", required=True, type=click.Path(), help="A file, - is stdout; of neo4j-admin a folder.")
@click.option(
    "--profile", type=click.Choice(["full", "facts", "plain"]), default="full", show_default=True,
    help="Of RDF: all the evidence; statements without it; plain triples alone.",
)  # fmt: skip
@click.option("--rdf12", is_flag=True, help="Of RDF: facts as RDF 1.2 reifiers.")
@click.option("--standard", is_flag=True, help="Of RDF: also the terms of schema.org, ORG, PROV … above ours.")
@server
def export(graph: str, form: str, output: str, profile: Any, rdf12: bool, standard: bool) -> None:  # noqa: FBT001
    """Write a graph in another form.

    TriG and N-Quads hold a named graph for each document. Of RDF, only --profile full can be read back.
    The folder of neo4j-admin holds what fills an empty Neo4j at once; the command for it is printed.
    """
    from kg import export as forms  # noqa: PLC0415
    from kg.errors import OptionError, UnknownNameError  # noqa: PLC0415
    from kg.pipeline import output as files  # noqa: PLC0415
    from kg.registry import find, names  # noqa: PLC0415

    if form not in (known := (*names("exporter"), *names("bulk"))):
        raise UnknownNameError("exporter", form, known)
    options: dict[str, Any] = {}
    if form in forms.RDF:
        from kg.export.options import Options  # noqa: PLC0415

        options["options"] = Options(profile=profile, rdf12=rdf12, standard=standard)
    elif profile != "full" or rdf12 or standard:
        raise OptionError(f"--profile, --rdf12 and --standard are for RDF, not for {form}: use {', '.join(forms.RDF)}")
    if form in names("bulk"):
        _export_folder(graph, form, output)
        return
    write = find("exporter", form)
    if Path(output).is_dir():
        raise click.BadParameter(f"{output} is a folder, and {form} is a file.", param_hint="-o")
    found = files.read(graph)
    if output == "-":
        write(found, sys.stdout.buffer, **options)
        return
    with files.replacing(Path(output)) as out:
        write(found, out, **options)


def _export_folder(graph: str, form: str, output: str) -> None:
    from kg.errors import OptionError  # noqa: PLC0415
    from kg.pipeline import output as files  # noqa: PLC0415
    from kg.registry import find  # noqa: PLC0415

    if output == "-":
        raise OptionError(f"{form} is a folder of files: give one with -o")
    with files.streamed(graph) as records:
        command = find("bulk", form)(records, Path(output))
    click.echo(f"{output}: once Neo4j has stopped, run there: {command}", err=True)


@click.command("import")
@click.argument("file")
@OUTPUT
def import_(file: str, output: str) -> None:
    """Read a graph back from RDF and write its records (graph.jsonl).

    The ending of FILE tells its format: .ttl, .nt, .trig, .nq, .jsonld or .rdf.
    """
    records(file, output)


@click.command()
@click.argument("one")
@click.argument("other")
@server
@click.pass_context
def diff(context: click.Context, one: str, other: str) -> None:
    """Compare two graphs, each a folder, a file or a store; the exit code is 1 where they differ.

    Prints a line for each record that only the first has (-), only the second (+), or that differs (~).
    """
    from kg.cli.table import plain  # noqa: PLC0415
    from kg.model.difference import differences  # noqa: PLC0415
    from kg.pipeline import output as files  # noqa: PLC0415

    found = list(differences(files.read(one), files.read(other)))
    for difference in found:
        click.echo(plain(str(difference)))
    context.exit(1 if found else 0)
