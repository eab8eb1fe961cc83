"""What we write in RDF, the tools of others read: rdflib, pyoxigraph and Apache Jena, without a network."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.export import RDF
from kg.export.rdf_read import FORMATS
from kg.pipeline import output, rdf

HERE = Path(__file__).parent
ENDINGS = {"jsonld": ".jsonld", "nquads": ".nq", "ntriples": ".nt", "rdfxml": ".rdf", "trig": ".trig", "turtle": ".ttl"}
RDFLIB = {
    "jsonld": "json-ld",
    "nquads": "nquads",
    "ntriples": "nt",
    "rdfxml": "xml",
    "trig": "trig",
    "turtle": "turtle",
}
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg-conformance" / "jena-5.6.0"

pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset):DeprecationWarning")  # rdflib's own parsers


@pytest.fixture(scope="module")
def written(run_once, seed_build, tmp_path_factory):
    """The graph of the seeds in every RDF form."""
    folder = tmp_path_factory.mktemp("forms")
    for form, ending in ENDINGS.items():
        run_once("export", str(seed_build), "--to", form, "-o", str(folder / f"graph{ending}"))
    return folder


@pytest.fixture(scope="module")
def run_once():
    def run(*args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kg", *args]
        return subprocess.run(command, capture_output=True, text=True, check=True)

    return run


@pytest.fixture(scope="module")
def count(seed_build):
    """How many triples the graph of the seeds has."""
    return len(rdf.load(str(seed_build)))


@pytest.fixture(scope="module")
def riot():
    """How to run Jena's riot; its jars come from Maven once and are kept in the user's cache."""
    if not (shutil.which("java") and shutil.which("mvn")):
        if os.environ.get("CI"):
            pytest.fail("Java and Maven are needed to test with Apache Jena")
        pytest.skip("NOT TESTED WITH APACHE JENA: this needs java and mvn")
    if not CACHE.is_dir():
        target = CACHE.with_suffix(".part")
        command = ["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={target}"]
        subprocess.run(command, cwd=HERE / "jena", check=True)
        target.rename(CACHE)

    def run(*args: str) -> str:
        command = ["java", "-cp", f"{CACHE}/*", "riotcmd.riot", *args]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (found.returncode, "WARN" in found.stderr, "ERROR" in found.stderr) == (0, False, False), found.stderr
        return found.stdout

    return run


@pytest.mark.parametrize("form", RDF)
def test_pyoxigraph_reads_every_form(written, form, count):
    file = written / f"graph{ENDINGS[form]}"
    assert len({quad.triple for quad in ox.parse(path=str(file), format=FORMATS[file.suffix])}) == count


@pytest.mark.parametrize("form", RDF)
def test_rdflib_reads_every_form(written, form, count):
    found = rdflib.Dataset(default_union=True) if form in ("nquads", "trig") else rdflib.Graph()
    found.parse(written / f"graph{ENDINGS[form]}", format=RDFLIB[form])
    triples = {(s, p, o) for s, p, o, *_ in (found.quads() if isinstance(found, rdflib.Dataset) else found)}
    assert len(triples) == count


@pytest.mark.parametrize("form", RDF)
def test_jena_reads_every_form(written, form, count, riot):
    lines = riot("--output=nq", str(written / f"graph{ENDINGS[form]}")).splitlines()
    quads = ox.parse("\n".join(lines).encode(), ox.RdfFormat.N_QUADS)
    assert len({quad.triple for quad in quads}) == count


def test_jena_finds_the_ontology_without_fault(riot):
    assert riot("--validate", str(Path(__file__).parents[2] / "ontology" / "news.ttl")) == ""


@pytest.mark.parametrize("form", RDF)
def test_the_seeds_come_back_to_the_digest(written, form, seed_build):
    file = written / f"graph{ENDINGS[form]}"
    assert output.read(file).digest() == output.read(seed_build).digest()


@pytest.mark.parametrize("form", RDF)
def test_two_exports_are_the_same_bytes(written, form, seed_build, run_once, tmp_path):
    again = tmp_path / "again"
    run_once("export", str(seed_build), "--to", form, "-o", str(again))
    assert again.read_bytes() == (written / f"graph{ENDINGS[form]}").read_bytes()


def test_a_document_more_changes_only_what_is_about_it(run, corpus, tmp_path):
    """Of the lines that a second document adds or changes in N-Quads, each stands in its graph or the gazetteer's."""
    run("build", str(corpus / "a.txt"), "-o", str(tmp_path / "one"), "--published", "2025-08-07")
    run(
        "build",
        str(corpus / "a.txt"),
        str(corpus / "more" / "b.txt"),
        "-o",
        str(tmp_path / "two"),
        "--published",
        "2025-08-07",
    )
    one, two = (
        set(run("export", str(tmp_path / name), "--to", "nquads", "-o", "-").stdout.splitlines())
        for name in ("one", "two")
    )
    known = {line.split()[-2] for line in one if "/document/" in line.split()[-2]}
    more = two - one
    assert one - two == set()
    assert len(more) > 50
    assert not [line for line in more if line.split()[-2] in known]


def test_nothing_asks_the_network(run, built, tmp_path, monkeypatch):
    """Every form goes out and comes back, and is validated and queried, while no socket can be made."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    for form, ending in ENDINGS.items():
        file = tmp_path / f"graph{ending}"
        assert run("export", str(built), "--to", form, "-o", str(file)).exit_code == 0
        assert run("diff", str(built), str(file)).exit_code == 0
        rdflib.Dataset().parse(file, format=RDFLIB[form])
        for engine in ("pyshacl", "shacl"):
            assert run("validate", str(file), "--engine", engine).exit_code == 0
    assert run("query", str(built), "--sparql", "ASK {}").exit_code == 0
