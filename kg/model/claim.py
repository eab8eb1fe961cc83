"""Statements with their ids: what makes two claims the same claim."""

from collections.abc import Iterable, Mapping
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


def merged(*records: Entity) -> Entity:
    """Return records of one entity as one, under the id, class and name of the first."""
    if len(records) == 1:
        return records[0]
    names = {name for record in records for name in (record.name, *record.aliases)} - {records[0].name}
    return msgspec.structs.replace(
        records[0],
        aliases=tuple(sorted(names)),
        documents=_union(record.documents for record in records),
        mentions=_union(record.mentions for record in records),
        code=next((record.code for record in records if record.code), records[0].code),
        same_as=_union(record.same_as for record in records),
    )


def joined(*claims: Statement) -> Statement:
    """Return the supports of one claim as one statement; the most confident reading gives the rule."""
    if len(claims) == 1:
        return claims[0]
    best = max(claims, key=lambda claim: (not claim.background, claim.confidence, claim.rule))
    return msgspec.structs.replace(
        best,
        documents=_union(claim.documents for claim in claims),
        evidence=_union(claim.evidence for claim in claims),
        object=min((claim.object for claim in claims), key=lambda target: getattr(target, "text", "")),
    )


def _union(parts: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(sorted({item for part in parts for item in part}))
