"""The annotator: all mentions of a document, apart from one another."""

import bisect
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

import msgspec

from kg.annotate.chain import QUOTATION, chain
from kg.annotate.headed import headed, matches
from kg.annotate.joined import joined
from kg.annotate.known import OWN, Lexicon
from kg.annotate.nominal import nominal
from kg.annotate.organization import bodies, settlements, towns
from kg.annotate.peer import peers
from kg.annotate.period import periods
from kg.annotate.person import people
from kg.annotate.place import places
from kg.annotate.quantity import quantities
from kg.annotate.recurrence import CALLED, again, defined, without_brands
from kg.annotate.ruled import ruled
from kg.annotate.tagger import Tag, Tagger
from kg.annotate.word import Words
from kg.annotate.work import editions, lines, models, works
from kg.grammar import Rule
from kg.lexicon import Word
from kg.model.mention import Mention
from kg.model.text import Document, Span
from kg.model.value import Period
from kg.normalise.place import Gazetteer

LAYOUT = "layout"
SHORT = 6
TOWN = (3, 4, 5)
AHEAD = 48
UNDATED = date(1000, 1, 1)  # so far back that what is relative to it is told from every date of the news
RECENT = "1100"


class Annotator:
    """Annotates documents; `lexicons` and `rules` are a project's own words and rules for names.

    Model and tables load on first use. An annotator pickles as what it was made of, and loads again where it goes.
    """

    def __init__(self, lexicons: Sequence[Word] = (), rules: Sequence[Rule] = ()) -> None:
        self.lexicons, self.rules = tuple(lexicons), tuple(rules)

    def __reduce__(self) -> tuple[type["Annotator"], tuple[tuple[Word, ...], tuple[Rule, ...]]]:
        return type(self), (self.lexicons, self.rules)

    @cached_property
    def tagger(self) -> Tagger:
        """The tagger."""
        return Tagger()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer."""
        return Gazetteer()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The well-known names and the user's words."""
        return Lexicon(self.lexicons)

    def annotate(self, documents: Sequence[Document]) -> list[tuple[Mention, ...]]:
        """Return the mentions of each document, sorted, without overlap: names, nominals, quantities, periods."""
        texts = [span.of(item.text) for item in documents for span in item.sentences]
        starts = [span.start for item in documents for span in item.sentences]
        tagged = iter(self.tagger.tag(texts, starts=starts))
        found = [self._mentions(item, [next(tagged) for _ in item.sentences]) for item in documents]
        return [ruled(item, mentions, self.rules) for item, mentions in zip(documents, found, strict=True)]

    def _mentions(self, document: Document, sentences: Sequence[Sequence[Tag]]) -> tuple[Mention, ...]:
        words = Words(document.text, [tag for tags in sentences for tag in tags])
        areas = places(
            document.text,
            [tag if tag.tag != "ORG" else self._as_place(words.text, tag) for tag in words.tags],
            self.gazetteer,
        )
        names = tuple(without_brands(self._names(words, sentences, areas)))
        names = apart([*_laid_out(document, self.gazetteer), *areas, *names, *again(words, names)])
        names = _with(names, models(words.text, names))
        if second := list(defined(document.text, document.sentences, names)):
            called = {mention.span for mention in second if mention.rule == CALLED}
            names = _with(names, second)
            names = _with(names, again(words, names))
            names = tuple(mention for mention in names if mention.span not in called)
        today = document.published or UNDATED
        taken = [mention.span for mention in names if mention.level == "name"]
        times = periods(document.text, document.sentences, today, taken)
        counts = quantities(document.text, document.sentences, [*taken, *(mention.span for mention in times)])
        dated = [mention for mention in times if document.published or _absolute(mention)]
        return apart([*names, *dated, *counts, *nominal(words)])

    def _as_place(self, text: str, tag: Tag) -> Tag:
        """Return a word that the tagger took for a body as a place, where it is only the name of one, or of a town."""
        word = tag.span.of(text)
        town = word.endswith(towns()) and len(word) in TOWN
        return Tag(tag.span, "LOC", tag.confidence) if town or self.gazetteer.lookup(word) else tag

    def _names(self, words: Words, sentences: Sequence[Sequence[Tag]], areas: Sequence[Mention]) -> tuple[Mention, ...]:
        short = {area.span.start for area in areas if len(area.span) == 1}
        firms = [body for body in bodies(words) if body.span.start not in short]
        named = [area for area in areas if area.level == "name"]
        persons = self._without_places((one for one in people(words) if one.span.start not in short), named)
        found = apart([*named, *self.lexicon.names(words), *firms, *persons, *works(words.text)])
        composed = apart([*found, *_composed(words, sentences, found), *models(words.text, found)])
        composed = _with(composed, peers(words, composed))
        return _with(composed, (*editions(words, composed), *lines(words.text, composed), *joined(words, composed)))

    def _without_places(self, persons: Iterable[Mention], areas: Sequence[Mention]) -> Iterator[Mention]:
        """Yield people; one whose name is that of a place of the text is that place: 安平, where 安平村 is."""
        codes = {area.code for area in areas if area.code}
        stems = {area.text[:-1]: area.type for area in areas if not area.code and area.text.endswith(settlements())}
        for person in persons:
            if kind := stems.get(person.text):
                yield msgspec.structs.replace(person, type=kind)
                continue
            alike = [place for place in self.gazetteer.lookup(person.text) if place.code in codes]
            if len(alike) == 1:
                yield msgspec.structs.replace(person, type=alike[0].type, code=alike[0].code)
            else:
                yield person


