"""The command that holds a graph to shapes."""

import locale
import os
from pathlib import Path
from typing import Any

import click

from kg.cli.project import GRAPH


@click.command()
@GRAPH
@click.option(
    "--shapes", "files", multiple=True, type=click.Path(path_type=Path), metavar="MY.ttl",
    help="SHACL shapes to hold the graph to, beside the ontology's own; repeatable.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["pyshacl", "shacl"]), default="pyshacl", show_default=True,
    help="The reference, or a compiled one for large graphs.",
)  # fmt: skip
@click.option("--lang", type=click.Choice(["zh", "en"]), help="The language of the report; else the locale's.")
@click.pass_context
def validate(context: click.Context, graph: str, files: tuple[Path, ...], engine: str, lang: Any) -> None:
    """Hold a graph to the SHACL shapes of the ontology; the exit code is 1 where it breaks any.

    GRAPH may be RDF of any making: .ttl, .nt, .trig, .nq, .jsonld or .rdf.
    """
    from kg.cli.table import plain  # noqa: PLC0415
    from kg.ontology import in_use  # noqa: PLC0415
    from kg.pipeline import rdf  # noqa: PLC0415
    from kg.validate import validate as run  # noqa: PLC0415
    from kg.validate.wording import Wording, phrase  # noqa: PLC0415

    lang = lang or spoken()
    data = rdf.load(graph)
    found = run(data, in_use(), rdf.shapes(*files), engine)
    wording = Wording(data, in_use(), lang)
    for violation in found:
        click.echo("\n".join(map(plain, wording.lines(violation))) + "\n")
    name = "violations" if found else "conforms"
    click.echo(phrase(name, lang, triples=len(data), violations=len(found)))
    context.exit(1 if found else 0)


def spoken() -> str:
    """Return the language of the user's locale, of the two there are."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
