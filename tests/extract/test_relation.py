"""What sentences state of their mentions: rules, enumerations, topics, modality, evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stated import article, found, read

from kg.extract.relation import GRAMMARS, relations
from kg.grammar import load
from kg.grammar.example import marked
from kg.model.mention import Mention
from kg.model.text import Span
from kg.ontology import packaged


def test_a_clause_without_subject_is_of_the_last_topic():
    assert read(
        "近年来，{Province|南江}不断优化环境。",
        "在投资方面，出台实施“{Policy|惠企20条}”和{Policy|外贸促进方案}。",
    ) == {"南江 issues 惠企20条", "南江 issues 外贸促进方案"}


def test_a_stated_subject_goes_before_the_topic():
    assert read("近年来，{Province|南江}不断优化环境，{Agency|商务厅}印发《{Policy|惠企20条}》。") == {
        "商务厅 issues 惠企20条"
    }


def test_no_topic_no_relation():
    assert read("在投资方面，出台实施“{Policy|惠企20条}”。") == set()


def test_a_topic_is_no_title_of_a_speaker():
    assert read("{City|青川}市长{Person|李明}说，出台“{Policy|惠企20条}”。") == set()


def test_a_nominal_that_adjoins_a_name_is_no_mention_of_its_own():
    text = "青川公司推出小岚"
    mentions = (
        Mention(Span(0, 2), "City", "青川"),
        Mention(Span(2, 4), "Company", "公司", level="nominal"),
        Mention(Span(6, 8), "Product", "小岚"),
    )
    assert relations(article(text), mentions) == ()


def test_a_nominal_for_those_listed_before_is_no_mention_of_its_own():
    text, mentions = marked("{City|青川市}与{Company|海岚集团}、{Company|双溪集团}等12家企业签署协议。")
    firms = Mention(Span(text.index("企业"), text.index("企业") + 2), "Company", "企业", level="nominal")
    signed = [relation.object.text for relation in relations(article(text), (*mentions, firms))]
    assert signed == ["海岚集团", "双溪集团"]


def test_a_country_of_one_character_that_adjoins_a_name_is_no_mention_of_its_own():
    assert read("{Country|中}{Country|韩}{Place|四港}联动。") == set()


def test_evidence_runs_from_the_first_to_the_last_word_of_the_relation():
    (relation,) = found("据悉，{Company|海岚汽车}近日发布“{Product|岚影}”，售价不变。")
    text = marked("据悉，{Company|海岚汽车}近日发布“{Product|岚影}”，售价不变。")[0]
    assert relation.spans[0].of(text).startswith("海岚汽车近日发布“岚影")
    assert relation.rule == "production/makes"
    assert relation.extractor == "production"


def test_the_most_confident_reading_of_a_relation_is_kept():
    relation = max(found("{Company|海岚汽车}的车型{Product|岚影}"), key=lambda relation: relation.confidence)
    rules = {rule.id: rule for rule in load("production").rules}
    masked = [rule for rule in rules.values() if rule.name in {"of-maker", "by-kind"}]
    assert relation.confidence == max(rule.text.confidence for rule in masked)
    assert rules[relation.rule] in masked


@pytest.mark.parametrize("mark", ["、", "，", "和", "的"])
@pytest.mark.parametrize("kind", ["Person", "Company", "Product", "Event", "Policy", "City"])
def test_a_long_enumeration_that_leads_nowhere_is_left(kind, mark):
    assert not {line for line in read(f"{{{kind}|双溪}}{mark}" * 200 + "。") if "partOf" not in line}


def test_values_and_empty_documents_are_no_trouble():
    assert relations(article(""), ()) == ()
    assert read("{Quantity|3家}比{Period|去年}多。") == set()


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_rule_reads_a_relation_of_the_ontology(name):
    for rule in load(name).rules:
        predicate = packaged().predicate(rule.text.predicate)
        lacking = {"subject", "object"} - set(rule.regex.groupindex)
        topics = {topic.name for topic in load("topic").rules}
        assert len(lacking) <= 1, rule.id
        assert bool(rule.text.type) == bool(lacking) or predicate.symmetric, rule.id
        assert not rule.text.type or rule.text.type in topics, rule.id


PIECES = (
    "{Company|海岚}",
    "{City|青川}",
    "{Product|小岚}",
    "{Event|论坛}",
    "{Policy|条例}",
    "{Facility|工厂}",
    *"，。的在与和、由将“”😀",
    *("发布", "举行", "位于", "建设", "旗下", "联合", "夺得"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_relations_hold_to_their_text_and_to_the_ontology(parts):
    text, mentions = marked("".join(parts))
    for relation in relations(article(text), mentions):
        for mention in (relation.subject, relation.object):
            assert mention.span.of(text) == mention.text
        assert packaged().admits(relation.predicate, relation.subject.type, relation.object.type)
        assert all(0 <= span.start < span.end <= len(text) for span in relation.spans)
        assert 0 < relation.confidence < 1
