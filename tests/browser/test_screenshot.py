"""The README's picture is taken by a script."""

import struct

import harbour
import screenshot

from kg.render import html


def test_the_picture_is_of_the_size_of_a_screen(browser, tmp_path):
    page, picture = tmp_path / "graph.html", tmp_path / "graph.png"
    page.write_text(html(harbour.GRAPH), encoding="utf-8")
    screenshot.take(browser, page, picture)
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1280, 800)


def test_the_readme_shows_a_picture_of_that_size(exports):
    assert struct.unpack(">II", (exports / "graph.png").read_bytes()[16:24]) == (1280, 800)
