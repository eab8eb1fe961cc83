"""Which classes a name is compared within: 云帆 the company may be 云帆 the institute, and never 云帆 the ship."""

from kg.normalise.form import fold
from kg.ontology import in_use, per_ontology

GROUPS = ("Person", "Organization", "Facility", "Place", "Product", "Event", "Policy", "Industry", "Indicator")
BODY = "Organization"
NameKey = tuple[str, str]


@per_ontology
def group(kind: str) -> str:
    """Return the group within which names are compared: one thing is never in two.

    >>> group("Company"), group("Municipality"), group("Facility")
    ('Organization', 'Place', 'Facility')
    """
    lineage = in_use().types(kind)
    return next((root for root in GROUPS if root in lineage), lineage[-1] if lineage else kind)


def is_body(kind: str | None) -> bool:
    """Tell whether a class, where there is one, is one of bodies.

    >>> is_body("Company"), is_body("Place"), is_body(None), is_body("")
    (True, False, False, False)
    """
    return group(kind) == BODY if kind else False


def name_key(kind: str, name: str) -> NameKey:
    """Return what a name of a class is looked up by: its group and its folded form.

    >>> name_key("Company", "海岚（集团）")
    ('Organization', '海岚(集团)')
    """
    return group(kind), fold(name)
