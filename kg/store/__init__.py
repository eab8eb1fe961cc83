"""Graph stores: a graph kept where Cypher can query it.

=========  ============================================================  ====================================
scheme     what it is                                                    how it is named
=========  ============================================================  ====================================
arcadedb   embedded, in a folder of its own, for one process at a time   a path that ends in .arcadedb, a
                                                                         folder that a build wrote, or
                                                                         arcadedb:PATH
=========  ============================================================  ====================================
"""

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.errors import UnknownNameError
from kg.store.delta import Changes
from kg.store.store import GraphStore, Result

__all__ = ["STORES", "Changes", "GraphStore", "Result", "is_store", "open"]

STORES: Mapping[str, str] = MappingProxyType({"arcadedb": "kg.store.arcade:open_url"})
EMBEDDED = "arcadedb"
SUFFIX = f".{EMBEDDED}"
IN_BUILD = f"graph{SUFFIX}"


def open(location: str | Path, *, create: bool = False) -> GraphStore:  # noqa: A001  # used as store.open
    """Open a store by its URL or path; `create` makes an embedded one where there is none.

    Raises `StoreError` where there is no store, or another process has it open.
    """
    scheme, rest = _split(location)
    if scheme not in STORES:
        raise UnknownNameError("kind of store", scheme, STORES)
    module, _, name = STORES[scheme].partition(":")
    opener: Callable[..., GraphStore] = getattr(importlib.import_module(module), name)
    return opener(rest, create=create)


def is_store(location: str | Path) -> bool:
    """Tell whether a location names a store, by its form or by what is there.

    >>> is_store("news.arcadedb"), is_store("arcadedb:/data/news"), is_store("graph.jsonl")
    (True, True, False)
    """
    text = str(location)
    path = Path(location)
    return text.partition(":")[0] in STORES or path.suffix == SUFFIX or (path / IN_BUILD).is_dir()


def _split(location: str | Path) -> tuple[str, str]:
    """Return a location's scheme and what follows it; a path is one of the embedded store.

    >>> _split("arcadedb:/data/news"), _split("out"), _split("dragon://den")
    (('arcadedb', '/data/news'), ('arcadedb', 'out/graph.arcadedb'), ('dragon', '//den'))
    """
    text = str(location)
    scheme, _, rest = text.partition(":")
    if scheme in STORES or rest.startswith("//"):
        return scheme, rest
    path = Path(text)
    return EMBEDDED, str(path if path.suffix == SUFFIX else path / IN_BUILD)
