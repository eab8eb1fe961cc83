"""Taking away: pictures, tables, data and paper hold what is shown, and nothing else."""

import csv
import io
import json
import struct
from xml.etree import ElementTree as ET

import harbour
import pytest
import rdflib
from driven import taken
from playwright.sync_api import expect

from kg.model.graph import Entity, Graph

GRAPH = harbour.GRAPH
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: bytes) -> list[str]:
    return ["".join(found.itertext()) for found in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def test_a_picture_has_twice_the_pixels_of_the_drawing(visit):
    page = visit(GRAPH)
    image, svg = taken(page, "png"), ET.fromstring(taken(page, "svg"))  # noqa: S314
    assert image.startswith(b"\x89PNG")
    size = struct.unpack(">II", image[16:24])
    assert size == tuple(2 * int(svg.get(name)) for name in ("width", "height"))
    assert len(image) > 20_000


def test_a_drawing_has_every_name_and_sign(visit):
    svg = taken(visit(GRAPH), "svg")
    names = {text.replace("\n", "") for text in texts(svg)}
    assert {"周宁", "海川港务集团", "智能码头"} <= names
    paths = list(ET.fromstring(svg).iter(f"{SVG}path"))  # noqa: S314
    assert len(paths) >= len(GRAPH.nodes) + len(harbour.STATEMENTS)


def test_a_drawing_has_only_what_is_shown(visit):
    svg = taken(visit(GRAPH, address="#&hide=Person"), "svg")
    assert "周宁" not in texts(svg)
    assert "海川港务集团" in texts(svg)


def test_a_drawing_of_any_text_is_well_formed(visit):
    names = ["<b>&amp;\"'", "\x00\x1f", "]]>", "\ufffe", "海\n川"]
    things = [Entity(f"company/{number}", ("Company",), name) for number, name in enumerate(names)]
    page = visit(Graph.of(things))
    assert "<b>&amp;\"'" in texts(taken(page, "svg"))
    assert taken(page, "png").startswith(b"\x89PNG")


def test_a_table_has_the_statements_that_are_shown(visit):
    page = visit(GRAPH, address="#&without=partOf,says")
    text = taken(page, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    expected = [claim for claim in GRAPH.statements if claim.predicate not in ("partOf", "says")]
    assert {row["id"] for row in rows} == {claim.id for claim in expected}
    [post] = [row for row in rows if row["confidence"] == "0.95"]
    assert (post["subject"], post["predicate"], post["object"]) == ("周宁", "holdsPost", "海川港务集团")
    assert post["qualifiers"] == "asOf=2025-07-03 | title=总经理"
    assert post["evidence"] == "海川港务集团总经理周宁"
    assert post["document"] == harbour.DOCUMENT


@pytest.mark.parametrize("name", ["=1+1", "＝cmd", "+1", "-1", "@x", "\t=1", '"a",b'])
def test_a_spreadsheet_runs_no_name(visit, name):
    thing = Entity("company/1", ("Company",), name)
    page = visit(Graph.of([thing, harbour.GROUP, harbour.read(thing.ref, "cooperatesWith", harbour.GROUP.ref)]))
    [row] = csv.DictReader(io.StringIO(taken(page, "csv").decode("utf-8-sig")))
    assert row["subject"] == (name if name.startswith('"') else f"'{name}")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own parser
def test_data_are_the_statements_as_linked_data(visit):
    text = taken(visit(GRAPH), "jsonld")
    assert json.loads(text)["@context"]["@vocab"] == "https://kg-news.example/ontology/"
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    kg, node = rdflib.Namespace("https://kg-news.example/ontology/"), rdflib.Namespace("https://kg-news.example/id/")
    assert (node[harbour.GROUP.id], kg.operates, node[harbour.PORT.id]) in graph
    assert (node[harbour.GROUP.id], kg.cooperatesWith, node[harbour.SCHOOL.id]) not in graph, "planned only"
    assert len(set(graph.subjects(rdflib.RDF.type, kg.Fact))) == len(harbour.STATEMENTS)
    says = next(graph.subjects(rdflib.RDF.predicate, kg.says))
    evidence = next(graph.objects(says, kg.evidence))
    assert str(next(graph.objects(evidence, kg.text))) == "我们要建样板港。"


def test_paper_gets_the_drawing_and_the_table(visit):
    page = visit(GRAPH)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#paper svg")).to_be_visible()
    expect(page.locator("#table tbody tr")).to_have_count(len(harbour.STATEMENTS))
    expect(page.locator("#table tbody tr").first).to_be_visible()
    expect(page.locator("#canvas")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#table").get_attribute("open") is None
    expect(page.locator("#paper svg")).to_have_count(0)


def test_paper_needs_no_script(visit):
    page = visit(GRAPH, java_script_enabled=False)
    page.emulate_media(media="print")
    expect(page.locator("#table q", has_text="临港新区的智能码头")).to_be_visible()


def test_print_opens_the_dialog_of_the_browser(visit):
    page = visit(GRAPH)
    assert page.pdf().startswith(b"%PDF")
