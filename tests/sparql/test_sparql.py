"""Queries read one graph: they change nothing, reach nothing else, and end in time."""

import io
import socket
import threading

import harbour
import pyoxigraph as ox
import pytest

from kg import sparql
from kg.errors import QueryError
from kg.export.rdf_write import quads
from kg.ontology import packaged
from kg.sparql.worker import LimitError, Limits, Worker, workers

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?c != ?f && ?i != ?l) }"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    found = tmp_path_factory.mktemp("sparql") / "graph.nq"
    sparql.save((part for quad in quads(harbour.GRAPH, packaged()) for part in (quad, ox.Quad(*quad.triple))), found)
    return found


@pytest.fixture(scope="module")
def store(path):
    return sparql.load(path)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1/> { ?s ?p ?o } }",
        "PREFIX a: <http://127.0.0.1/> SELECT * { SERVICEa:b { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?a FILTER(?a<2)SERVICE?b#>\n{ ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        r"SELECT * { S\u0045RVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p """a"b""" . SeRvIcE ?x { ?s ?p ?o } }',
    ],
)
def test_no_query_calls_another_service(store, query):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        sparql.ask(store, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s ?p 'SERVICE <x> {}' }",
        "SELECT * { ?s <http://x.example/service> ?o } # SERVICE",
        "PREFIX x: <http://x.example/> SELECT * { ?s x:service ?o }",
        "PREFIX : <http://x.example/> SELECT * { ?s :service ?o }",
    ],
)
def test_the_word_may_stand_where_it_is_no_keyword(store, query):
    list(sparql.ask(store, query))


@pytest.mark.parametrize(
    "query",
    ["INSERT DATA { <a:a> <a:b> <a:c> }", "DROP ALL", "LOAD <file:///etc/passwd>", "SELECT", "SELECT * { ?s x:y ?o }"],
)
def test_what_is_no_query_is_refused(store, query):
    before = len(store)
    with pytest.raises(QueryError, match="is no SPARQL query"):
        sparql.ask(store, query)
    assert len(store) == before


def test_files_are_not_read(store):
    assert list(sparql.ask(store, "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }")) == []


def test_each_document_has_a_graph_of_its_name(store):
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s kg:locatedIn ?o } }"
    [row] = sparql.ask(store, query, {"kg": packaged().namespace})
    assert "/document/" in row["g"].value


@pytest.mark.parametrize(
    ("query", "accepted", "media"),
    [
        ("ASK {}", (), "application/sparql-results+json"),
        ("SELECT * {}", ("text/html", "text/csv"), "text/csv; charset=utf-8"),
        ("CONSTRUCT WHERE { ?s a ?o }", ("*/*",), "text/turtle"),
        ("CONSTRUCT WHERE { ?s a ?o }", ("application/n-triples",), "application/n-triples"),
    ],
)
def test_results_come_in_the_first_form_that_is_accepted_and_fits(store, query, accepted, media):
    out = io.BytesIO()
    assert sparql.write(sparql.ask(store, query), out, accepted).startswith(media.partition(";")[0])
    assert out.getvalue()


def test_a_form_that_does_not_fit_is_refused(store):
    with pytest.raises(QueryError, match="solutions have no form text/turtle"):
        sparql.write(sparql.ask(store, "SELECT * {}"), io.BytesIO(), ("text/turtle",))


def test_a_worker_answers_and_names_faults(path):
    with workers(path, Limits(), 1) as pool:
        assert b'"boolean":true' in pool.ask("ASK { ?s ?p ?o }").body
        with pytest.raises(QueryError, match="is no SPARQL query"):
            pool.ask("nonsense")


def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(path):
    with workers(path, Limits(seconds=1), 1) as pool:
        with pytest.raises(LimitError, match="takes more than 1 s"):
            pool.ask(ENDLESS)
        pool.all[0].limits = Limits(seconds=60)
        assert b"true" in pool.ask("ASK {}").body


def test_a_result_that_grows_too_large_is_ended(path):
    with workers(path, Limits(size=1000), 1) as pool, pytest.raises(LimitError, match="more than 1,000 bytes"):
        pool.ask("SELECT * { ?s ?p ?o }")


def test_a_worker_that_dies_is_replaced(path):
    worker = Worker(path, Limits())
    try:
        worker.process.kill()
        with pytest.raises(LimitError, match="ended its process"):
            worker.ask("ASK {}")
        assert b"true" in worker.ask("ASK {}").body
    finally:
        worker.stop()


def test_a_worker_can_open_no_connection_even_where_a_query_gets_through(path):
    """The check of the words is passed by on purpose: the process itself must not reach the listener."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(5)
        reached = threading.Event()

        def wait() -> None:
            try:
                listener.accept()[0].close()
                reached.set()
            except TimeoutError:
                return

        thread = threading.Thread(target=wait)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with workers(path, Limits(seconds=60), 1) as pool:
            pool.ask("ASK {}")
            worker = pool.all[0]
            with pytest.raises(QueryError):
                worker.ask(f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}")
        thread.join()
        assert not reached.is_set()
