"""Graph stores: a graph kept where Cypher can query it.

=============================  =========================================  ====================================
scheme                         what it is                                 how it is named
=============================  =========================================  ====================================
arcadedb                       embedded, in a folder of its own, for one  a path that ends in .arcadedb, a
                               process at a time                          folder that a build wrote, or
                                                                          arcadedb:PATH
neo4j, bolt                    a database of a Neo4j server               neo4j://HOST, or bolt://HOST for
                                                                          that one server of a cluster
neo4j+s, neo4j+ssc, bolt+s,    the same, encrypted; ssc takes a           neo4j+s://HOST …
bolt+ssc                       certificate that no authority signed
=============================  =========================================  ====================================
"""

from pathlib import Path

from kg.registry import find, names
from kg.store.delta import Changes
from kg.store.store import Access, GraphStore, Progress, Result, access, accessing

__all__ = ["Access", "Changes", "GraphStore", "Progress", "Result", "access", "accessing", "is_store", "open"]

EMBEDDED = "arcadedb"
SUFFIX = f".{EMBEDDED}"
IN_BUILD = f"graph{SUFFIX}"


def open(location: str | Path, *, create: bool = False) -> GraphStore:  # noqa: A001  # used as store.open
    """Open a store by its URL or path; `create` makes an embedded one where there is none.

    Raises `StoreError` where there is no store, another process has it open, or the server does not let us in.
    """
    url = _url(location)
    store: GraphStore = find("store", url.partition(":")[0])(url, create=create, access=access())
    return store


def is_store(location: str | Path) -> bool:
    """Tell whether a location names a store, by its form or by what is there.

    >>> is_store("news.arcadedb"), is_store("neo4j://localhost"), is_store("graph.jsonl")
    (True, True, False)
    """
    text = str(location)
    path = Path(location)
    return text.partition(":")[0] in names("store") or path.suffix == SUFFIX or (path / IN_BUILD).is_dir()


def _url(location: str | Path) -> str:
    """Return the URL of a location; a path is one of the embedded store.

    >>> _url("arcadedb:/data/news"), _url("out"), _url("dragon://den")
    ('arcadedb:/data/news', 'arcadedb:out/graph.arcadedb', 'dragon://den')
    """
    text = str(location)
    scheme, _, rest = text.partition(":")
    if scheme in names("store") or rest.startswith("//"):
        return text
    path = Path(text)
    return f"{EMBEDDED}:{path if path.suffix == SUFFIX else path / IN_BUILD}"
