"""Examples of rules: how their mentions are marked, and what they find wrong with a rule."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar import Example, Rule, RuleText
from kg.grammar.example import faults, marked
from kg.grammar.mask import class_pattern


def rule(pattern: str, *examples: str | Example, counter: tuple[str, ...] = ()) -> Rule:
    """A rule of a pattern over classes in braces."""
    regex = re.sub(r"\{([A-Za-z]+|@)\}", lambda slot: class_pattern(slot.group(1)), pattern)
    return Rule("post/test", RuleText("test", pattern, examples, counter), regex)


@pytest.mark.parametrize(
    ("text", "plain", "expected"),
    [
        ("", "", []),
        ("海川市昨日有雨。", "海川市昨日有雨。", []),
        ("{City|海川市}{Person|周宁}", "海川市周宁", [("City", "海川市", 0), ("Person", "周宁", 3)]),
        ("{City 海川市}市长", "海川市市长", [("City", "海川市", 0)]),
        ("🚢在{Facility|海川港}靠泊", "🚢在海川港靠泊", [("Facility", "海川港", 2)]),
        ("“{Company|青岚（集团）}”", "“青岚（集团）”", [("Company", "青岚（集团）", 1)]),
        ("{Company|青岚 重工}", "青岚 重工", [("Company", "青岚 重工", 0)]),
        ("{周宁}说", "{周宁}说", []),
        ("{person|周宁}说", "{person|周宁}说", []),
        ("{Person|}说", "{Person|}说", []),
        ("{Person|周宁", "{Person|周宁", []),
    ],
)
def test_a_mark_is_a_class_and_a_text_in_braces(text, plain, expected):
    found, mentions = marked(text)
    assert found == plain
    assert [(mention.type, mention.text, mention.span.start) for mention in mentions] == expected


@given(
    pieces=st.lists(
        st.tuples(st.sampled_from(["", "Person", "City"]), st.text(st.characters(exclude_characters="{}|"), min_size=1))
    )
)
def test_marks_leave_their_texts_in_place(pieces):
    text, mentions = marked("".join(f"{{{kind}|{piece}}}" if kind else piece for kind, piece in pieces))
    assert text == "".join(piece for _, piece in pieces)
    assert [mention.text for mention in mentions] == [piece for kind, piece in pieces if kind]
    assert all(mention.span.of(text) == mention.text for mention in mentions)


POST = r"(?P<place>{Place})(?P<title>市长|省长)(?P<person>{Person})"


@pytest.mark.parametrize(
    "found",
    [
        rule(POST, "{City|海川市}市长{Person|周宁}"),
        rule(POST, "昨日，{City|海川市}市长{Person|周宁}表示", counter=("{City|海川市}市长说", "市长{Person|周宁}")),
        rule(POST, Example("{City|海川市}市长{Person|周宁}", {"place": "海川市", "title": "市长", "person": "周宁"})),
        rule(POST),
    ],
    ids=["an example", "a counter-example", "groups", "neither"],
)
def test_a_rule_that_does_as_it_says_has_no_fault(found):
    assert list(faults(found)) == []


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (rule(POST, "{Company|青岚}市长{Person|周宁}"), ["post/test does not match its example '{Company|青岚}市长"]),
        (rule(POST, "海川市市长周宁"), ["does not match its example '海川市市长周宁'"]),
        (
            rule(POST, Example("{City|海川市}市长{Person|周宁}", {"title": "省长", "person": "林远"})),
            ["gives person = '周宁' in", "gives title = '市长' in"],
        ),
        (rule("(?P<a>甲)?乙", Example("乙", {"a": "甲"})), ["gives a = None in '乙', not '甲'"]),
        (rule("甲", "甲", counter=("乙", "甲乙", "乙甲")), ["must not match '甲乙'", "must not match '乙甲'"]),
        (rule("甲", "乙", counter=("甲",)), ["does not match", "must not match '甲', but takes '甲'"]),
        (rule("甲", "{Dragon|甲}"), ["marks a mention of no class in '{Dragon|甲}': Dragon"]),
        (rule("甲", "甲", counter=("{Dragon|乙}",)), ["marks a mention of no class"]),
        (rule("甲", Example("甲", {"b": "甲"})), ["has no group 'b'"]),
    ],
    ids=[
        "another class",
        "no marks",
        "other groups",
        "a group that took no part",
        "counters",
        "both",
        "no class",
        "no class in a counter",
        "no group",
    ],
)
def test_every_fault_of_a_rule_is_told(found, says):
    told = list(faults(found))
    assert len(told) == len(says)
    assert all(part in str(fault) for part, fault in zip(says, told, strict=True))
