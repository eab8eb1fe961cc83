"""Marking figures: those of an annotated figure's place, unit and value, and what else of them is right."""

from decimal import Decimal

from kg.evaluate.gold import Measured
from kg.evaluate.match import interval, near, norm, overlap, unit
from kg.evaluate.paper import Paper
from kg.model.graph import Figure, Statement

CORE = ("comparator", "kind", "period", "indicator", "about")
"""What must be right of a figure, beside its value and unit, for it to be right as a whole."""

TOLERANCE = Decimal("1e-6")


def figures(paper: Paper) -> None:
    """Mark the figures, each against the annotated one that it shares most with."""
    left = dict(enumerate(paper.gold.figures))
    for claim in paper.claims:
        if isinstance(claim.object, Figure):
            at = _mark(paper, claim, claim.object, left)
            left.pop(at, None)
    for at, one in enumerate(paper.gold.figures):
        paper.add("figure full", wanted=1)
        paper.wanted("figure value+unit", missed=at in left, text=_shown(one, one.about))


def _mark(paper: Paper, claim: Statement, figure: Figure, left: dict[int, Measured]) -> int:
    """Mark one figure; return which annotated one it is, -1 for none."""
    close = {at: _rights(paper, claim, figure, one) for at, one in left.items() if _close(paper, claim, figure, one)}
    best = max(close, key=lambda at: sum(close[at].values()), default=-1)
    rights = close.get(best, {})
    full = bool(rights) and all(rights[name] for name in CORE)
    shown = _shown(figure, figure.about.name if figure.about else None)
    paper.found("figure value+unit", right=bool(rights), text=f"{shown} in {figure.text!r}")
    paper.add("figure full", right=full, found=1)
    paper.judge("figure", claim, right=full)
    for name, right in rights.items():
        paper.add(f"figure {name}", right=right, found=1, wanted=1)
    if wrong := [name for name, right in rights.items() if not right]:
        one = left[best]
        paper.miss("figure full", "wrong", f"{', '.join(wrong)}: {shown}, annotated {_shown(one, one.about)}")
    return best


def _close(paper: Paper, claim: Statement, figure: Figure, one: Measured) -> bool:
    return (
        unit(figure.unit) == unit(one.unit)
        and abs(figure.value - one.value) <= TOLERANCE * max(Decimal(1), abs(one.value))
        and overlap(paper.spans(claim), paper.places(one.evidence))
    )


def _rights(paper: Paper, claim: Statement, figure: Figure, one: Measured) -> dict[str, bool]:
    """Return which attributes of a figure are as annotated."""
    speaker = None if claim.subject.type == "Article" else claim.subject
    return {
        "comparator": figure.comparator == one.comparator,
        "kind": figure.kind == one.kind,
        "period": interval(figure.period) == interval(one.period),
        "indicator": near(figure.indicator, one.indicator),
        "about": paper.same(figure.about, one.about),
        "speaker": paper.same(speaker, one.speaker),
        "base": one.kind != "change" or not one.unit or norm(figure.base) == norm(one.base),
    }


def _shown(figure: Figure | Measured, about: str | None) -> str:
    amount = f"{figure.comparator}{figure.value:f}{figure.unit}"
    details = ", ".join(filter(None, (figure.kind, figure.period, figure.base)))
    return f"{' '.join(filter(None, (about, figure.indicator, amount)))} [{details}]"
