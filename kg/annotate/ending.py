"""How names of places end: 镇, 街道, 高新区, and how far a known name goes on into another."""

import functools
import re

from kg.grammar.alternation import alternation
from kg.lexicon import Word, table, words
from kg.normalise.modifier import is_one

AREA = "area"
TOWN = "town"
SETTLEMENT = "settlement"
VILLAGE = "village"
WAY = "way"
ZONE = "zone"
COMMON = 2
STEM = 2  # a name of its own has as many characters before its ending


@functools.cache
def endings() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for an ending at the end of a name, and the kind of each."""
    kinds = {word.form: word.type for word in table("place_suffix", Word)}
    return re.compile(alternation(tuple(kinds)) + r"\Z"), kinds


def further(rest: str, *, minor: bool, official: bool) -> int:
    """Return how far a name goes on into what follows it: a zone, and where it is no official name, also a town.

    >>> further("高新区创新大道", minor=False, official=False), further("桥镇松柏村", minor=True, official=False)
    (3, 2)
    >>> further("镇东壁村", minor=False, official=False), further("镇东壁村", minor=True, official=True)
    (1, 0)
    """
    pattern = _zone() if official else _of_village() if minor else _of_town()
    match = pattern.match(rest)
    return match.end() if match else 0


@functools.cache
def _of_town() -> re.Pattern[str]:
    """Return a pattern for the rank of an area that has the name of a known place: 三沙|镇东壁村, 南特|市圣日耳曼区."""
    ranks = alternation(words("place_suffix", AREA, TOWN))
    return re.compile(f"{_zone().pattern}|{ranks}(?=.{{{STEM},}})", re.DOTALL)


@functools.cache
def _of_village() -> re.Pattern[str]:
    """Return a pattern for how a name goes on that starts like a known one: 青山|桥镇, 库车|县玉其吾斯塘乡."""
    rank = f"{alternation(words('place_suffix', AREA))}(?=.{{{STEM},}})"
    settled = alternation(words("place_suffix", TOWN, SETTLEMENT, VILLAGE))
    return re.compile(f"{_zone().pattern}|{rank}|.?{settled}", re.DOTALL)


@functools.cache
def town() -> re.Pattern[str]:
    """Return a pattern for the name of a town that the name of a place in it follows."""
    return re.compile(f".{{{STEM},}}?{alternation(words('place_suffix', TOWN, ZONE))}(?=.{{{STEM},}})", re.DOTALL)


@functools.cache
def _zone() -> re.Pattern[str]:
    return re.compile(alternation(words("place_suffix", ZONE)))


def ranks_within(name: str, *, known: bool) -> tuple[str, ...]:
    """Return how the names end of the towns in a known area, and of the villages in one that shows its rank.

    >>> ranks_within("双溪镇", known=False)[:2], ranks_within("南溪", known=True)[:2], ranks_within("双溪", known=False)
    (('村', '社区'), ('镇', '乡'), ())
    """
    if name.endswith(words("place_suffix", TOWN)):
        return words("place_suffix", VILLAGE)
    if name.endswith(words("place_suffix", AREA)):
        return words("place_suffix", TOWN, VILLAGE)
    return words("place_suffix", TOWN) if known else ()


def is_settlement(name: str, *, tagged: bool) -> bool:
    """Tell whether what ends like the name of a town or village is one, by its form or to the tagger.

    >>> is_settlement("双溪镇", tagged=False), is_settlement("美丽乡村", tagged=True)
    (True, False)
    """
    ends = stem_of(name)[1] in (TOWN, VILLAGE) and name[-COMMON:] not in words("bound", "town")
    common = name in endings()[1] or is_one(name, "generic") or is_one(name[0], "determiner")
    return (ends or (tagged and len(name) - 1 == COMMON)) and not common  # 山城镇


def leading(word: str, ranks: tuple[str, ...]) -> int:
    """Return how far a name with one of some endings goes in a word that is none itself, 0 where there is none.

    >>> leading("双溪镇东北部", ("镇", "乡")), leading("双溪镇下浦村", ("镇", "乡"))
    (3, 0)
    """
    match = None if stem_of(word)[1] else _leading(ranks).match(word)
    return match.end() if match else 0


@functools.cache
def _leading(ranks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f".{{{STEM},4}}?{alternation(ranks)}(?=.{{{STEM},}})", re.DOTALL)


def stem_of(word: str) -> tuple[str, str]:
    """Return what a word is without the endings of names of places, and the kind of its last one.

    >>> stem_of("中关村大街"), stem_of("路步行街"), stem_of("望京")
    (('中关', 'way'), ('', 'way'), ('望京', ''))
    """
    pattern, kinds = endings()
    last = ""
    while match := pattern.search(word):
        last = last or kinds[match.group()]
        word = word[: match.start()]
    return word, last
