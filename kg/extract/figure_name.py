"""Names of indicators: the words of a stretch of a sentence, without what leads up to them."""

from collections.abc import Sequence

import msgspec

from kg.extract.figure_clause import Sentence, cue

LONG, SHORT = 14, 4
MARKS = " \t\n　'、，,"
LOOSE = MARKS + "的了和与及从由以"
QUOTES = {"“": "”", "”": "“", "‘": "’", "’": "‘", '"': '"'}
OF = "的"


class Name(msgspec.Struct, frozen=True):
    """An indicator as named, and where the masked sentence names it (nowhere, where another sentence does).

    `whole` is what a share that the sentence tells apart is a share of: 出口 for 出口占全省.
    """

    text: str
    start: int | None = None
    end: int | None = None
    whole: str = ""


def name(sentence: Sentence, text: str, start: int, end: int) -> Name | None:
    """Return the words of a stretch as a name, trimmed of period, topics, verb and adverbs; None where none is left.

    Of a long one, what follows its last 的. 其他银行 is none: what is measured of them is named elsewhere.
    """
    masked = sentence.text
    start = _trimmed(sentence, start, end)
    if peers := cue("peers").match(masked[start:end]):
        start += peers.end()
    if cue("others").match(masked[start:end]):
        return None
    if end - start > LONG and (cut := masked.rfind(OF, start, end - SHORT)) >= 0:
        start = cut + 1
    return _name(sentence, text, start, end)


def follower(sentence: Sentence, text: str, start: int, end: int, *, several: bool = False) -> Name | None:
    """Return the noun that a stretch after a quantity begins with (的清洁电能，…).

    What looks like a name is none, unless there are several of it (3家企业技术中心).
    """
    match = cue("right").match(sentence.text[start:end])
    if match is None:
        return None
    first, last = start + match.start("noun"), start + match.end("noun")
    alone = last - first == 1 and first in sentence.masked.mentions
    if several and cue("generic").match(sentence.text, first):
        alone = False
    return generic(sentence, text, last) if alone else _name(sentence, text, first, last)


def qualified(sentence: Sentence, text: str, start: int, end: int) -> Name | None:
    """Return the noun after a count that another quantity stands before (15个收入超百亿元的园区)."""
    match = cue("qualified").match(sentence.text[start:end])
    return _name(sentence, text, start + match.start("noun"), start + match.end("noun")) if match else None


def generic(sentence: Sentence, text: str, end: int) -> Name | None:
    """Return the generic term (企业) that a stretch ends in."""
    mention = sentence.masked.mentions.get(end - 1)
    stands = mention and mention.level == "nominal" and cue("generic").match(sentence.text, end - 1)
    return _name(sentence, text, end - 1, end) if stands else None


def ranked(named: Name) -> Name | None:
    """Return a name without how its rank is told (总量居全省); None where no more is left of it.

    >>> ranked(Name("总量居全省")), ranked(Name("居全省"))
    (Name(text='总量', start=None, end=None, whole=''), None)
    """
    words = cue("place").sub("", named.text)
    return msgspec.structs.replace(named, text=words) if words else None


def cut(sentence: Sentence, text: str, start: int, end: int, count: int = 0) -> list[Name]:
    """Return the members of the enumeration that a stretch holds: 出口、进口份额 are 出口份额 and 进口份额.

    Where they are not as many as they should be, those that commas part are its members (电脑及零件、汽车).
    """
    start = _trimmed(sentence, start, end)
    several, listed = (
        [(start + m.start(), start + m.end()) for m in cue(rule).finditer(sentence.text[start:end])]
        for rule in ("items", "listed")
    )
    return members(sentence, text, listed if len(listed) == count else several)


def members(sentence: Sentence, text: str, parts: Sequence[tuple[int, int]]) -> list[Name]:
    """Return the names of the members of an enumeration; what the last one measures is measured of all.

    Of members that are topics and no more (青川高铁、明湖高铁客流) each measures what the last one does, and a mere
    character (内、外贸吞吐量) takes all of the last one but its first; those that follow a preposition are parts of
    their names (对青国、蓝国出口).
    """
    if not parts:
        return []
    first, last = (sentence.text[slice(*part)] for part in (parts[0], parts[-1]))
    shared = name(sentence, text, *parts[-1])
    measure = cue("measure").search(last)
    toward = cue("toward").match(first)
    prefix = toward.group() if toward else ""
    found: list[Name] = []
    for part in parts:
        item = _name(sentence, text, *part) if toward else name(sentence, text, *part)
        if item is None and shared:
            found.append(Name(shared.text, part[1], part[1]))
        elif item:
            words = prefix + item.text.removeprefix(prefix)
            suffix = "" if not measure or cue("measured").search(words) else measure["noun"]
            if cue("clipped").match(words) and shared and part != parts[-1]:
                suffix = shared.text[1:]
            found.append(Name(words.removesuffix(suffix) + suffix, item.start, item.end))
    return found


def _name(sentence: Sentence, text: str, start: int, end: int) -> Name | None:
    whole = sentence.words(start, end, text)
    words = _unquoted(whole.lstrip(MARKS).rstrip(LOOSE))
    return Name(words, start + whole.index(words), end) if words else None


def _unquoted(words: str) -> str:
    """Return words without the quotation marks at their ends that hold all of them, or have no other half.

    >>> _unquoted("“海岚”企业"), _unquoted("“海岚”"), _unquoted("海岚”"), _unquoted("”海岚“")
    ('“海岚”企业', '海岚', '海岚', '海岚')
    """
    if words[:1] in QUOTES and QUOTES[words[0]] not in words[1:-1]:
        words = words[1:]
    if words[-1:] in QUOTES and QUOTES[words[-1]] not in words[:-1]:
        words = words[:-1]
    return words


def _trimmed(sentence: Sentence, start: int, end: int) -> int:
    """Return where the words of a stretch start that follow its period, topic, verb and adverbs."""
    lead = cue("lead").match(sentence.text[start:end])
    if lead is None:
        return start
    return start + lead.end() - lead.group().endswith(tuple(QUOTES))
