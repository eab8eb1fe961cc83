"""What a pattern needs of a text: never too much, and enough to pass over most rules."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar import Rule, load, matches, names, parse
from kg.grammar.example import marked
from kg.grammar.mask import characters, mask
from kg.grammar.need import MOST, WIDE, needs
from kg.model.text import Span

GRAMMARS = {name: load(name).rules for name in names()}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("局长", ["局", "长"]),
        ("局?长", ["长"]),
        ("(?:局|厅)长", ["长", "厅局"]),
        ("(?:局长|主任|处)", ["主处局"]),
        ("(?:局长|)说", ["说"]),
        ("[局厅]{1,3}长*", ["厅局"]),
        ("[^局]长", ["长"]),
        (r"\d[0-2]", ["012"]),
        ("(?<=省)(?=长)(?!副)(?<!市)", ["省", "长"]),
        ("(?P<a>局)?(?(a)长|任)", []),
        ("(?i)km|公里", []),
        ("(?i:k)长", ["长"]),
        ("(局", []),
        ("[\u4e00-\u9fff]", []),
    ],
)
def test_a_pattern_needs_what_no_match_is_without(pattern, expected):
    assert (
        sorted(("".join(sorted(need)) for need in needs(pattern, {})), key=lambda need: (len(need), need)) == expected
    )


def test_what_slots_need_their_pattern_needs():
    held = {"A": (frozenset("省市"),), "B": (frozenset("长"), frozenset("局厅")), "C": ()}
    assert needs("AB", held) == (frozenset("长"), frozenset("局厅"), frozenset("省市"))
    assert needs("A|B", held) == (frozenset("省市长"),)
    assert needs("A|C", held) == ()
    assert needs("(?:Ax|By)", held) == (frozenset("xy"),)


def test_the_smallest_needs_are_kept():
    assert needs("[甲乙丙][甲乙]丁戊己", {}) == tuple(map(frozenset, ["丁", "己", "戊", "甲乙"]))


def test_needs_are_few_and_narrow():
    found = [rule.needs for rules in GRAMMARS.values() for rule in rules]
    assert max(map(len, found)) == MOST
    assert all(0 < len(need) <= WIDE for each in found for need in each)
    assert sum(map(bool, found)) > 0.9 * len(found)


def plain(rules: tuple[Rule, ...], text: str) -> list[tuple[str, tuple[int, int]]]:
    return [(rule.id, match.span()) for rule in rules for match in rule.regex.finditer(text)]


def sought(rules: tuple[Rule, ...], text: str) -> list[tuple[str, tuple[int, int]]]:
    return [(rule.id, match.span()) for rule, match in matches(rules, text)]


def masked(example: str) -> str:
    text, mentions = marked(example)
    return mask(text, Span(0, len(text)), mentions).text


EXAMPLES = {
    name: [masked(said if isinstance(said, str) else said.text) for rule in rules for said in rule.text.examples]
    for name, rules in GRAMMARS.items()
}


@pytest.mark.parametrize("name", GRAMMARS)
def test_no_match_is_passed_over(name):
    for text in EXAMPLES[name]:
        assert sought(GRAMMARS[name], text) == plain(GRAMMARS[name], text)


@given(st.data())
def test_no_match_in_any_text_is_passed_over(data):
    name = data.draw(st.sampled_from(sorted(GRAMMARS)))
    pieces = st.sampled_from(EXAMPLES[name]) | st.text([*characters().values(), *"，。的在和3年市"], max_size=8)
    text = "".join(data.draw(st.lists(pieces, max_size=4)))
    cut = data.draw(st.integers(0, len(text)))
    assert sought(GRAMMARS[name], text[cut:]) == plain(GRAMMARS[name], text[cut:])


def test_rules_that_need_what_is_not_there_are_not_compiled():
    rules = parse(
        """
        rule = [
            { name = "a", pattern = "局长", examples = ["局长"], counter = ["长"] },
            { name = "b", pattern = "省长", examples = ["省长"], counter = ["长"] },
        ]
        """,
        "own",
    ).rules
    for rule in rules:
        vars(rule).clear()
    assert [match[0] for _, match in matches(rules, "副省长")] == ["省长"]
    assert [rule.name for rule in rules if "regex" in vars(rule)] == ["b"]


def test_groups_are_those_of_the_pattern():
    for rules in GRAMMARS.values():
        assert all(rule.groups == frozenset(re.compile(rule.pattern).groupindex) for rule in rules)
