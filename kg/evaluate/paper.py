"""One document to mark: its text, its annotations, and what a graph has of it."""

from collections.abc import Sequence
from pathlib import PurePath

from kg.evaluate.gold import Annotated, Spans
from kg.evaluate.match import Place, Text, norm
from kg.evaluate.tally import Error, Judged, Kind, Miss, Tally
from kg.model.graph import Entity, Ref, Statement

COUNTRY = "中国"
COUNTRY_NOMINALS = {"我国", "全国"}


class Paper:
    """A document with what its marking comes to: `tallies` by what is scored, `misses`, and statements `judged`."""

    def __init__(self, gold: Annotated, text: Text, entities: Sequence[Entity], claims: Sequence[Statement]) -> None:
        self.gold, self.text, self.claims = gold, text, claims
        self.entities = {entity.id: entity for entity in entities}
        self.tallies: dict[str, Tally] = {}
        self.misses: list[Miss] = []
        self.judged: list[Judged] = []
        self._named = {norm(name): one for one in gold.entities for name in one.names}

    def names(self, ref: Ref) -> set[str]:
        """Return the names that the graph has for a thing."""
        entity = self.entities.get(ref.id)
        names = (ref.name, entity.name, *entity.aliases) if entity else (ref.name,)
        return {norm(name) for name in names} - {""}

    def same(self, ref: Ref | None, name: str | None) -> bool:
        """Tell whether the graph's thing is the annotated one, or neither is given."""
        if ref is None or not name:
            return ref is None and not name
        names = self.names(ref)
        if names & COUNTRY_NOMINALS:
            names.add(COUNTRY)
        one = self._named.get(norm(name))
        return bool(names & ({*map(norm, one.names)} if one else {norm(name)}))

    def spans(self, claim: Statement) -> list[Place]:
        """Return where this document says a statement."""
        return [(item.start, item.end) for item in claim.evidence if PurePath(item.document).name == self.gold.doc]

    def places(self, evidence: Spans) -> list[Place]:
        """Return where annotated evidence stands in the text."""
        return self.text.find(evidence) if isinstance(evidence, str) else list(evidence)

    def add(self, of: str, *, right: bool = False, found: int = 0, wanted: int = 0) -> None:
        """Count one of what is scored."""
        self.tallies[of] = self.tallies.get(of, Tally()) + Tally(int(right), found, wanted)

    def found(self, of: str, *, right: bool, text: str) -> None:
        """Count one that the graph has; it is extra where it is not right."""
        self.add(of, right=right, found=1)
        if not right:
            self.miss(of, "extra", text)

    def wanted(self, of: str, *, missed: bool, text: str) -> None:
        """Count one that the annotations have."""
        self.add(of, wanted=1)
        if missed:
            self.miss(of, "missed", text)

    def miss(self, of: str, error: Error, text: str) -> None:
        """Note what the graph lacks, has beside the annotations, or has with something wrong."""
        self.misses.append(Miss(self.gold.doc, of, error, text))

    def judge(self, kind: Kind, claim: Statement, *, right: bool) -> None:
        """Note whether a statement is right, for its confidence to be held against."""
        self.judged.append(Judged(kind, claim.confidence, right))
