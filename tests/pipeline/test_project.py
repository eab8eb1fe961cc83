"""A project's own ontology, rules, lexicon and ledger, from the text to every form of the graph: the harbour's."""

import json
import multiprocessing
import pickle
import re
import shutil

import pytest

import kg
from kg.ingest import read as ingest
from kg.model.ident import ident
from kg.model.text import Source
from kg.ontology import packaged_path, using
from kg.pipeline import output
from kg.pipeline.document import Pipeline
from kg.project import Project
from kg.project.config import read

EXAMPLE = packaged_path().parent / "examples" / "harbour"
DATA = "https://harbour.example/id/"
FILES = {"ontology": "harbour.ttl", "rules": "harbour.toml", "lexicon": "harbour.tsv", "ledger": "ledger.tsv"}
MY = "https://harbour.example/ontology/"
BERTHED = "MATCH (v:Vessel)-[b:BERTHED_AT]->(f:Facility) RETURN v.name, f.name, b.berth ORDER BY v.name"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory):
    """The folder of the example, built with its settings."""
    from conftest import invoke

    folder = tmp_path_factory.mktemp("harbour")
    settings = str(EXAMPLE / "kg.toml")
    result = invoke("--config", settings, "build", str(EXAMPLE / "news.txt"), "-o", str(folder))
    assert result.exit_code == 0, result.output
    return folder


def asked(run, folder, *query: str) -> list[list[object]]:
    result = run("query", str(folder), *query, "--to", "json")
    assert result.exit_code == 0, result.output
    return [list(row.values()) for row in json.loads(result.stdout)]


def test_a_build_by_options_is_the_build_by_settings(run, harbour, tmp_path):
    options = [part for name, file in FILES.items() for part in (f"--{name}", str(EXAMPLE / file))]
    result = run("build", str(EXAMPLE / "news.txt"), "-o", str(tmp_path), *options)
    assert result.exit_code == 0, result.output
    assert re.search("Vessel +船舶 +2", result.stdout)
    assert (tmp_path / "graph.jsonl").read_bytes() == (harbour / "graph.jsonl").read_bytes()
    assert "<https://kg-news.example/id/" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")


def test_the_library_reads_the_same(harbour):
    graph = kg.build([EXAMPLE / "news.txt"], **{name: [EXAMPLE / file] for name, file in FILES.items()})
    assert graph.digest() == kg.read(harbour).digest()


def test_extract_prints_the_projects_statements(run):
    result = run("--config", str(EXAMPLE / "kg.toml"), "extract", str(EXAMPLE / "news.txt"), "--to", "table")
    assert "berthedAt" in result.stdout
    assert "supplies" in result.stdout


def test_the_store_answers_cypher_in_its_classes_and_predicates(run, harbour):
    pier = "海川港东屿码头"
    assert asked(run, harbour, BERTHED) == [["海丰之星", pier, None], ["远岚号", pier, "3号泊位"]]
    assert asked(run, harbour / "graph.jsonl", BERTHED) == asked(run, harbour, BERTHED)
    assert asked(run, harbour, "MATCH (:Company)-[:SUPPLIES]->(v:Product) RETURN v.name") == [["远岚号"]]
    assert asked(run, harbour, "MATCH (c:Company)-[:OPERATES]->(v:Vessel) RETURN c.name") == [["海川远岚航运有限公司"]]


def test_names_of_the_lexicon_are_one_thing_with_their_canonical_names(harbour):
    (firm,) = kg.read(harbour).find("岚运")
    assert (firm.name, firm.type) == ("海川远岚航运有限公司", "Company")


@pytest.mark.parametrize("form", ["turtle", "ntriples", "trig", "nquads", "jsonld", "rdfxml"])
def test_rdf_has_its_terms_and_namespace_and_is_read_back(run, harbour, tmp_path, form):
    ending = {
        "turtle": ".ttl",
        "ntriples": ".nt",
        "trig": ".trig",
        "nquads": ".nq",
        "jsonld": ".jsonld",
        "rdfxml": ".rdf",
    }
    file = tmp_path / f"copy{ending[form]}"
    assert run("export", str(harbour), "--to", form, "-o", str(file)).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert "kg-news.example/id/" not in text
    back = tmp_path / "back.jsonl"
    result = run("--config", str(EXAMPLE / "kg.toml"), "import", str(file), "-o", str(back))
    assert result.exit_code == 0, result.output
    assert kg.read(back).digest() == kg.read(harbour).digest()