def _absolute(period: Mention) -> bool:
    """Tell whether a period of a document without a date holds without one: 2024年, and not 去年."""
    when = period.value
    return isinstance(when, Period) and all(end is None or end >= RECENT for end in (when.start, when.end))


def _composed(words: Words, sentences: Iterable[Sequence[Tag]], names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names composed of the words of sentences that have heads, and within their short quotations."""
    text, heads = words.text, matches(words)
    for tags in sentences:
        near = heads[_first(heads, tags[0].span.start) : _first(heads, tags[-1].span.end + 1)] if tags else []
        if not near:
            continue
        low, high = near[0][1] - AHEAD, near[-1][0]
        ahead = [tag for tag in tags if low < tag.span.start < high]
        inside = _within(names, Span(tags[0].span.start, tags[-1].span.end))
        links = chain(text, ahead, inside)
        quoted = [Span(start + 1, end - 1) for start, end, _ in links.of(QUOTATION) if end - start > SHORT]
        yield from headed(links, near)
        for span in quoted:
            within = [tag for tag in ahead if tag.span in span]
            yield from headed(chain(text, within, [name for name in inside if name.span in span]), near)


def _first(heads: Sequence[tuple[int, int]], offset: int) -> int:
    return bisect.bisect_left(heads, (offset, 0))


def _within(names: Sequence[Mention], span: Span) -> Sequence[Mention]:
    first = bisect.bisect_left(names, span.start, key=lambda name: name.span.start)
    return names[first : bisect.bisect_left(names, span.end, key=lambda name: name.span.start)]


def _with(names: tuple[Mention, ...], more: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return names that do not overlap with more names that are to be apart from them."""
    found = tuple(more)
    return apart((*names, *found)) if found else names


def apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions that do not overlap, sorted: the user's words first, then the longest, then the surest."""
    order = sorted(
        (mention for mention in mentions if mention.span.start < mention.span.end),
        key=lambda mention: (
            mention.rule != OWN,
            mention.span.start - mention.span.end,
            -mention.confidence,
            mention.span.start,
            mention.type,
        ),
    )
    taken = bytearray(max((mention.span.end for mention in order), default=0))
    found = []
    for mention in order:
        span = mention.span
        if taken.find(1, span.start, span.end) < 0:
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _laid_out(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """Return the names that the layout tells: byline and credit, publisher, the dateline's place."""
    text = document.text
    named = [("author", span) for span in document.authors] + [("editor", span) for span in document.editors]
    found = [Mention(span, "Person", span.of(text), rule=f"{LAYOUT}/{role}") for role, span in named]
    if document.publisher:
        span = document.publisher
        found.append(Mention(span, "Organization", span.of(text), rule=f"{LAYOUT}/publisher"))
    if document.place:
        span = document.place
        known = gazetteer.lookup(span.of(text))
        place = known[0] if len(known) == 1 else None
        kind, code = (place.type, place.code) if place else ("Place", None)
        found.append(Mention(span, kind, span.of(text), code=code, rule=f"{LAYOUT}/place"))
    return found
