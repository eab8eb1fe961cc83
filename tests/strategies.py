"""Graphs to test with: any that are whole in themselves, whatever their texts are.

`graphs()` draws graphs as one build gives them; `parts()` draws graphs of single documents that share entities and
statements. Texts are hostile: quotes, braces, back-ticks, line ends, emoji, NUL, long ones.
"""

from collections.abc import Iterable
from itertools import pairwise

import msgspec
from hypothesis import strategies as st

from kg.model.claim import figure, joined, merged, statement
from kg.model.graph import Article, Entity, Evidence, Figure, Graph, Quotation, Ref, Statement
from kg.model.ident import area, ident
from kg.ontology import packaged

HOSTILE = (
    *("", "`", "``) DETACH DELETE n //", "'", '"', "\\", "\\'", "{}", "${x}", "$rows", "A&B <b>公司</b>", "“天工”"),
    *("\n\r\u2028", "\t", "\x00", "\x1b[31m", "\ufeff", "\u202e反转", "\u3000", "e\u0301", "null", "NaN", "-0", "#0:0"),
    *("😀", "👨\u200d👩\u200d👧", "\U0010ffff", "甲" * 10_000),
)
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=12)
CLASSES = sorted(name for name in packaged().classes if packaged().is_a(name, "Entity") and name != "Entity")
DECIMALS = st.decimals(min_value=-(10**24), max_value=10**24, allow_nan=False, allow_infinity=False, places=None)
MODALITIES = st.sampled_from(["asserted", "planned", "former"])
AREAS = (("440305", "County"), ("440300", "City"), ("440000", "Province"), ("CN", "Country"))
QUALIFIERS = st.dictionaries(st.sampled_from(["as_of", "role", "title"]), TEXTS, max_size=3)


@st.composite
def sources(draw: st.DrawFn, max_size: int = 3) -> dict[str, str]:
    """Draw documents: texts by name."""
    names = draw(st.lists(TEXTS, max_size=max_size, unique_by=lambda name: ident("document", name)))
    return {name: draw(TEXTS) for name in names}


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[int, int]:
    """Draw the start and end of a span within a text."""
    start, end = sorted(draw(st.tuples(st.integers(0, length), st.integers(0, length))))
    return start, end


@st.composite
def evidence(draw: st.DrawFn, texts: dict[str, str], min_size: int = 0) -> tuple[Evidence, ...]:
    """Draw evidence that its documents bear out, in any order, repeated or not."""
    if not texts:
        return ()
    names = draw(st.lists(st.sampled_from(sorted(texts)), min_size=min_size, max_size=3))
    return tuple(
        Evidence(name, *(found := draw(spans(len(texts[name])))), texts[name][slice(*found)]) for name in names
    )


@st.composite
def entities(draw: st.DrawFn, texts: dict[str, str], max_size: int = 5) -> list[Entity]:
    """Draw entities of all classes."""
    ids = draw(st.lists(TEXTS.map(lambda text: f"thing/{text}"), max_size=max_size, unique=True))
    return [draw(entity(texts, name)) for name in ids]


@st.composite
def entity(draw: st.DrawFn, texts: dict[str, str], name: str) -> Entity:
    """Draw an entity with an id."""
    mentions = draw(evidence(texts))
    kind = draw(st.sampled_from(CLASSES))
    return Entity(
        id=name,
        types=packaged().types(kind),
        name=draw(TEXTS),
        aliases=tuple(draw(st.lists(TEXTS, max_size=3))),
        documents=tuple(sorted({item.document for item in mentions})),
        mentions=mentions,
        code=draw(st.none() | TEXTS) if packaged().is_a(kind, "Place") else None,
        same_as=tuple(draw(st.lists(TEXTS, max_size=2))),
    )


@st.composite
def articles(draw: st.DrawFn, texts: dict[str, str]) -> list[Article]:
    """Draw articles of documents."""
    names = draw(st.lists(st.sampled_from(sorted(texts)), max_size=3)) if texts else []
    return [
        Article(
            id=ident("article", name, str(number)),
            documents=(name,),
            name=draw(TEXTS),
            kind=draw(st.sampled_from(["article", "caption"])),
            published=draw(st.none() | st.dates().map(str)),
            publisher=draw(st.none() | TEXTS),
            sha256=draw(TEXTS),
            text=draw(TEXTS),
            spans=tuple(draw(st.lists(spans(len(texts[name])), max_size=3))),
        )
        for number, name in enumerate(names)
    ]


@st.composite
def figures(draw: st.DrawFn, about: Ref | None) -> Figure:
    """Draw a figure."""
    return figure(
        indicator=draw(TEXTS),
        about=about,
        value=draw(DECIMALS),
        value_max=draw(st.none() | DECIMALS),
        unit=draw(TEXTS),
        comparator=draw(st.sampled_from(["=", "~", ">", ">=", "<", "<="])),
        kind=draw(st.sampled_from(["level", "change", "share", "rank", "forecast"])),
        period=draw(st.none() | TEXTS.filter(bool)),
        base=draw(st.none() | TEXTS.filter(bool)),
        text=draw(TEXTS),
    )


@st.composite
def quotations(draw: st.DrawFn) -> Quotation:
    """Draw a quotation."""
    mode, text = draw(st.sampled_from(["direct", "indirect"])), draw(TEXTS)
    return Quotation(id=ident("quote", mode, text), mode=mode, text=text)


