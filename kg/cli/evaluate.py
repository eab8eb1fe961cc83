"""The command that scores a graph against annotated documents."""

from pathlib import Path

import click

from kg.cli.project import settings


@click.command(short_help="Score what is read against annotated documents.")
@click.argument("graph", required=False)
@click.option(
    "--gold", "folder", required=True, type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of annotated documents (*.json) with their texts, plain or as JSON Lines.",
)  # fmt: skip
@click.option("--only", multiple=True, metavar="NAME", help="Score these documents alone, by name or pattern.")
@click.option("--misses", is_flag=True, help="List what is missed, extra or wrong, document by document.")
@click.option("--to", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def evaluate(graph: str | None, folder: Path, only: tuple[str, ...], misses: bool, form: str) -> None:  # noqa: FBT001
    """Score GRAPH, or what is read from the folder's texts, against annotated documents.

    Prints precision, recall and F1 of entities by class, relations by predicate, figures and quotes; then whether
    confidences are the shares of statements that are right.
    """
    from kg.cli import scores  # noqa: PLC0415
    from kg.evaluate import annotated, score  # noqa: PLC0415
    from kg.ingest import read  # noqa: PLC0415
    from kg.pipeline import corpus, output  # noqa: PLC0415
    from kg.project import Project  # noqa: PLC0415

    documents = annotated(folder, only)
    paths = sorted(folder.glob("*.jsonl")) or [folder / name for name in sorted({one.doc for one in documents})]
    problems: list[Exception] = []
    texts = {Path(source.id).name: source.text for source in read(paths, on_problem=problems.append)}
    found = output.read(graph) if graph else corpus.build(paths, background=False, project=Project.of(settings())).graph
    result = score(found, documents, texts)
    click.echo(scores.table(result) if form == "table" else scores.json(result))
    if misses:
        click.echo(scores.misses(result.misses))
