"""The house: sizes, names, and no words or patterns of Chinese in Python."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "kg").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
HAN = re.compile("[\u4e00-\u9fff]")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines(paths: list[Path]) -> int:
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_file_stays_under_300_lines_and_a_function_under_40(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 40, f"{node.name} at line {node.lineno}"


@pytest.mark.parametrize("path", TESTS, ids=name)
def test_a_file_of_tests_stays_under_300_lines(path):
    assert lines([path]) < 300


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_python_holds_no_list_of_chinese_words(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict):
            words = [
                part.value
                for part in ast.walk(node)
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and HAN.search(part.value)
            ]
            assert len(words) <= 2, f"line {node.lineno}: {words}"
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            patterns = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            assert not any(HAN.search(pattern) for pattern in patterns), f"line {node.lineno}: {patterns}"


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_error_is_caught_blindly(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            reraises = any(isinstance(part, ast.Raise) and part.exc is None for part in ast.walk(node))
            assert caught not in ("Exception", "everything") and (caught != "BaseException" or reraises), node.lineno


def test_modules_are_named_for_what_they_hold():
    banned = re.compile(r"util|helper|manager|common|misc|base")
    assert not [name(path) for path in SOURCES if banned.search(path.stem)]


def test_tests_are_as_long_as_the_source():
    assert lines(TESTS) >= lines(SOURCES)


def test_layers_import_downward_only():
    found = subprocess.run(  # our own tool
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


def test_the_program_starts_without_the_libraries_that_cost_seconds():
    code = "import sys, kg.cli.main; print(*sorted(set(sys.modules) & set(sys.argv[1:])))"
    heavy = ["networkx", "rdflib", "pyvis", "neo4j", "numpy", "onnxruntime", "arcadedb_embedded", "pyoxigraph", "rich"]
    found = subprocess.run(  # our own interpreter
        [sys.executable, "-c", code, *heavy], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == ""
