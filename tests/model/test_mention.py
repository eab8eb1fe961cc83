"""Mentions and relations as read."""

import msgspec
import pytest

from kg.model.mention import Mention, Relation
from kg.model.text import Span

FIRM = Mention(Span(0, 4), "Company", "青岚重工")


@pytest.mark.parametrize(
    ("rule", "extractor"),
    [
        ("post/place-title-person", "post"),
        ("speech/cue/before", "speech"),
        ("alias", "alias"),
        ("/nameless", ""),
        ("", ""),
    ],
)
def test_the_extractor_is_the_grammar_of_the_rule(rule, extractor):
    assert Relation("holdsPost", FIRM, None, (), rule).extractor == extractor


def test_equal_mentions_are_one():
    again = Mention(Span(0, 4), "Company", "青岚重工")
    assert {FIRM, again} == {FIRM}


@pytest.mark.parametrize(
    "change",
    [{"span": Span(4, 8)}, {"type": "Facility"}, {"level": "nominal"}, {"code": "CN"}, {"rule": "head"}],
    ids=str,
)
def test_mentions_differ_by_any_field(change):
    assert msgspec.structs.replace(FIRM, **change) != FIRM


def test_a_mention_is_not_altered():
    with pytest.raises(AttributeError):
        FIRM.text = "青岚"
