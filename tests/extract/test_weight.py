"""A relation is as sure as its rule, and no less doubtful than its names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.weight import weighed
from kg.model.mention import Mention, Relation
from kg.model.text import Span


def mention(confidence: float, level: str = "name") -> Mention:
    return Mention(Span(0, 2), "Company", "海岚", level=level, confidence=confidence)


def relation(subject: Mention | None, target: Mention | None, confidence: float = 0.9) -> Relation:
    return Relation("partOf", subject, target, (Span(0, 2),), "test/rule", confidence)


@pytest.mark.parametrize(
    ("subject", "target", "expected"),
    [
        (mention(1.0), mention(1.0), 0.9),
        (mention(0.8), mention(1.0), 0.81),
        (mention(1.0), mention(0.8), 0.81),
        (mention(0.6), mention(0.8), 0.72),
        (mention(1.0, "nominal"), mention(1.0), 0.8325),
        (mention(0.6, "nominal"), mention(1.0), 0.72),
        (mention(0.8), None, 0.81),
        (None, None, 0.9),
    ],
    ids=["sure", "subject", "object", "the less sure", "nominal", "unsure nominal", "of the article", "no names"],
)
def test_half_of_what_the_less_sure_name_lacks_is_lost(subject, target, expected):
    assert weighed(relation(subject, target)).confidence == expected


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_relation_never_becomes_surer_and_keeps_all_else(rule, one, other):
    before = relation(mention(one), mention(other), rule)
    after = weighed(before)
    assert 0 <= after.confidence <= rule + 1e-4
    assert (after.subject, after.object, after.rule) == (before.subject, before.object, before.rule)
