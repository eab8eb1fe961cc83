"""Loads that are killed, cut off or crossed by others: the next one ends them, and nothing is written twice."""

import random
import threading
import time
from pathlib import Path

import neo4j
import pytest
from examples import GRAPH
from neo4j_loader import Loader
from neo4j_server import auth, empty

from kg import store
from kg.errors import StoreError
from kg.pipeline import output
from kg.store import Changes
from kg.store.neo4j_cypher import LEDGER
from kg.store.projection import project

KILLS = 25
BATCH = 200
GRAPH_FILE = Path(__file__).parents[2] / "exports" / "graph.jsonl"


@pytest.fixture(scope="module")
def graph():
    return output.read(GRAPH_FILE)


def ask(uri, cypher, **params):
    with neo4j.GraphDatabase.driver(uri, auth=auth()) as driver:
        return [tuple(record) for record in driver.execute_query(cypher, **params).records]


def entries(uri):
    return ask(uri, f"MATCH (b:{LEDGER}) RETURN count(b)")[0][0]


def held(uri):
    """Return how many nodes and relationships of the graph there are."""
    query = f"MATCH (n) WHERE NOT n:{LEDGER} WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() RETURN nodes, count(r)"
    return ask(uri, query)[0]


def test_a_load_that_is_killed_at_any_points_goes_on_where_it_was(database, graph):
    rows = project(graph)
    whole = len(rows.nodes), len(rows.relationships)
    chance, kills, before = random.Random(20), 0, (0, 0)  # noqa: S311  # points in time
    cut = ended = 0
    while kills < KILLS or not ended:
        with Loader(GRAPH_FILE, database) as loader:
            loader.wait(chance.randrange(30))
            time.sleep(chance.uniform(0, 0.1))
            kills += loader.kill()
        found = held(database)
        assert before <= found <= whole
        before = found
        with store.open(database) as opened:
            if entries(database):
                cut += 1
                with pytest.raises(StoreError, match="a load was cut short here: run it again"):
                    opened.read()
            elif found == whole:
                ended += 1
                assert opened.write(graph) == Changes(unchanged=sum(whole))
                assert opened.read().digest() == graph.digest()
                empty(database)
                before = 0, 0
    assert cut > KILLS / 2


def test_an_update_that_is_cut_short_goes_on_as_well(database, graph):
    with store.open(database) as opened:
        opened.write(graph)
        for stop in (1, 2, 5):

            def interrupt(_, __, stop=stop, seen=[]):  # noqa: B006  # counts the calls
                seen.append(1)
                if len(seen) > stop and entries(database) >= stop:
                    raise KeyboardInterrupt

            with pytest.raises(KeyboardInterrupt):
                opened.load(GRAPH.records(), batch=50, on_rows=interrupt)
            opened.load(GRAPH.records(), batch=50)
            assert opened.read().digest() == GRAPH.digest()
            opened.write(graph)
        assert opened.read().digest() == graph.digest()


def test_another_graph_may_be_loaded_over_a_load_that_was_cut_short(database, graph):
    def interrupt(*_):
        if entries(database):
            raise KeyboardInterrupt

    with store.open(database) as opened:
        with pytest.raises(KeyboardInterrupt):
            opened.load(graph.records(), batch=BATCH, on_rows=interrupt)
        opened.write(GRAPH)
        assert opened.read().digest() == GRAPH.digest()
    assert entries(database) == 0


def test_a_load_notices_another_one(database, graph):
    def other(*_):
        if ask(database, f"MATCH (b:{LEDGER} {{load: 'other'}}) RETURN count(b)") == [(0,)]:
            ask(database, f"CREATE (:{LEDGER} {{id: 'other/0', load: 'other', number: 0, section: 0, start: ''}})")

    with store.open(database) as opened:
        with pytest.raises(StoreError, match="another load into this database began in the meantime"):
            opened.load(graph.records(), batch=BATCH, on_rows=other)
        opened.load(graph.records())
        assert opened.read().digest() == graph.digest()


@pytest.mark.parametrize("batch", [1, 7, 100_000])
def test_batches_of_any_size_give_the_same_graph(database, batch):
    told = []
    with store.open(database) as opened:
        changes = opened.load(GRAPH.records(), batch=batch, on_rows=lambda *rows: told.append(rows))
        assert opened.read().digest() == GRAPH.digest()
    assert sum(done for done, _ in told) == changes.created == told[0][1]


def test_a_server_that_stops_and_comes_back_does_not_end_a_load(own_server, graph):
    back = []

    def stop(*_):
        if not back:
            own_server.stop()
            back.append(threading.Thread(target=own_server.start))
            back[0].start()

    with store.open(own_server.uri) as opened:
        opened.load(graph.records(), batch=BATCH, on_rows=stop)
        back[0].join()
        assert opened.read().digest() == graph.digest()


def test_a_server_that_is_killed_ends_a_load_with_a_word_and_the_next_goes_on(own_server, graph):
    told = []

    def kill(*_):
        told.append(1)
        if len(told) == 5:
            own_server.kill()

    with store.open(own_server.uri) as opened, pytest.raises(StoreError, match=r"cannot be reached .*is Neo4j running"):
        opened.load(graph.records(), batch=BATCH, on_rows=kill)
    with pytest.raises(StoreError, match="nothing listens there"):
        store.open(own_server.uri)
    own_server.start()
    with store.open(own_server.uri) as opened:
        changes = opened.load(graph.records(), batch=BATCH)
        assert changes.unchanged == 5 * BATCH
        assert opened.read().digest() == graph.digest()
