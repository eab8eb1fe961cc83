"""The Java machine: quiet, leaving nothing behind, and plain in its failures."""

import os
import subprocess
import sys
from pathlib import Path

from kg import store

USE = """
from kg import store
from kg.model.graph import Graph
opened = store.open(sys.argv[1], create=True)
opened.write(Graph())
print(opened.query("RETURN 1 AS one").rows)
"""


def run(code: str, folder: Path, options: str = "") -> subprocess.CompletedProcess[str]:
    head = f"import sys; sys.path.insert(0, {str(Path(store.__file__).parents[2])!r})\n"
    environment = {**os.environ, "ARCADEDB_JVM_ARGS": options}
    command = [sys.executable, "-c", head + code, str(folder / "graph.arcadedb")]
    return subprocess.run(  # our own code
        command, capture_output=True, text=True, cwd=folder, env=environment, check=False, timeout=60
    )


def test_it_says_nothing_and_writes_nothing_but_the_store(tmp_path):
    found = run(USE, tmp_path)
    assert (found.returncode, found.stdout, found.stderr) == (0, "((1,),)\n", "")
    assert [item.name for item in tmp_path.iterdir()] == ["graph.arcadedb"]


def test_options_of_the_user_reach_it(tmp_path):
    code = USE + "import jpype\nprint(jpype.java.lang.Runtime.getRuntime().maxMemory() // 2**20)"
    assert run(code, tmp_path, "-Xmx96m").stdout.splitlines()[-1] == "96"


def test_a_machine_that_does_not_start_is_reported_as_a_store_that_does_not_open(tmp_path):
    code = USE.replace("opened =", "from kg.errors import StoreError\ntry:\n    opened =", 1).replace(
        "\nopened.write", "\nexcept StoreError as error:\n    sys.exit(f'Error: {error}')\nopened.write"
    )
    found = run(code, tmp_path, "-XX:+NoSuchOption")
    assert found.returncode == 1
    assert found.stderr.splitlines()[-1].startswith(
        "Error: the Java virtual machine of the embedded store does not start"
    )


def test_importing_the_package_starts_no_machine(tmp_path):
    found = run("from kg import store\nprint('jpype' in sys.modules, 'arcadedb_embedded' in sys.modules)", tmp_path)
    assert found.stdout == "False False\n"
