"""From paths to one graph: what is read, what is refused, and what the gazetteer adds."""

import io
import sys
from datetime import date

import pytest

from kg.errors import SourceError
from kg.fuse import Refusal, fuse
from kg.model.claim import statement
from kg.model.graph import Graph
from kg.ontology import packaged
from kg.pipeline.corpus import build

POST = "青岛市市长周立民参加了会议。"
PLACE = "镇海区位于宁波市。"


@pytest.fixture
def folder(tmp_path):
    """Return how to fill a folder with texts."""

    def fill(**texts: str):
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return tmp_path

    return fill


def names(graph: Graph) -> set[str]:
    return {entity.name for entity in graph.entities}


def test_documents_of_a_folder_become_one_graph(folder):
    found = build([folder(a=POST, b="周立民任青岛市市长。", c=PLACE)], background=False)
    assert (found.documents, found.problems, found.refusals) == (3, (), ())
    assert [entity.documents for entity in found.graph.find("青岛市")] == [("a.txt", "b.txt")]
    assert {article.documents for article in found.graph.articles} == {("a.txt",), ("b.txt",), ("c.txt",)}


def test_the_order_of_paths_does_not_change_the_graph(folder):
    path = folder(a=POST, b=PLACE)
    paths = [path / "a.txt", path / "b.txt"]
    assert build(paths).graph.digest() == build(paths[::-1]).graph.digest()


def test_what_cannot_be_read_is_a_problem_that_says_where(folder):
    path = folder(a=POST, empty="")
    found = build([path, path / "nosuch.txt"])
    assert found.documents == 1
    assert [problem.where for problem in found.problems] == [str(path / "empty.txt"), str(path / "nosuch.txt")]
    assert "周立民" in names(found.graph)


def test_a_document_given_twice_is_read_once_and_told(folder):
    path = folder(a=POST)
    found = build([path / "a.txt", path])
    assert found.documents == 1
    assert ["taken by" in problem.message for problem in found.problems] == [True]


def test_nothing_readable_names_every_problem(folder):
    path = folder(empty="")
    with pytest.raises(SourceError) as caught:
        build([path / "empty.txt", path / "nosuch.txt"])
    assert str(path / "empty.txt") in str(caught.value)
    assert str(path / "nosuch.txt") in str(caught.value)


def test_every_source_is_announced_once_in_the_order_read(folder):
    seen = []
    build([folder(b=PLACE, a=POST)], on_source=lambda source: seen.append(source.id))
    assert seen == ["a.txt", "b.txt"]


def test_the_gazetteer_adds_containment_as_background(folder):
    path = folder(a=PLACE)
    alone, told = build([path], background=False).graph, build([path]).graph
    assert not [claim for claim in alone.statements if claim.background]
    added = [claim for claim in told.statements if claim.background]
    assert {(claim.subject.name, claim.object.name) for claim in added} == {("宁波市", "浙江省"), ("浙江省", "中国")}
    assert all((claim.documents, claim.evidence, claim.confidence) == ((), (), 1.0) for claim in added)


def test_background_does_not_repeat_what_a_text_states(folder):
    within = [
        claim.background
        for claim in build([folder(a=PLACE)]).graph.statements
        if (claim.subject.name, claim.predicate) == ("镇海区", "partOf")
    ]
    assert within == [False]


def test_a_place_known_only_from_the_gazetteer_stands_in_no_document(folder):
    (country,) = build([folder(a=PLACE)]).graph.find("中国")
    assert (country.documents, country.mentions, country.code) == ((), (), "CN")


@pytest.mark.parametrize(("day", "published"), [(date(2024, 3, 5), "2024-03-05"), (None, None)])
def test_the_date_given_is_that_of_texts_that_carry_none(folder, day, published):
    (article,) = build([folder(a=POST)], published=day).graph.articles
    assert article.published == published


def test_the_date_of_a_record_is_kept(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(f'{{"id": "x", "text": "{POST}", "published": "2023-01-02"}}\n', encoding="utf-8")
    (article,) = build([path], published=date(2024, 3, 5)).graph.articles
    assert article.published == "2023-01-02"


def test_standard_input_is_a_document_of_its_own(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POST.encode()), encoding="utf-8"))
    found = build(["-"])
    assert found.documents == 1
    assert [article.documents for article in found.graph.articles] == [("stdin",)]


def test_a_refusal_says_which_statement_and_why(folder):
    graph = build([folder(a=POST)], background=False).graph
    (person,), (city,) = graph.find("周立民"), graph.find("青岛市")
    wrong = statement(city.ref, "holdsPost", person.ref, confidence=0.9, extractor="test", rule="test/wrong")
    refused: list[Refusal] = []
    kept = fuse([Graph.of([*graph.records(), wrong])], packaged(), refused.append)
    assert kept.digest() == graph.digest()
    assert [str(refusal) for refusal in refused] == [
        "青岛市 holdsPost 周立民: holdsPost does not run from City to Person (test/wrong)"
    ]
