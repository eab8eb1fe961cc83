"""Masked text: every mention is one character, and every position leads back to the document."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.example import marked
from kg.grammar.mask import class_pattern, mask
from kg.model.mention import Mention
from kg.model.text import Span


def test_a_class_stands_for_its_subclasses():
    text, mentions = marked("{Company|安泰}与{Person|林岚}")
    masked = mask(text, Span(0, len(text)), mentions)
    assert len(masked.text) == 3
    match = re.match(f"(?P<a>{class_pattern('Organization')})与(?P<b>{class_pattern('Person')})", masked.text)
    assert masked.mention(match, "a").text == "安泰"
    assert masked.group(match, "b").of(text) == "林岚"
    assert masked.group(match) == Span(0, len(text))
    assert class_pattern("Dragon") is None


def test_overlapping_mentions_are_masked_once():
    mentions = [Mention(Span(0, 4), "Company", "安泰控股"), Mention(Span(2, 4), "Company", "控股")]
    assert len(mask("安泰控股", Span(0, 4), mentions).text) == 1


@given(st.text(max_size=40), st.data())
def test_positions_lead_back_to_the_document(text, data):
    marks = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False)]
    mentions = [Mention(span, "Place", span.of(text)) for span in spans]
    masked = mask(text, Span(0, len(text)), mentions)
    shown = "".join(
        masked.mentions[at].text if at in masked.mentions else masked.span(at, at + 1).of(text)
        for at in range(len(masked.text))
    )
    assert shown == text
    for at, mention in masked.mentions.items():
        assert masked.span(at, at + 1) == mention.span
        assert masked.at(mention.span.start) == at


def test_private_characters_of_a_text_cannot_pose_as_mentions():
    character = class_pattern("Person")[1]
    masked = mask(f"{character}说", Span(0, 2), ())
    assert masked.text == "\ufffd说"
    assert not re.search(class_pattern("@"), masked.text)
