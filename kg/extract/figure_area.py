"""Whose figures a body gives: a company its own, 青川市商务局 those of 青川市, a ministry those of its country."""

import bisect
import functools
from collections.abc import Iterator, Sequence

from kg.extract.figure_clause import Sentence, cue
from kg.extract.figure_topic import stands_for
from kg.lexicon import words
from kg.model.mention import Mention
from kg.normalise.name import is_bare, nested
from kg.ontology import in_use

CAPITAL, PROVINCE = "0100", "0000"  # how the codes of GB/T 2260 end


class Areas:
    """The companies and places of a document, by the bodies and people that give their figures."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[Mention], topics: Sequence[Mention]) -> None:
        """Read the sentences of a document, in which `mentions` stand and of which `topics` are spoken of."""
        names = [
            [item for item in items if item.level == "name" and item.value is None] for items in (topics, mentions)
        ]
        self.bodies = dict(reversed([pair for sentence in sentences for pair in _bodies(sentence, names)]))
        self.known: dict[str, Mention | None] = {}
        self.surveyors = {body.text for sentence in sentences for body in _surveyors(sentence)}
        self.places = [mention for mention in mentions if mention.value is None and _is_area(mention)]
        self.home = next((place for place in self.places if place.level == "nominal" and place.code), None)
        self.sentences = sentences

    @functools.cached_property
    def lay(self) -> frozenset[str]:
        """The people whose walk of life the document tells."""
        return frozenset(person for sentence in self.sentences for person in _lay(sentence))

    def of(self, speaker: Mention) -> Mention | None:
        """Return a company or place itself, of an agency the place that its name starts with, or its country.

        A person speaks for the body, or as its officer for the place, first named with him. A text is in the country
        that it calls its own (我国, 全国). A meeting of a congress is one of its area.
        A customs named after a capital speaks for the province, 省商务厅 for the province that the text names first.
        None for other bodies, firms that publish data (海岚资讯数据显示), and where no place is named.
        """
        body = self.bodies.get(speaker.text, speaker)
        if body.text in self.surveyors:
            return None
        if in_use().is_a(body.type, "Company") or in_use().is_a(body.type, "Place"):
            return body
        if not in_use().is_a(body.type, "Agency") and cue("session").search(body.text) is None:
            return None
        if body.text not in self.known:
            self.known[body.text] = self._area(body)
        return self.known[body.text]

    def _area(self, body: Mention) -> Mention | None:
        inner = next((part for part in nested(body) if _is_area(part)), None)
        if inner and cue("customs").search(body.text) and (province := self._province(inner)):
            return province
        named = [place for place in self.places if body.text.startswith(place.text)]
        if named:
            return max(named, key=lambda place: len(place.text))
        if level := cue("level-agency").match(body.text):
            return next((place for place in self.places if in_use().is_a(place.type, level.lastgroup or "")), None)
        known = any(part.text in words("agency") for part in (body, *nested(body)))
        return self.home if known else inner

    def _province(self, seat: Mention) -> Mention | None:
        """Return the province that a text names of a city that is its capital."""
        code = seat.code or ""
        province = code.removesuffix(CAPITAL) + PROVINCE
        return next((place for place in self.places if place.code == province), None)

    def is_agency(self, body: Mention) -> bool:
        """Tell whether a body is an agency."""
        return in_use().is_a(body.type, "Agency")

    def is_firm(self, body: Mention) -> bool:
        """Tell whether a body is a named company."""
        return body.level == "name" and in_use().is_a(body.type, "Company")

    def is_placeless(self, body: Mention) -> bool:
        """Tell whether a body is an agency that is known without the name of a place: 商务部, 省政府."""
        return body.text in words("agency") or cue("level-agency").match(body.text) is not None

    def is_private(self, speaker: Mention) -> bool:
        """Tell whether a speaker is a person who is named with no body."""
        return in_use().is_a(speaker.type, "Person") and speaker.text not in self.bodies

    def is_lay(self, speaker: Mention) -> bool:
        """Tell whether a speaker is a private person of whom the text tells a walk of life (司机李明)."""
        return self.is_private(speaker) and speaker.text in self.lay


def _bodies(sentence: Sentence, names: Sequence[Sequence[Mention]]) -> Iterator[tuple[str, Mention]]:
    """Yield the people that a sentence names with a body (商务局局长李明) or as officers of a place, and these.

    A body that is not named (公司负责人李明) is the last one of its kind that was before among the first `names`, else
    among the next.
    """
    for rule in ("voice", "host", "officer"):
        for match in cue(rule).finditer(sentence.text):
            body, person = sentence.masked.mention(match, "body"), sentence.masked.mention(match, "person")
            if body and body.level == "nominal" and not body.code:
                nearest = names if is_bare(body.text) else reversed(names)
                body = next((found for items in nearest if (found := _before(body, items))), None)
            if body and person:
                yield person.text, body


def _before(word: Mention, names: Sequence[Mention]) -> Mention | None:
    """Return the last name before a word that the word may stand for."""
    last = bisect.bisect_left(names, word.span.start, key=lambda name: name.span.start)
    return next((name for name in reversed(names[:last]) if stands_for(word, name)), None)


def _lay(sentence: Sentence) -> Iterator[str]:
    """Yield the people whose walk of life a sentence tells."""
    for match in cue("lay").finditer(sentence.text):
        yield sentence.masked.within(match)[-1].text


def _surveyors(sentence: Sentence) -> Iterator[Mention]:
    """Yield the firms that a sentence names for their data."""
    for match in cue("surveyor").finditer(sentence.text):
        yield from sentence.masked.within(match, "body")


def _is_area(mention: Mention) -> bool:
    return in_use().is_a(mention.type, "Place") and not in_use().is_a(mention.type, "Facility")
