"""The topics that relations leave out: the one named last before a place, of the kind that a rule asks for."""

from collections.abc import Sequence

from kg.grammar import load
from kg.grammar.mask import Masked
from kg.model.mention import Mention


class Topics:
    """The topics of masked sentences, read only as far as rules ask for them, in order, each sentence once a kind."""

    def __init__(self, sentences: Sequence[Masked]) -> None:
        self.sentences = sentences
        self.passed: dict[str, int] = {}
        self.held: dict[str, Mention] = {}

    def before(self, kind: str, number: int, at: int) -> Mention | None:
        """Return the last topic of a kind before a place of a sentence; sentences are asked about in order."""
        for masked in self.sentences[self.passed.get(kind, 0) : number]:
            for _, topic in _named(masked, kind):
                self.held[kind] = topic
        self.passed[kind] = number
        own = [topic for start, topic in _named(self.sentences[number], kind) if start < at]
        return own[-1] if own else self.held.get(kind)


def _named(masked: Masked, kind: str) -> list[tuple[int, Mention]]:
    """Return the topics that a sentence names, each with where it starts in the masked text."""
    rule = load("topic")[kind]
    return [(match.start("subject"), masked.within(match, "subject")[-1]) for match in rule.regex.finditer(masked.text)]
