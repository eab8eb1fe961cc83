"""What kind of figure a quantity is, by how its clause tells of it: a level, a change, a share or a rank."""

from kg.extract.figure_clause import cue
from kg.extract.figure_left import Left
from kg.extract.figure_name import Name
from kg.extract.figure_slot import RANK, SHARES, Slot
from kg.model.value import FigureKind

CHANGES = frozenset({"change", "pace"})
GAPS = frozenset({"gap", "gap-over"})
TENTHS = ("tenth", "half")


def kind_of(slot: Slot, left: Left, found: Name, right: Name | None) -> FigureKind:
    """Return the kind of a figure that is not to come; `right` is the noun after its quantity.

    A gap is a change where it is to an earlier time, else a level.
    """
    if slot.unit == RANK:
        return "rank"
    if left.name in CHANGES or (left.name != "part" and left.says("fresh")):
        return "change"
    if left.name in GAPS and (left.says("base") or left.says("former")):
        return "change"
    if slot.unit in SHARES and (left.name == "part" or _is_share(slot, left, found, right)):
        return "share"
    return "level"


def _is_share(slot: Slot, left: Left, found: Name, right: Name | None) -> bool:
    """Tell whether a percentage is part of a whole: by what it measures, what it is of, or as tenths (仅有三成)."""
    if left.says("portion") or cue("share").search(found.text):
        return True
    if cue("rated").search(found.text):
        return False
    risen = left.group("level") or left.group("to")
    return found is right or (slot.mention.rule.endswith(TENTHS) and not risen)