def test_turtle_answers_sparql(run, harbour):
    import rdflib

    graph = rdflib.Graph().parse(harbour / "graph.ttl")
    rows = graph.query(
        f"SELECT ?n {{ ?v a <{MY}Vessel> ; <{MY}berthedAt> ?f ; <https://kg-news.example/ontology/name> ?n }}"
    )
    assert sorted(str(name) for (name,) in rows) == ["海丰之星", "远岚号"]
    query = "SELECT ?v { ?v a my:Vessel ; my:berthedAt ?f } ORDER BY ?v"
    assert [row[0][: len(DATA)] for row in asked(run, harbour, "--sparql", query)] == [DATA, DATA]


def test_standard_terms_come_with_its_classes(run, harbour, tmp_path):
    file = tmp_path / "copy.nt"
    assert run("export", str(harbour), "--to", "ntriples", "--standard", "-o", str(file)).exit_code == 0
    assert "<https://schema.org/Vehicle>" in file.read_text(encoding="utf-8")


def test_it_conforms_and_a_planted_fault_is_told_in_its_words(run, harbour, tmp_path):
    assert run("validate", str(harbour), "--lang", "zh").exit_code == 0
    text = (harbour / "graph.ttl").read_text(encoding="utf-8")
    vessel, firm = ident("vessel", "远岚号"), ident("company", "海川能源有限公司")
    shutil.copy(harbour / "graph.ontology.ttl", tmp_path)
    (tmp_path / "bad.ttl").write_text(f"{text}\n<{DATA}{vessel}> <{MY}berthedAt> <{DATA}{firm}> .\n", encoding="utf-8")
    result = run("validate", str(tmp_path / "bad.ttl"), "--lang", "zh")
    assert result.exit_code == 1
    assert "远岚号" in result.stdout
    assert "靠泊" in result.stdout


def test_the_page_shows_its_words(harbour):
    page = (harbour / "graph.html").read_text(encoding="utf-8")
    assert "船舶" in page
    assert "靠泊" in page


def test_render_explain_and_ask_know_its_words_by_the_file_beside_the_graph(run, harbour, tmp_path):
    page = tmp_path / "page.html"
    assert run("render", str(harbour), "-o", str(page)).exit_code == 0
    assert page.read_bytes() == (harbour / "graph.html").read_bytes()
    result = run("explain", str(harbour), "远岚号")
    assert "船舶 Vessel" in result.stdout
    assert "靠泊 berthedAt→ 海川港东屿码头 (berth=3号泊位)" in result.stdout


def test_building_again_changes_nothing_and_without_the_project_leaves_nothing_of_it(run, harbour, tmp_path):
    folder = shutil.copytree(harbour, tmp_path / "copy")
    build = ("build", str(EXAMPLE / "news.txt"), "-o", str(folder))
    assert "(0 created, 0 changed, 0 deleted)" in run("--config", str(EXAMPLE / "kg.toml"), *build).stdout
    assert (folder / "graph.ontology.ttl").read_bytes() == (harbour / "graph.ontology.ttl").read_bytes()
    assert run(*build).exit_code == 0
    assert not (folder / "graph.ontology.ttl").exists()
    with output.opened(folder / "graph.arcadedb") as store:
        assert not [labels for (labels,) in store.query("MATCH (n:Entity) RETURN labels(n)").rows if "Vessel" in labels]
        assert store.read().digest() == kg.read(folder / "graph.jsonl").digest()


def test_another_namespace_is_no_graph_of_this_project(run, harbour, tmp_path):
    shutil.copy(harbour / "graph.ttl", tmp_path / "graph.ttl")
    result = run("import", str(tmp_path / "graph.ttl"), "-o", str(tmp_path / "back.jsonl"))
    assert result.exit_code == 1


def test_settings_of_the_working_folder_hold_for_every_command(run, harbour, tmp_path, monkeypatch):
    shutil.copytree(EXAMPLE, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    assert run("build", "news.txt", "-o", "out").exit_code == 0
    assert kg.read("out").digest() == kg.read(harbour).digest()
    assert "Vessel" in run("ontology").stdout
    assert json.loads(run("ontology", "--to", "context").stdout)["@context"]["@base"] == DATA


def _source() -> Source:
    (source,) = ingest([EXAMPLE / "news.txt"], published=None, on_problem=[].append)
    return source


def _digest(pickled: bytes) -> str:
    return pickle.loads(pickled)(_source()).graph.digest()  # noqa: S301  # our own value


def test_another_process_reads_by_the_same_project():
    pipeline = Pipeline(Project.of(read(EXAMPLE / "kg.toml")))
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_digest, (pickle.dumps(pipeline),)) == _digest(pickle.dumps(pipeline))


def test_two_projects_in_one_process_do_not_mix():
    source = _source()
    project = Project.of(read(EXAMPLE / "kg.toml"))
    plain, own = Pipeline(), Pipeline(project)
    before = plain(source).graph.digest()
    assert own(source).graph.digest() != before
    with using(project.ontology):
        assert plain(source).graph.digest() == before
    assert plain(source).graph.digest() == before
