"""A relation is as sure as its rule, and no less doubtful than its names."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.weight import settled, weighed
from kg.model.mention import Mention, Observation, Relation
from kg.model.text import Span
from kg.model.value import Period, Quantity


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


SENTENCES = (Span(0, 10), Span(10, 20), Span(20, 30))


def figure(about: int | None, period: Period | None) -> Relation:
    named = None if about is None else Mention(Span(about, about + 2), "Company", "海岚")
    observation = Observation(Quantity(Decimal(5), "家"), "企业", "level", Span(14, 16), named, period)
    return Relation("states", None, observation, (Span(12, 16),), "figure/level", 0.9)


@pytest.mark.parametrize(
    ("about", "period", "expected"),
    [
        (10, Period("2024", "2024"), 0.81),
        (18, Period("2024", "2024"), 0.81),
        (10, None, 0.567),
        (2, Period("2024", "2024"), 0.54),
        (22, Period("2024", "2024"), 0.54),
        (2, None, 0.378),
        (None, None, 0.378),
    ],
    ids=["of its sentence", "after it", "undated", "carried", "from the next", "carried, undated", "of nothing named"],
)
def test_a_figure_is_as_sure_as_what_it_is_of_and_when_are_told(about, period, expected):
    assert settled(figure(about, period), SENTENCES).confidence == expected


def test_a_relation_of_names_is_no_figure():
    assert settled(relation(mention(0.8), mention(1.0)), SENTENCES).confidence == 0.9
