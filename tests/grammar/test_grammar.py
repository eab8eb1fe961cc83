"""Grammar files: slots, lexicons, classes; faults named by file and rule."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GrammarError
from kg.grammar import parse, read
from kg.grammar.alternation import alternation
from kg.grammar.example import faults

RULE = """
[[rule]]
name = "x"
pattern = '''{pattern}'''
examples = ["{example}"]
counter = ["{counter}"]
"""


def rule(pattern: str, example: str = "甲", counter: str = "乙", slots: str = "") -> str:
    return slots + RULE.replace("{pattern}", pattern).replace("{example}", example).replace("{counter}", counter)


def test_slots_nest_and_classes_stand_for_mentions():
    text = rule(
        "(?P<who>{Person}){said}", "{Person|林岚}表示", "林岚表示", "[slots]\nsay = '说|表示'\nsaid = '{say}'\n"
    )
    (found,) = parse(text, "speech").rules
    assert found.id == "speech/x"
    assert list(faults(found)) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[rule]]\nname = 1", "Expected `str`"),
        ("nonsense", "speech.toml"),
        (rule("{nowhere}"), "there is no slot or class {nowhere}; slots: none"),
        (rule("{a}", slots="[slots]\na = '{b}'\nb = '{a}'\n"), "holds itself"),
        (rule("(甲"), "is no regular expression"),
        (rule("{a}", slots="[slots]\na = { lexicon = 'unit', types = ['dragon'] }\n"), "finds no words"),
        (rule("甲") + rule("甲"), "two rules are named 'x'"),
        (rule("甲").replace('["乙"]', "[]"), "needs at least one example and one counter-example"),
        (rule("甲") + "\ncolour = 'red'", "unknown field `colour`"),
    ],
)
def test_a_faulty_grammar_is_refused_with_file_and_rule(text, says):
    with pytest.raises(GrammarError) as raised:
        parse(text, "speech")
    assert says in str(raised.value)
    assert str(raised.value).startswith("speech.toml:")


RULES = """[slots]
a = "甲"

[[rule]]
name = "first"
pattern = "{a}"
examples = ["甲"]
counter = ["乙"]

  [[ rule ]]
name = "second"
pattern = "乙"
examples = [
    "乙",
    "丙",
]
counter = ["甲", "丁乙"]
"""


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('name = "second"', 'name = "second', "my.toml:11: "),
        ('name = "second"', 'name = "first"', "my.toml:10: "),
        ('name = "second"', 'name = ["second"]', "my.toml:11: "),
        ('pattern = "乙"', 'pattern = "("', "my.toml:12: "),
        ('pattern = "乙"', 'pattern = "{b}"', "my.toml:12: "),
        ('counter = ["甲", "丁乙"]', 'counter = ["甲", "丁乙"]\ncolour = 1', "my.toml:18: "),
        ('counter = ["甲", "丁乙"]', "counter = []", "my.toml:10: "),
        ('a = "甲"', "a = { lexicon = 'dragons' }", "my.toml:6: "),
        ("  [[ rule ]]", "  [[ rule", "my.toml:10: "),
    ],
)
def test_a_fault_is_named_by_file_and_line(old, new, where):
    with pytest.raises(GrammarError) as raised:
        parse(RULES.replace(old, new), "my", "my.toml")
    assert str(raised.value).startswith(where)


def test_faults_of_examples_lead_to_their_lines():
    second = parse(RULES, "my", "my.toml")["second"]
    assert (second.where, [fault.where for fault in faults(second)]) == ("my.toml:10", ["my.toml:15", "my.toml:17"])


def test_rules_that_the_text_does_not_show_stand_in_the_file_as_a_whole():
    text = 'rule = [{ name = "x", pattern = "甲", examples = ["乙"], counter = ["丙"] }]'
    assert [fault.where for fault in faults(parse(text, "my", "my.toml")["x"])] == ["my.toml"]


def test_line_ends_and_marks_of_other_systems_are_read(tmp_path):
    path = tmp_path / "my.toml"
    path.write_bytes(b"\xef\xbb\xbf" + RULES.replace("\n", "\r\n").encode())
    assert [rule.where for rule in read(path).rules] == [f"{path}:4", f"{path}:10"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (rule("甲", "丙"), "does not match its example"),
        (rule("甲", counter="丁甲"), "must not match"),
        (rule("(?P<a>甲)").replace('["甲"]', '[{ text = "甲", groups = { a = "丙" } }]'), "gives a = '甲'"),
    ],
)
def test_a_rule_that_breaks_its_examples_is_told(text, says):
    (found,) = parse(text, "speech").rules
    assert says in str(next(iter(faults(found))))


def test_rules_come_by_priority_then_in_file_order():
    text = (
        rule("甲")
        + RULE.replace("{pattern}", "甲").replace("{example}", "甲").replace("{counter}", "乙").replace('"x"', '"y"')
        + "\npriority = 5"
    )
    assert [found.name for found in parse(text, "speech").rules] == ["y", "x"]
    assert parse(text, "speech")["x"].name == "x"


@given(
    st.lists(st.text("市长副区.[说", min_size=1, max_size=4), min_size=1, max_size=8),
    st.text("市长副区.[说", max_size=8),
)
def test_a_trie_of_forms_matches_what_they_match_one_by_one_the_longest_first(forms, text):
    plain = "|".join(re.escape(form) for form in sorted(set(forms), key=len, reverse=True))
    assert re.findall(alternation(forms), text) == re.findall(plain, text)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(GrammarError, match=r"none\.toml"):
        read(tmp_path / "none.toml")
