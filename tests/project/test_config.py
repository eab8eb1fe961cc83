"""The settings of a project: what kg.toml may say, and what it may not."""

import re
from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.project.config import Config, found, read


def written(folder: Path, text: str) -> Path:
    path = folder / "kg.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_without_settings_has_those_of_the_package(tmp_path):
    assert found(tmp_path) == Config()


def test_paths_are_relative_to_the_file(tmp_path):
    written(tmp_path, 'ontology = ["my.ttl", "more/my.ttl"]\nledger = ["ledger.tsv"]\n')
    config = found(tmp_path)
    assert config.ontology == (tmp_path / "my.ttl", tmp_path / "more" / "my.ttl")
    assert (config.ledger, config.rules) == ((tmp_path / "ledger.tsv",), ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("namespace = 1", "Expected `str`, got `int` - at `$.namespace`"),
        ("ontology = 'my.ttl'", "at `$.ontology`"),
        ("rules = [1]", "at `$.rules[0]`"),
        ("colour = 'red'", "unknown field `colour`"),
        ("namespace = x", "at line 1"),
        ("namespace = 'https://x.example/id'", "namespace is 'https://x.example/id'"),
        ("namespace = 'https://x.example/id#'", "ends in /"),
        ("namespace = 'x/'", "an absolute IRI"),
        ("namespace = 'https://新闻.example/'", "in ASCII"),
        ("namespace = 'https://x.example/a b/'", "namespace is"),
    ],
)
def test_what_cannot_be_is_named_by_file_and_key(tmp_path, text, says):
    path = written(tmp_path, text)
    with pytest.raises(ConfigError, match=re.escape(says)) as raised:
        read(path)
    assert str(raised.value).startswith(f"{path}: ")


def test_settings_that_are_not_there_or_no_text_are_named(tmp_path):
    with pytest.raises(ConfigError, match=r"kg\.toml: there are no such settings"):
        read(tmp_path / "kg.toml")
    (tmp_path / "kg.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="UTF-8"):
        read(tmp_path / "kg.toml")


def test_files_of_options_come_after_those_of_the_settings_and_once():
    one, other = Path("one.ttl"), Path("other.ttl")
    joined = Config("https://x.example/", ontology=(one,)).joined(Config(ontology=(other, one)))
    assert joined == Config("https://x.example/", ontology=(one, other))
    assert Config("https://x.example/").joined(Config("https://y.example/")).namespace == "https://y.example/"
