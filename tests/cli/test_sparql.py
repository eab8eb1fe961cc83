"""SPARQL from the command line, and an endpoint that real clients talk to."""

import json
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from kg.ontology import packaged

KG = f"PREFIX kg: <{packaged().namespace}>\n"
WHERE = "SELECT ?name ?place { ?x kg:locatedIn ?y . ?x kg:name ?name . ?y kg:name ?place }"


def test_a_select_prints_rows(run, built):
    result = run("query", str(built), "--sparql", WHERE)
    assert re.search(r"云帆储能\S*\s+双流区", result.stdout)


def test_numbers_are_numbers_in_json(run, built):
    query = 'SELECT ?v { ?f kg:value ?v ; kg:unit "元" } ORDER BY ?v'
    rows = json.loads(run("query", str(built), "--sparql", query, "--to", "json").stdout)
    assert {"v": 350000000000} in rows


def test_an_ask_and_a_construct_have_their_forms(run, built):
    assert "true" in run("query", str(built), "--sparql", "ASK { ?x a kg:Person }").stdout
    turtle = run("query", str(built), "--sparql", "CONSTRUCT WHERE { ?x kg:locatedIn ?y }").stdout
    assert "kg:locatedIn" in turtle and "@prefix kg:" in turtle


def test_triples_come_sorted_with_the_prefixes_that_they_use(run, built):
    query = "CONSTRUCT { ?x kg:partOf ?y } WHERE { ?x kg:partOf ?y . FILTER(?x = area:510000 || ?y = area:510000) }"
    lines = run("query", str(built), "--sparql", query).stdout.splitlines()
    assert lines[0].startswith("@prefix")
    assert {line.split()[1] for line in lines if line.startswith("@prefix")} == {"kg:", "area:"}
    body = [line for line in lines if not line.startswith("@prefix")]
    assert "area:510000 kg:partOf area:CN ." in body
    assert body == sorted(body)


@pytest.mark.parametrize("form", ["trig", "nquads"])
def test_named_graphs_of_a_file_are_those_of_the_graph(run, built, tmp_path, form):
    file = tmp_path / {"trig": "graph.trig", "nquads": "graph.nq"}[form]
    assert run("export", str(built), "--to", form, "-o", str(file)).exit_code == 0
    query = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    rows = [json.loads(run("query", str(source), "--sparql", query, "--to", "json").stdout) for source in (built, file)]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 2


def test_a_query_comes_from_stdin_too(run, built):
    assert "true" in run("query", str(built), "--sparql", "-", stdin="ASK {}").stdout


@pytest.mark.parametrize("query", ["SELECT", "DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://x/> {} }"])
def test_a_query_that_is_refused_is_an_error(run, built, query):
    result = run("query", str(built), "--sparql", query)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


def test_one_language_at_a_time(run, built):
    assert run("query", str(built)).exit_code == 2
    assert run("query", str(built), "MATCH (n) RETURN n", "--sparql", "ASK {}").exit_code == 2


@pytest.fixture(scope="module")
def endpoint(built):
    command = [sys.executable, "-m", "kg", "serve", str(built), "--port", "0", "--seconds", "5", "--megabytes", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        url = process.stderr.readline().split()[0]
        yield url
        process.terminate()
        process.stderr.read()


def client(endpoint: str, query: str, form: str, method: str = "GET") -> SPARQLWrapper:
    found = SPARQLWrapper(f"{endpoint}sparql")
    found.setQuery(KG + query)
    found.setReturnFormat(form)
    found.setMethod(method)
    return found


def fetched(request: urllib.request.Request | str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(request) as found:
            return found.status, found.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.mark.parametrize("method", ["GET", POST])
def test_a_sparql_client_reads_solutions(endpoint, method):
    found = client(endpoint, WHERE, JSON, method).query().convert()
    assert "双流区" in {row["place"]["value"] for row in found["results"]["bindings"]}


def test_a_sparql_client_reads_other_forms(endpoint):
    assert "双流区" in client(endpoint, WHERE, XML).query().convert().toxml()
    assert "双流区" in client(endpoint, WHERE, CSV).query().convert().decode()
    assert b"locatedIn" in client(endpoint, "CONSTRUCT WHERE { ?x kg:locatedIn ?y }", TURTLE).query().convert()


def test_a_query_need_not_declare_the_prefixes_that_commands_know(endpoint):
    query = urllib.parse.quote("ASK { area:510000 a kg:Province }")
    assert fetched(f"{endpoint}sparql?query={query}") == (200, '{"head":{},"boolean":true}')


def test_rdflib_reads_the_endpoint_as_a_store(endpoint):
    store = SPARQLStore(f"{endpoint}sparql")
    assert "双流区" in {str(row[1]) for row in store.query(KG + WHERE)}


def test_a_query_may_come_as_the_body(endpoint):
    request = urllib.request.Request(
        f"{endpoint}sparql", b"ASK {}", {"Content-Type": "application/sparql-query", "Accept": "*/*"}
    )
    assert fetched(request) == (200, '{"head":{},"boolean":true}')


def test_the_page_stands_beside_the_endpoint(endpoint):
    status, page = fetched(endpoint)
    assert status == 200
    assert page.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("sparql", 400, "one parameter named query"),
        ("sparql?query=nonsense", 400, "is no SPARQL query"),
        ("sparql?update=DROP+ALL", 400, "cannot be changed"),
        ("sparql?query=ASK{}&default-graph-uri=x:y", 400, "FROM"),
        ("sparql?query=SELECT*{SERVICE<http://127.0.0.1/>{}}", 400, "SERVICE is refused"),
        ("nosuch", 404, "Not Found"),
    ],
)
def test_what_is_refused_says_why(endpoint, path, status, says):
    found = fetched(endpoint + path)
    assert found[0] == status
    assert says in found[1]


def test_a_query_that_takes_too_long_or_too_much_is_ended(endpoint):
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }"
    large = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    for query, says in ((endless, "takes more than 5 s"), (large, "takes more than 1,000,000 bytes")):
        status, text = fetched(f"{endpoint}sparql?{urllib.parse.urlencode({'query': query})}")
        assert (status, says in text) == (503, True)


@pytest.mark.parametrize(("kind", "body"), [("text/plain", b"ASK {}"), ("application/sparql-query", b"x" * 200_000)])
def test_bodies_of_another_kind_or_size_are_refused(endpoint, kind, body):
    assert fetched(urllib.request.Request(f"{endpoint}sparql", body, {"Content-Type": kind}))[0] == 400


def test_another_host_name_is_refused(endpoint):
    request = urllib.request.Request(endpoint, headers={"Host": "evil.example"})
    assert fetched(request)[0] == 400
