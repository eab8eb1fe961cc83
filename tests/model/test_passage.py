"""Evidence in its sentence: cut on code points, marked, wherever the layout broke it."""

import harbour
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.graph import Article, Evidence
from kg.model.passage import Passage, Passages, Segment


def article(text: str, *spans: tuple[int, int], document: str = "a.txt", name: str = "article/1") -> Article:
    return Article(name, (document,), "题", "article", None, None, "0", text, spans or ((0, len(text)),))


def evidence(source: str, *texts: str, document: str = "a.txt") -> list[Evidence]:
    starts = [source.index(text) for text in texts]
    return [Evidence(document, start, start + len(text), text) for start, text in zip(starts, texts, strict=True)]


def shown(passage: Passage) -> str:
    return "".join(f"[{segment.text}]" if segment.marked else segment.text for segment in passage.segments)


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("前一句。周宁任经理。后一句。", "周宁任经理", "[周宁任经理]。"),
        ("周宁任经理", "经理", "周宁任[经理]"),
        ("他来了。“好！”周宁任经理。", "周宁", "“好！”[周宁]任经理。"),
        ("真的？！周宁来了。", "周宁", "[周宁]来了。"),
        ("标题\n\n　　周宁来了。", "来了", "周宁[来了]。"),
        ("一。二。三。", "一。二", "[一。二]。"),
        ("🚢🚢。👨‍👩‍👧周宁🚢来了。", "周宁🚢", "👨‍👩‍👧[周宁🚢]来了。"),
    ],
)
def test_evidence_stands_in_its_sentence(text, marked, expected):
    [found] = Passages([article(text)]).of(evidence(text, marked))
    assert shown(found) == expected
    assert found.article == "article/1"


def test_evidence_in_one_sentence_shares_a_passage():
    text = "周宁和林远去了海川。"
    [found] = Passages([article(text)]).of(evidence(text, "周宁", "海川"))
    assert shown(found) == "[周宁]和林远去了[海川]。"


def test_a_quotation_broken_by_its_speaker_is_one_passage():
    text = "“建港。”他说。“扩港。”她说。"
    [found] = Passages([article(text)]).of(evidence(text, "建港", "扩港"))
    assert shown(found) == "“[建港]。”他说。“[扩港]。”她说。"


def test_evidence_far_apart_has_passages_of_its_own():
    text = f"周宁来了。{'中间一句。' * 9}林远走了。"
    found = Passages([article(text)]).of(evidence(text, "周宁", "林远"))
    assert [shown(passage) for passage in found] == ["[周宁]来了。", "[林远]走了。"]


def test_evidence_that_touches_or_overlaps_is_one_mark():
    text = "海川港务集团来了。"
    [found] = Passages([article(text)]).of(evidence(text, "海川港务", "港务集团"))
    assert shown(found) == "[海川港务集团]来了。"


def test_evidence_that_the_layout_cut_is_joined_again():
    pieces = harbour.evidence("海川港务集", "团总经理周宁")
    [found] = Passages(harbour.GRAPH.articles).of(pieces)
    assert shown(found).startswith("[海川港务集团总经理周宁]介绍，")
    assert (found.start, found.end) == (pieces[0].start, pieces[1].end)
    assert found.article == harbour.REPORT.id


def test_evidence_in_a_caption_stands_in_the_caption():
    [found] = Passages(harbour.GRAPH.articles).of(harbour.evidence("林远摄"))
    assert shown(found) == "[林远摄]"
    assert found.article == harbour.PHOTO.id


def test_a_long_sentence_is_shortened_far_from_the_mark():
    text = f"{'甲' * 500}周宁{'乙' * 500}。"
    [found] = Passages([article(text)]).of(evidence(text, "周宁"))
    assert shown(found) == f"…{'甲' * 160}[周宁]{'乙' * 160}…"


@pytest.mark.parametrize(
    "item",
    [Evidence("b.txt", 0, 2, "周宁"), Evidence("a.txt", 90, 92, "周宁"), Evidence("a.txt", 1, 3, "林远")],
    ids=["no such document", "beyond every article", "other text there"],
)
def test_evidence_that_no_article_holds_stands_alone(item):
    [found] = Passages([article("周宁来了。")]).of([item])
    assert found.segments == (Segment(item.text, marked=True),)
    assert found.article is None
    assert (found.document, found.start, found.end) == (item.document, item.start, item.end)


def test_a_statement_without_evidence_has_no_passage():
    assert Passages([]).of([]) == ()


def test_passages_come_in_the_order_of_the_documents():
    articles = [article("周宁来了。", document=name, name=f"article/{name}") for name in ("b", "a")]
    found = Passages(articles).of([Evidence(name, 0, 2, "周宁") for name in ("b", "a")])
    assert [passage.document for passage in found] == ["a", "b"]


@given(data=st.data(), raw=st.text(st.sampled_from("甲乙。！\n“”🚢 a"), min_size=1, max_size=60))
def test_marks_are_the_evidence_on_any_text(data, raw):
    cut = data.draw(st.integers(0, len(raw)))
    gap = data.draw(st.integers(0, len(raw) - cut))
    text = raw[:cut] + raw[cut + gap :]
    held = article(text, (0, cut), (cut + gap, len(raw)))
    start, end = sorted(data.draw(st.tuples(st.integers(0, cut), st.integers(0, cut))))
    [found] = Passages([held]).of([Evidence("a.txt", start, end, raw[start:end])])
    assert [segment.text for segment in found.segments if segment.marked] == [raw[start:end]]
    assert "".join(segment.text for segment in found.segments).strip("…") in text
