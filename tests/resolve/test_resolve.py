"""Resolving: names of one thing are one entity, nominals stand for names, relations become statements."""

import re
from datetime import date
from decimal import Decimal

import pytest

from kg.grammar.example import marked
from kg.model.graph import Graph
from kg.model.mention import Mention, Observation, Reading, Relation, Utterance
from kg.model.text import Alignment, Document, Source, Span
from kg.model.value import Period, Quantity
from kg.normalise.place import Gazetteer
from kg.resolve import resolve
from kg.resolve.background import with_background

GAZETTEER = Gazetteer()


def reading(text: str, *relations: tuple[str, str, str], number: int = 0, nominal: str = "") -> Reading:
    """An article of a source from marked text; relations are (subject, predicate, object) by their first words."""
    plain, mentions = marked(text)
    found = tuple(
        Mention(m.span, m.type, m.text, level="nominal" if nominal and re.fullmatch(nominal, m.text) else "name")
        if m.type != "City"
        else Mention(m.span, m.type, m.text, code=code_of(m.text))
        for m in mentions
    )
    by_text = {}
    for mention in found:
        by_text.setdefault(mention.text, mention)
    document = Document(
        Source("a.txt", plain, ""), number, plain, Alignment.of_spans([Span(0, len(plain))]),
        sentences=(Span(0, len(plain)),), published=date(2025, 8, 7),
    )  # fmt: skip
    said = tuple(
        Relation(predicate, by_text[subject], by_text[target], (by_text[subject].span,), "test/rule")
        for subject, predicate, target in relations
    )
    return Reading(document, found, said)


def code_of(name: str) -> str | None:
    codes = {place.code for place in GAZETTEER.lookup(name)}
    return codes.pop() if len(codes) == 1 else None


def names(graph: Graph) -> dict[str, tuple[str, ...]]:
    return {entity.name: entity.aliases for entity in graph.entities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{Company|深圳云帆飞机科技有限公司}投产，{Company|云帆飞机}总经理说",
            {"深圳云帆飞机科技有限公司": ("云帆飞机",)},
        ),
        ("{Company|小米}发布，{Company|小米汽车}交付", {"小米": (), "小米汽车": ()}),
        ("{Person|高塔姆·林德}创立，{Person|林德}说", {"高塔姆·林德": ("林德",)}),
        ("{Person|林岚山}创立，{Person|林先生}说", {"林岚山": ("林先生",)}),
        ("{City|杭州市}与{City|杭州}", {"杭州市": ("杭州",)}),
        ("{Event|2020年西湖论坛}、{Event|2024年西湖论坛}", {"2020年西湖论坛": (), "2024年西湖论坛": ()}),
        ("{Policy|《劳动法》}施行，{Policy|劳动法}规定", {"劳动法": ()}),
        ("{Person|林岚}与{Company|林岚}", {"林岚": ()}),
    ],
)
def test_names_of_one_thing_are_one_entity(text, expected):
    assert names(resolve([reading(text)], GAZETTEER)) == expected


def test_a_name_of_two_candidates_joins_neither():
    text = "{Company|深圳云帆科技有限公司}和{Company|杭州云帆科技有限公司}，{Company|云帆科技}说"
    assert len(resolve([reading(text)], GAZETTEER).entities) == 3


def test_names_join_over_all_articles_of_a_page():
    graph = resolve(
        [reading("{Company|深圳云帆飞机科技有限公司}投产"), reading("{Company|云帆飞机}说", number=1)], GAZETTEER
    )
    assert len(graph.entities) == 1
    assert len(graph.articles) == 2


def test_an_abbreviation_that_the_text_defines_joins_two_names():
    graph = resolve(
        [reading("{Organization|区域伙伴协定组织}（{Organization|RPO}）", ("区域伙伴协定组织", "alias", "RPO"))],
        GAZETTEER,
    )
    assert names(graph) == {"区域伙伴协定组织": ("RPO",)}
    assert graph.statements == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Company|云帆科技}成立。{Company|公司}总裁{Person|何扬}说", "云帆科技"),
        ("{Institute|青川大学}与{Institute|大豆育种中心}签约。{Institute|中心}主任{Person|何扬}说", "大豆育种中心"),
        ("{Company|云帆科技}、{Company|远山科技}投产。{Company|该公司}总裁{Person|何扬}说", "远山科技"),
    ],
)
def test_a_nominal_stands_for_the_nearest_name_of_its_class_and_head(text, expected):
    nominal = re.search(r"\|(公司|中心|该公司)\}", text).group(1)
    graph = resolve([reading(text, ("何扬", "holdsPost", nominal), nominal=nominal)], GAZETTEER)
    (claim,) = graph.statements
    assert claim.object.name == expected
    assert nominal not in {name for entity in graph.entities for name in (entity.name, *entity.aliases)}


