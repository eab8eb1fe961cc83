"""The README's picture is taken by a script, and is the same each time."""

import struct

import harbour
import screenshot

from kg.render import html


def test_the_picture_is_the_same_each_time(browser, tmp_path):
    page, first, second = (tmp_path / name for name in ("graph.html", "first.png", "second.png"))
    page.write_text(html(harbour.GRAPH), encoding="utf-8")
    screenshot.take(browser, page, first)
    screenshot.take(browser, page, second)
    assert first.read_bytes() == second.read_bytes()
    assert struct.unpack(">II", first.read_bytes()[16:24]) == (1280, 800)


def test_the_readme_shows_a_picture_of_that_size(exports):
    assert struct.unpack(">II", (exports / "graph.png").read_bytes()[16:24]) == (1280, 800)
