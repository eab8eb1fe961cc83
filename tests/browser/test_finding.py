"""Finding: by pinyin, by filters, by unfolding and by paths; a link restores it all."""

from urllib.parse import quote

import harbour
import pytest
from driven import drawn, edges
from playwright.sync_api import Page, expect

GRAPH = harbour.GRAPH


def ids(**fields: object) -> set[str]:
    return {
        claim.id for claim in GRAPH.statements if all(getattr(claim, name) == value for name, value in fields.items())
    }


@pytest.fixture
def filters(visit) -> Page:
    page = visit(GRAPH)
    page.click("#filters summary")
    return page


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zn", "周宁"),
        ("zhouning", "周宁"),
        ("zhou ning", "周宁"),
        ("zhouN", "周宁"),
        ("hcgw", "海川港务集团"),
        ("gangwu", "海川港务集团"),
        ("ylx", "没有找到"),
        ("yunld", "云岭大学"),
        ("haichuan", "海川市"),
        ("ttl", "吞吐量"),
        ("300万", "吞吐量 近300万箱"),
    ],
)
def test_names_are_found_by_pinyin_and_initials(visit, typed, found):
    page = visit(GRAPH)
    page.fill("#search", typed)
    expect(page.locator("#results li").first).to_contain_text(found)


def test_a_predicate_is_hidden_and_shown(filters):
    press = filters.locator("[data-predicate=operates]")
    press.click()
    expect(press).to_have_attribute("aria-pressed", "false")
    assert not ids(predicate="operates") & edges(filters)
    press.click()
    assert ids(predicate="operates") <= edges(filters)


def test_an_article_is_chosen(filters):
    filters.get_by_role("combobox", name="稿件").select_option(harbour.PHOTO.id)
    assert drawn(filters) == {harbour.REPORTER.id, harbour.PHOTO.id}
    expect(filters.locator("#table-count")).to_have_text(f"1 / {len(harbour.STATEMENTS)}")


def test_a_speaker_is_chosen(filters):
    filters.get_by_role("combobox", name="说话人").select_option(harbour.MANAGER.id)
    about = f"about/{harbour.THROUGHPUT.id}"
    assert edges(filters) == ids(predicate="says") | {about} | (
        ids(predicate="states") - ids(predicate="states", subject=harbour.REPORT.ref)
    )


def test_only_what_is_sure_is_shown(filters):
    filters.locator("[data-filter=sure]").focus()
    for _ in range(19):
        filters.keyboard.press("ArrowRight")
    assert edges(filters) == ids(confidence=0.95) | ids(confidence=1.0)
    assert "sure=95" in filters.url


def test_time_is_narrowed_from_both_sides(filters):
    dated = {claim.id for claim in GRAPH.statements if claim.object in (harbour.THROUGHPUT, harbour.GROWTH)}
    filters.locator("[data-filter=until]").focus()
    filters.keyboard.press("Home")
    timeless = ids(background=True) | ids(predicate="authorOf")
    about = {f"about/{found.id}" for found in (harbour.THROUGHPUT, harbour.GROWTH)}
    assert edges(filters) == dated | about | timeless, "the rest is of the day of publication"
    filters.locator("[data-filter=until]").press("End")
    filters.locator("[data-filter=from]").press("End")
    assert not edges(filters) & dated
    filters.get_by_role("button", name="清除筛选").click()
    assert drawn(filters) == set(GRAPH.nodes)


def test_a_node_is_folded_and_unfolded(visit):
    page = visit(GRAPH, address=f"#{harbour.MANAGER.id}")
    page.get_by_role("button", name="收起相邻").click()
    expect(page.get_by_role("button", name="展开相邻 1")).to_be_visible()
    assert drawn(page) == set(GRAPH.nodes) - {harbour.WORDS.id}
    page.get_by_role("button", name="展开相邻 1").click()
    expect(page.get_by_role("button", name="收起相邻")).to_be_visible()
    assert drawn(page) == set(GRAPH.nodes)


def test_folding_takes_away_what_hangs_on_a_node_alone(visit):
    page = visit(GRAPH, address=f"#{harbour.GROUP.id}")
    page.get_by_role("button", name="收起相邻").click()
    people = {harbour.MANAGER.id, harbour.WORDS.id}
    port = {harbour.PORT.id, harbour.THROUGHPUT.id, harbour.GROWTH.id}
    assert set(GRAPH.nodes) - drawn(page) == {harbour.SCHOOL.id} | people | port


def test_the_shortest_path_is_shown_with_the_evidence_of_each_hop(visit):
    page = visit(GRAPH, address=f"#{harbour.MANAGER.id}")
    page.get_by_role("button", name="查路径").click()
    page.keyboard.type("临港")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel.locator(".hop")).to_have_count(3)
    expect(panel.locator(".hop").nth(0).locator(".card")).to_have_count(2)
    expect(panel.locator(".hop").nth(1)).to_contain_text("智能码头3日启用")
    expect(panel.locator(".hop").nth(2).locator("mark")).to_have_text("临港新区的智能码头")
    page.keyboard.press("Escape")
    expect(panel.locator("h2")).to_have_text("周宁")


def test_where_no_path_leads_the_page_says_so(visit):
    page = visit(GRAPH, address=f"#{quote(harbour.MANAGER.id, safe='')}&to={quote(harbour.PHOTO.id, safe='')}")
    expect(page.locator("#panel")).to_contain_text("没有路径")


def test_a_path_keeps_to_what_is_shown(visit):
    ends = f"#{quote(harbour.MANAGER.id, safe='')}&to={quote(harbour.ZONE.id, safe='')}"
    page = visit(GRAPH, address=f"{ends}&without=holdsPost")
    expect(page.locator("#panel .hop").first).not_to_contain_text("任职")
    page = visit(GRAPH, address=f"{ends}&hide=Facility")
    expect(page.locator("#panel")).to_contain_text("没有路径")


def test_a_link_restores_all_that_was_chosen(visit):
    page = visit(GRAPH, address=f"#{harbour.MANAGER.id}")
    page.click("#legend button[data-group=Place]")
    page.click("#filters summary")
    page.click("[data-predicate=says]")
    page.locator("[data-filter=sure]").press("ArrowRight")
    page.click("#language")
    address = page.evaluate("location.hash")
    again = visit(GRAPH, address=address)
    assert (drawn(again), edges(again)) == (drawn(page), edges(page))
    expect(again).to_have_title("News knowledge graph")
    expect(again.locator("#panel h2")).to_have_text("周宁")
    expect(again.locator("[data-predicate=says]")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(
    "address", ["#&hide=%&sure=x", "#&open=__proto__&to=constructor", "#&read=toString&view=x&from=", "#&a=b=c"]
)
def test_an_address_that_makes_no_sense_does_no_harm(visit, address):
    page = visit(GRAPH, address=address)
    expect(page.locator("#panel")).to_contain_text("总览")
