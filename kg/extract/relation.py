"""Relations between mentions, read by grammar rules over masked sentences.

A rule's groups `subject` and `object` may each hold several mentions: A、B和C推出D is one relation for each of
them. A rule with subjects alone, of a symmetric predicate, relates each to each. Otherwise the group that a rule lacks
is what its clause leaves out, as Chinese likes to: the last topic before it, of the kind that the rule's `type` names
in the grammar `topic`.
"""

import functools
import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kg.extract.containment import at_venues, contained, lies_in, most_specific, own_wholes, same_place
from kg.extract.location import carried
from kg.extract.relation_topic import Topics
from kg.grammar import Rule, load, matches
from kg.grammar.alternation import alternation
from kg.grammar.mask import Masked, mask
from kg.lexicon import Word, table
from kg.model.mention import Mention, Modality, Relation
from kg.model.text import Document, Span
from kg.normalise.name_part import gazetteer
from kg.ontology import Ontology, in_use, per_ontology

GRAMMARS = ("location", "membership", "production", "operation", "cooperation", "policy", "participation")

THIS = ("该", "本")
"""What a mention that stands for a name before a part of it begins with (该校化工学院)."""

OF, ETC = "的", "等"

REACH = 6
"""How many characters may stand from 等 to the word for those listed before it."""

Pair = tuple[Mention, Mention]


def relations(document: Document, mentions: Sequence[Mention], own: tuple[Rule, ...] = ()) -> tuple[Relation, ...]:
    """Return what the sentences of a document state of its mentions, and what the names themselves carry.

    `mentions` are sorted and do not overlap; a project's `own` rules read beside those of the package. Of several
    readings of one relation the most confident is kept.
    """
    sentences = [
        (sentence, inside) for sentence in document.sentences if (inside := _inside(document.text, mentions, sentence))
    ]
    masks = [mask(document.text, sentence, inside) for sentence, inside in sentences]
    topics = Topics(masks)
    found = [*carried(mentions)]
    for number, masked in enumerate(masks):
        found.extend(_read(masked, number, topics, own))
    found.extend(contained((inside for _, inside in sentences), found))
    return most_specific(_best(at_venues(own_wholes(found))))


def _inside(text: str, mentions: Sequence[Mention], sentence: Span) -> list[Mention]:
    """Return the mentions in a sentence, without those that only describe others (海岚公司, 中韩海关, 等3家企业)."""
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, sentence.end, key=lambda mention: mention.span.start)
    inside = mentions[first:last]
    names = [mention.span for mention in inside if mention.type in in_use().classes]
    starts, ends = {span.start for span in names}, {span.end for span in names}
    return [
        mention
        for mention in inside
        if (mention.level == "name" and len(mention.span) > 1)
        or not (
            mention.span.start in ends
            or (mention.span.end in starts and mention.text[0] not in THIS)
            or ETC in text[max(sentence.start, mention.span.start - REACH) : mention.span.start]
        )
    ]


def _read(masked: Masked, number: int, topics: Topics, own: tuple[Rule, ...]) -> list[Relation]:
    found: list[Relation] = []
    types = frozenset(mention.type for mention in masked.mentions.values())
    for rule, match in matches(_serving(types, own, in_use(), alone=len(masked.mentions) == 1), masked.text):
        modality = _modality(match.group())
        if modality is None:
            continue
        topic = topics.before(rule.text.type, number, match.start()) if rule.text.type else None
        pairs = _pairs(rule, masked, match, topic)
        if rule.text.type:
            pairs = _untold(rule, pairs, found)
        found.extend(_relation(rule, pair, masked, match, modality) for pair in pairs)
    return found


def _untold(rule: Rule, pairs: Iterable[Pair], found: Sequence[Relation]) -> list[Pair]:
    """Return the pairs whose stated member has no stated partner: a topic only serves where none is named."""
    told = [relation for relation in found if relation.predicate == rule.text.predicate]
    if "subject" in rule.groups:
        subjects = [relation.subject for relation in told]
        return [pair for pair in pairs if pair[0] not in subjects]
    objects = [relation.object for relation in told]
    return [pair for pair in pairs if pair[1] not in objects]


def _relation(rule: Rule, pair: Pair, masked: Masked, match: re.Match[str], modality: Modality) -> Relation:
    text, evidence = rule.text, _evidence(masked, match)
    qualifiers = tuple(sorted({**text.qualifiers, **_qualifiers(masked, match)}.items()))
    return Relation(text.predicate, *pair, (evidence,), rule.id, text.confidence, qualifiers, modality)


def _qualifiers(masked: Masked, match: re.Match[str]) -> dict[str, str]:
    """Return the text of every group that took part, but for those of the ends."""
    names = match.re.groupindex.keys() - {"subject", "object"}
    return {name: span.of(masked.document) for name in names if (span := masked.group(match, name))}


