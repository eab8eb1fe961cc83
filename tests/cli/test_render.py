"""The command that makes the page."""

import os
import subprocess
import sys

import pytest

from kg.pipeline import output
from kg.render import html


def test_render_writes_the_page_of_a_graph(run, built, tmp_path):
    path = tmp_path / "page.html"
    assert run("render", str(built), "-o", str(path)).exit_code == 0
    assert path.read_bytes() == html(output.read(built)).encode()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_opens_in_the_language_that_is_asked_for(run, built, lang):
    result = run("render", str(built), "-o", "-", "--lang", lang)
    assert f'"lang":"{lang}"' in result.stdout


def test_a_language_that_is_not_there_is_wrong_usage(run, built):
    result = run("render", str(built), "-o", "-", "--lang", "fr")
    assert result.exit_code == 2
    assert "'zh', 'en'" in result.stderr


def test_a_graph_that_is_not_there_leaves_no_page(run, tmp_path):
    path = tmp_path / "page.html"
    result = run("render", str(tmp_path / "nosuch"), "-o", str(path))
    assert result.exit_code == 1
    assert "no graph here" in result.stderr
    assert not path.exists()


@pytest.mark.parametrize("target", ["file", "stdout"])
def test_the_page_is_in_utf_8_whatever_the_machine_writes(built, tmp_path, target):
    path = tmp_path / "page.html"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "kg", "render", str(built), "-o", str(path) if target == "file" else "-"]
    found = subprocess.run(command, env=environment, capture_output=True, check=True)
    page = path.read_bytes() if target == "file" else found.stdout
    assert page == html(output.read(built)).encode("utf-8")
