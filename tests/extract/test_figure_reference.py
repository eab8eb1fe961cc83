"""What a change is compared with, and the periods that mentions hold."""

import pytest

from kg.extract.figure_reference import bases, value
from kg.model.mention import Mention
from kg.model.text import Span


def test_no_figures_are_against_nothing():
    assert list(bases([], [], None)) == []


def test_a_mention_without_a_period_holds_none():
    with pytest.raises(TypeError, match="Period"):
        value(Mention(Span(0, 2), "Period", "去年"))
