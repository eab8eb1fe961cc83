"""Whatever a graph is kept in gives it back: one digest of the embedded store, Neo4j, the bulk import and RDF."""

import pytest
from examples import GRAPH

from kg import export, store
from kg.pipeline import output
from kg.store import bulk


@pytest.fixture
def imported(new_server, tmp_path):
    """The URI of a server that the importer filled."""
    bulk.write(GRAPH.records(), tmp_path / "import")
    server = new_server()
    server.admin(*bulk.COMMAND.split()[1:], folder=tmp_path / "import")
    server.start()
    return server.uri


def test_every_place_gives_one_digest(database, imported, tmp_path):
    turtle = tmp_path / "graph.ttl"
    with turtle.open("wb") as out:
        export.write(GRAPH, "turtle", out)
    places = [str(tmp_path / "graph.arcadedb"), database]
    for url in places:
        with store.open(url, create=True) as opened:
            opened.write(GRAPH)
    found = {place: output.read(place).digest() for place in (*places, imported, turtle)}
    assert found == dict.fromkeys(found, GRAPH.digest())
