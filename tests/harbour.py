"""An invented page of news about a harbour, and its graph: a report broken by a photo caption."""

from decimal import Decimal

from kg.model.claim import figure, statement
from kg.model.graph import Article, Entity, Evidence, Graph, Quotation, Ref, Statement
from kg.model.ident import area, ident
from kg.ontology import packaged

DOCUMENT = "港口.txt"
REPORT_START = "🚢海川智能码头启用\n\n海川市临港新区的智能码头3日启用。海川港务集"
CAPTION = "\n\n图为智能码头。林远摄\n\n"
REPORT_END = (
    "团总经理周宁介绍，2024年海川港吞吐量近300万箱，同比增长12.5%。“我们要建样板港。”周宁说。"
    "海川港务集团将与云岭大学合作。"
)
RAW = REPORT_START + CAPTION + REPORT_END


def evidence(*texts: str) -> tuple[Evidence, ...]:
    """Return the first places of texts on the page."""
    starts = [RAW.index(text) for text in texts]
    return tuple(Evidence(DOCUMENT, start, start + len(text), text) for start, text in zip(starts, texts, strict=True))


def entity(kind: str, name: str, *aliases: str, code: str | None = None) -> Entity:
    """Return an entity, mentioned where its names first stand."""
    return Entity(
        id=area(code) if code else ident(kind.lower(), name),
        types=packaged().types(kind),
        name=name,
        aliases=aliases,
        documents=(DOCUMENT,),
        mentions=tuple(sorted(evidence(*(part for part in (name, *aliases) if part in RAW)))),
        code=code,
    )


CITY = entity("City", "海川市", "海川", code="999900")
ZONE = entity("Place", "临港新区")
WHARF = entity("Facility", "智能码头")
PORT = entity("Facility", "海川港")
GROUP = entity("Company", "海川港务集团", "海川港务集")
SCHOOL = entity("Institute", "云岭大学")
MANAGER = entity("Person", "周宁")
REPORTER = entity("Person", "林远")
COUNTRY = Entity(area("CN"), packaged().types("Country"), "中国", code="CN", same_as=("https://example.org/中国",))
ENTITIES = (CITY, ZONE, WHARF, PORT, GROUP, SCHOOL, MANAGER, REPORTER, COUNTRY)

REPORT = Article(
    id=ident("article", DOCUMENT, "0"),
    documents=(DOCUMENT,),
    name="海川智能码头启用",
    kind="article",
    published="2025-07-03",
    publisher="海川日报",
    sha256="0" * 64,
    text=REPORT_START + REPORT_END,
    spans=((0, len(REPORT_START)), (len(REPORT_START) + len(CAPTION), len(RAW))),
)
PHOTO = Article(
    id=ident("article", DOCUMENT, "1"),
    documents=(DOCUMENT,),
    name="图为智能码头",
    kind="caption",
    published=None,
    publisher=None,
    sha256="0" * 64,
    text="图为智能码头。林远摄",
    spans=((len(REPORT_START) + 2, len(REPORT_START) + len(CAPTION) - 2),),
)

THROUGHPUT = figure(
    indicator="吞吐量",
    about=PORT.ref,
    value=Decimal("3E+6"),
    unit="箱",
    comparator="~",
    kind="level",
    period="2024",
    text="近300万箱",
)
GROWTH = figure(
    indicator="吞吐量",
    about=PORT.ref,
    value=Decimal("12.5"),
    unit="%",
    comparator="=",
    kind="change",
    period="2024",
    base="yoy",
    text="12.5%",
)
WORDS = Quotation(id=ident("quote", DOCUMENT, "样板港"), mode="direct", text="我们要建样板港。")


def read(subject: Ref, predicate: str, target: object, *texts: str, **fields: object) -> Statement:
    """Return a statement with the evidence of texts on the page."""
    return statement(
        subject,
        predicate,
        target,
        evidence=evidence(*texts),
        **{"confidence": 0.9, "extractor": "rule", "rule": f"rule/{predicate}", **fields},
    )


STATEMENTS = (
    read(ZONE.ref, "partOf", CITY.ref, "海川市临港新区"),
    read(WHARF.ref, "locatedIn", ZONE.ref, "临港新区的智能码头"),
    read(GROUP.ref, "operates", WHARF.ref, "智能码头3日启用"),
    read(GROUP.ref, "operates", PORT.ref, "海川港吞吐量"),
    read(
        MANAGER.ref,
        "holdsPost",
        GROUP.ref,
        "海川港务集",
        "团总经理周宁",
        confidence=0.95,
        qualifiers={"title": "总经理", "as_of": "2025-07-03"},
    ),
    read(MANAGER.ref, "holdsPost", GROUP.ref, "总经理周宁", qualifiers={"title": "经理"}, confidence=1e-05),
    read(MANAGER.ref, "states", THROUGHPUT, "2024年海川港吞吐量近300万箱"),
    read(REPORT.ref, "states", GROWTH, "同比增长12.5%"),
    read(MANAGER.ref, "says", WORDS, "我们要建样板港。"),
    read(GROUP.ref, "cooperatesWith", SCHOOL.ref, "海川港务集团将与云岭大学合作", modality="planned"),
    read(REPORTER.ref, "authorOf", PHOTO.ref, "林远摄"),
    read(CITY.ref, "partOf", COUNTRY.ref, background=True, confidence=1.0, rule="place/parent"),
)
GRAPH = Graph.of([*ENTITIES, *STATEMENTS, REPORT, PHOTO])
