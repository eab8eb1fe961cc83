"""Names in quotation or title marks: laws and plans, papers, films, products."""

import re
from collections.abc import Iterator

from kg.grammar import load
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.form import fold
from kg.normalise.head import head, known
from kg.normalise.modifier import is_one

TITLED = re.compile(r"《([^《》\n]{2,60})》")
RULE = "work/title"
CONFIDENCE = 0.9
COMMON = ("slogan", "plan", "stop", "generic")
TITLES = ("Policy", "Organization")


def works(text: str) -> Iterator[Mention]:
    """Yield the names in marks of a text; where two cover the same span, the first is right."""
    for match in TITLED.finditer(text):
        name = match.group(1)
        if kind := _title_class(name):
            yield Mention(Span(*match.span(1)), kind, name, confidence=CONFIDENCE, rule=RULE)
    for rule in load("work").rules:
        for match in rule.regex.finditer(text):
            name = match.group("name")
            word = known().get(fold(name))
            if not is_one(fold(name), *COMMON) and (word is None or word.type not in ("Policy", "Event")):
                span = Span(*match.span("name"))
                yield Mention(span, rule.text.type, name, confidence=rule.text.confidence, rule=rule.id)


def _title_class(name: str) -> str | None:
    """Return the class of what a title in its own marks names: a measure by its head, or a paper."""
    word, last = known().get(fold(name)), head(fold(name))
    bare = last is not None and last.form == fold(name)
    kind = word.type if word else last.type if last and not bare else None
    return kind if kind in TITLES else None
