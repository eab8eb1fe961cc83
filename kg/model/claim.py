"""Statements with their ids: what makes two claims the same claim."""

from collections.abc import Mapping
from typing import Any

import msgspec

from kg.model.graph import Entity, Evidence, Figure, Ref, Statement, Target
from kg.model.ident import ident


def figure(**fields: Any) -> Figure:
    """Return a figure whose id is its content; its wording does not count.

    >>> from decimal import Decimal
    >>> one = figure(indicator="产值", value=Decimal(5), unit="元", comparator="~", kind="level", text="约5元")
    >>> one.id == figure(indicator="产值", value=Decimal(5), unit="元", comparator="~", kind="level", text="近5元").id
    True
    """
    return identified(Figure(id="", **fields))


def identified(found: Figure) -> Figure:
    """Return the figure with the id that its content gives."""
    about = found.about.id if found.about else ""
    values = (
        found.value,
        found.value_max,
        found.unit,
        found.comparator,
        found.kind,
        found.period,
        found.base,
    )
    parts = ("" if value is None else str(value) for value in values)
    return msgspec.structs.replace(found, id=ident("figure", found.indicator, about, *parts))


def statement(
    subject: Ref,
    predicate: str,
    target: Target,
    *,
    evidence: tuple[Evidence, ...] = (),
    qualifiers: Mapping[str, str] | None = None,
    **fields: Any,
) -> Statement:
    """Return a statement whose id is its claim: subject, predicate, object, qualifiers and modality."""
    parts = tuple(sorted((qualifiers or {}).items()))
    modality = fields.get("modality", "asserted")
    return Statement(
        id=ident("fact", subject.id, predicate, target.id, modality, *(f"{key}={value}" for key, value in parts)),
        documents=tuple(sorted({item.document for item in evidence})),
        subject=subject,
        predicate=predicate,
        object=target,
        qualifiers=dict(parts),
        evidence=evidence,
        **fields,
    )


def renamed(claim: Statement, refs: Mapping[str, Ref]) -> Statement:
    """Return the statement with its entities replaced by others, and the ids that follow from it."""

    def of(ref: Ref) -> Ref:
        return refs.get(ref.id, ref)

    target = claim.object
    if isinstance(target, Ref):
        target = of(target)
    elif isinstance(target, Figure) and target.about:
        target = identified(msgspec.structs.replace(target, about=of(target.about)))
    fields = {name: getattr(claim, name) for name in ("confidence", "extractor", "rule", "modality", "background")}
    return statement(
        of(claim.subject),
        claim.predicate,
        target,
        evidence=claim.evidence,
        qualifiers=claim.qualifiers,
        **fields,
    )


def merged(one: Entity, other: Entity) -> Entity:
    """Return two records of one entity as one, under the id, class and name of the first."""
    names = {*one.aliases, *other.aliases, other.name} - {one.name}
    return msgspec.structs.replace(
        one,
        aliases=tuple(sorted(names)),
        documents=_union(one.documents, other.documents),
        mentions=_union(one.mentions, other.mentions),
        code=one.code or other.code,
        same_as=_union(one.same_as, other.same_as),
    )


def joined(one: Statement, other: Statement) -> Statement:
    """Return two supports of one claim as one statement; the more confident reading gives the rule."""
    best = max(one, other, key=lambda claim: (not claim.background, claim.confidence, claim.rule))
    return msgspec.structs.replace(
        best,
        documents=_union(one.documents, other.documents),
        evidence=_union(one.evidence, other.evidence),
        object=min(one.object, other.object, key=lambda target: getattr(target, "text", "")),
    )


def _union(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted({*one, *other}))
