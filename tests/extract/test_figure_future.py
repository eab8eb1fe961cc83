"""What is to come: by its clause, with what it is one of, and from sentence to sentence."""

import measured
import pytest

from kg.extract.figure_clause import read
from kg.extract.figure_future import goes_on, is_ahead, takes_up
from kg.extract.figure_left import reading
from kg.model.text import Span


def kinds(text):
    return "".join(relation.object.kind[0] for relation in measured.read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by the words of its clause
        ("5年内形成支柱产业3个。", "f"),
        ("近3年内形成支柱产业3个。", "l"),
        ("6年内下降了3个百分点。", "c"),
        ("用3年时间推广150项工艺。", "f"),
        ("将首次开设2条线路。", "f"),
        ("将布局机场16个。", "f"),
        ("已规划建设3个港区。", "l"),
        ("规划占地1500亩。", "l"),
        ("速率将由目前的11兆提升至20兆。", "lf"),
        ("营业利润率目标从此前的8%降至7%。", "ff"),
        ("降价幅度将在8%以内。", "f"),
        ("确保村集体年增收20万元。", "f"),
        ("为确保安全，出动警力80名。", "l"),
        ("未来产业加快发展，建设平台3个。", "l"),
        # what is listed as an aim or a step to take
        ("今年的主要目标是：产值增长7%；出口占比提高2个百分点，绿地面积达5亩。", "fff"),
        ("接下来，2025年全市将增强培育，实施培育行动，培育企业30家。", "f"),
        ("接下来，全市将增强能力，目前已培育企业30家。", "l"),
        ("全市将全力打造生态，围绕产业抓项目，新增企业30家。", "f"),
        # of a time to come
        ("今年底前，速率提升至20兆。", "f"),
        ("截至6月底，产值5亿元。", "l"),
        ("建成投产后，产品可用于建筑等行业，可实现年销售收入2亿元。", "f"),
        ("年产值可达3亿元；时速可达350公里。", "fl"),
        # with what it is one of
        ("力争产值突破5亿元，培育企业30家。", "ff"),
        ("力争产值突破5亿元；现有企业30家。", "fl"),
        ("力争产值突破5亿元，目前已有企业30家。", "fl"),
        ("项目建成后，年产值将突破5亿元，利润达1亿元，占地300亩。", "ffl"),
        ("预计发送旅客5万人次，加开列车30列。", "fl"),
        # from sentence to sentence
        ("到2027年，产值突破5亿元。培育企业30家，新建工厂5座。", "fff"),
        ("到2027年，产值突破5亿元。\n着力提升能力，推广工艺30项。", "ff"),
        ("到2027年，产值突破5亿元。培育了企业30家。", "fl"),
        ("到2027年，产值突破5亿元。去年，全市培育企业30家。", "fl"),
        ("产值突破5亿元。培育企业30家。", "ll"),
    ],
)
def test_what_is_to_come_is_a_forecast(text, expected):
    assert kinds(text) == expected


def clauses(text):
    return read(text, Span(0, len(text)), [])


def test_a_plan_that_something_is_a_part_of_is_none():
    sentence = clauses("收入占全年计划的")
    end = len(sentence.text)
    assert not is_ahead(sentence, 0, end, reading(sentence.text, 0), led=False)
    sentence = clauses("预计收入")
    assert is_ahead(sentence, 0, len(sentence.text), reading(sentence.text, 0), led=False)


def test_a_clause_that_leads_up_to_a_figure_tells_of_it():
    sentence = clauses("预计明年投产，产值")
    left = reading("产值", 7)
    assert is_ahead(sentence, 1, len(sentence.text), left, led=True)
    assert not is_ahead(sentence, 1, len(sentence.text), left, led=False)


def test_what_is_to_come_goes_on_within_its_part_of_a_sentence():
    sentence = clauses("产值5，建厂3；建桥2")
    assert goes_on(sentence, 1, 2, 6)
    assert not goes_on(sentence, 2, 2, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("加快打造集群", True), ("新培育企业", True), ("培育了企业", False), ("全市培育企业", False), ("", False)],
)
def test_a_sentence_takes_up_what_is_to_be_done(text, expected):
    sentence = clauses(text)
    assert takes_up(sentence, len(sentence.text)) is expected
