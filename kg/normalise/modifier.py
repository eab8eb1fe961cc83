"""Words with a say in what is a name: determiners, levels of government, common words that taggers take for names.

Their uses are the types of `modifier.tsv`: `stop` is never inside a name, `generic` is no proper noun, `level` is one
of government (省), `state` and `world` open names of bodies and events, `verbal` nouns may stand in a name, `slogan`
and `plan` are quoted without being products, `issue` and `hold` are what is done to measures and events. `organ` is
one of a body (党委) where no `member` (书记) follows it, `stationed` stands between a body and where it is (驻), a
plant is named by a `gauge` (500千伏变电站), and a `clock` makes no place of what it follows (北京时间, 长治久安).
Bodies that a tagger takes for one have `between` them a verb (共建), or that one is `under` the other (旗下); a `lead`
only introduces a name (上市公司), a `former` one its post, and a line leads from one place `to` another. A report is
at a firm after a word for its `visit` (走进) or before one for what is `inside` (车间).
"""

import functools
from collections.abc import Mapping
from types import MappingProxyType

from kg.lexicon import Word, table

NONE: frozenset[str] = frozenset()


@functools.cache
def _uses() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word in table("modifier", Word):
        found.setdefault(word.form, set()).add(word.type)
    return MappingProxyType({form: frozenset(types) for form, types in found.items()})


def uses(word: str) -> frozenset[str]:
    """Return the uses of a word.

    >>> sorted(uses("全国")), uses("海岚")
    (['level', 'person', 'state', 'world'], frozenset())
    """
    return _uses().get(word, NONE)


def is_one(word: str, *types: str) -> bool:
    """Tell whether a word has one of the uses."""
    return not uses(word).isdisjoint(types)
