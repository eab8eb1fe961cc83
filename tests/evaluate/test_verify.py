"""Verifying: every character of evidence, mentions and articles is compared with the sources."""

import harbour
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import TEXTS, entities, sources

from kg.errors import EvidenceError
from kg.evaluate import Verified, verify
from kg.model.graph import Article, Entity, Evidence, Graph
from kg.model.text import Source

SOURCE = Source(harbour.DOCUMENT, harbour.RAW, "0" * 64)


def graph(**changes: object) -> Graph:
    """The harbour's graph with its report changed."""
    report = msgspec.structs.replace(harbour.REPORT, **changes)
    return Graph.of([*harbour.ENTITIES, *harbour.STATEMENTS, report, harbour.PHOTO])


def mentioned(*items: Evidence) -> Graph:
    """A graph of one entity with these mentions."""
    return Graph.of([Entity("person/1", ("Person",), "周宁", mentions=items)])


def said(item: Evidence) -> Graph:
    """A graph of one statement with this evidence."""
    claim = msgspec.structs.replace(harbour.STATEMENTS[0], evidence=(item,))
    return Graph.of([claim])


def test_what_is_exact_is_counted():
    assert verify(harbour.GRAPH, [SOURCE]) == Verified(
        documents=1,
        evidence=sum(len(claim.evidence) for claim in harbour.STATEMENTS),
        mentions=sum(len(entity.mentions) for entity in harbour.ENTITIES),
        articles=2,
    )


def test_an_empty_graph_needs_no_source():
    assert verify(Graph(), []) == Verified(0, 0, 0, 0)
    assert verify(Graph(), [SOURCE]) == Verified(0, 0, 0, 0)


def test_background_needs_no_source():
    claim = next(claim for claim in harbour.STATEMENTS if claim.background)
    assert verify(Graph.of([claim, harbour.COUNTRY]), []).documents == 0


def test_sources_that_the_graph_does_not_speak_of_are_passed_over():
    other = Source("别处.txt", "海川市昨日有雨。", "")
    assert verify(harbour.GRAPH, [other, SOURCE, other]) == verify(harbour.GRAPH, [SOURCE])


def test_a_source_read_twice_is_compared_once():
    assert verify(harbour.GRAPH, [SOURCE, msgspec.structs.replace(SOURCE, text="")]).documents == 1


@pytest.mark.parametrize("build", [mentioned, said], ids=["mention", "evidence"])
@pytest.mark.parametrize(
    ("item", "says"),
    [
        (Evidence("a.txt", 0, 2, "周林"), "a.txt:0-2: differs at character 1: the source has '周宁', the graph '周林'"),
        (Evidence("a.txt", 1, 3, "周宁"), "a.txt:1-3: differs at character 0: the source has '宁说', the graph '周宁'"),
        (Evidence("a.txt", 0, 2, "周宁说"), "differs at character 2: the source has '周宁', the graph '周宁说'"),
        (Evidence("a.txt", 0, 3, "周宁"), "differs at character 2: the source has '周宁说', the graph '周宁'"),
        (Evidence("a.txt", 0, 2, ""), "differs at character 0: the source has '周宁', the graph ''"),
        (Evidence("a.txt", 90, 92, "周宁"), "a.txt:90-92: lies outside the source's 9 characters"),
        (Evidence("a.txt", 4, 5, "🚄"), "differs at character 0: the source has '🚢', the graph '🚄'"),
        (Evidence("a.txt", 3, 4, ","), "differs at character 0: the source has '，', the graph ','"),
    ],
    ids=["another character", "shifted", "longer", "shorter", "empty", "beyond the end", "emoji", "width"],
)
def test_a_difference_is_told_by_place_and_character(build, item, says):
    with pytest.raises(EvidenceError) as raised:
        verify(build(item), [Source("a.txt", "周宁说，🚢已到港。", "")])
    assert says in str(raised.value)


