"""The README tells the truth: its commands are run, and what they print is what it shows.

`python tests/test_readme.py` writes the outputs of today's program into it.
"""

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ (kg [^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECONDS = re.compile(r"^\d+\.\d s$", re.MULTILINE)


def printed(command: str, folder: Path) -> str:
    found = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory, seeds):
    """A folder with the seeds and the ontology, in which the README's commands are run one after the other."""
    found = tmp_path_factory.mktemp("readme")
    (found / "seeds").symlink_to(seeds)
    (found / "ontology").symlink_to(ROOT / "ontology")
    return found


def test_every_command_prints_what_the_readme_shows(folder):
    blocks = BLOCK.findall(README.read_text(encoding="utf-8"))
    assert len(blocks) >= 5
    for command, shown in blocks:
        assert SECONDS.sub("… s", printed(command, folder)) == SECONDS.sub("… s", shown), command


def test_every_command_of_the_program_is_in_the_readme(run):
    text = README.read_text(encoding="utf-8")
    commands = re.findall(r"^  (\w+) ", run("--help").stdout.partition("Commands:")[2], re.MULTILINE)
    assert len(commands) >= 7
    assert not [command for command in commands if f"`kg {command}" not in text]


def test_the_library_example_runs(seeds):
    example = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL).group(1)
    command = [sys.executable, "-c", example]
    found = subprocess.run(command, cwd=seeds.parent, capture_output=True, text=True, check=True)
    assert "locatedIn 深圳市" in found.stdout


def test_the_main_command_is_the_build_that_is_shown():
    text = README.read_text(encoding="utf-8")
    main = re.search(r"<!-- main command -->\n```sh\n(.*?)\n```", text).group(1)
    assert main.endswith(BLOCK.search(text).group(1))


def written(text: str) -> str:
    """Return the README with every command's output as the program prints it now."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "seeds").symlink_to(ROOT / "seeds")
        (Path(name) / "ontology").symlink_to(ROOT / "ontology")
        for command, shown in BLOCK.findall(text):
            text = text.replace(f"$ {command}\n{shown}```", f"$ {command}\n{printed(command, Path(name))}```")
    return text


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
