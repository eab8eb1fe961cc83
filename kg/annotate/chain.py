"""A sentence as a chain of links: its words, the names known in it, its quoted and bracketed stretches.

Each link has a letter for what it can be in a name, so that a pattern over letters finds where a name starts:
`L` place, `O` body, `P` person, `N` other proper noun, `Q` quoted, `B` bracketed, `A` level of government (省),
`n` noun, `v` action noun, `m` number, `t` year or edition, `c` and, `j` a dot between two, `z` stationed in (驻),
`D` a body that is pointed at (该校), `x` what is never inside a name.
"""

import functools
from collections.abc import Sequence

import msgspec

from kg.annotate.tagger import Tag
from kg.lexicon import words
from kg.model.mention import Mention
from kg.normalise.group import group
from kg.normalise.head import head
from kg.normalise.modifier import is_one, uses
from kg.normalise.name import nominals
from kg.normalise.name_part import gazetteer
from kg.normalise.quotation import BRACKETS, QUOTES

OTHER = "x"
QUOTATION = "Q"
DOT = "·"
DASHES = ("—", "–", "-")
CHIEF = "长"
NUMBERED = "第"
DIGITS = "0123456789."
TAGS = {"LOC": "N", "ORG": "O", "PER": "P", "TIME": "t", "nz": "N", "nw": "N", "m": "m", "c": "c", "v": "v"}
GROUPS = {"Organization": "O", "Person": "P", "Product": "N", "Event": "N", "Policy": "N", "Facility": "N"}
NOUNS = frozenset(("n", "vn", "an", "a", "ad", "f", "s"))
STOPS = frozenset("，。！？；：,!?;:\n\t")
LONGEST_QUOTED = 22
LONGEST_BRACKETED = 12
LONGEST_NUMBER = YEAR = 4
SHORTEST_POST, LONGEST_POST = 3, 10
UNKNOWN_NAME = 3  # verbs of as many characters are mostly names that the tagger does not know


class Chain(msgspec.Struct):
    """The links of one sentence, in parallel lists; `types` is the class of a link that is a name."""

    text: str
    starts: list[int]
    ends: list[int]
    letters: list[str]
    types: list[str]

    def add(self, start: int, end: int, letter: str, type: str = "") -> None:  # noqa: A002  # the mention's field
        """Append a link."""
        self.starts.append(start)
        self.ends.append(end)
        self.letters.append(letter)
        self.types.append(type)

    def word(self, number: int) -> str:
        """Return the text of a link."""
        return self.text[self.starts[number] : self.ends[number]]

    def of(self, letter: str) -> list[tuple[int, int, str]]:
        """Return start, end and letter of the links with a letter."""
        return [link for link in zip(self.starts, self.ends, self.letters, strict=True) if link[2] == letter]

    def split(self, number: int, at: int, letter: str) -> None:
        """Cut a link in two at an offset; the second half gets the letter, a noun before it that of its own."""
        start, end = self.starts[number], self.ends[number]
        if self.letters[number] == "n":
            self.letters[number] = letter_of(self.text[start:at], "n")
        self.starts[number : number + 1] = [start, at]
        self.ends[number : number + 1] = [at, end]
        self.letters[number : number + 1] = [self.letters[number], letter]
        self.types[number : number + 1] = [self.types[number], ""]

    def cut(self, number: int, at: int) -> None:
        """Cut a link in two before the head of a name; what a body's name starts with is a level or a place again."""
        start, body = self.starts[number], self.letters[number] == "O"
        self.split(number, at, "n")
        stem = self.text[start:at]
        if is_one(stem, "generic"):  # 4A级|景区
            self.letters[number] = "n"
        if body and is_one(stem, "level"):
            self.letters[number] = "A"
        elif body and gazetteer().lookup(stem):
            self.letters[number] = "L"

    def join(self, first: int, last: int, letter: str, type: str) -> None:  # noqa: A002  # the mention's field
        """Make one link of a run of them."""
        self.starts[first : last + 1] = [self.starts[first]]
        self.ends[first : last + 1] = [self.ends[last]]
        self.letters[first : last + 1] = [letter]
        self.types[first : last + 1] = [type]


def chain(text: str, tags: Sequence[Tag], names: Sequence[Mention]) -> Chain:
    """Link a sentence's words; `names` are what is known in it, sorted, apart."""
    found = Chain(text, [], [], [], [])
    ahead = list(reversed(names))
    at = tags[0].span.start if tags else 0
    for tag in tags:
        while at < tag.span.end:
            while ahead and ahead[-1].span.start < at:
                ahead.pop()
            if ahead and ahead[-1].span.start == at:
                name = ahead.pop()
                found.add(at, name.span.end, _letter_of(name), name.type)
            elif enclosed := _enclosed(text, at):
                found.add(at, *enclosed)
            else:
                stop = min(tag.span.end, ahead[-1].span.start) if ahead else tag.span.end
                _add_word(found, at, stop, tag.tag)
            at = found.ends[-1]
    return found


def _letter_of(name: Mention) -> str:
    return GROUPS.get(group(name.type), "L")


