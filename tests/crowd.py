"""A large invented graph: communities of people, firms and places, each statement with its sentence in an article."""

import random
from collections.abc import Iterator

from kg.model.claim import statement
from kg.model.graph import Article, Entity, Evidence, Graph, Statement
from kg.ontology import packaged

SYLLABLES = "安柏川岱峨枫谷海江嘉岚明宁平青荣松天威溪雅云泽舟"
CLASSES = {"Person": "", "Company": "公司", "City": "市", "Institute": "研究院", "Facility": "工厂"}
VERBS = {
    "holdsPost": "任职于",
    "cooperatesWith": "与其合作者为",
    "locatedIn": "位于",
    "participatesIn": "参加",
    "develops": "研发",
}
COMMUNITY = 40  # entities that mostly have to do with each other
PER_ARTICLE = 20  # statements


def crowd(count: int) -> Graph:
    """Return a graph of so many entities and twice as many statements; the same number gives the same graph."""
    rng = random.Random(7)  # noqa: S311  # a drawing needs no secrecy
    entities = [_entity(number, rng) for number in range(count)]
    pairs = list(_pairs(count, rng))
    records: list[Entity | Statement | Article] = [*entities]
    for at in range(0, len(pairs), PER_ARTICLE):
        records += _article(
            at // PER_ARTICLE, [(entities[a], entities[b]) for a, b in pairs[at : at + PER_ARTICLE]], rng
        )
    return Graph.of(records)


def _entity(number: int, rng: random.Random) -> Entity:
    kind = rng.choice(list(CLASSES))
    name = "".join(rng.choices(SYLLABLES, k=3)) + CLASSES[kind]
    return Entity(f"{kind.lower()}/{number:05}", packaged().types(kind), name)


def _pairs(count: int, rng: random.Random) -> Iterator[tuple[int, int]]:
    """Yield pairs within communities, one in ten across, those that have many more often."""
    drawn = {start: list(range(start, min(start + COMMUNITY, count))) for start in range(0, count, COMMUNITY)}
    for number in range(2 * count):
        home = drawn[number // 2 // COMMUNITY * COMMUNITY]
        one = number // 2
        other = rng.choice(home) if rng.random() < 0.9 else rng.randrange(count)
        home.append(other if other // COMMUNITY == one // COMMUNITY else one)
        if one != other:
            yield one, other


def _article(number: int, pairs: list[tuple[Entity, Entity]], rng: random.Random) -> Iterator[Statement | Article]:
    text, document = "", f"{number:04}.txt"
    for one, other in pairs:
        predicate, verb = rng.choice(list(VERBS.items()))
        said = f"{one.name}{verb}{other.name}"
        evidence = (Evidence(document, len(text), len(text) + len(said), said),)
        text += f"{said}。"
        yield statement(
            one.ref, predicate, other.ref, evidence=evidence, confidence=0.9, extractor="rule", rule=f"rule/{predicate}"
        )
    fields = {"kind": "article", "published": "2025-07-18", "publisher": "新华社", "sha256": "0"}
    yield Article(
        f"article/{number:04}", (document,), name=f"第{number}篇", text=text, spans=((0, len(text)),), **fields
    )
