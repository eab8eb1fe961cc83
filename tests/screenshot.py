"""The README's picture: `python tests/screenshot.py` takes it of the committed page.

The page stands still in it, whatever it would move.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

EXPORTS = Path(__file__).parents[1] / "exports"
SIZE = {"width": 1280, "height": 800}


def take(browser: Browser, page: Path, picture: Path) -> None:
    """Write the picture of a page, as readers of Chinese see it when it opens."""
    context = browser.new_context(viewport=SIZE, locale="zh-CN", color_scheme="light", reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    tab.wait_for_function("globalThis.network")  # a page unpacks its data after it has loaded
    tab.evaluate("document.fonts.ready.then(() => undefined)")
    tab.evaluate("network.redraw()")
    tab.screenshot(path=picture, animations="disabled", caret="hide")
    context.close()


def main() -> None:
    """Take the picture with the Chromium that the tests use."""
    executable = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not executable:
        sys.exit("no Chromium: install one, or name its executable in KG_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        take(browser, EXPORTS / "graph.html", EXPORTS / "graph.png")
        browser.close()


if __name__ == "__main__":
    main()
