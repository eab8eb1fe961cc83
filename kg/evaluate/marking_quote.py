"""Marking quotes: those that cover most of an annotated one, and whether its speaker says them."""

from kg.evaluate.gold import Quoted
from kg.evaluate.match import Place, Text
from kg.evaluate.paper import Paper
from kg.model.graph import Quotation, Statement

SAME = 0.5
"""The share of what two spans cover together that they share, from which they are one quote."""


def quotes(paper: Paper) -> None:
    """Mark the quotes, each against the annotated one that it shares most with."""
    left = {at: _span(paper.text, one) for at, one in enumerate(paper.gold.quotes)}
    for claim in paper.claims:
        if isinstance(claim.object, Quotation):
            at = _mark(paper, claim, claim.object, left)
            left.pop(at, None)
    for at, one in enumerate(paper.gold.quotes):
        paper.add("quote span", wanted=1)
        paper.wanted("quote+speaker", missed=at in left, text=f"{one.speaker}: {one.first}…{one.last}")


def _mark(paper: Paper, claim: Statement, said: Quotation, left: dict[int, Place]) -> int:
    """Mark one quote; return which annotated one it is, -1 for none."""
    places = paper.spans(claim)
    whole = min(start for start, _ in places), max(end for _, end in places)
    shares = {at: _share(whole, span) for at, span in left.items()}
    best = max(shares, key=lambda at: (shares[at], at), default=-1)
    if shares.get(best, 0) < SAME:
        best = -1
    text = f"{claim.subject.name}: {said.text}"
    right = best >= 0 and paper.same(claim.subject, paper.gold.quotes[best].speaker)
    paper.add("quote span", right=best >= 0, found=1)
    paper.add("quote+speaker", right=right, found=1)
    paper.judge("quote", claim, right=right)
    if best < 0:
        paper.miss("quote+speaker", "extra", text)
    elif not right:
        paper.miss("quote+speaker", "wrong", f"{text}; said by {paper.gold.quotes[best].speaker}")
    return best


def _span(text: Text, one: Quoted) -> Place:
    """Return where an annotated quote stands: the shortest stretch from its first characters to its last."""
    if one.span:
        return one.span
    pairs = [(start, end) for start, _ in text.find(one.first) for _, end in text.find(one.last) if end > start]
    return min(pairs, key=lambda pair: pair[1] - pair[0], default=(0, 0))


def _share(one: Place, other: Place) -> float:
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return both / max(1, max(one[1], other[1]) - min(one[0], other[0]))
