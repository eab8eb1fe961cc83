import pytest

from kg.layout.article import Group, divided, headed
from kg.layout.passage import Passage
from kg.layout.row import Item, Photo, Row
from kg.model.text import Span

KINDS = {"T": "title", "H": "subtitle", "B": "byline", "D": "dateline", "P": "paragraph", "C": "caption", "R": "credit"}


def row(code: str, at: int = 0, text: str = "") -> Row:
    """A row by its code: the kind's letter, then + where it opens an article, - where it closes one."""
    content = text or code[0] * 3
    passage = Passage(content, (Span(at, at + len(content)),))
    return Row(passage, KINDS[code[0]], opens="+" in code, closes="-" in code)  # type: ignore[arg-type]


def page(codes: str) -> list[Item]:
    """A page by its rows' codes; [CR] is a photograph."""
    items: list[Item] = []
    for at, code in enumerate(codes.split()):
        if code.startswith("["):
            items.append(Photo(tuple(row(c, at * 10 + n * 3) for n, c in enumerate(code.strip("[]")))))
        else:
            items.append(row(code, at * 10))
    return items


def shape(groups: list[Group]) -> list[str]:
    names = {kind: code for code, kind in KINDS.items()}
    return ["".join(names[row.kind] for row in group.rows) + "*" * len(group.photos) for group in groups]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("H P P", ["HPP"]),
        ("H B P H P P", ["HBPHPP"]),
        ("H H B P P D- P", ["HHBPPD", "P"]),
        ("H P D- H P", ["HPD", "HP"]),
        ("P P- H P", ["PP", "HP"]),
        ("P D- B- H P", ["PDB", "HP"]),
        ("H D+ P P H D+ P", ["HDPP", "HDP"]),
        ("H D+ P P H H D+ P", ["HDPP", "HHDP"]),
        ("D+ P D+ P", ["DP", "DP"]),
        ("D+ B P", ["DBP"]),
        ("H B P P H B P", ["HBPP", "HBP"]),
        ("H P P B H P B", ["HPPB", "HPB"]),
        ("H P H B P", ["HP", "HBP"]),
        ("H P H P H P", ["HPHPHP"]),
        ("P D- B P", ["PD", "BP"]),
        ("H P [CR] P", ["HPP*"]),
        ("H [CR] P P", ["HPP*"]),
        ("H P H [CR] P", ["HPHP*"]),
        ("H [CR]", ["HCR"]),
        ("H P D- H [CR] H D+ P", ["HPD", "HCR", "HDP"]),
        ("H P H [CR] H D+ P", ["HP", "HCR", "HDP"]),
        ("H [CR] H [CR]", ["HCR", "HCR"]),
        ("H [R] P", ["HP*"]),
        ("[CR]", ["*"]),
        ("H P- H", ["HP"]),
        ("H", ["H"]),
        ("", [""]),
    ],
)
def test_a_page_is_divided_into_its_articles(codes: str, expected: list[str]) -> None:
    assert shape(divided(page(codes))) == expected


@pytest.mark.parametrize(
    ("codes", "title"),
    [
        (["H", "P"], 0),
        (["H", "H", "B", "P"], 0),
        (["B", "H", "P"], 1),
        (["H", "T", "P"], 1),
        (["P", "P"], None),
        (["P", "H", "P"], None),
        (["D", "P"], None),
    ],
)
def test_the_first_heading_above_the_text_is_the_headline(codes: list[str], title: int | None) -> None:
    rows = [row(code, at * 10, f"第{at}行。" if code == "P" else f"第{at}行") for at, code in enumerate(codes)]
    kinds = [found.kind for found in headed(rows, None)]
    assert [at for at, kind in enumerate(kinds) if kind == "title"] == ([] if title is None else [title])


def test_a_dash_begins_no_headline() -> None:
    rows = [row("H", 0, "——长江岸边见闻"), row("H", 10, "江州造船忙"), row("P", 20)]
    assert [found.kind for found in headed(rows, None)] == ["subtitle", "title", "paragraph"]


def test_the_sources_own_headline_comes_first() -> None:
    rows = [row("H", 0, "专题报道"), row("H", 10, "江州造船忙"), row("P", 20)]
    assert [found.kind for found in headed(rows, "江州造船忙")] == ["subtitle", "title", "paragraph"]


def test_a_headline_told_twice_is_kept_once() -> None:
    rows = [row("H", 0, "江州造船忙"), row("H", 10, "江州造船忙"), row("P", 20)]
    assert [found.kind for found in headed(rows, None)] == ["title", "paragraph"]


@pytest.mark.parametrize(
    ("text", "breaks", "expected"),
    [
        ("谁来为创新买单？", 2, "title"),
        ("江州按下发展“加速键”！", 2, "title"),
        ("谁来为创新买单？", 1, "paragraph"),
        ("夏粮丰收。", 2, "paragraph"),
        ("长" * 46 + "？", 2, "paragraph"),
    ],
)
def test_a_short_question_above_an_empty_line_is_a_headline(text: str, breaks: int, expected: str) -> None:
    second = Row(Passage("正文。", (Span(90, 93),)), "paragraph", breaks)
    assert headed([row("P", 0, text), second], None)[0].kind == expected
