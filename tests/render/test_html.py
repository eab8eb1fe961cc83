"""The page as text: well formed, sealed by its policy, complete without script."""

import base64
import hashlib
import json
from html.parser import HTMLParser

import harbour
import pytest
from hypothesis import given, settings
from strategies import graphs

from kg.model.graph import Entity, Graph
from kg.render import html

PAGE = html(harbour.GRAPH)
VOID = {"meta", "link", "input", "col"}


class Elements(HTMLParser):
    """Collects elements with attributes and text, and checks that every end tag closes what is open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.texts.setdefault(tag, [])
        if tag not in VOID:
            self.open.append(tag)
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]][-1] += data


def data(text: str) -> dict:
    return json.loads(Elements(text).texts["script"][0])


def test_the_page_begins_as_html_in_utf_8_with_its_language_and_title():
    assert PAGE.lstrip().startswith('<!doctype html>\n<html lang="zh-Hans">')
    assert PAGE.startswith("<!doctype")
    assert "<title>新闻知识图谱</title>" in PAGE
    assert '<html lang="en">' in html(harbour.GRAPH, lang="en")
    assert ("meta", {"charset": "utf-8"}) in Elements(PAGE).found


def test_every_element_is_closed():
    assert Elements(PAGE).open == []


def test_the_policy_lets_in_these_styles_and_scripts_and_nothing_else():
    elements = Elements(PAGE)
    [policy] = [
        attributes["content"]
        for _, attributes in elements.found
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    def hashes(texts: list[str]) -> str:
        digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
        return " ".join(f"'sha256-{digest}'" for digest in digests)

    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["script-src"] == hashes(elements.texts["script"][1:])
    assert rules["style-src"] == hashes(elements.texts["style"])


def test_nothing_is_loaded_from_anywhere():
    for tag, attributes in Elements(PAGE).found:
        for name in ("src", "href", "action", "data"):
            assert (attributes.get(name) or "data:").startswith("data:"), tag
    assert "url(" not in PAGE.split("</style>")[0]
    assert "@import" not in PAGE.split("</style>")[0]
    assert "sourceMappingURL" not in PAGE


def test_no_element_has_a_style_or_a_handler_of_its_own():
    for _, attributes in Elements(PAGE).found:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_the_table_holds_every_statement_with_its_evidence():
    elements = Elements(PAGE)
    heads = 2  # of this table and that of the figures, which script fills
    assert sum(tag == "tr" for tag, _ in elements.found) == len(harbour.STATEMENTS) + heads
    quoted = elements.texts["q"]
    assert sorted(quoted) == sorted(item.text for claim in harbour.STATEMENTS for item in claim.evidence)


def test_controls_are_named():
    elements = [found for found in Elements(PAGE).found if found[0] in ("input", "aside", "section")]
    assert all(attributes.get("aria-label") for _, attributes in elements)


def test_the_data_cannot_end_their_element():
    graph = Graph.of([Entity("person/1", ("Person", "Agent"), "</script><script>alert(1)</script><!--")])
    text = html(graph)
    assert len(Elements(text).texts["script"]) == 3
    assert data(text)["nodes"]["person/1"]["name"] == "</script><script>alert(1)</script><!--"


def test_the_data_name_the_language_and_the_drawing():
    found = data(PAGE)
    assert {node["id"] for node in found["network"]["nodes"]} == harbour.GRAPH.nodes.keys()
    assert found["words"]["title"] == ["新闻知识图谱", "News knowledge graph"]


@pytest.mark.parametrize("graph", [Graph(), Graph.of([harbour.MANAGER]), Graph.of([harbour.REPORT])])
def test_small_graphs_have_a_page(graph):
    assert Elements(html(graph)).open == []


def test_a_small_page_is_small():
    assert len(PAGE.encode()) < 600_000


@settings(max_examples=30, deadline=None)
@given(graph=graphs())
def test_any_graph_has_a_page_that_holds_its_names(graph):
    text = html(graph)
    assert {name: node["name"] for name, node in data(text)["nodes"].items()} == {
        name: node.name for name, node in graph.nodes.items()
    }
    assert len(Elements(text).texts["script"]) == 3
