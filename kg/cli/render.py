"""The command that makes the page of a graph."""

import sys
from pathlib import Path
from typing import Literal

import click

from kg.cli.project import GRAPH


@click.command()
@GRAPH
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="A file; - is stdout.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="The language that the page opens in; else the reader's browser's."
)
def render(graph: str, output: str, lang: Literal["zh", "en"] | None) -> None:
    """Write a graph as one page of HTML that opens from a file, in any browser, without a network."""
    from kg.pipeline import output as files  # noqa: PLC0415
    from kg.render import html  # noqa: PLC0415

    page = html(files.read(graph), lang=lang).encode()
    if output == "-":
        sys.stdout.buffer.write(page)
        return
    with files.replacing(Path(output)) as out:
        out.write(page)
