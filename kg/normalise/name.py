"""Names: their folded form, their parts, their short forms, and the words that stand for them."""

import functools
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from kg.lexicon import table
from kg.model.mention import Mention
from kg.normalise.form import fold, quoted_front, unquoted
from kg.normalise.head import BRACKETS, head, kind, without_tail
from kg.normalise.name_part import NameParts, nested, parts
from kg.normalise.short_form import is_short_form

__all__ = [
    "NameParts",
    "Nominal",
    "calls",
    "fold",
    "is_bare",
    "is_local",
    "is_short_form",
    "kind",
    "nested",
    "nominals",
    "parts",
    "quoted_front",
    "same_head",
    "unquoted",
]


PLACE = "Place"
QUOTES = ("“", "‘", '"')


class Nominal(msgspec.Struct, frozen=True):
    """A word that stands for a thing named before: 公司, 该校; `heads` are those of the names it may stand for."""

    form: str
    type: str
    heads: tuple[str, ...] = ()
    code: str | None = None


@functools.cache
def nominals() -> Mapping[str, Nominal]:
    """Return the nominal words by form."""
    return MappingProxyType({row.form: row for row in table("nominal", Nominal)})


def is_bare(nominal: str) -> bool:
    """Tell whether a nominal word is no more than a head.

    >>> is_bare("工厂"), is_bare("该工厂")
    (True, False)
    """
    row = nominals().get(nominal)
    return row is not None and nominal in row.heads


def is_local(nominal: Mention) -> bool:
    """Tell whether a word stands for a village or town (全村), and so for none but one whose name ends as it does."""
    return nominal.type == PLACE and nominal.level == "nominal" and nominal.text in nominals()


def calls(nominal: str, name: Mention, text: str) -> bool:
    """Tell whether a name, or what a text calls it (平台“海岚一号”), has the head of a nominal word."""
    row, start = nominals().get(nominal), name.span.start
    start -= text.startswith(QUOTES, max(start - 1, 0))
    if row is None or row.type == PLACE:  # 白石镇柳溪村 calls no village a town
        return same_head(nominal, name.text)
    return same_head(nominal, name.text) or text.endswith(row.heads, 0, start)


def same_head(nominal: str, name: str) -> bool:
    """Tell whether a nominal word fits a name by its head.

    >>> same_head("中心", "大豆育种中心"), same_head("中心", "青川大学"), same_head("该校", "青川大学")
    (True, False, True)
    """
    row = nominals().get(nominal)
    forms = [BRACKETS.sub("", fold(name))]
    while (shorter := without_tail(forms[-1], "legal")) != forms[-1]:
        forms.append(shorter)
    last = head(forms[0])
    heads = row.heads if row and row.heads else (last.form,) if last and nominal.endswith(last.form) else ()
    return any(form.endswith(heads) for form in forms) if heads else False
