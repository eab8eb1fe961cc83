"""Nothing from a text is ever markup or script."""

from decimal import Decimal
from urllib.parse import quote

import harbour
import pytest
from playwright.sync_api import expect

from kg.model.claim import figure, statement
from kg.model.graph import Article, Entity, Evidence, Graph, Quotation

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onclick='alert(1)",
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    "<a href='javascript:alert(1)'>href</a>",
    "{{ 7 * 7 }}{% raw %}",
    "</style><style>*{display:none}</style>",
    "</title><h1>x",
    "&lt;b&gt;&amp;",
    "\u202e反转\u2066甲\u2069",
    "`${alert(1)}`",
    "\u2028\u2029",
    "甲" * 10_000,
    "😀" * 200,
)


def hostile(text: str) -> Graph:
    """Return a graph with a text in every place that a text may come from."""
    person = Entity(f"person/{text}", ("Person", "Agent"), text, (f"{text}!",), (text,), code=text, same_as=(text,))
    company = Entity("company/1", ("Company", "Organization", "Agent"), f"公司{text}")
    article = Article(
        f"article/{text}", (text,), text, "article", text, text, text, f"前。{text}后。", ((0, len(text) + 4),)
    )
    evidence = (Evidence(text, 2, 2 + len(text), text),)
    number = figure(
        indicator=text,
        about=person.ref,
        value=Decimal(1),
        unit=text,
        comparator="=",
        kind="level",
        period=text,
        text=text,
    )
    fields = {"evidence": evidence, "confidence": 0.5, "extractor": text, "rule": text}
    return Graph.of(
        [
            *(person, company, article),
            statement(person.ref, "holdsPost", company.ref, qualifiers={"title": text, "as_of": text}, **fields),
            statement(person.ref, "states", number, **fields),
            statement(person.ref, "says", Quotation(id=f"quote/{text}", mode="direct", text=text), **fields),
        ]
    )


@pytest.mark.parametrize("text", PAYLOADS, ids=lambda text: text[:20])
def test_hostile_text_is_shown_to_the_letter_and_runs_nothing(visit, text):
    graph = hostile(text)
    page = visit(graph)
    active = page.locator("script, style, iframe, object, embed, img, a, [onerror], [onload], [onclick], [onmouseover]")
    assert active.count() == 4
    page.click("#table summary")
    for node in graph.nodes.values():
        page.evaluate("(id) => { location.hash = encodeURIComponent(id); }", node.id)
        heading = page.locator("#panel h2 bdi")
        expect(heading).to_be_attached()
        assert heading.evaluate("(element) => element.textContent") == node.name
        marks = page.locator("#panel mark").evaluate_all("(all) => all.map((element) => element.textContent)")
        assert set(marks) == ({text} if node.id != f"article/{text}" else set())
    page.fill("#search", text[:50])
    page.mouse.move(400, 300)
    page.click("#language")
    assert active.count() == 4


@pytest.mark.parametrize("text", PAYLOADS, ids=lambda text: text[:20])
def test_hostile_text_runs_nothing_in_any_view(visit, text):
    graph = hostile(text)
    page = visit(graph)
    active = page.locator("script, style, iframe, object, embed, img, a, [onerror], [onload], [onclick], [onmouseover]")
    person, article = f"person/{text}", f"article/{text}"
    for address in (
        {"read": article, "id": person},
        {"view": "figures", "find": text[:50]},
        {"id": person, "to": "company/1"},
        {"article": article, "speaker": person, "sort": text[:50], "from": text[:50], "lang": text[:50]},
        dict.fromkeys(("id", "to", "view", "read", "hide", "without", "article", "until", "sure", "open"), text[:50]),
    ):
        parts = "&".join(f"{name}={quote(value, safe='')}" for name, value in address.items() if name != "id")
        page.evaluate("(hash) => { location.hash = hash; }", f"{quote(address.get('id', ''), safe='')}&{parts}")
        page.evaluate("for (const drawer of document.querySelectorAll('details')) drawer.open = true")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("#paper svg")).to_be_attached()
        assert active.count() == 4
        page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_the_policy_stops_script_that_would_get_in(visit):
    page = visit(harbour.GRAPH, faults=("Content Security Policy",))
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "globalThis.broken = true";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='globalThis.broken = true'>");
    }""")
    assert page.evaluate("globalThis.broken === undefined")
    loaded = "fetch('https://kg-news.example/').then(() => true, () => false)"
    assert page.evaluate(loaded) is False


def test_a_long_name_is_shortened_in_the_drawing_only(visit):
    page = visit(hostile("甲" * 10_000))
    labels = page.evaluate("network.body.data.nodes.get().map((node) => node.label ?? '')")
    assert max(map(len, labels)) < 25
