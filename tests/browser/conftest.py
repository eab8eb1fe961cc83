"""A real Chromium that opens rendered pages from files; an error on the console or a request fails the test."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import kg
from kg.model.graph import Graph
from kg.render import html

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOCAL = ("file:", "data:", "blob:")

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from KG_CHROMIUM or the path: where there is none, tests skip, and fail in continuous integration."""
    executable = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not executable:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop("no Chromium: install one, or name its executable in KG_CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(OPTIONS))
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """How tests open the page of a graph, or one made before; `faults` are console errors that the test expects."""
    contexts: list[Any] = []
    found: list[str] = []
    expected: list[str] = []

    def open_page(
        graph: Graph | str, *, address: str = "", lang: str = "zh", faults: tuple[str, ...] = (), **context: Any
    ) -> Page:
        path = tmp_path / "graph.html"
        text = graph if isinstance(graph, str) else html(graph, lang=lang)
        path.write_text(text, encoding="utf-8", newline="\n")
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **context}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: found.append(str(error)))
        page.on("dialog", lambda dialog: (found.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: None if request.url.startswith(LOCAL) else found.append(request.url))
        page.goto(f"{path.as_uri()}{address}")
        if context.get("java_script_enabled", True):  # a page unpacks its data after it has loaded
            page.wait_for_function("globalThis.network")
        expected.extend(faults)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [text for text in found if not any(fault in text for fault in expected)] == []


@pytest.fixture(scope="session")
def seed_graph(seed_build: Path) -> Graph:
    """The graph of the seed."""
    return kg.read(seed_build)


@pytest.fixture(scope="session")
def seed_text(seed_graph: Graph) -> str:
    """The page of the seed."""
    return html(seed_graph)


@pytest.fixture
def opened(visit: Visit, seed_text: str) -> Visit:
    """How tests open the page of the seed at an address, in a browser of a reader of Chinese."""
    return lambda address="", **settings: visit(
        seed_text, address=address, **{"locale": "zh-CN", "reduced_motion": "reduce", **settings}
    )
