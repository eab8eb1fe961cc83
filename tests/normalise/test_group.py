"""Names are compared within groups of classes."""

import pytest

from kg.normalise.group import GROUPS, group, name_key
from kg.ontology import packaged


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Agency", "Organization"),
        ("Institute", "Organization"),
        ("County", "Place"),
        ("Facility", "Facility"),
        ("Person", "Person"),
        ("Municipality", "Place"),
        ("Agent", "Agent"),
        ("Entity", "Entity"),
    ],
)
def test_names_are_compared_within_a_group(kind, expected):
    assert group(kind) == expected


def test_every_group_is_a_class_and_its_own_group():
    assert [group(kind) for kind in GROUPS] == list(GROUPS)
    assert set(GROUPS) <= packaged().classes.keys()


def test_a_name_is_looked_up_by_group_and_folded_form():
    assert name_key("Agency", "“海川”（新区）管委会") == ("Organization", "海川(新区)管委会")
