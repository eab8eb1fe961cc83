"""Validation speaks of things by name, says what is wrong and where it was read, in the user's language."""

import re

import pytest

from kg.cli.validate import spoken
from kg.validate.wording import phrase, phrases


def turtle(run, built, tmp_path, old: str, new: str):
    """Write the build as Turtle with one thing changed."""
    text = run("export", str(built), "--to", "turtle", "-o", "-").stdout
    assert re.search(old, text)
    file = tmp_path / "bad.ttl"
    file.write_text(re.sub(old, new, text, count=1), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_a_build_conforms(run, built, engine):
    result = run("validate", str(built), "--engine", engine, "--lang", "en")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(r"conforms: \d+ triples, none of which breaks a shape\n", result.stdout)


def test_a_fault_is_told_by_name_with_its_evidence_in_english(run, built, tmp_path):
    file = turtle(run, built, tmp_path, 'kg:comparator "~"', 'kg:comparator "approx"')
    result = run("validate", file, "--lang", "en")
    assert result.exit_code == 1
    assert "comparator comparator: has the value “approx”, which is not in the code list" in result.stdout
    assert "近3500亿元  figure/" in result.stdout
    assert "evidence: a.txt:" in result.stdout
    assert result.stdout.endswith("does not conform: 1 violations\n")


def test_a_fault_of_a_fact_is_told_by_what_the_fact_says_in_chinese(run, built, tmp_path):
    file = turtle(run, built, tmp_path, "kg:confidence 0.95", "kg:confidence 1.95")
    result = run("validate", file, "--lang", "zh")
    assert result.exit_code == 1
    assert "置信度 confidence: 其值 “1.95” 太大" in result.stdout
    assert re.search(r"^\S+ \S+ \w+ .+  fact/[0-9a-f]{16}$", result.stdout, re.MULTILINE)
    assert result.stdout.endswith("不符合：1 处\n")


def test_rdf_1_2_is_validated_as_well(run, built, tmp_path):
    file = tmp_path / "graph.ttl"
    run("export", str(built), "--to", "turtle", "--rdf12", "-o", str(file))
    assert run("validate", str(file), "--engine", "shacl").exit_code == 0


@pytest.mark.parametrize(
    ("names", "language"),
    [({"LANG": "zh_CN.UTF-8"}, "zh"), ({"LANG": "C.UTF-8"}, "en"), ({"LC_ALL": "en_US", "LANG": "zh_CN"}, "en")],
)
def test_the_language_is_the_locales(monkeypatch, names, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert spoken() == language


def test_every_constraint_has_words_in_both_languages():
    for name, found in phrases().items():
        assert found.zh and found.en, name
        assert found.zh.count("{") == found.en.count("{"), name
    assert phrase("Unheard", "en") == "breaks the constraint Unheard"
