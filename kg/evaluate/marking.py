"""Marking: a document's entities and relations against its annotations, each annotation used once."""

from kg.evaluate.gold import Related
from kg.evaluate.match import near, norm
from kg.evaluate.paper import Paper
from kg.model.graph import Ref, Statement

GROUPS = dict.fromkeys(("Company", "Agency", "Institute", "Organization"), "org") | {
    name: name.lower() for name in ("Person", "Place", "Facility", "Product", "Event", "Policy")
}
"""What a class counts as: a firm taken for an agency is no error."""

PREDICATES = frozenset(
    {"locatedIn", "partOf", "holdsPost", "develops", "operates", "cooperatesWith", "issues", "participatesIn"}
)


def entities(paper: Paper) -> None:
    """Mark the entities, by class and any of their names."""
    left = dict(enumerate(paper.gold.entities))
    for entity in paper.entities.values():
        group = next((GROUPS[kind] for kind in entity.types if kind in GROUPS), None)
        if group is None:
            continue
        names = paper.names(entity.ref)
        same = [at for at, one in left.items() if GROUPS.get(one.type) == group and names & {*map(norm, one.names)}]
        paper.found(f"entity {group}", right=bool(same), text=entity.name)
        for at in same[:1]:
            del left[at]
    for at, one in enumerate(paper.gold.entities):
        if one.type in GROUPS:
            paper.wanted(f"entity {GROUPS[one.type]}", missed=at in left, text="、".join(one.names))


def relations(paper: Paper) -> None:
    """Mark the relations, by predicate and ends."""
    left = dict(enumerate(paper.gold.relations))
    for claim in paper.claims:
        target = claim.object
        if claim.predicate not in PREDICATES or claim.background or not isinstance(target, Ref):
            continue
        same = [at for at, one in left.items() if _states(paper, claim, target, one)]
        text = _told(claim.subject.name, claim.predicate, target.name, claim.qualifiers.get("title", ""))
        paper.found(f"relation {claim.predicate}", right=bool(same), text=f"{text} ({claim.rule})")
        paper.judge("relation", claim, right=bool(same))
        for at in same[:1]:
            del left[at]
    for at, one in enumerate(paper.gold.relations):
        if one.predicate in PREDICATES:
            text = _told(one.subject, one.predicate, one.object, one.title)
            paper.wanted(f"relation {one.predicate}", missed=at in left, text=text)


def _states(paper: Paper, claim: Statement, target: Ref, one: Related) -> bool:
    """Tell whether a statement is an annotated relation; of where a thing is, a wider or narrower name will do."""
    if claim.predicate != one.predicate:
        return False
    ends = paper.same(claim.subject, one.subject), paper.same(target, one.object)
    if one.predicate == "cooperatesWith":
        return all(ends) or (paper.same(claim.subject, one.object) and paper.same(target, one.subject))
    if one.predicate == "locatedIn":
        place = norm(one.object)
        return ends[0] and (ends[1] or any(name in place or place in name for name in paper.names(target)))
    return all(ends) and (one.predicate != "holdsPost" or near(claim.qualifiers.get("title"), one.title))


def _told(*parts: str) -> str:
    return " ".join(filter(None, parts))
