"""Masking at its edges: parts of a text, mentions at its ends, groups that took no part."""

import re

import pytest

from kg.grammar.example import marked
from kg.grammar.mask import characters, class_pattern, mask
from kg.model.mention import Mention
from kg.model.text import Span
from kg.ontology import packaged

TEXT, MENTIONS = marked("{City|海川市}市长{Person|周宁}到{Company|青岚重工}调研🚢。")


def masked_words(start: int, end: int) -> list[str]:
    """The mentions that a masked stretch of the text has."""
    return [mention.text for mention in mask(TEXT, Span(start, end), MENTIONS).mentions.values()]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, len(TEXT), ["海川市", "周宁", "青岚重工"]),
        (0, 3, ["海川市"]),
        (1, 7, ["周宁"]),
        (0, 6, ["海川市"]),
        (5, 11, ["周宁"]),
        (3, 5, []),
        (7, 7, []),
    ],
)
def test_mentions_wholly_inside_a_stretch_are_masked(start, end, expected):
    assert masked_words(start, end) == expected


def test_a_stretch_keeps_the_offsets_of_its_document():
    masked = mask(TEXT, Span(3, len(TEXT)), MENTIONS)
    assert masked.span(0, 2).of(TEXT) == "市长"
    assert masked.span(2, 3).of(TEXT) == "周宁"
    assert masked.span(0, len(masked.text)) == Span(3, len(TEXT))


def test_an_empty_stretch_has_one_position():
    masked = mask("", Span(0, 0), ())
    assert (masked.text, masked.starts, masked.span(0, 0)) == ("", (0,), Span(0, 0))


def test_an_empty_mention_is_not_masked():
    assert mask("周宁", Span(0, 2), [Mention(Span(1, 1), "Person", "")]).text == "周宁"


def test_a_group_that_took_no_part_has_no_span_and_no_mentions():
    masked = mask(TEXT, Span(0, len(TEXT)), MENTIONS)
    match = re.search(f"(?P<who>{class_pattern('Person')})(?P<none>省长)?", masked.text)
    assert masked.group(match, "none") is None
    assert masked.mention(match, "none") is None
    assert masked.within(match, "none") == ()
    assert masked.mention(match, "who").text == "周宁"


def test_an_empty_group_stands_between_characters():
    masked = mask(TEXT, Span(0, len(TEXT)), MENTIONS)
    match = re.search(f"(?P<place>{class_pattern('City')})(?P<none>)市长", masked.text)
    assert masked.group(match, "none") == Span(3, 3)


def test_all_mentions_of_a_group_come_in_order():
    masked = mask(TEXT, Span(0, len(TEXT)), MENTIONS)
    match = re.search(".+调研", masked.text)
    assert [mention.text for mention in masked.within(match)] == ["海川市", "周宁", "青岚重工"]
    assert masked.mention(match, 0).text == "海川市"


@pytest.mark.parametrize(("offset", "index"), [(0, 0), (2, 0), (3, 1), (5, 3), (6, 3), (7, 4), (11, 5), (12, 6)])
def test_an_offset_inside_a_mention_is_the_mention(offset, index):
    assert mask(TEXT, Span(0, len(TEXT)), MENTIONS).at(offset) == index


def test_every_class_has_a_character_of_its_own():
    table = characters()
    assert len(set(table.values())) == len(table)
    assert {*packaged().classes, "Quantity", "Period"} == set(table)


@pytest.mark.parametrize(
    ("name", "takes", "leaves"),
    [
        ("Place", {"City", "Province", "Facility"}, {"Person", "Company", "Period"}),
        ("Organization", {"Company", "Agency"}, {"City", "Quantity"}),
        ("Company", {"Company"}, {"Organization", "Agency"}),
        ("Period", {"Period"}, {"Quantity", "Event"}),
        ("@", {"Person", "Quantity", "Policy"}, set()),
    ],
)
def test_a_pattern_takes_a_class_and_those_under_it(name, takes, leaves):
    pattern, table = re.compile(class_pattern(name)), characters()
    assert all(pattern.fullmatch(table[kind]) for kind in takes)
    assert not any(pattern.fullmatch(table[kind]) for kind in leaves)
