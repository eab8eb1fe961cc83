"""`compose.yaml`: the Neo4j that the tests run on, for this machine alone, and no password in it."""

import re
from pathlib import Path

from neo4j_server import LTS

TEXT = (Path(__file__).parents[2] / "compose.yaml").read_text(encoding="utf-8")


def test_it_is_the_release_that_the_tests_run_on():
    assert re.findall(r"image: (\S+)", TEXT) == [f"neo4j:{LTS.version}-community"]


def test_its_ports_are_open_to_this_machine_alone():
    ports = re.findall(r"- (\S*:\d+)$", TEXT, re.MULTILINE)
    assert [port.split(":")[0] for port in ports] == ["127.0.0.1", "127.0.0.1"]


def test_its_password_comes_from_the_environment_or_it_does_not_start():
    (password,) = re.findall(r"NEO4J_AUTH: neo4j/(.*)", TEXT)
    assert password.startswith("${NEO4J_PASSWORD:?")
