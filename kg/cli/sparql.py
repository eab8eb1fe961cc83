"""Commands that speak SPARQL: the answer of a query, and the endpoint."""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from kg.cli.project import GRAPH


def answer(graph: str, query: str, form: str, params: Mapping[str, Any]) -> None:
    """Print the answer of a SPARQL query: solutions as `form` says, triples as Turtle."""
    import pyoxigraph as ox  # noqa: PLC0415

    from kg import sparql  # noqa: PLC0415
    from kg.cli import report  # noqa: PLC0415
    from kg.pipeline import rdf  # noqa: PLC0415

    results = sparql.ask(rdf.store(graph), query, rdf.prefixes(), params)
    if isinstance(results, ox.QueryTriples):
        rdf.write_turtle(results, sys.stdout.buffer)
        return
    click.echo(report.rows(*sparql.table(results), form), nl=False)


@click.command(short_help="Serve a graph's page and a SPARQL endpoint on this machine.")
@GRAPH
@click.option("--port", type=click.IntRange(0, 65535), default=8008, show_default=True, help="0 takes a free one.")
@click.option(
    "--seconds", type=click.FloatRange(min=0.1), default=10, show_default=True, help="A query's longest time."
)
@click.option("--megabytes", type=click.IntRange(1), default=20, show_default=True, help="A result's largest size.")
def serve(graph: str, port: int, seconds: float, megabytes: int) -> None:
    """Serve a graph to this machine alone: its page at /, a read-only SPARQL 1.1 endpoint at /sparql.

    Needs `pip install 'kg-news[serve]'`. There is no update and no SERVICE; Ctrl-C ends it.
    """
    from kg import sparql  # noqa: PLC0415
    from kg.errors import OptionError  # noqa: PLC0415
    from kg.pipeline import output, rdf  # noqa: PLC0415
    from kg.render import html  # noqa: PLC0415
    from kg.sparql.worker import Limits, workers  # noqa: PLC0415

    try:
        import uvicorn  # noqa: PLC0415

        from kg.sparql.protocol import app  # noqa: PLC0415
    except ImportError:
        raise OptionError("kg serve needs more libraries: pip install 'kg-news[serve]'") from None
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        page = html(output.read(graph)).encode()
        sparql.save(rdf.quads(graph), Path(folder) / "graph.nq")
        config = uvicorn.Config("", host="127.0.0.1", port=port, log_level="warning")
        limits = Limits(seconds, megabytes * 1_000_000)
        with workers(Path(folder) / "graph.nq", limits, prefixes=rdf.prefixes()) as pool:
            config.app = app(pool, page)
            listening = config.bind_socket()
            listening.listen()
            click.echo(f"http://127.0.0.1:{listening.getsockname()[1]}/ and /sparql", err=True)
            uvicorn.Server(config).run([listening])