def _enclosed(text: str, at: int) -> tuple[int, str] | None:
    """Return the end and letter of a short quotation or bracket that opens here."""
    pairs, longest, letter = (QUOTES, LONGEST_QUOTED, "Q") if text[at] in QUOTES else (BRACKETS, LONGEST_BRACKETED, "B")
    close = pairs.get(text[at])
    end = text.find(close, at + 1, at + longest) if close else -1
    if end <= at + 1 or not STOPS.isdisjoint(text[at:end]):
        return None
    return end + 1, letter if text[at] not in "《〈" else OTHER


def _add_word(found: Chain, start: int, end: int, tag: str) -> None:
    word = found.text[start:end]
    if tag == "w" and word[0].isalnum():
        tag = "n"
    elif (tag == "w" or word[0].isspace()) and len(word) > 1:
        end, word = start + 1, word[0]
    letter = "j" if word in DASHES and _joins(found.text, start, end) else letter_of(word, tag)
    cut = post_cut(word) if letter == "n" else 0
    if cut:
        found.add(start, start + cut, letter)
        found.add(start + cut, end, OTHER)
    else:
        found.add(start, end, letter)


def _joins(text: str, start: int, end: int) -> bool:
    """Tell whether a dash stands between two words: 中国—东盟, 中国（山东）—韩国."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before.isalnum() or before in BRACKETS.values()) and after.isalnum()


@functools.lru_cache(maxsize=1 << 16)
def letter_of(word: str, tag: str) -> str:
    """Return the letter of a word with its tag.

    >>> letter_of("北京", "LOC"), letter_of("研究", "vn"), letter_of("举行", "v"), letter_of("AI", "nz")
    ('N', 'n', 'x', 'n')
    """
    kinds = uses(word)
    if own := _own_letter(word, kinds):
        return own
    if tag == "p" and "and" in kinds:
        return TAGS["c"]  # 人工智能与机器人大会
    if word.isascii() and word[0].isalnum():
        return _ascii_letter(word, generic="generic" in kinds)
    era = tag == "TIME" and "generic" in kinds  # 现代农业
    letter = "n" if era or tag in NOUNS or (tag == "v" and len(word) == UNKNOWN_NAME) else TAGS.get(tag, OTHER)
    if letter == "n":
        return "A" if "level" in kinds else "n"
    if letter == "N":
        return "n" if "generic" in kinds or len(word) == 1 else "N"
    return _checked(word, letter, kinds)


def _own_letter(word: str, kinds: frozenset[str]) -> str:
    """Return the letter that a word has by itself, whatever its tag; empty where it has none."""
    if word == DOT or "stationed" in kinds:
        return "j" if word == DOT else "z"
    if "determiner" in uses(word[:1]) and word in nominals():
        return "D"
    if len(word) == 1 and "level" in kinds:
        return "A"
    stop = "stop" in kinds or not word.strip() or (word[-1] == CHIEF and word in _posts())
    return OTHER if stop else ""


def _ascii_letter(word: str, *, generic: bool) -> str:
    if word.isdigit() and len(word) == YEAR and word[:2] in ("19", "20"):
        return "t"
    if word[0].isdigit() and not any(character.isalpha() for character in word):
        return "m" if len(word) <= LONGEST_NUMBER else OTHER
    return "n" if generic else "N"


def _checked(word: str, letter: str, kinds: frozenset[str]) -> str:
    """Return the letter, or `x` where the word is not of the kind that its tag may stand for in a name."""
    if letter == "m" and _is_edition(word):
        return "t"
    if letter == "m" and ("gauge" in uses(word.lstrip(DIGITS)) or _is_phase(word)):
        return "n"
    right = {
        "v": "verbal" in kinds,
        "m": len(word) <= LONGEST_NUMBER and _numerals().issuperset(word),
        "t": "time" in kinds or (word[:4].isdigit() and word[4:] == "年"),
        "c": "and" in kinds,
    }
    return letter if right.get(letter, True) else OTHER


def _is_edition(word: str) -> bool:
    """Tell of the number of an event, not of how many there were: 3届, 第3次, but not 3次."""
    kinds = uses(word[-1])
    told = "edition" in kinds or ("occasion" in kinds and word[0] == NUMBERED)
    return told and _numerals().issuperset(word[:-1])


def _is_phase(word: str) -> bool:
    """Tell of a phase in which a plant is built: 海岚港区|二期|码头."""
    return "phase" in uses(word[-1]) and _numerals().issuperset(word[:-1])


@functools.cache
def _numerals() -> frozenset[str]:
    return frozenset("第0123456789.").union(*words("numeral", "digit", "power"))


@functools.cache
def _posts() -> frozenset[str]:
    return frozenset(words("title", "office", "manager"))


@functools.lru_cache(maxsize=1 << 14)
def post_cut(word: str) -> int:
    """Return where a word that the tagger left whole divides into a body's head and a post of it, 0 where it does not.

    >>> post_cut("省委书记"), post_cut("处处长"), post_cut("董事长")
    (2, 1, 0)
    """
    if not SHORTEST_POST <= len(word) <= LONGEST_POST or (word in _posts() and "level" not in uses(word[0])):
        return 0
    return next((cut for cut in range(1, len(word) - 1) if word[cut:] in _posts() and head(word[:cut])), 0)
