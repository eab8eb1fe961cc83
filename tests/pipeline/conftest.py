"""The graph of one text, read as the article of a day."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.model.graph import Graph
from kg.model.text import Source
from kg.pipeline.document import Pipeline


@pytest.fixture(scope="session")
def read() -> Callable[..., Graph]:
    """How tests read a text, as an article of 18 July 2025 unless they give its day."""
    pipeline = Pipeline()

    def graph(text: str, published: date = date(2025, 7, 18)) -> Graph:
        return pipeline(Source("news.txt", text, "", published=published)).graph

    return graph
