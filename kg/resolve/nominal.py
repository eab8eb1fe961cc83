"""What a nominal mention stands for: 公司, 该中心, 全省 and their like, by the names before them."""

from collections.abc import Iterator, Sequence

from kg.lexicon import words
from kg.model.mention import Mention, Reading
from kg.normalise.name import calls, is_local, nested, same_head
from kg.ontology import in_use

BREAKS = frozenset("，。；：！？“”、\n　 ")
JOINTS = frozenset("、和与")


def antecedent(nominal: Mention, reading: Reading) -> Mention | None:
    """Return the name that a nominal mention stands for: the nearest before it of its class, in the same article.

    Of the names of its class those that end in the same head go first: 中心 stands for a centre before it
    stands for a university. A firm is the one that last began a clause: 公司 is who a text is about, not whom
    it sells to. Where no name stands before it, the dateline's or title's place serves an area, and where there is
    none, one that another name holds (明省日报).
    """
    text = reading.document.text
    names = [
        mention
        for mention in reading.mentions
        if mention.level == "name" and mention.value is None and in_use().is_a(mention.type, nominal.type)
    ]
    before = [mention for mention in names if mention.span.end <= nominal.span.start]
    firm = in_use().is_a(nominal.type, "Company")
    leading = [mention for mention in before if _leads(mention, text)] if firm else []
    if found := _nearest(leading or before, nominal, text):
        return found
    if not in_use().is_a(nominal.type, "Place"):
        return None
    return _nearest(names[:1], nominal, text) or next(_inner(nominal, reading), None)


def _inner(nominal: Mention, reading: Reading) -> Iterator[Mention]:
    """Yield the areas inside names that an area may be."""
    for name in reading.mentions:
        if name.level == "name" and name.value is None:
            areas = (area for area in nested(name) if in_use().is_a(area.type, nominal.type))
            yield from (area for area in areas if not is_local(nominal) or same_head(nominal.text, area.text))


def _leads(mention: Mention, text: str) -> bool:
    """Tell whether a name begins a clause, or is where a report goes (走进海岚公司, 海岚公司车间里), alone."""
    start, end = mention.span.start, mention.span.end
    opens = start == 0 or text[start - 1] in BREAKS
    visited = text.endswith(words("modifier", "visit"), 0, start) or text.startswith(words("modifier", "inside"), end)
    return (opens or visited) and text[end : end + 1] not in JOINTS


def _nearest(names: Sequence[Mention], nominal: Mention, text: str) -> Mention | None:
    alike = [mention for mention in names if calls(nominal.text, mention, text)]
    found = alike or ([] if is_local(nominal) else list(names))
    return found[-1] if found else None
