"""Names that the rules of a project read, in the place of what they overlap."""

from collections.abc import Iterator, Sequence

from kg.grammar import Rule
from kg.grammar.mask import PRIVATE, mask
from kg.model.mention import Mention
from kg.model.text import Document


def ruled(document: Document, mentions: Sequence[Mention], rules: Sequence[Rule]) -> tuple[Mention, ...]:
    """Return the mentions of a document with the names that rules read among them.

    `mentions` are sorted and do not overlap. A rule that names a class reads text in which they are masked, any other
    the text as it stands. A rule's name takes the place of all that it overlaps; of two such names that overlap, the
    one of the rule that comes first stays.
    """
    found: list[Mention] = []
    for mention in _read(document, mentions, rules):
        if not any(mention.span.overlaps(other.span) for other in found):
            found.append(mention)
    rest = [mention for mention in mentions if not any(mention.span.overlaps(own.span) for own in found)]
    return tuple(sorted([*found, *rest], key=lambda mention: mention.span))


def _read(document: Document, mentions: Sequence[Mention], rules: Sequence[Rule]) -> Iterator[Mention]:
    for rule in rules:
        seen = mentions if PRIVATE.search(rule.pattern) else ()
        for sentence in document.sentences:
            masked = mask(document.text, sentence, seen)
            for match in rule.regex.finditer(masked.text):
                span = masked.group(match, "name")
                if span:
                    text = span.of(document.text)
                    yield Mention(span, rule.text.type, text, confidence=rule.text.confidence, rule=rule.id)
