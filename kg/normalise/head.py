"""The heads of names: 公司, 人民法院, 研究院, 博览会, and the words that stand before them in names of firms.

A Chinese name ends in the word that says what it names; tables give the class of each such head and what must stand
before it to make a name.
"""

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from kg.lexicon import Word, table
from kg.normalise.form import fold

BRACKETS = re.compile(r"[()]")
KNOWN = ("agency", "company", "institute", "organization", "facility", "product", "event", "policy", "person")
LONGEST = 12

Need = Literal[
    "any", "place", "city", "route", "more", "brand", "unit", "named", "issued", "quoted", "titled", "tagged", "posted",
    "project", "none"
]  # fmt: skip


class Head(msgspec.Struct, frozen=True):
    """A head, the class of what it heads, and what a name needs before it.

    `any` word makes a name of 有限公司; 人民法院 needs a `place` or body, 产业园 more than a
    province (`city`), 铁路 its ends together or more (`route`), 医院 `more` than its place, 公司 a `brand`,
    处 the body that it is a `unit` of, 科 also the post of its chief behind it (`posted`); a meeting must be `named`
    (by its number, place or title), a plan must be `issued`, a policy `quoted`, a standard stand in title marks
    (`titled`), 办 end what the tagger took for a body (`tagged`), a `project` say whose it is and what for. `none`
    marks words that only end like a head: 格局, 上市公司.
    """

    form: str
    type: str = ""
    need: Need = "none"


@functools.cache
def heads() -> Mapping[str, Head]:
    """Return all heads by form."""
    return MappingProxyType({row.form: row for row in table("head", Head)})


@functools.lru_cache(maxsize=1 << 14)
def head(name: str) -> Head | None:
    """Return the longest head that a name ends in, None where that is none.

    >>> head("潮州市中级人民法院").form, head("产业格局")
    ('中级人民法院', None)
    """
    found = heads()
    for length in range(min(LONGEST, len(name)), 0, -1):
        if row := found.get(name[-length:]):
            return None if row.need == "none" else row
    return None


@functools.cache
def known() -> Mapping[str, Word]:
    """Return the well-known names by their folded form."""
    return MappingProxyType({fold(word.form): word for name in KNOWN for word in table(name, Word)})


@functools.cache
def _tails(*types: str) -> tuple[str, ...]:
    forms = {word.form for word in table("trade", Word) if word.type in types}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def without_tail(name: str, *types: str) -> str:
    """Return a folded name without one closing word of a type of `trade.tsv`; the name itself where it has none.

    >>> without_tail("海岚信息科技有限公司", "legal"), without_tail("海岚信息科技", "neutral", "industry")
    ('海岚信息科技', '海岚')
    """
    for form in _tails(*types):
        if name.endswith(form) and len(name) > len(form):
            return name[: -len(form)]
    return name


def core(name: str, *types: str) -> str:
    """Return a folded name without all its closing words of some types of `trade.tsv`, brackets aside.

    >>> core("海岚新能源科技(集团)有限公司", "legal", "neutral")
    '海岚'
    """
    name = BRACKETS.sub("", name)
    while (shorter := without_tail(name, *types)) != name:
        name = shorter
    return name


def kind(name: str) -> str | None:
    """Return the class that a name's form tells: that of a well-known name, else of its head.

    >>> kind("商务部"), kind("青川县人民医院"), kind("海岚")
    ('Agency', 'Institute', None)
    """
    if word := known().get(fold(name)):
        return word.type
    found = head(fold(name))
    return found.type if found else None
