"""Ids are content."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.model.ident import ident


@given(st.lists(st.text(max_size=20), max_size=4))
def test_an_id_is_ascii_and_the_same_every_time(parts):
    assert re.fullmatch(r"fact/[0-9a-f]{16}", ident("fact", *parts))
    assert ident("fact", *parts) == ident("fact", *parts)


def test_parts_do_not_run_into_each_other():
    assert ident("fact", "ab", "c") != ident("fact", "a", "bc")
