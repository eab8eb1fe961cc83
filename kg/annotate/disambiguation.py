"""Toponym resolution: which of the places that share a name a text means; where it does not tell, none.

What decides, in this order: the place named right before or after it (江苏南通), containment (大理 is the
prefecture, which holds the city), rank (a province goes before a county), the other places of the text.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.place import Gazetteer, Place

KNOWN = "gazetteer/name"
NESTED = "gazetteer/nested"
UNKNOWN = "tagger/place"
SURE = 0.5
FOREMOST = ("Country", "Province", "Municipality")
LESSER = ("City", "Place")
ITSELF, AROUND, FARTHER = 3, 2, 1


class Toponym(msgspec.Struct, eq=False):
    """A place name found in a text with the places that go by it, none for a name the gazetteer lacks.

    `outer` is the toponym right before it, if it may lie in that place. A `nested` one starts an organization's
    name. `confidence` is the tagger's.
    """

    span: Span
    candidates: tuple[Place, ...]
    confidence: float
    outer: "Toponym | None" = None
    nested: bool = False


class Resolver:
    """Resolves the toponyms of one text, in text order."""

    def __init__(self, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> None:
        self.toponyms = toponyms
        self.gazetteer = gazetteer
        for toponym in reversed(toponyms):
            self._narrow_outer(toponym)
        for toponym in toponyms:
            self._narrow(toponym)
        self.settled: set[str] = set()
        for choose in (self._certain, self.resolve):
            self.settled |= self._codes(choose)

    def mentions(self, text: str) -> list[Mention]:
        """Return a mention for each toponym that is one, its code where the text tells which place it is."""
        return [
            self._mention(toponym, text) for toponym in self.toponyms if self._trusted(toponym, toponym.span.of(text))
        ]

    def lies_in(self, place: Place, areas: Iterable[Place]) -> bool:
        """Tell whether a place lies in one of the areas."""
        around = self.gazetteer.chain(place)[1:]
        return any(area in around for area in areas)

    def _narrow(self, toponym: Toponym) -> None:
        if toponym.outer and toponym.outer.candidates:
            kept = [place for place in toponym.candidates if self.lies_in(place, toponym.outer.candidates)]
            toponym.candidates = tuple(kept) or toponym.candidates

    def _narrow_outer(self, toponym: Toponym) -> None:
        if toponym.outer:
            inner = [self.gazetteer.chain(place)[1:] for place in toponym.candidates]
            kept = [area for area in toponym.outer.candidates if any(area in around for around in inner)]
            toponym.outer.candidates = tuple(kept) or toponym.outer.candidates

    def _codes(self, choose: Callable[[Sequence[Place]], Place | None]) -> set[str]:
        """Collect the codes of the places that are chosen and of the areas around them, short of China."""
        codes: set[str] = set()
        for toponym in self.toponyms:
            link: Toponym | None = toponym
            while link:
                if place := choose(link.candidates):
                    codes.update(area.code for area in self.gazetteer.chain(place) if area.code)
                link = link.outer
        return codes - {"CN"}

    def _certain(self, candidates: Sequence[Place]) -> Place | None:
        """Return the only candidate, the one that holds all others, or the only one of foremost rank."""
        for place in candidates:
            if all(other is place or self.lies_in(other, [place]) for other in candidates):
                return place
        foremost = [place for place in candidates if place.code and place.type in FOREMOST]
        if not foremost and all(place.type in ("Place", "County") for place in candidates):
            foremost = [place for place in candidates if place.type == "Place"]
        return foremost[0] if len(foremost) == 1 else None

    def _nearness(self, place: Place) -> int:
        """Tell how near the text's settled places come: to the place itself, right around it, farther or not."""
        for nearness, area in zip((ITSELF, AROUND, FARTHER), self.gazetteer.chain(place), strict=False):
            if area.code in self.settled:
                return nearness
        return 0

    def resolve(self, candidates: Sequence[Place]) -> Place | None:
        """Return the place that the text means, None where it leaves that open."""
        if place := self._certain(candidates):
            return place
        nearest = max(map(self._nearness, candidates), default=0)
        if nearest < AROUND and any(place.type == "City" for place in candidates):
            nearest = 0  # a county of the same province is no rival to a city
        near = [place for place in candidates if nearest and self._nearness(place) == nearest]
        if place := self._certain(near):
            return place
        for rank in LESSER:
            ranked = [place for place in near or candidates if place.type == rank]
            if ranked:
                return ranked[0] if len(ranked) == 1 else None
        return None

    def _trusted(self, toponym: Toponym, name: str) -> bool:
        """Tell whether a name is a place here: a county's short form, like many words, needs more than a weak tag."""
        if toponym.confidence >= SURE or toponym.outer or not toponym.candidates:
            return True
        return any(
            place.type != "County" or place.name == name or self._nearness(place) for place in toponym.candidates
        )

    def _mention(self, toponym: Toponym, text: str) -> Mention:
        types = {place.type for place in toponym.candidates}
        place = self.resolve(toponym.candidates)
        return Mention(
            span=toponym.span,
            type=place.type if place else types.pop() if len(types) == 1 else "Place",
            text=toponym.span.of(text),
            code=place.code if place else None,
            confidence=(1 + toponym.confidence) / 2 if toponym.candidates else toponym.confidence,
            rule=(NESTED if toponym.nested else KNOWN) if toponym.candidates else UNKNOWN,
        )
