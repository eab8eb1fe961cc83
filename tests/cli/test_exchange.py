"""Graphs go to every RDF form and come back the same; what differs is listed."""

import pytest

from kg.pipeline import output

FORMS = {
    "turtle": "ttl",
    "ntriples": "nt",
    "trig": "trig",
    "nquads": "nq",
    "jsonld": "jsonld",
    "rdfxml": "rdf",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_build_goes_out_and_comes_back_without_a_difference(run, built, tmp_path, form):
    file = tmp_path / f"graph.{FORMS[form]}"
    assert run("export", str(built), "--to", form, "-o", str(file)).exit_code == 0
    assert run("import", str(file), "-o", str(tmp_path / "graph.jsonl")).exit_code == 0
    assert (tmp_path / "graph.jsonl").read_bytes() == (built / "graph.jsonl").read_bytes()
    result = run("diff", str(built), str(file))
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("form", ["turtle", "ntriples", "trig", "nquads"])
def test_rdf_1_2_comes_back_too(run, built, tmp_path, form):
    file = tmp_path / f"graph.{FORMS[form]}"
    assert run("export", str(built), "--to", form, "--rdf12", "--standard", "-o", str(file)).exit_code == 0
    assert b"reifies" in file.read_bytes()
    assert run("diff", str(built), str(file)).exit_code == 0


@pytest.mark.parametrize("form", ["rdfxml", "jsonld"])
def test_a_form_without_rdf_1_2_says_which_have_it(run, built, form):
    result = run("export", str(built), "--to", form, "--rdf12", "-o", "-")
    assert result.exit_code == 1
    assert "use turtle, ntriples, trig or nquads" in result.stderr


def test_options_of_rdf_are_refused_for_other_forms(run, built):
    result = run("export", str(built), "--to", "csv", "--profile", "plain", "-o", "-")
    assert result.exit_code == 1
    assert "are for RDF, not for csv: use jsonld, nquads" in result.stderr


def test_profiles_carry_less_and_less_evidence(run, built):
    sizes = []
    for profile in ("full", "facts", "plain"):
        text = run("export", str(built), "--to", "turtle", "--profile", profile, "-o", "-").stdout
        assert ("startOffset" in text, "a kg:Fact" in text) == (profile == "full", profile != "plain")
        assert "kg:locatedIn" in text and "kg:holdsPost" in text
        sizes.append(len(text))
    assert sizes == sorted(sizes, reverse=True)


def test_standard_terms_stand_beside_ours(run, built):
    text = run("export", str(built), "--to", "turtle", "--standard", "-o", "-").stdout
    for term in ("kg:Company", "schema:location ", "org:Organization", "prov:Agent", "schema:spokenByCharacter "):
        assert term in text, term


def test_import_writes_to_stdout(run, built, tmp_path):
    file = tmp_path / "graph.nt"
    run("export", str(built), "--to", "ntriples", "-o", str(file))
    assert run("import", str(file), "-o", "-").stdout_bytes == (built / "graph.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("broken.ttl", "<<<", "is no Turtle"),
        ("broken.rdf", "<a>", "is no RDF/XML"),
        ("broken.jsonld", "{", "is no JSON-LD"),
        ("other.txt", "hello", "is no record"),
    ],
)
def test_a_file_that_holds_no_graph_is_named(run, tmp_path, name, text, says):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    result = run("import", str(file), "-o", str(tmp_path / "out.jsonl"))
    assert result.exit_code == 1
    assert says in result.stderr and name in result.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_diff_lists_what_differs_and_ends_with_1(run, built, tmp_path):
    lines = (built / "graph.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "less.jsonl").write_bytes(b"".join(lines[1:]))
    result = run("diff", str(built), str(tmp_path / "less.jsonl"))
    [gone] = result.stdout.splitlines()
    assert result.exit_code == 1
    assert gone.startswith(f"- entity {output.read(built).entities[0].id} ")
