"""Units: the form a text writes → the unit that figures carry, its dimension and its international code."""

import functools
import re
from decimal import Decimal

import msgspec

from kg.lexicon import Word, table

SHARE = "%"
PER = "per"
UCUM = "UCUM"
KINDS = {"symbol": "money"}


class Unit(msgspec.Struct, frozen=True):
    """A unit as figures carry it: its name, and what it measures (money, length, count …)."""

    name: str
    dimension: str


class Code(msgspec.Struct, frozen=True):
    """The code of a unit in a published system: UCUM for measures, ISO 4217 for currencies."""

    unit: str
    system: str
    code: str


@functools.cache
def _units() -> dict[str, Unit]:
    return {word.form: Unit(word.canonical, KINDS.get(word.type, word.type)) for word in table("unit", Word)}


@functools.cache
def _codes() -> dict[str, Code]:
    return {code.unit: code for code in table("unit_code", Code)}


@functools.cache
def _per() -> re.Pattern[str]:
    """Match what stands between the units of a rate: 元/吨, 吨每天."""
    return re.compile(f"({'|'.join(re.escape(word.form) for word in table('unit', Word) if word.type == PER)})")


def read(form: str) -> Unit | None:
    """Return the unit that a form stands for; a compound one (元/吨) has the dimension `rate`.

    >>> read("元人民币"), read("元/吨"), read("空")
    (Unit(name='元', dimension='money'), Unit(name='元/吨', dimension='rate'), None)
    """
    if (unit := _units().get(form)) and unit.dimension != PER:
        return unit
    parts = [_units().get(part) for part in _per().split(form)]
    units = [part for part in parts if part]
    return Unit("".join(unit.name for unit in units), "rate") if len(units) == len(parts) > 1 else None


def code(name: str) -> Code | None:
    """Return the international code of a unit, of a rate from those of its parts.

    >>> [found and found.code for found in (code("千瓦时"), code("港元"), code("吨每天"), code("元/吨"), code("家"))]
    ['kW.h', 'HKD', 't/d', None, None]
    """
    if name in _codes():
        return _codes()[name]
    parts = [_codes().get(part) for part in _per().split(name)[::2]]
    codes = [part.code for part in parts if part and part.system == UCUM]
    return Code(name, UCUM, "/".join(codes)) if len(codes) == len(parts) > 1 else None


def scale(value: Decimal, unit: Unit) -> tuple[Decimal, str]:
    """Return a value in the unit that figures carry: tenths (成) are given in percent.

    >>> scale(Decimal(4), Unit("成", "tenth"))
    (Decimal('40'), '%')
    """
    return (value * 10, SHARE) if unit.dimension == "tenth" else (value, unit.name)
