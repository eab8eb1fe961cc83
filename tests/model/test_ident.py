"""Ids are content."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.model.ident import document_id, ident, span_id


@given(st.lists(st.text(max_size=20), max_size=4))
def test_an_id_is_ascii_and_the_same_every_time(parts):
    assert re.fullmatch(r"fact/[0-9a-f]{16}", ident("fact", *parts))
    assert ident("fact", *parts) == ident("fact", *parts)


def test_parts_do_not_run_into_each_other():
    assert ident("fact", "ab", "c") != ident("fact", "a", "bc")


@given(st.text(max_size=20), st.integers(0, 99), st.integers(0, 99))
def test_a_span_is_told_by_its_document_and_place(name, start, length):
    document, end = document_id(name), start + length
    assert re.fullmatch(r"document/[0-9a-f]{16}", document)
    assert span_id(name, start, end) == f"span/{document.partition('/')[2]}-{start}-{end}"
