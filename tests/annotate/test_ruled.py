"""Names that a project's rules read, in the place of what they overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.ruled import ruled
from kg.grammar import parse
from kg.grammar.example import marked
from kg.layout import layout
from kg.model.mention import Mention
from kg.model.text import Document, Source, Span

RULES = parse(
    """
[[rule]]
name = "quoted"
type = "Product"
pattern = '“(?P<name>[^“”]{1,9}号)”'
examples = ["“远岚号”"]
counter = ["远岚号"]

[[rule]]
name = "owned"
type = "Facility"
pattern = '{Company}的(?P<name>[^，。]{1,4}库)'
examples = ["{Company|海岚}的东库"]
counter = ["海岚的东库"]
priority = 1
""",
    "my",
).rules


def document(text: str) -> Document:
    """The first article of a text."""
    return layout(Source("a.txt", text, "0"))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“远岚号”今日启航。", [("Product", "远岚号")]),
        ("“{City|远岚}号”今日启航。", [("Product", "远岚号")]),
        ("{Company|海岚}的东库今日启用。", [("Company", "海岚"), ("Facility", "东库")]),
        ("海岚的东库今日启用。", []),
        ("{Company|海岚}的“东库号”库今日启用。", [("Company", "海岚"), ("Facility", "“东库")]),
        ("{Person|周宁}今日启程。", [("Person", "周宁")]),
    ],
)
def test_a_rules_name_takes_the_place_of_what_it_overlaps(text, expected):
    plain, mentions = marked(text)
    found = ruled(document(plain), mentions, RULES)
    assert [(mention.type, mention.text) for mention in found] == expected
    assert all(mention.span.of(plain) == mention.text for mention in found)


def test_a_name_leads_to_its_rule():
    (found,) = ruled(document("“远岚号”今日启航。"), (), RULES)
    assert (found.rule, found.confidence) == ("my/quoted", 0.9)


@given(st.text("“”号远岚库的。🚢", min_size=1, max_size=40))
def test_names_never_overlap_and_are_what_the_text_says(text):
    found = document(text + "。")
    mentions = (Mention(Span(0, 1), "Company", found.text[:1]),)
    names = ruled(found, mentions, RULES)
    assert all(name.span.of(found.text) == name.text for name in names)
    assert all(not one.span.overlaps(other.span) for one in names for other in names if one is not other)


def test_without_rules_mentions_stay_as_they_are():
    plain, mentions = marked("{Person|周宁}说“远岚号”启航。")
    assert ruled(document(plain), mentions, ()) == mentions
