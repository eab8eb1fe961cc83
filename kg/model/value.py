"""Values that a text states: quantities and periods, in canonical form."""

from decimal import Decimal
from typing import Literal

import msgspec

Comparator = Literal["=", "~", ">", ">=", "<", "<="]
FigureKind = Literal["level", "change", "share", "rank", "forecast"]


def canonical(number: Decimal) -> Decimal:
    """Return the number in its one written form, so that equal numbers print alike.

    >>> str(canonical(Decimal("3.5E+11"))), str(canonical(Decimal("5.50"))), str(canonical(Decimal("-0")))
    ('350000000000', '5.5', '0')
    """
    return Decimal(format(number.normalize(), "f")) if number else Decimal(0)


class Quantity(msgspec.Struct, frozen=True):
    """A number with its unit and hedge; `upper` is the end of a range. Values are in the base unit.

    近3500亿元 is ``Quantity(Decimal(350000000000), "元", "~")``.
    """

    value: Decimal
    unit: str = ""
    comparator: Comparator = "="
    upper: Decimal | None = None

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "value", canonical(self.value))
        if self.upper is not None:
            msgspec.structs.force_setattr(self, "upper", canonical(self.upper))


class Period(msgspec.Struct, frozen=True, order=True):
    """A stretch of calendar time between two ISO 8601 dates of reduced precision, either of them open.

    >>> str(Period("2024", "2024")), str(Period("2025-01", "2025-05")), str(Period("2021", None))
    ('2024', '2025-01/2025-05', '2021/')
    """

    start: str | None
    end: str | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("a period has a start, an end or both")

    def __str__(self) -> str:
        return self.start or "" if self.start == self.end else f"{self.start or ''}/{self.end or ''}"

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read what `str` writes: 2024, 2025-06, 2025-01/2025-05, 2021/ or /2025-06."""
        if "/" not in text:
            return cls(text, text)
        start, _, end = text.partition("/")
        return cls(start or None, end or None)
