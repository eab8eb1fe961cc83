"""How tests read the quantities of a text."""

from collections.abc import Sequence

from kg.annotate.quantity import quantities
from kg.model.mention import Mention
from kg.model.text import Span
from kg.model.value import Quantity


def read(text: str, taken: Sequence[Span] = ()) -> list[Mention]:
    """Return the quantities of a text outside what is taken."""
    return quantities(text, [Span(0, len(text))], taken)


def told(text: str) -> list[str]:
    """Return what is read as `comparator value[..upper] unit`."""
    return [_told(mention.value) for mention in read(text)]


def _told(quantity: Quantity) -> str:
    upper = "" if quantity.upper is None else f"..{quantity.upper}"
    return f"{quantity.comparator} {quantity.value}{upper} {quantity.unit}".strip()
