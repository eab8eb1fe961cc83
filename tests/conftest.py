"""A small invented corpus and its build, made once a session."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from kg.cli.main import kg
from kg.errors import KgError

# A busy machine is no failure: nothing here is held to a time.
settings.register_profile("kg", deadline=None)
settings.load_profile("kg")

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"

FIRST = """青川新能源产业提速

本报成都8月6日电（记者林岚）四川省省长周明远6日表示，2024年，四川新能源产业营收近3500亿元，同比增长12.5%。

“我们的储能电池已经出口到20多个国家。”成都云帆储能科技有限公司总经理何书扬说。

云帆储能位于成都市双流区。公司副总裁许知行介绍，今年上半年公司产值超过60亿元。
"""
SECOND = """中新社上海8月7日电 上海市市长沈一鸣7日说，截至6月底，上海累计建成充电桩92万个。
"""


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts in a folder of their own."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "b.txt").write_text(SECOND, encoding="gb18030")
    return folder


@pytest.fixture(scope="session")
def built(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the corpus wrote."""
    folder = tmp_path_factory.mktemp("built")
    result = invoke("build", str(corpus), "-o", str(folder), "--published", "2025-08-07")
    assert result.exit_code == 0, result.output
    return folder


def invoke(*args: str, stdin: str | bytes | None = None) -> Result:
    """Run a command in this process, as `main` would."""
    result = CliRunner().invoke(kg, args, input=stdin, prog_name="kg")
    if isinstance(result.exception, KgError):
        result.stderr_bytes += f"Error: {result.exception}\n".encode()
        result.exit_code = 1
    elif result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def run() -> Callable[..., Result]:
    """How tests run a command."""
    return invoke


@pytest.fixture(scope="session")
def day() -> date:
    """The day the corpus is read for."""
    return date(2025, 8, 7)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the document that the project was built from."""
    return SEEDS


@pytest.fixture(scope="session")
def seed() -> str:
    """The text of that document."""
    (path,) = SEEDS.glob("*.txt")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def exports() -> Path:
    """The folder of the committed exports."""
    return ROOT / "exports"


@pytest.fixture(scope="session")
def seed_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the seeds wrote."""
    folder = tmp_path_factory.mktemp("seed")
    result = invoke("build", str(SEEDS), "-o", str(folder))
    assert result.exit_code == 0, result.output
    return folder
