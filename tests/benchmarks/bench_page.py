"""What the page costs, beside stock pyvis on the same graph in the same run.

    python tests/benchmarks/bench_page.py

CPU in the browser is that of all of Chromium's processes, as Chromium tells it. Stock pyvis takes a minute or more to
come to rest. Prints a table with the bounds that the page is held to; never fails on time.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from pyvis.network import Network

from kg import ontology
from kg.model.graph import Graph
from kg.render import drawing, html

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from crowd import crowd  # noqa: E402  # found by the line above

STEPS = 60  # of a drag
HELD = 5_000  # nodes of the graph whose layout and page are held to a bound
WATCH = """{
    const own = CanvasRenderingContext2D.prototype.stroke;
    CanvasRenderingContext2D.prototype.stroke = function (...all) {
        globalThis.inked ??= performance.now();
        return own.apply(this, all);
    };
}"""


class Tab:
    """A page in Chromium, and what it costs from its opening on."""

    def __init__(self, browser: Browser, path: Path) -> None:
        self.session: CDPSession = browser.new_browser_cdp_session()
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        self.page.route(lambda address: address.startswith("http"), lambda route: route.abort())
        self.page.add_init_script(WATCH)
        self.before = 0.0
        self.before = self.cpu()
        self.page.goto(path.as_uri())

    def cpu(self) -> float:
        """Return the CPU seconds of all processes since the page was asked for."""
        processes = self.session.send("SystemInfo.getProcessInfo")["processInfo"]
        return sum(process["cpuTime"] for process in processes) - self.before

    def until(self, condition: str) -> float:
        """Return the CPU seconds until a condition holds, and half a second after."""
        while not self.page.evaluate(condition):
            self.page.wait_for_timeout(250)
        self.page.wait_for_timeout(500)
        return self.cpu()

    def drag(self) -> float:
        """Return the CPU seconds that a frame takes while the drawing is dragged."""
        self.page.evaluate(
            "() => { globalThis.frames = 0; network.on('afterDrawing', () => { globalThis.frames += 1; }); }"
        )
        before = self.cpu()
        self.page.mouse.move(300, 200)
        self.page.mouse.down()
        for step in range(STEPS):
            self.page.mouse.move(300 + 4 * step, 200 + 2 * step)
            self.page.wait_for_timeout(16)
        self.page.mouse.up()
        return (self.cpu() - before) / self.page.evaluate("globalThis.frames")


@contextmanager
def opened(text: str) -> Iterator[Tab]:
    """Open a page from a file in a browser of its own."""
    executable = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        yield Tab(browser, path)
        browser.close()


def stock(graph: Graph) -> str:
    """Return the page that pyvis as it comes makes of the same nodes and edges."""
    network = Network(directed=True, cdn_resources="in_line")
    for node in graph.nodes.values():
        network.add_node(node.id, label=node.name)
    for claim in graph.statements:
        network.add_edge(claim.subject.id, claim.object.id, title=claim.predicate)
    return str(network.generate_html())


def seconds(task: Callable[[], object]) -> float:
    """Return the CPU seconds that a task takes in this process."""
    start = time.process_time()
    task()
    return time.process_time() - start


def row(name: str, value: float, unit: str, bound: str = "") -> None:
    """Print a line of the table."""
    print(f"  {name:40}{value:9.2f} {unit:8}{bound}")


def beside_stock(graph: Graph) -> None:
    """Print how much less this page takes than that of stock pyvis until its nodes stand still."""
    with opened(html(graph)) as tab:
        ours = tab.until("globalThis.inked !== undefined")
    row("this page, until still", ours, "CPU s")
    with opened(stock(graph)) as tab:
        tab.page.evaluate("() => { network.once('stabilizationIterationsDone', () => { globalThis.still = true; }); }")
        theirs = tab.until("globalThis.still === true")
    row("stock pyvis, until still", theirs, "CPU s")
    row("stock pyvis to this page", theirs / ours, "times", "30 at least")


def alone(graph: Graph) -> None:
    """Print what a graph costs to lay out, to write, to open and to move."""
    schema = ontology.packaged()
    held = HELD <= len(graph.nodes) < 2 * HELD
    row("layout", seconds(lambda: list(drawing.nodes(graph, schema))), "CPU s", "6 at most" * held)
    text = html(graph)
    row("page", len(text.encode()) / 1e6, "MB", "1.5 at most" * held)
    with opened(text) as tab:
        row("until still", tab.until("globalThis.inked !== undefined"), "CPU s")
        row("first draw", tab.page.evaluate("globalThis.inked"), "ms")
        row("nodes that are drawn", tab.page.evaluate("network.body.data.nodes.length"), "")
        row("a frame of a drag", 1000 * tab.drag(), "CPU ms")


def seeds() -> None:
    """Print what the command takes for the seeds' graph."""
    with tempfile.TemporaryDirectory() as folder:
        kg = [sys.executable, "-m", "kg"]
        subprocess.run([*kg, "build", str(ROOT / "seeds"), "-o", folder], check=True, capture_output=True)
        start = time.perf_counter()
        subprocess.run([*kg, "render", folder, "-o", f"{folder}/page.html"], check=True)
        row("kg render", time.perf_counter() - start, "s", "2 at most")
        text = (Path(folder) / "page.html").read_text(encoding="utf-8")
    row("page", len(text.encode()) / 1e6, "MB")
    with opened(text) as tab:
        tab.until("globalThis.inked !== undefined")
        row("first draw", tab.page.evaluate("globalThis.inked"), "ms")
        row("a frame of a drag", 1000 * tab.drag(), "CPU ms")


def title(graph: Graph) -> None:
    """Print how large a graph is."""
    print(f"{len(graph.nodes):,} nodes, {len(graph.statements):,} edges")


def main() -> None:
    """Print the table."""
    html(crowd(1))  # what it imports, it imports once
    print("seeds/")
    seeds()
    for entities, measure in ((911, beside_stock), (911, alone), (1820, alone), (5120, alone), (18220, alone)):
        graph = crowd(entities)
        title(graph)
        measure(graph)


if __name__ == "__main__":
    main()
