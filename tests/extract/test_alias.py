"""Second names that a text defines in brackets after the first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.alias import ALIAS, aliases
from kg.grammar.example import marked
from kg.layout.sentence import sentences
from kg.model.mention import Relation
from kg.model.text import Alignment, Document, Segment, Source, Span


def relations(example: str) -> tuple[Relation, ...]:
    text, mentions = marked(example)
    alignment = Alignment((Segment(0, 0, len(text)),) if text else ())
    cut = tuple(sentences(text, Span(0, len(text))))
    return aliases(Document(Source("a", text, ""), 0, text, alignment, sentences=cut), mentions)


def read(example: str) -> list[tuple[str, str]]:
    return [(relation.subject.text, relation.object.text) for relation in relations(example)]


@pytest.mark.parametrize(
    ("example", "second"),
    [
        ("{Company|青川海岚电子有限公司}（以下简称“海岚电子”）投产。", "海岚电子"),
        ("{Company|青川海岚电子有限公司}（下称海岚电子）投产。", "海岚电子"),
        ("{Company|青川海岚电子有限公司}（简称：海岚电子）投产。", "海岚电子"),
        ("{Company|青川海岚电子有限公司}（下文简称为“海岚”）投产。", "海岚"),
        ("{Company|青川海岚电子有限公司}(以下统称“海岚系”)投产。", "海岚系"),
        ("{Institute|南江大学}（又称“南大”）成立。", "南大"),
        ("{Policy|区域全面经济伙伴关系协定}（RCEP）生效。", "RCEP"),
        ("{Organization|亚太气象组织}（英文简称APMO）成立。", "APMO"),
        ("{Company|海岚集团}（Hailan Holdings Limited，总部位于杭州）上市。", "Hailan Holdings Limited"),
        ("{Policy|服务消费提升行动方案}（以下简称《方案》）印发。", "方案"),
    ],
)
def test_brackets_after_a_name_define_a_second(example, second):
    name = marked(example)[1][0].text
    assert read(example) == [(name, second)]


@pytest.mark.parametrize(
    "example",
    [
        "{Company|海岚集团}（总部位于青川）上市。",
        "{Company|海岚集团}（2024年成立）上市。",
        "{Company|海岚集团}号称最大。",
        "一家公司（以下简称“海岚”）投产。",
        "{Company|海岚集团}投产，产品（简称“海岚一号”）上市。",
        "{Company|海岚集团}（）上市。",
        "{Company|海岚集团}（以下简称“海岚”投产。",
        "{Company|海岚集团}。（以下简称“海岚”）投产。",
        "",
    ],
)
def test_other_brackets_define_none(example):
    assert read(example) == []


def test_a_second_name_has_the_class_of_the_first_and_the_words_as_evidence():
    example = "近日，{Company|青川海岚电子有限公司}（以下简称“海岚电子”）投产。"
    (relation,) = relations(example)
    text = marked(example)[0]
    assert (relation.predicate, relation.extractor, relation.modality) == (ALIAS, "alias", "asserted")
    assert relation.object.type == relation.subject.type == "Company"
    assert relation.object.span.of(text) == relation.object.text == "海岚电子"
    assert relation.object.rule == relation.rule
    (whole,) = relation.spans
    assert whole.of(text) == "青川海岚电子有限公司（以下简称“海岚电子”）"


def test_a_second_name_that_is_itself_a_mention_is_read_once():
    assert read("{Company|青川海岚电子有限公司}（下称“{Company|海岚电子}”）投产。") == [
        ("青川海岚电子有限公司", "海岚电子")
    ]


def test_every_name_of_a_sentence_has_its_own_second():
    assert read("{Company|青川海岚电子有限公司}（下称“海岚电子”）与{Institute|南江理工大学}（下称“南理工”）签约。") == [
        ("青川海岚电子有限公司", "海岚电子"),
        ("南江理工大学", "南理工"),
    ]


def test_brackets_of_another_sentence_belong_to_its_own_name():
    assert read("{Company|海岚集团}投产。{Institute|南江理工大学}（下称“南理工”）祝贺。") == [
        ("南江理工大学", "南理工")
    ]


@given(st.text(st.sampled_from("（）()“”《》下简称海岚RCEP，。、 "), max_size=24))
def test_whatever_follows_a_name_a_second_name_is_text_in_brackets_after_it(tail):
    example = "{Company|青川电子公司}" + tail
    text = marked(example)[0]
    for relation in relations(example):
        assert relation.subject.text == "青川电子公司"
        assert relation.object.span.of(text) == relation.object.text != ""
        assert text[len("青川电子公司") : relation.object.span.start].count("（") + tail.count("(") > 0
        assert relation.object.span in relation.spans[0]
