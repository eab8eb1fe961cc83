"""How tests read files: the sources, and what is said of those that are none."""

from datetime import date
from pathlib import Path

import pytest
from dispatch import Run

from kg.errors import InputError
from kg.ingest import read
from kg.model.text import Source


@pytest.fixture
def run() -> Run:
    """Reads paths into sources and messages of problems."""

    def run(*paths: Path | str, published: date | None = None) -> tuple[list[Source], list[str]]:
        problems: list[InputError] = []
        sources = list(read(paths, published=published, on_problem=problems.append))
        return sources, [str(problem) for problem in problems]

    return run
