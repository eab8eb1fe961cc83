"""Entities from clusters of names: one class, one canonical name, one id."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.model.claim import merged
from kg.model.graph import Entity, Evidence
from kg.model.ident import area, ident
from kg.model.mention import Mention, Reading
from kg.model.text import Document, Span
from kg.normalise.name import quoted_front, unquoted
from kg.normalise.name_part import is_relative
from kg.ontology import in_use
from kg.resolve.candidate import Key
from kg.resolve.cluster import Clusters, key


def located(document: Document, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """Return the source's characters under spans of a document's text, as evidence."""
    source = document.source
    return tuple(
        Evidence(source.id, span.start, span.end, span.of(source.text))
        for piece in spans
        for span in document.alignment.to_source(piece)
    )


class Entities:
    """The entities of one source, found by mention."""

    def __init__(self, named: Sequence[tuple[Reading, Mention]], clusters: Clusters) -> None:
        self.clusters = clusters
        places: dict[Key, set[Evidence]] = defaultdict(set)
        for reading, mention in named:
            places[clusters.find(key(mention))].update(located(reading.document, (mention.span,)))
        self._of = {
            root: _entity(names, clusters, tuple(sorted(places[root]))) for root, names in clusters.clusters().items()
        }

    def of(self, mention: Mention) -> Entity:
        """Return the entity that a name mention names."""
        return self._of[self.clusters.find(key(mention))]

    def all(self) -> tuple[Entity, ...]:
        """Return all entities, by id; clusters that came to one id are one entity."""
        found: dict[str, Entity] = {}
        for entity in self._of.values():
            found[entity.id] = merged(found[entity.id], entity) if entity.id in found else entity
        return tuple(found[name] for name in sorted(found))


def _entity(names: Sequence[Key], clusters: Clusters, mentions: tuple[Evidence, ...]) -> Entity:
    forms = sum((clusters.forms[name] for name in names), Counter[str]())
    code = clusters.codes.get(clusters.find(names[0]))
    if code and (place := clusters.gazetteer.get(code)):
        kind, name, found = place.type, place.name, area(code)
    else:
        kind = _class(sum((clusters.types[name] for name in names), Counter[str]()))
        full = {form for name in clusters.fullest(names) or names for form in clusters.forms[name]}
        name = unquoted(min(full, key=lambda form: (-len(form), -forms[form], form)))
        found = ident(kind.lower(), name, *_home(name, kind, mentions))
    return Entity(
        id=found,
        types=in_use().types(kind),
        name=name,
        aliases=tuple(
            sorted({alias for form in forms for alias in (unquoted(form), quoted_front(form)) if alias} - {name})
        ),
        documents=tuple(sorted({item.document for item in mentions})),
        mentions=mentions,
        code=code,
    )


def _home(name: str, kind: str, mentions: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return the document that tells which body a name is of, none where the name itself does."""
    return (mentions[0].document,) if is_relative(name, kind) else ()


def _class(counts: Counter[str]) -> str:
    """Return the class most often read; of equals the most specific."""
    return min(counts, key=lambda kind: (-counts[kind], -len(in_use().types(kind)), kind))
