"""Statements about entities from relations about mentions."""

from kg.model.claim import figure, statement
from kg.model.graph import Article, Figure, Quotation, Ref, Statement, Target
from kg.model.ident import ident
from kg.model.mention import Mention, Observation, Reading, Relation, Utterance
from kg.resolve.entity import Entities, located
from kg.resolve.nominal import antecedent

NAME_LENGTH = 30


class Statements:
    """Turns the relations of one article into statements."""

    def __init__(self, reading: Reading, entities: Entities) -> None:
        self.reading, self.entities = reading, entities
        self.article = article(reading)

    def of(self, relation: Relation) -> Statement | None:
        """Return the statement of a relation; None where a nominal of it stands for nothing known."""
        subject = self.article.ref if relation.subject is None else self.ref(relation.subject)
        if subject is None and relation.predicate == "states":
            subject = self.article.ref
        target = self.target(relation.object)
        if subject is None or target is None:
            return None
        return statement(
            subject,
            relation.predicate,
            target,
            evidence=located(self.reading.document, relation.spans),
            qualifiers=self.qualifiers(relation),
            confidence=round(relation.confidence, 4),
            extractor=relation.extractor,
            rule=relation.rule,
            modality=relation.modality,
        )

    def ref(self, mention: Mention) -> Ref | None:
        """Return the entity that a mention names or stands for."""
        if mention.level == "name" or mention.code:
            return self.entities.of(mention).ref
        name = antecedent(mention, self.reading)
        return self.entities.of(name).ref if name else None

    def target(self, found: Mention | Observation | Utterance | None) -> Target | None:
        """Return the object of a statement."""
        if found is None:
            return self.article.ref
        if isinstance(found, Mention):
            return self.ref(found)
        return self.quotation(found) if isinstance(found, Utterance) else self.figure(found)

    def quotation(self, found: Utterance) -> Quotation:
        """Return what was said, its parts joined."""
        text = "".join(span.of(self.reading.document.text) for span in found.spans)
        return Quotation(id=ident("quote", found.mode, text), mode=found.mode, text=text)

    def figure(self, found: Observation) -> Figure:
        """Return the figure of an observation."""
        quantity = found.quantity
        return figure(
            indicator=found.indicator,
            about=self.ref(found.about) if found.about else None,
            value=quantity.value,
            value_max=quantity.upper,
            unit=quantity.unit,
            comparator=quantity.comparator,
            kind=found.kind,
            period=str(found.period) if found.period else None,
            base=found.base,
            text=found.span.of(self.reading.document.text),
        )

    def qualifiers(self, relation: Relation) -> dict[str, str]:
        """Return the qualifiers as read, with the day of the article for a post."""
        found = dict(relation.qualifiers)
        if relation.predicate == "holdsPost" and self.article.published:
            found["as_of"] = self.article.published
        return found


def article(reading: Reading) -> Article:
    """Return the article of a reading; one without a headline is named by its first words."""
    document = reading.document
    span = document.title or (document.sentences[0] if document.sentences else None)
    name = span.of(document.text)[:NAME_LENGTH] if span else document.text[:NAME_LENGTH]
    publisher = document.publisher.of(document.text) if document.publisher else document.source.publisher
    return Article(
        id=ident("article", document.source.id, str(document.number)),
        documents=(document.source.id,),
        name=" ".join(name.split()),
        kind=document.kind,
        published=document.published.isoformat() if document.published else None,
        publisher=publisher,
        sha256=document.source.sha256,
        text=document.text,
        spans=tuple((segment.source, segment.source + segment.length) for segment in document.alignment.segments),
    )
