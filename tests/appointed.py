"""How tests read who holds which post at which body."""

from stated import article

from kg.extract.post import posts
from kg.grammar.example import marked


def read(example: str) -> list[tuple[str, str, str, str]]:
    """Return person, body, title and modality of each post."""
    text, mentions = marked(example)
    return [
        (relation.subject.text, relation.object.text, dict(relation.qualifiers)["title"], relation.modality)
        for relation in posts(article(text), mentions)
    ]


def held(person: str, body: str, title: str, modality: str = "asserted") -> tuple[str, str, str, str]:
    """Return a post as `read` does."""
    return person, body, title, modality
