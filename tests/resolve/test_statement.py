"""Statements from relations: subjects, objects, qualifiers, evidence, and the articles they stand in."""

from decimal import Decimal

import msgspec
import pytest

from kg.model.mention import Observation, Relation, Utterance
from kg.model.text import Alignment, Document, Source, Span
from kg.model.value import Period, Quantity
from kg.resolve import resolve
from kg.resolve.statement import article

POST = "{Person|周宁}任{Company|青岚重工}总经理"


def posted(reading, **fields: object) -> Relation:
    """A relation between the first two mentions of a reading."""
    person, firm = reading.mentions[:2]
    return Relation("holdsPost", person, firm, (Span(person.span.start, firm.span.end),), "post/x", **fields)


def resolved(reading, *relations: Relation, gazetteer):
    """The statements of a reading with these relations."""
    return resolve([msgspec.structs.replace(reading, relations=relations)], gazetteer).statements


@pytest.mark.parametrize("modality", ["asserted", "planned", "former"])
def test_what_was_or_will_be_stays_so(read, gazetteer, modality):
    reading = read(POST)
    [claim] = resolved(reading, posted(reading, modality=modality), gazetteer=gazetteer)
    assert (claim.modality, claim.extractor, claim.rule) == (modality, "post", "post/x")


@pytest.mark.parametrize(
    ("published", "expected"),
    [(None, {"title": "总经理"}), ("read", {"as_of": "2025-07-03", "title": "总经理"})],
)
def test_a_post_has_the_day_of_an_article_that_has_one(read, gazetteer, published, expected):
    reading = read(POST) if published else read(POST, published=None)
    [claim] = resolved(reading, posted(reading, qualifiers=(("title", "总经理"),)), gazetteer=gazetteer)
    assert claim.qualifiers == expected


def test_only_posts_have_the_day_of_the_article(read, gazetteer):
    reading = read("{Company|青岚重工}位于{City|杭州}")
    firm, city = reading.mentions
    [claim] = resolved(reading, Relation("locatedIn", firm, city, (firm.span,), "location/x"), gazetteer=gazetteer)
    assert claim.qualifiers == {}


def test_split_evidence_is_as_many_items_in_one_document(read, gazetteer):
    reading = read(POST)
    person, firm = reading.mentions
    relation = msgspec.structs.replace(posted(reading), spans=(person.span, firm.span))
    [claim] = resolved(reading, relation, gazetteer=gazetteer)
    assert [item.text for item in claim.evidence] == ["周宁", "青岚重工"]
    assert claim.documents == ("a.txt",)


def test_a_nominal_with_a_code_names_its_place(read, gazetteer):
    reading = read("{Facility|海川港}是{Country|我国}大港")
    port, country = reading.mentions
    located = Relation("locatedIn", port, country, (country.span,), "location/x")
    [claim] = resolved(reading, located, gazetteer=gazetteer)
    assert country.level == "nominal"
    assert claim.object.name == "中国"


def test_a_claim_about_nothing_known_is_no_statement(read, gazetteer):
    reading = read("{Person|周宁}任{Company|公司}总经理")
    assert resolved(reading, posted(reading), gazetteer=gazetteer) == ()


def test_a_figure_said_by_no_one_known_is_said_by_the_article(read, gazetteer):
    reading = read("{Company|公司}称，营收5亿至6亿元")
    [firm] = reading.mentions
    text = reading.document.text
    span = Span(text.index("5亿"), len(text))
    quantity = Quantity(Decimal("5E8"), "元", "=", Decimal("6E8"))
    found = Observation(quantity, "营收", "level", span, None, Period("2021", None), "yoy")
    [claim] = resolved(reading, Relation("states", firm, found, (span,), "figure/x"), gazetteer=gazetteer)
    figure = claim.object
    assert claim.subject.type == "Article"
    assert (figure.value, figure.value_max, figure.period, figure.base) == (5 * 10**8, 6 * 10**8, "2021/", "yoy")
    assert (figure.text, figure.about) == ("5亿至6亿元", None)


def test_words_said_by_no_one_known_are_no_statement(read, gazetteer):
    reading = read("{Company|公司}称，很好")
    said = Relation("says", reading.mentions[0], Utterance((Span(4, 6),), "indirect"), (Span(0, 6),), "speech/x")
    assert resolved(reading, said, gazetteer=gazetteer) == ()


def test_a_quotation_is_its_parts_joined_without_the_speaker(read, gazetteer):
    reading = read("“建港。”{Person|周宁}说，“扩港🚢。”")
    text = reading.document.text
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in ("建港。", "扩港🚢。"))
    said = Relation("says", reading.mentions[0], Utterance(spans, "direct"), spans, "speech/x")
    [claim] = resolved(reading, said, gazetteer=gazetteer)
    assert (claim.object.text, claim.object.mode) == ("建港。扩港🚢。", "direct")


def test_no_object_is_the_article(read, gazetteer):
    reading = read("{Person|林远}摄", number=3)
    wrote = Relation("authorOf", reading.mentions[0], None, (Span(0, 2),), "byline/x", confidence=0.123456)
    [claim] = resolved(reading, wrote, gazetteer=gazetteer)
    assert claim.object == article(reading).ref
    assert claim.confidence == 0.1235


@pytest.mark.parametrize(
    ("text", "fields", "name"),
    [
        ("海川港启用\n海川市3日电", {"title": Span(0, 5)}, "海川港启用"),
        ("海川港　启用\n\n海川市3日电", {"title": Span(0, 8)}, "海川港 启用"),
        ("海川港启用。周宁说。", {"sentences": (Span(0, 6), Span(6, 10))}, "海川港启用。"),
        ("甲" * 40, {}, "甲" * 30),
        ("林远摄", {"sentences": ()}, "林远摄"),
        ("", {"sentences": ()}, ""),
    ],
    ids=["title", "spaces", "first sentence", "long", "no sentence", "empty"],
)
def test_an_article_is_named_by_its_title_or_first_words(read, text, fields, name):
    assert article(read(text, **fields)).name == name


def test_an_article_says_where_it_was_published_and_when(read):
    text = "海川晚报讯 海川港启用"
    assert article(read(text)).publisher == "海川日报"
    assert article(read(text, publisher=Span(0, 4))).publisher == "海川晚报"
    assert article(read(text)).published == "2025-07-03"
    assert article(read(text, published=None)).published is None


def test_two_articles_of_one_text_are_two(read):
    one, other = article(read("海川港启用")), article(read("海川港启用", number=1))
    assert one.id != other.id
    assert one.text == other.text


def test_an_article_is_the_characters_of_its_spans(read):
    source = Source("a.txt", "海川港\n🚢图\n启用。", "f" * 64)
    alignment = Alignment.of_spans([Span(0, 3), Span(7, 10)])
    reading = read("")
    document = Document(source, 0, alignment.text(source.text), alignment, kind="caption")
    found = article(msgspec.structs.replace(reading, document=document))
    assert "".join(source.text[start:end] for start, end in found.spans) == found.text == "海川港启用。"
    assert (found.kind, found.publisher, found.sha256) == ("caption", None, "f" * 64)