def test_an_emoji_is_one_character():
    text = "🚢👨‍👩‍👧周宁来了"
    start = text.index("周宁")
    item = Evidence("a.txt", start, start + 2, "周宁")
    assert verify(mentioned(item), [Source("a.txt", text, "")]).mentions == 1


def test_only_the_neighbourhood_of_a_difference_is_shown():
    text = f"{'甲' * 50}乙{'丙' * 50}"
    item = Evidence("a.txt", 0, len(text), text.replace("乙", "丁"))
    with pytest.raises(EvidenceError) as raised:
        verify(mentioned(item), [Source("a.txt", text, "")])
    assert f"'{'甲' * 10}乙{'丙' * 9}'" in str(raised.value)
    assert "甲" * 11 not in str(raised.value)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text": harbour.REPORT.text.replace("近300万箱", "近400万箱")}, "the graph '24年海川港吞吐量近400万箱"),
        ({"text": ""}, "differs at character 0"),
        ({"spans": ()}, "the source has ''"),
        ({"spans": harbour.REPORT.spans[::-1]}, "differs at character 0"),
        ({"spans": ((0, len(harbour.RAW)),)}, f"differs at character {len(harbour.REPORT_START)}"),
    ],
    ids=["a figure changed", "no text", "no spans", "spans in another order", "a caption inside"],
)
def test_an_article_is_the_characters_of_its_spans(changes, says):
    with pytest.raises(EvidenceError) as raised:
        verify(graph(**changes), [SOURCE])
    assert str(raised.value).startswith(f"{harbour.DOCUMENT} (article '海川智能码头启用'): ")
    assert says in str(raised.value)


@pytest.mark.parametrize(
    "found",
    [
        mentioned(Evidence("b.txt", 0, 2, "周宁"), Evidence("c.txt", 0, 2, "周宁")),
        said(Evidence("b.txt", 0, 2, "周宁")),
        Graph.of([Article("article/1", ("b.txt",), "题", "article", None, None, "", "", ())]),
    ],
    ids=["mention", "evidence", "article"],
)
def test_a_document_that_is_not_among_the_sources_is_named(found):
    with pytest.raises(EvidenceError, match=r"^b\.txt: .*not among the sources"):
        verify(found, [SOURCE])


def test_a_difference_goes_before_a_missing_document():
    found = mentioned(Evidence("a.txt", 0, 2, "周林"), Evidence("b.txt", 0, 2, "周宁"))
    with pytest.raises(EvidenceError, match="differs"):
        verify(found, [Source("a.txt", "周宁", "")])


@settings(max_examples=30, deadline=None)
@given(data=st.data(), texts=sources())
def test_mentions_cut_from_any_text_are_exact(data, texts):
    found = Graph.of(data.draw(entities(texts)))
    held = sum(len(entity.mentions) for entity in found.entities)
    assert verify(found, [Source(name, text, "") for name, text in texts.items()]).mentions == held


@settings(max_examples=30, deadline=None)
@given(text=TEXTS.filter(bool), data=st.data())
def test_one_character_changed_anywhere_is_found(text, data):
    at = data.draw(st.integers(0, len(text) - 1))
    changed = f"{text[:at]}{'乙' if text[at] != '乙' else '甲'}{text[at + 1 :]}"
    with pytest.raises(EvidenceError, match=f"differs at character {at}:"):
        verify(mentioned(Evidence("a.txt", 0, len(text), text)), [Source("a.txt", changed, "")])


@pytest.mark.parametrize(("start", "end"), [(-2, 4), (2, 100), (4, 2)])
def test_evidence_outside_its_source_is_a_difference(start, end):
    text = "我是周宁"
    entity = Entity("person/1", ("Person",), "周宁", (), ("a.txt",), (Evidence("a.txt", start, end, "周宁"),))
    with pytest.raises(EvidenceError, match="lies outside the source's 4 characters"):
        verify(Graph((entity,)), [Source("a.txt", text, "")])


def test_an_article_of_no_document_is_nothing_to_compare():
    article = Article("article/1", (), "题", "article", None, None, "", "", ())
    assert verify(Graph(articles=(article,)), []).documents == 0
