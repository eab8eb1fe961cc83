"""An evidence-first knowledge graph builder for Chinese news.

>>> import kg
>>> graph = kg.build(["seeds/"])                                        # doctest: +SKIP
>>> [entity.name for entity in graph.find("小米汽车")]                  # doctest: +SKIP
['小米汽车']
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Ref, Statement

__all__ = ["Article", "Entity", "Evidence", "Figure", "Graph", "Quotation", "Ref", "Statement", "build", "read"]
__version__ = "0.1.0"


def build(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    ontology: Iterable[str | Path] = (),
    rules: Iterable[str | Path] = (),
    lexicon: Iterable[str | Path] = (),
    ledger: Iterable[str | Path] = (),
) -> "Graph":
    """Read files and folders of Chinese news and return their graph.

    `published` dates the texts that do not say when they were published. `ontology`, `rules`, `lexicon` and `ledger`
    are files that add to those of the package. A document that cannot be read is logged as a warning of the logger
    `kg`; `kg.pipeline.corpus.build` returns the full account.
    """
    import logging  # noqa: PLC0415  # kept out of the import of the package, which every command pays

    from kg.pipeline import corpus  # noqa: PLC0415
    from kg.project import Config, Project  # noqa: PLC0415

    files = (tuple(map(Path, named)) for named in (ontology, rules, lexicon, ledger))
    outcome = corpus.build(paths, published=published, project=Project.of(Config("", *files)))
    for problem in outcome.problems:
        logging.getLogger("kg").warning("%s", problem)
    return outcome.graph


def read(location: str | Path) -> "Graph":
    """Return the graph in a folder that a build wrote, in a graph file, or in a store by its URL."""
    from kg.pipeline import output  # noqa: PLC0415

    return output.read(location)


def __getattr__(name: str) -> Any:
    if name in __all__:
        from kg.model import graph  # noqa: PLC0415

        return getattr(graph, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