@st.composite
def claims(draw: st.DrawFn, nodes: list[Entity | Article], texts: dict[str, str]) -> list[Statement]:
    """Draw statements that the ontology admits between these nodes, and between them and what they say."""
    entities = [node for node in nodes if isinstance(node, Entity)]
    found: dict[str, Statement] = {}
    for _ in range(draw(st.integers(0, 6)) if nodes else 0):
        subject = draw(st.sampled_from(nodes))
        admitted = _admitted(subject, nodes)
        if not admitted:
            continue
        predicate, target = draw(st.sampled_from(admitted))
        if target is None:
            about = draw(st.none() | st.sampled_from(entities)) if entities else None
            target = draw(figures(about.ref if about else None) if predicate == "states" else quotations())
        else:
            target = target.ref
        claim = statement(
            subject.ref,
            predicate,
            target,
            evidence=draw(evidence(texts)),
            qualifiers=draw(QUALIFIERS),
            confidence=draw(st.floats(0, 1)),
            extractor=draw(TEXTS),
            rule=draw(TEXTS),
            modality=draw(MODALITIES),
            background=draw(st.booleans()),
        )
        found[claim.id] = claim
    return list(found.values())


def _admitted(subject: Entity | Article, nodes: list[Entity | Article]) -> list[tuple[str, Entity | Article | None]]:
    """Return what the ontology lets a subject say: of other nodes, or (None) a figure or quotation."""
    ontology = packaged()
    found: list[tuple[str, Entity | Article | None]] = []
    for name in (name for name, term in ontology.predicates.items() if term.related):
        for target, kind in ((None, "Figure"), (None, "Quotation"), *((node, _class(node)) for node in nodes)):
            if ontology.admits(name, _class(subject), kind):
                found.append((name, target))
    return found


def _class(node: Entity | Article) -> str:
    return node.type if isinstance(node, Entity) else "Article"


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Draw a graph whose references lead somewhere and whose evidence its documents bear out."""
    texts = draw(sources())
    nodes = [*draw(entities(texts)), *draw(articles(texts))]
    return Graph.of([*nodes, *draw(claims(nodes, texts))])


@st.composite
def parts(draw: st.DrawFn) -> dict[str, Graph]:
    """Draw the graphs of several documents by name: parts of one graph, which share entities, statements, background.

    An entity has one name, and no alias but what its mentions say, as resolving gives them.
    """
    texts = {name: text for name, text in draw(sources(4)).items() if text}
    names = draw(st.lists(TEXTS.map("thing/{}".format), max_size=4, unique=True))
    plain = [msgspec.structs.replace(draw(entity({}, name)), aliases=(), same_as=()) for name in names]
    areas = [Entity(area(code), packaged().types(kind), kind, code=code) for code, kind in AREAS]
    said = draw(claims([*plain, areas[0]], {}))
    return {name: _part(draw, {name: text}, [*plain, areas[0]], said, areas) for name, text in texts.items()}


def _part(
    draw: st.DrawFn, texts: dict[str, str], things: list[Entity], said: list[Statement], areas: list[Entity]
) -> Graph:
    chosen = [claim for claim in said if draw(st.booleans())]
    ends = {end for claim in chosen for end in _ends(claim)}
    found = [_mentioned(draw, texts, thing) for thing in things if thing.id in ends or draw(st.booleans())]
    supported = [_supported(claim, draw(evidence(texts, min_size=1))) for claim in chosen]
    if areas[0].id not in {thing.id for thing in found}:
        return Graph.of([*found, *supported, *draw(articles(texts))])
    background = [
        statement(child.ref, "partOf", parent.ref, confidence=1.0, extractor="g", rule="g/c", background=True)
        for child, parent in pairwise(areas)
    ]
    return Graph.of([*found, *areas[1:], *supported, *background, *draw(articles(texts))])


def _ends(claim: Statement) -> tuple[str, str]:
    about = claim.object.about if isinstance(claim.object, Figure) else None
    return claim.subject.id, about.id if about else claim.object.id


def _mentioned(draw: st.DrawFn, texts: dict[str, str], thing: Entity) -> Entity:
    mentions = tuple(sorted({*draw(evidence(texts, min_size=1))}))
    aliases = tuple(sorted({item.text for item in mentions} - {thing.name}))
    return msgspec.structs.replace(thing, aliases=aliases, mentions=mentions, documents=tuple(texts))


def _supported(claim: Statement, items: tuple[Evidence, ...]) -> Statement:
    return msgspec.structs.replace(
        claim,
        evidence=tuple(sorted({*items})),
        documents=tuple(sorted({item.document for item in items})),
        background=False,
    )


def union(graphs: Iterable[Graph]) -> Graph:
    """Return the graph of all parts, with the rules of `kg.model.claim`."""
    found: dict[str, Entity | Statement | Article] = {}
    for record in (record for graph in graphs for record in graph.records()):
        known = found.get(record.id)
        if isinstance(known, Entity) and isinstance(record, Entity):
            found[record.id] = merged(known, record)
        elif isinstance(known, Statement) and isinstance(record, Statement):
            found[record.id] = joined(known, record)
        else:
            found[record.id] = record
    return Graph.of(found.values())
