"""Toponym recognition: the names of places in a text, where tagger and gazetteer find them."""

import functools

from kg.annotate.disambiguation import FOREMOST, Toponym
from kg.annotate.ending import (
    AREA,
    STEM,
    WAY,
    ZONE,
    endings,
    further,
    is_settlement,
    leading,
    ranks_within,
    stem_of,
    town,
)
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.lexicon import Word, table, words
from kg.model.text import Span
from kg.normalise.modifier import is_one
from kg.normalise.place import Gazetteer, Place

LOCATION = "LOC"
CITIES = ("City", "County")
ORGANIZATION, PERSON = "ORG", "PER"
NOUNS = ("n", "nz", "s", "f")
MISTAKEN = ("a", "v", "vn")
INNER = (*NOUNS, LOCATION, PERSON)
PIECES, LONGEST = 3, 7  # a town's name is in at most so many words, which begin within so many characters
PART = "part"
LIKELY = 0.35  # the least confidence of the tagger in a new name that ends as names of places do,
BARE = 0.65  # in one that does not,
INSIDE = 0.8  # and in one that only follows a known name
OFFICIAL = 3  # an official name of as many characters is no other word


class Reader:
    """Finds the toponyms of one text."""

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        self.words = words
        self.text = words.text
        self.gazetteer = gazetteer
        self.found: list[Toponym] = []

    def read(self) -> list[Toponym]:
        """Return the toponyms, in text order."""
        end = 0
        for number, tag in enumerate(self.words.tags):
            if tag.span.start < end:
                continue
            if tag.tag == LOCATION:
                end = self._stretch(self.words.run(number, LOCATION))
            elif tag.tag == ORGANIZATION:
                end = self._organization(tag.span)
            elif tag.tag in NOUNS:
                end = self._noun(tag)
            elif tag.tag in MISTAKEN and tag.span.end - tag.span.start >= OFFICIAL:
                self._region(tag.span)
        return self.found

    def _stretch(self, stretch: Span) -> int:
        """Read words tagged as places that adjoin, and return where that ends."""
        at = stretch.start
        outer: Toponym | None = None
        while at < stretch.end:
            if settled := self._settled(at, outer):
                outer, at = self._levels(settled, self._confidence(settled), outer), settled.end
            elif outer and not outer.candidates and at not in self.words.at:  # 板桥镇|东北部
                at = self.words.of(Span(at, at + 1))[0].span.end
            elif name := self._name_at(at, stretch.end, outer):
                span = Span(at, at + len(name))
                outer = self._add(span, self.gazetteer.lookup(name), self._confidence(span), outer)
                at = outer.span.end
            else:
                rest = Span(at, self._unknown_end(at, stretch.end))
                before, outer = outer, self._rest(rest, outer)
                at = rest.end
                if outer is before and (word := self._ranked(rest)):
                    outer, at = self._rest(word, outer), word.end
        return self._beyond(at, outer)

    def _name_at(self, at: int, end: int, outer: Toponym | None) -> str:
        """Return the best known name at an offset: at a word's start, or inside a word where it lies in `outer`.

        The longest is best, unless a shorter one leaves a word that is no name: 北京 in 北京市区. 郊区 is a name only
        where it lies in a city that has one so named.
        """
        names = [
            name
            for name in self.gazetteer.names_at(self.text, at)
            if self._fits(at + len(name), at, end)
            and ((at in self.words.at and name not in endings()[1]) or self._inside(name, outer))
        ]
        return next((name for name in names if self._left_over(at + len(name)) in _parts()), "".join(names[:1]))

    def _fits(self, stop: int, at: int, end: int) -> bool:
        """Tell whether a name from `at` may stop here: where a word ends, or within its first word."""
        span = Span(at, stop)
        return self.words.tiled(span) and (stop in self.words.ends or (stop <= end and len(self.words.of(span)) == 1))

    def _left_over(self, stop: int) -> str:
        """Return the rest of the word that an offset cuts."""
        return self.text[stop : self.words.of(Span(stop - 1, stop))[0].span.end]

    def _inside(self, name: str, outer: Toponym | None) -> bool:
        return outer is not None and any(
            area in self.gazetteer.chain(place)[1:]
            for place in self.gazetteer.lookup(name)
            for area in outer.candidates
        )

    def _unknown_end(self, at: int, end: int) -> int:
        """Return where the next known name starts, at a word's start, before the end of the stretch."""
        starts = (tag.span.start for tag in self.words.of(Span(at, end)) if tag.span.start > at)
        return next((start for start in starts if self._name_at(start, end, None)), end)

    def _ranked(self, rest: Span) -> Span | None:
        """Return the first word of several that make no name, where it ends as names do: 双溪镇|双溪社区党建."""
        word = Span(rest.start, self.words.of(rest)[0].span.end)
        ranked = len(word) > STEM and stem_of(word.of(self.text))[1] not in ("", PART)
        return word if word.end < rest.end and ranked else None

    def _rest(self, rest: Span, outer: Toponym | None) -> Toponym | None:
        """Read what is left of a stretch and is no known name; return the place that what follows may lie in."""
        stem, kind = stem_of(rest.of(self.text))
        if kind == PART or is_one(rest.of(self.text), "generic"):
            return outer
        if outer and outer.span.end == rest.start:
            return self._following(rest, outer, stem, kind)
        return self._unknown(rest, self._confidence(rest), kind) if stem and len(rest) > 1 else outer

    def _following(self, rest: Span, outer: Toponym, stem: str, kind: str) -> Toponym | None:
        """Read what goes on behind a known name: the rest of a longer one, or a name of its own."""
        if not stem or (kind in (WAY, AREA) and len(stem) < STEM):  # 太原街, 雅加达南区; 合肥高新区 is its own
            return self._joined(outer, rest.end)
        if more := further(rest.of(self.text), minor=_minor(outer), official=self._is_official(outer)):
            at = rest.start + more
            joined = self._joined(outer, at)
            settled = self._settled(at, joined)
            if settled and settled.end >= rest.end:
                return self._levels(settled, self._confidence(settled), joined)
            return self._rest(Span(at, rest.end), joined)
        confidence = self._confidence(rest)
        if not kind and outer.span.end not in self.words.ends and _minor(outer):  # 解放 is not what 解放碑 is about
            self.found.pop()
            return self._unknown(Span(outer.span.start, rest.end), confidence, kind)
        if len(rest) > 1 and confidence >= (LIKELY if kind else INSIDE):
            return self._levels(rest, confidence, outer)
        return outer

    def _is_official(self, toponym: Toponym) -> bool:
        """Tell whether a name is in full, with its rank if there is one to come: 南特 is none of 南特市."""
        name = toponym.span.of(self.text)
        ranked = name.endswith(words("place_suffix", AREA)) or any(
            place.type in FOREMOST for place in toponym.candidates
        )
        return ranked and any(place.name == name for place in toponym.candidates)

    def _joined(self, outer: Toponym, end: int) -> Toponym | None:
        """Put a longer name in the place of the known one that was found last; none if that is a mere word."""
        self.found.pop()
        whole = Span(outer.span.start, end)
        name = whole.of(self.text)
        proper = stem_of(name)[0] and not is_one(name, "generic")
        return self._add(whole, (), self._confidence(whole), outer) if proper else None

    def _unknown(self, span: Span, confidence: float, kind: str) -> Toponym | None:
        """Read a name that the gazetteer lacks, or the known one that it ends in where the tagger is unsure."""
        if not kind and confidence < INSIDE:
            for start in range(span.start + 1, span.end - 1):
                known = self.gazetteer.lookup(self.text[start : span.end])
                if any(place.type in (*FOREMOST, "City") for place in known):
                    return self._add(Span(start, span.end), known, confidence)
        return self._levels(span, confidence) if confidence >= (LIKELY if kind else BARE) else None

    def _levels(self, span: Span, confidence: float, outer: Toponym | None = None) -> Toponym:
        """Add a name that the gazetteer lacks: 梓山镇潭头村 is two, a town and a village in it."""
        match = town().match(span.of(self.text))
        first = self._ranked(span) if stem_of(span.of(self.text))[1] else None
        cut = span.start + match.end() if match else first.end if first else span.end
        place = self._add(Span(span.start, cut), (), confidence, outer)
        return self._levels(Span(cut, span.end), confidence, place) if cut < span.end else place

    def _region(self, span: Span) -> None:
        """Read a region's name that is no noun to the tagger: 长三角 as an adjective."""
        known = self.gazetteer.lookup(span.of(self.text))
        if any(place.type == "Place" for place in known):
            self._add(span, known, BARE)

    def _noun(self, tag: Tag) -> int:
        """Read a known name that the tagger took for a noun, where the name is hardly anything else."""
        for name in self.gazetteer.names_at(self.text, tag.span.start):
            span = Span(tag.span.start, tag.span.start + len(name))
            known = self.gazetteer.lookup(name)
            if self._of_nouns(span) and any(_distinct(place, name) for place in known):
                return self._beyond(span.end, self._add(span, known, tag.confidence))
        return tag.span.end

    def _organization(self, name: Span) -> int:
        """Read the places that the name of an organization starts with."""
        at = name.start
        outer = self.found[-1] if self.found and self.found[-1].span.end == at else None
        while known := self._name_at(at, name.end, outer):
            span = Span(at, at + len(known))
            candidates = self.gazetteer.lookup(known)
            notable = self._inside(known, outer) or any(_notable(place, known) for place in candidates)
            if span not in name or not notable:
                break
            outer = self._add(span, candidates, self._confidence(span), outer)
            outer.nested = span != name
            at = span.end
        return name.end

    def _beyond(self, at: int, outer: Toponym | None) -> int:
        """Read what the tagger took for nouns right behind a place: places in it, and the rest of a water's name."""
        for name in self.gazetteer.names_at(self.text, at) if outer else ():
            span = Span(at, at + len(name))
            if self._of_nouns(span) and self._inside(name, outer):
                known = self.gazetteer.lookup(name)
                return self._beyond(span.end, self._add(span, known, self._confidence(span), outer))
        if settled := self._settled(at, outer):
            return self._beyond(settled.end, self._levels(settled, self._confidence(settled), outer))
        word = self.words.starting(at)
        water = _shores().get(word.span.of(self.text)) if word else None
        if outer and outer.span.end == at and water and _minor(outer):
            self.found.pop()
            self._add(Span(outer.span.start, at + len(water)), (), outer.confidence, outer.outer)
        return at

    def _settled(self, at: int, outer: Toponym | None) -> Span | None:
        """Return the town or village right behind the area or town that it lies in, whatever the tagger took it for."""
        if outer is None or outer.span.end != at or (outer.candidates and at not in self.words.at):
            return None
        ranks = ranks_within(outer.span.of(self.text), known=any(place.type in CITIES for place in outer.candidates))
        words = self.words.of(Span(at, at + LONGEST))[:PIECES] if ranks else ()
        tagged = bool(words) and words[0].tag == LOCATION
        if tagged and (cut := leading(self.text[at : words[0].span.end], ranks)):
            return Span(at, at + cut)
        for number, word in enumerate(words):
            name = Span(at, word.span.end).of(self.text)
            ranked = name.endswith(ranks)
            tags = (*INNER, *MISTAKEN) if ranked and not number else INNER
            another = word.tag == LOCATION and word.span.start - at >= STEM  # 白龙江流域|沙湾镇
            if word.tag not in tags or another or self.gazetteer.lookup(name):
                return None
            if ranked and not further(name, minor=False, official=True):  # 西安市|高新区丈八街道
                return Span(at, word.span.end) if is_settlement(name, tagged=tagged) else None
            if stem_of(name)[1] in (AREA, ZONE):
                return None
        return None

    def _of_nouns(self, span: Span) -> bool:
        return self.words.aligned(span) and all(word.tag in INNER for word in self.words.of(span))

    def _confidence(self, span: Span) -> float:
        return min(tag.confidence for tag in self.words.of(span))

    def _add(
        self, span: Span, candidates: tuple[Place, ...], confidence: float, outer: Toponym | None = None
    ) -> Toponym:
        self.found.append(Toponym(span, candidates, confidence, outer))
        return self.found[-1]


def _distinct(place: Place, name: str) -> bool:
    """Tell whether a name can be taken for a place without the tagger: a country, a province, a full name."""
    return place.type in (*FOREMOST, "Place") or (place.name == name and len(name) >= OFFICIAL)


def _notable(place: Place, name: str) -> bool:
    """Tell whether a name that starts an organization's is likely this place: 河南 and 肥西县 are, 新华 is not."""
    return place.type in (*FOREMOST, "City") or (place.name == name and len(name) >= OFFICIAL)


def _minor(toponym: Toponym) -> bool:
    """Tell whether a name is at most a county's, and so may as well be a piece of another name."""
    return all(place.type == "County" for place in toponym.candidates)


@functools.cache
def _parts() -> frozenset[str]:
    """Return what may follow a name without being part of it: nothing, or a word for a part of a place."""
    return frozenset({"", *(word.form for word in table("place_suffix", Word) if word.type == PART)})


@functools.cache
def _shores() -> dict[str, str]:
    """Return the words for the banks of waters, each with the character that belongs to the water's name."""
    return {word.form: word.canonical for word in table("place_suffix", Word) if word.canonical}