def test_a_nominal_may_stand_for_an_area_that_only_another_name_holds():
    text = "{Product|江西省学校安全平台}上线，{Province|全省}开展{Policy|明亮工程}。"
    (found,) = resolve([reading(text, ("全省", "issues", "明亮工程"), nominal="全省")], GAZETTEER).statements
    assert found.subject.name == "江西省"


def test_a_nominal_without_a_name_before_it_makes_no_statement():
    text = "{Company|公司}总裁{Person|何扬}说，{Company|云帆科技}"
    assert resolve([reading(text, ("何扬", "holdsPost", "公司"), nominal="公司")], GAZETTEER).statements == ()


def test_a_post_is_held_as_of_the_day_of_the_article():
    (claim,) = resolve(
        [reading("{Company|云帆科技}总裁{Person|何扬}", ("何扬", "holdsPost", "云帆科技"))], GAZETTEER
    ).statements
    assert claim.qualifiers == {"as_of": "2025-08-07"}


def test_figures_and_quotations_become_nodes_and_the_article_states_what_no_one_does():
    base = reading("{Company|云帆科技}营收35亿元。{Person|何扬}说，很好。")
    firm, person = base.mentions
    text = base.document.text
    amount = Span(text.index("营收"), text.index("。"))
    relations = (
        Relation(
            "states", None,
            Observation(Quantity(Decimal("35E8"), "元"), "营收", "level", amount, firm, Period("2024", "2024")),
            (amount,), "figure/amount",
        ),
        Relation("says", person, Utterance((Span(len(text) - 3, len(text)),), "indirect"), (person.span,), "speech/x"),
    )  # fmt: skip
    graph = resolve([Reading(base.document, base.mentions, relations)], GAZETTEER)
    by_predicate = {claim.predicate: claim for claim in graph.statements}
    figure = by_predicate["states"].object
    assert by_predicate["states"].subject.type == "Article"
    assert (figure.value, figure.about.name, figure.period, figure.text) == (
        Decimal(3500000000), "云帆科技", "2024", "营收35亿元",
    )  # fmt: skip
    assert by_predicate["says"].object.text == "很好。"


def test_evidence_and_mentions_are_the_characters_of_the_source():
    source = Source("a.txt", "深圳云帆飞\n[图]\n机公司投产。", "")
    alignment = Alignment.of_spans([Span(0, 5), Span(10, len(source.text))])
    text = alignment.text(source.text)
    mention = Mention(Span(0, 8), "Company", text[:8])
    document = Document(source, 0, text, alignment, sentences=(Span(0, len(text)),))
    (entity,) = resolve([Reading(document, (mention,), ())], GAZETTEER).entities
    assert entity.name == "深圳云帆飞机公司"
    assert [item.text for item in entity.mentions] == ["深圳云帆飞", "机公司"]
    assert all(source.text[item.start : item.end] == item.text for item in entity.mentions)


def test_what_the_gazetteer_knows_of_places_is_background():
    graph = with_background(resolve([reading("{City|杭州}发布")], GAZETTEER), GAZETTEER)
    assert {(claim.subject.name, claim.object.name) for claim in graph.statements} == {
        ("浙江省", "中国"),
        ("杭州市", "浙江省"),
    }
    assert all(claim.background and not claim.documents for claim in graph.statements)
    assert {entity.name: entity.documents for entity in graph.entities}["中国"] == ()


def test_a_containment_that_the_text_states_stays_stated():
    base = reading("{Province|浙江}{City|杭州}")
    province = Mention(Span(0, 2), "Province", "浙江", code="330000")
    city = base.mentions[1]
    stated = Relation("partOf", city, province, (Span(0, 4),), "membership/adjacent")
    graph = with_background(resolve([Reading(base.document, (province, city), (stated,))], GAZETTEER), GAZETTEER)
    claim = next(claim for claim in graph.statements if claim.object.name == "浙江省")
    assert not claim.background
    assert claim.evidence[0].text == "浙江杭州"
