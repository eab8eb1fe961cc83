"""The figures of the seed in table and charts, and what readers take away of its page."""

import csv
import io
import json

from driven import taken
from playwright.sync_api import expect

from kg.model.graph import Figure


def test_every_figure_has_its_place_in_the_table(opened, seed_graph):
    page = opened()
    page.click("#view-figures")
    told = " ".join(page.locator("#figure-rows tr").all_inner_texts())
    for node in seed_graph.nodes.values():
        assert not isinstance(node, Figure) or node.text in told


def test_figures_are_sorted_found_and_proved(opened):
    page = opened("#&view=figures")
    rows = page.locator("#figure-rows tr")
    page.get_by_role("columnheader", name="数值").get_by_role("button").click()
    page.get_by_role("columnheader", name="数值").get_by_role("button").click()
    expect(page.get_by_role("columnheader", name="数值")).to_have_attribute("aria-sort", "descending")
    expect(rows.first).to_contain_text("万亿元")
    page.fill("#find", "3500亿")
    expect(rows.filter(has_not_text="3500亿")).to_have_count(0)
    rows.first.locator(".quote").click()
    expect(page.locator("#panel mark").first).to_contain_text("3500亿")


def test_charts_show_an_indicator_over_time_and_across_places(opened):
    page = opened("#&view=figures")
    charts = page.locator(".chart")
    assert charts.locator("polyline").count() >= 1
    assert charts.locator("rect").count() >= 2
    charts.locator(".point").first.click()
    expect(page.locator("#panel h2")).to_be_visible()


def test_pictures_and_data_are_taken_away(opened, seed_graph):
    page = opened()
    assert taken(page, "png").startswith(b"\x89PNG")
    assert taken(page, "svg").decode().count("<text") >= len(seed_graph.entities) * 0.9
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv").decode("utf-8-sig"))))
    assert {row["id"] for row in rows} == {claim.id for claim in seed_graph.statements}
    facts = [item for item in json.loads(taken(page, "jsonld"))["@graph"] if item.get("@type") == "Fact"]
    assert {fact["@id"] for fact in facts} == {claim.id for claim in seed_graph.statements}


def test_paper_gets_the_graph_and_the_table(opened, seed_graph):
    page = opened()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#paper svg")).to_be_visible()
    expect(page.locator("#rows tr")).to_have_count(len(seed_graph.statements))
    assert page.pdf(format="A4").startswith(b"%PDF")