def _pairs(rule: Rule, masked: Masked, match: re.Match[str], topic: Mention | None) -> list[Pair]:
    held = [topic] if topic else []
    subjects, objects = (_heads(masked, match, group) or held for group in ("subject", "object"))
    both = objects or rule.text.type
    pairs: Iterable[Pair] = itertools.product(subjects, objects) if both else itertools.combinations(subjects, 2)
    return [
        (subject, target)
        for subject, target in pairs
        if subject.text != target.text
        and _admits(rule.text.predicate, subject.type, target.type)
        and not (rule.text.predicate == "partOf" and (_holds(subject, target) or _is_any(subject, target)))
        and not (rule.text.predicate == "operates" and _is_new(target, masked.document))
    ]


def _is_new(site: Mention, text: str) -> bool:
    """Tell whether a mere word for a site may be a new one, of those that one builds.

    So it is in 建设基地, not in 建设该基地 nor 建设的基地.
    """
    return site.level != "name" and site.text[0] not in THIS and text[site.span.start - 1] != OF


def _is_any(part: Mention, whole: Mention) -> bool:
    """Tell whether a mere word for a part stands for no known one, as what follows its whole (海岚集团旗下公司)."""
    return part.level != "name" and part.text[0] not in THIS and whole.span.start < part.span.start


def _holds(place: Mention, area: Mention) -> bool:
    """Tell whether a place is no part of another: it is the same one or holds it (大安, 大安市), or lies elsewhere."""
    elsewhere = place.code and area.code and not gazetteer().within(place.code, area.code)
    return bool(elsewhere) or same_place(place.text, area.text) or lies_in(area.text, place.text)


def _heads(masked: Masked, match: re.Match[str], group: str) -> list[Mention]:
    """Return the mentions of a group: of adjoining ones the last (浙江杭州), beside people only people."""
    start, end = match.span(group) if group in match.re.groupindex else (0, 0)
    classes = in_use().classes
    at = [index for index in range(start, end) if index in masked.mentions and masked.mentions[index].type in classes]
    heads = [masked.mentions[index] for index in at if index + 1 not in at]
    return [mention for mention in heads if mention.type == "Person"] or heads


def _evidence(masked: Masked, match: re.Match[str]) -> Span:
    """Return the span of a match, with the groups that it only looked ahead at."""
    spans = [masked.span(*match.span(group)) for group in range(match.re.groups + 1) if match.start(group) >= 0]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


@functools.lru_cache(maxsize=4096)
def _serving(types: frozenset[str], own: tuple[Rule, ...], ontology: Ontology, *, alone: bool) -> tuple[Rule, ...]:
    """Return the rules that mentions of these classes, or one alone, can satisfy, those that need a topic last."""
    return tuple(
        rule
        for rule, ends in _asking(own, ontology)
        if (rule.text.type or not alone) and not any(map(types.isdisjoint, ends))
    )


@functools.lru_cache(maxsize=8)
def _asking(own: tuple[Rule, ...], _: Ontology) -> tuple[tuple[Rule, tuple[frozenset[str], ...]], ...]:
    """Return all rules, those that need a topic last, with the classes that each end may have but for a topic."""
    rules = sorted((*own, *(rule for name in GRAMMARS for rule in load(name).rules)), key=lambda r: bool(r.text.type))
    return tuple((rule, tuple(_asked(rule))) for rule in rules)


def _asked(rule: Rule) -> Iterator[frozenset[str]]:
    for group, kinds in zip(("subject", "object"), _ends(rule.text.predicate), strict=True):
        if group in rule.groups or not rule.text.type:
            yield kinds


@per_ontology
def _ends(predicate: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the classes that the subjects of a predicate may have, and those of its objects."""
    ontology = in_use()
    relation = ontology.predicate(predicate)
    subjects, objects = (
        frozenset(name for name in ontology.classes if any(ontology.is_a(name, kind) for kind in kinds))
        for kinds in (relation.domain, relation.range)
    )
    return subjects, objects


def _admits(predicate: str, subject: str, target: str) -> bool:
    subjects, objects = _ends(predicate)
    return subject in subjects and target in objects


@functools.cache
def _cues() -> tuple[re.Pattern[str], dict[str, Modality | None]]:
    kinds: dict[str, Modality | None] = {}
    for word in table("modality", Word):
        kinds[word.form] = None if word.type == "denied" else msgspec.convert(word.type, Modality)
    return re.compile(alternation(tuple(kinds))), kinds


def _modality(text: str) -> Modality | None:
    """Return how a stretch of text puts its relation; None where it denies it."""
    pattern, kinds = _cues()
    cue = pattern.search(text)
    return kinds[cue.group()] if cue else "asserted"


def _best(found: Iterable[Relation]) -> list[Relation]:
    best: dict[tuple[object, ...], Relation] = {}
    for relation in found:
        key = (relation.predicate, relation.subject, relation.object)
        if key not in best or relation.confidence > best[key].confidence:
            best[key] = relation
    return sorted(best.values(), key=lambda relation: relation.spans)
