"""Fusing: one statement a claim, one entity a thing, within the ontology's limits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.fuse import Refusal, fuse
from kg.model.claim import figure, statement
from kg.model.graph import Article, Entity, Evidence, Graph
from kg.model.ident import ident
from kg.ontology import packaged


def entity(
    kind: str, name: str, document: str = "a.txt", aliases: tuple[str, ...] = (), code: str | None = None
) -> Entity:
    mentions = (Evidence(document, 0, len(name), name),)
    key = f"area/{code}" if code else ident(kind.lower(), name)
    return Entity(key, packaged().types(kind), name, aliases, (document,), mentions, code)


def located(
    subject: Entity, target: Entity, document: str = "a.txt", confidence: float = 0.9, rule: str = "location/x"
):
    found = (Evidence(document, 0, 2, "证据"),)
    return statement(
        subject.ref, "locatedIn", target.ref, evidence=found, confidence=confidence, extractor="location", rule=rule
    )


FIRM = entity("Company", "深圳云帆科技有限公司", "a.txt", ("云帆科技",))
CITY = entity("City", "深圳市", "a.txt", ("深圳",), "440300")


def one(*records) -> Graph:
    return Graph.of(records)


def test_one_claim_of_two_documents_is_one_statement_with_both_evidences():
    again = entity("Company", "深圳云帆科技有限公司", "b.txt")
    city = entity("City", "深圳市", "b.txt", code="440300")
    graph = fuse(
        [one(FIRM, CITY, located(FIRM, CITY)), one(again, city, located(again, city, "b.txt", 0.95, "location/y"))],
        packaged(),
    )
    (claim,) = graph.statements
    assert claim.documents == ("a.txt", "b.txt")
    assert [item.document for item in claim.evidence] == ["a.txt", "b.txt"]
    assert (claim.confidence, claim.rule) == (0.95, "location/y")
    assert [found.documents for found in graph.entities] == [("a.txt", "b.txt"), ("a.txt", "b.txt")]


def test_a_short_name_that_another_document_establishes_is_the_same_entity():
    short = entity("Company", "云帆科技", "b.txt")
    city = entity("City", "深圳市", "b.txt", code="440300")
    graph = fuse([one(FIRM, CITY), one(short, city, located(short, city, "b.txt"))], packaged())
    assert [found.name for found in graph.entities] == ["深圳市", "深圳云帆科技有限公司"]
    (claim,) = graph.statements
    assert claim.subject == FIRM.ref
    assert claim.id == located(FIRM, CITY).id


def test_a_figure_follows_the_entity_that_it_is_about():
    short = entity("Company", "云帆科技", "b.txt")
    turnover = figure(
        indicator="营收", about=short.ref, value=Decimal(5), unit="元", comparator="=", kind="level", text="5元"
    )
    article = Article("article/b", ("b.txt",), "甲", "article", None, None, "", "", ())
    said = statement(article.ref, "states", turnover, confidence=0.9, extractor="figure", rule="figure/x")
    graph = fuse([one(FIRM), one(short, article, said)], packaged())
    assert graph.statements[0].object.about == FIRM.ref


def test_a_short_name_of_two_things_joins_neither():
    other = entity("Company", "杭州云帆科技有限公司", "c.txt", ("云帆科技",))
    short = entity("Company", "云帆科技", "b.txt")
    graph = fuse([one(FIRM), one(other), one(short)], packaged())
    assert len(graph.entities) == 3


def test_a_body_that_only_its_text_tells_the_area_of_joins_none_of_another_text():
    full = entity("Agency", "青川市教育局", "a.txt", ("市教育局",))
    other = entity("Agency", "市教育局", "b.txt")
    assert {found.name for found in fuse([one(full), one(other)], packaged()).entities} == {"青川市教育局", "市教育局"}


def test_people_of_one_name_and_places_with_codes_do_not_join_by_alias():
    person = entity("Person", "云帆科技", "b.txt")
    district = entity("County", "深圳", "b.txt", code="999999")
    graph = fuse([one(FIRM, CITY), one(person, district)], packaged())
    assert len(graph.entities) == 4


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (located(CITY, FIRM), "locatedIn does not run from City to Company"),
        (located(FIRM, FIRM), "says a thing of itself"),
        (located(FIRM, entity("City", "无名", "z.txt")), "no record of"),
    ],
)
def test_what_the_ontology_does_not_admit_is_refused_with_its_reason(claim, reason):
    refused: list[Refusal] = []
    graph = fuse([one(FIRM, CITY, claim)], packaged(), refused.append)
    assert graph.statements == ()
    assert reason in refused[0].reason
    assert claim.rule in str(refused[0])


def test_fusing_again_changes_nothing():
    graph = fuse([one(FIRM, CITY, located(FIRM, CITY))], packaged())
    assert fuse([graph, graph], packaged()).digest() == graph.digest()


@given(st.permutations(range(4)))
def test_the_order_of_sources_does_not_matter(order):
    graphs = [
        one(FIRM, CITY, located(FIRM, CITY)),
        one(entity("Company", "云帆科技", "b.txt")),
        one(entity("Organization", "深圳云帆科技有限公司", "c.txt")),
        one(CITY, FIRM, located(FIRM, CITY, "d.txt", 0.7)),
    ]
    assert fuse([graphs[i] for i in order], packaged()).digest() == fuse(graphs, packaged()).digest()


def test_a_figure_that_two_state_in_their_own_words_has_one_wording():
    speakers = [entity("Person", "林岚"), entity("Person", "何扬", "b.txt")]
    claims = [
        statement(
            speaker.ref,
            "states",
            figure(indicator="营收", value=Decimal(5), unit="元", comparator="~", kind="level", text=text),
            confidence=0.9, extractor="figure", rule="figure/x",
        )
        for speaker, text in zip(speakers, ("约5元", "近5元"), strict=True)
    ]  # fmt: skip
    graph = fuse([one(speakers[0], claims[0]), one(speakers[1], claims[1])], packaged())
    assert {claim.object.text for claim in graph.statements} == {min("约5元", "近5元")}
