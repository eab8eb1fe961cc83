"""A small graph of news, as a build gives it: people, posts, places, figures, quotations and a plan."""

from decimal import Decimal
from typing import Any

from kg.model.claim import figure, statement
from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Statement
from kg.model.ident import area, ident
from kg.ontology import packaged

TEXTS = {
    "page.txt": "江城市市长兼开发区主任周岚说，2024年北京市机器人产值近3500亿元。“我们要让机器人走进工厂。”",
    "plant.txt": "明州机器人有限公司位于北京市，将在江城市建厂。周岚任江城市市长。",
}


def said(document: str, text: str) -> Evidence:
    """Return the first place of a document that reads so."""
    start = TEXTS[document].index(text)
    return Evidence(document, start, start + len(text), text)


def entity(kind: str, name: str, *mentions: Evidence, code: str | None = None) -> Entity:
    """Return an entity of a class; what its mentions call it otherwise are its aliases."""
    return Entity(
        id=area(code) if code else ident(kind.lower(), name),
        types=packaged().types(kind),
        name=name,
        aliases=tuple(sorted({item.text for item in mentions} - {name})),
        documents=tuple(sorted({item.document for item in mentions})),
        mentions=mentions,
        code=code,
    )


def claim(
    subject: Entity | Article,
    predicate: str,
    target: Entity | Figure | Quotation,
    *evidence: Evidence,
    **fields: Any,
) -> Statement:
    """Return a statement with what they have in common filled in."""
    given = {"confidence": 0.9, "extractor": "test", "rule": "test/rule", "evidence": evidence, **fields}
    return statement(subject.ref, predicate, target.ref if isinstance(target, Entity) else target, **given)


PAGE, PLANT = TEXTS
MAYOR = entity("Person", "周岚", said(PAGE, "周岚"), said(PLANT, "周岚"))
COMPANY = entity("Company", "明州机器人有限公司", said(PLANT, "明州机器人有限公司"))
BEIJING = entity("Municipality", "北京市", said(PAGE, "北京市"), said(PLANT, "北京市"), code="110000")
CITY = entity("City", "江城市", said(PAGE, "江城市"), said(PLANT, "江城市"))
CHINA = entity("Country", "中国", code="CN")
OUTPUT = figure(
    indicator="机器人产值",
    about=BEIJING.ref,
    value=Decimal("3.5E+11"),
    unit="元",
    comparator="~",
    kind="level",
    period="2024",
    text="近3500亿元",
)
WORDS = Quotation(id=ident("quote", "direct", "机器人"), mode="direct", text="我们要让机器人走进工厂。")
ARTICLES = [
    Article(
        id=ident("article", name, "0"),
        documents=(name,),
        name=text[:6],
        kind="article",
        published="2025-07-18",
        publisher="新华社",
        sha256=ident("text", text),
        text=text,
        spans=((0, len(text)),),
    )
    for name, text in TEXTS.items()
]


def post(title: str, day: str, evidence: Evidence, confidence: float = 0.9) -> Statement:
    """Return a statement that the mayor holds a post in the city."""
    qualifiers = {"title": title, "as_of": day}
    return claim(MAYOR, "holdsPost", CITY, evidence, qualifiers=qualifiers, confidence=confidence)


GRAPH = Graph.of(
    [
        *(MAYOR, COMPANY, BEIJING, CITY, CHINA, *ARTICLES),
        post("市长", "2025-07-18", said(PAGE, "江城市市长兼开发区主任周岚")),
        post("市长", "2025-07-20", said(PLANT, "周岚任江城市市长"), confidence=0.8),
        post("开发区主任", "2025-07-18", said(PAGE, "开发区主任周岚")),
        claim(MAYOR, "states", OUTPUT, said(PAGE, "2024年北京市机器人产值近3500亿元")),
        claim(MAYOR, "says", WORDS, said(PAGE, "我们要让机器人走进工厂。")),
        claim(COMPANY, "locatedIn", BEIJING, said(PLANT, "明州机器人有限公司位于北京市")),
        claim(COMPANY, "locatedIn", CITY, said(PLANT, "将在江城市建厂"), modality="planned"),
        claim(BEIJING, "partOf", CHINA, background=True, confidence=1.0),
    ]
)
