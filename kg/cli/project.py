"""What a project adds: the settings that hold for every command, and the options of those that read news."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.project import Config

FILE = click.Path(path_type=Path, dir_okay=False)
OPTIONS = (
    click.option("--ontology", multiple=True, type=FILE, metavar="TTL", help="Classes and predicates to add."),
    click.option("--rules", multiple=True, type=FILE, metavar="TOML", help="Rules to add, for relations and names."),
    click.option("--lexicon", multiple=True, type=FILE, metavar="TSV", help="Names to add, each with its class."),
    click.option("--ledger", multiple=True, type=FILE, metavar="TSV", help="Names that are one thing, or are not."),
)


def settle(context: click.Context, file: Path | None) -> None:
    """Take the settings of a file, or of `kg.toml` in this folder, and use their ontology in this command."""
    if file is None and not Path("kg.toml").is_file():
        return
    from kg.ontology import extended, using  # noqa: PLC0415
    from kg.project import config  # noqa: PLC0415

    context.obj = found = config.read(file) if file else config.found(Path())
    context.with_resource(using(extended(*found.ontology, data=found.namespace)))


def settings(**files: Any) -> "Config":
    """Return the settings of this command, with the files that its options name."""
    from kg.project import Config  # noqa: PLC0415

    found: Config = click.get_current_context().find_object(Config) or Config()
    return found.joined(Config(**files))


def adding(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of what a project adds; it takes the project that they and the settings make."""

    @functools.wraps(command)
    def run(
        *args: Any,
        ontology: tuple[Path, ...],
        rules: tuple[Path, ...],
        lexicon: tuple[Path, ...],
        ledger: tuple[Path, ...],
        **options: Any,
    ) -> None:
        from kg.ontology import using  # noqa: PLC0415
        from kg.project import Project  # noqa: PLC0415

        project = Project.of(settings(ontology=ontology, rules=rules, lexicon=lexicon, ledger=ledger))
        with using(project.ontology):
            command(*args, project=project, **options)

    for option in reversed(OPTIONS):
        run = option(run)
    return run


def _use(context: click.Context, _: click.Parameter, location: str | None) -> str | None:
    """Use the ontology that a graph was built under, for as long as the command runs."""
    if location is not None:
        from kg.ontology import using  # noqa: PLC0415
        from kg.pipeline import output  # noqa: PLC0415

        context.with_resource(using(output.ontology(location)))
    return location


GRAPH = click.argument("graph", callback=_use)
MAYBE_GRAPH = click.argument("graph", required=False, callback=_use)
