"""Slots: the places of quantities in a sentence, and what their units say of them."""

from decimal import Decimal
from typing import NamedTuple

from kg.model.mention import Mention
from kg.model.value import Quantity
from kg.normalise import unit

RANK = "名次"
PEOPLE = "人"
PER_SHARE = "/股"
SHARES = frozenset({"%", "‰"})
RATIOS = frozenset({"%", "倍"})
PERCENTS = SHARES | {"百分点"}


class Slot(NamedTuple):
    """A quantity and its place in the masked sentence."""

    at: int
    mention: Mention

    @property
    def quantity(self) -> Quantity:
        """The quantity itself."""
        value = self.mention.value
        return value if isinstance(value, Quantity) else Quantity(Decimal(0))

    @property
    def unit(self) -> str:
        """The quantity's unit."""
        return self.quantity.unit

    @property
    def counts(self) -> bool:
        """Whether the quantity is a number of things or people."""
        measure = unit.read(self.unit)
        return measure is not None and measure.dimension == "count"


def alike(one: Slot, other: Slot) -> bool:
    """Tell whether two quantities may stand in one series (分别增长4.2倍、63.1%和21.4%)."""
    return one.unit == other.unit or {one.unit, other.unit} <= RATIOS
