"""The figures: a table to sort and filter, and charts of what can be compared."""

from decimal import Decimal
from urllib.parse import unquote

import harbour
import pytest
from playwright.sync_api import Page, expect

from kg.model.claim import figure
from kg.model.graph import Entity, Figure, Graph


def measured(about: Entity, number: int, period: str, **fields: str) -> Figure:
    given = {"indicator": "吞吐量", "unit": "箱", "comparator": "=", "kind": "level", **fields}
    return figure(about=about.ref, value=Decimal(number), period=period, text=f"{number}箱", **given)


MORE = (
    measured(harbour.PORT, 2_000_000, "2022"),
    measured(harbour.PORT, 4_000_000, "2026", kind="forecast"),
    measured(harbour.CITY, 500, "2024"),
    measured(harbour.CITY, 9, "2021/", indicator="泊位", unit="个"),
)
GRAPH = Graph.of(
    [*harbour.GRAPH.records(), *(harbour.read(harbour.REPORT.ref, "states", found, "智能码头") for found in MORE)]
)


@pytest.fixture
def page(visit) -> Page:
    opened = visit(GRAPH)
    opened.click("#view-figures")
    return opened


def cells(page: Page, column: int) -> list[str]:
    return [text.strip() for text in page.locator(f"#figure-rows tr > :nth-child({column})").all_inner_texts()]


def test_a_figure_is_a_row_with_its_change_beside_it(page):
    row = page.locator("#figure-rows tr", has_text="近300万箱")
    assert [text.strip() for text in row.locator("th, td").all_inner_texts()] == [
        "海川港", "吞吐量", "近300万箱", "2024", "12.5%\n同比", "周宁", "2024年海川港吞吐量近300万箱",
    ]  # fmt: skip
    expect(page.locator("#figure-count")).to_contain_text("5 数据")


def test_a_column_sorts_up_and_down(page):
    head = page.get_by_role("columnheader", name="数值")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert cells(page, 3) == ["9箱", "500箱", "2000000箱", "近300万箱", "4000000箱\n预期"]
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert cells(page, 3)[0] == "4000000箱\n预期"
    assert "sort=-value" in page.url


def test_rows_are_found_by_any_of_their_words(page):
    page.fill("#find", "泊位")
    expect(page.locator("#figure-rows tr")).to_have_count(1)
    page.fill("#find", "周宁")
    expect(page.locator("#figure-rows tr")).to_have_count(1)
    assert unquote(page.url).endswith("find=周宁")
    page.reload()
    expect(page.locator("#figure-rows tr")).to_have_count(1)
    expect(page.locator("#find")).to_have_value("周宁")


def test_one_thing_is_drawn_over_time_with_what_is_expected_hollow(page):
    chart = page.locator(".chart", has_text="海川港 · 箱")
    expect(chart.locator("circle")).to_have_count(3)
    expect(chart.locator("circle.expected")).to_have_count(1)
    places = chart.locator("circle").evaluate_all(
        "(all) => all.map((dot) => [dot.cx.baseVal.value, dot.cy.baseVal.value])"
    )
    assert places == sorted(places)
    assert [up for _, up in places] == sorted((up for _, up in places), reverse=True), "more stands higher"


@pytest.mark.parametrize("period", ["2020/2023", "2025-03", "2021/"])
def test_what_a_time_of_another_length_brought_stands_in_no_chart_of_years(visit, period):
    other = harbour.read(harbour.REPORT.ref, "states", measured(harbour.PORT, 1_000_000, period), "智能码头")
    page = visit(Graph.of([*GRAPH.records(), other]))
    page.click("#view-figures")
    expect(page.locator(".chart", has_text="海川港 · 箱").locator("circle")).to_have_count(3)


def test_several_things_are_drawn_beside_each_other(page):
    chart = page.locator(".chart", has_text="2024 · 箱")
    widths = chart.locator("rect").evaluate_all("(all) => all.map((bar) => bar.width.baseVal.value)")
    assert len(widths) == 2
    assert widths[0] > widths[1]
    assert "吞吐量 近300万箱; 吞吐量 500箱" in chart.locator("svg").get_attribute("aria-label")


def test_a_point_of_a_chart_opens_its_figure(page):
    page.locator(".chart .point", has_text="500箱").first.click()
    expect(page.locator("#panel h2")).to_have_text("吞吐量 500箱")
    expect(page.locator("#figure-rows tr.chosen")).to_contain_text("500箱")


def test_a_row_leads_to_its_evidence(page):
    page.get_by_role("button", name="2024年海川港吞吐量近300万箱").click()
    expect(page.locator("#panel mark")).to_have_text("2024年海川港吞吐量近300万箱")


def test_figures_follow_the_filters(visit):
    page = visit(GRAPH, address=f"#&view=figures&speaker={harbour.MANAGER.id}")
    expect(page.locator("#figure-rows tr")).to_have_count(1)
    expect(page.locator("#figure-rows")).to_contain_text("近300万箱")


def test_in_english_numbers_are_written_out_with_their_hedge(visit):
    page = visit(GRAPH, lang="en", address="#&view=figures")
    expect(page.locator("#figure-rows tr", has_text="近300万箱")).to_contain_text("≈ 3M 箱")


def test_the_back_button_leads_back_to_the_graph(page):
    expect(page.locator("#figures")).to_be_visible()
    page.go_back()
    expect(page.locator("#figures")).to_be_hidden()
    expect(page.locator("#canvas")).to_be_visible()
