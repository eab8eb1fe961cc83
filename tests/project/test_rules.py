"""The rules of a project: what they must say, and what is told of those that do not."""

import pytest

from kg.errors import GrammarError
from kg.project.rules import check, grammars

RULE = """
[[rule]]
name = "x"
predicate = "cooperatesWith"
pattern = '(?P<subject>{Company})携手(?P<object>{Company})'
examples = ["{Company|海岚}携手{Company|远岚}"]
counter = ["{Company|海岚}携手同行"]
"""
NAME = """
[[rule]]
name = "y"
type = "Product"
pattern = '“(?P<name>[^“”]+号)”'
examples = [{ text = "“远岚号”", groups = { name = "远岚号" } }]
counter = ["远岚号"]
"""


def written(folder, text: str, name: str = "my.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rules_for_relations_and_for_names_are_read(tmp_path):
    (grammar,) = grammars([written(tmp_path, RULE + NAME)])
    assert [(rule.id, rule.text.predicate, rule.text.type) for rule in grammar.rules] == [
        ("my/x", "cooperatesWith", ""),
        ("my/y", "", "Product"),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (RULE.replace("cooperatesWith", "berthedAt"), "names no predicate of statements, 'berthedAt'; there are: "),
        (RULE.replace("cooperatesWith", "about"), "names no predicate of statements, 'about'"),
        (RULE.replace("cooperatesWith", "states"), "relates entities, where states leads to Figure"),
        (RULE.replace("cooperatesWith", "operates").replace("?P<object>", ""), "needs the groups"),
        (RULE.replace("?P<subject>", "").replace("?P<object>", ""), "needs the groups"),
        (RULE.replace("携手(", "(?P<mood>携手)("), "gives 'mood', which is no property of kg:Fact"),
        (RULE + "qualifiers = { mood = 'glad' }", "gives 'mood'"),
        (RULE.replace("name =", "type = 'dragon'\nname ="), "has no topic 'dragon' as type; there are: "),
        (
            RULE.replace("name =", "type = 'maker'\nname =").replace("?P<subject>", "").replace("?P<object>", ""),
            "needs a group (?P<subject>…) or (?P<object>…) beside its topic",
        ),
        (NAME.replace("Product", "Dragon"), "as type a class of entities; it has 'Dragon'"),
        (NAME.replace('type = "Product"', ""), "as type a class of entities; it has ''"),
        (NAME.replace("?P<name>", "?P<names>"), "needs a group (?P<name>…)"),
        (NAME.replace('counter = ["远岚号"]', 'counter = ["“远岚号”"]'), "must not match"),
    ],
)
def test_a_rule_that_would_read_nothing_is_refused_with_its_line(tmp_path, text, says):
    path = written(tmp_path, text)
    with pytest.raises(GrammarError) as raised:
        grammars([path])
    assert says in str(raised.value)
    assert str(raised.value).startswith(f"{path}:")


def test_a_symmetric_predicate_needs_subjects_alone(tmp_path):
    text = RULE.replace("{Company})携手(?P<object>{Company})", "{Company}和{Company})携手").replace("携手{", "和{")
    text = text.replace('|远岚}"', '|远岚}携手"')
    assert len(grammars([written(tmp_path, text)])) == 1


def test_grammars_have_names_of_their_own(tmp_path):
    with pytest.raises(GrammarError, match="another grammar is named 'location'"):
        grammars([written(tmp_path, RULE, "location.toml")])
    path = written(tmp_path, RULE)
    with pytest.raises(GrammarError, match="another grammar is named 'my'"):
        grammars([path, path])


def test_a_test_counts_rules_and_examples_and_tells_every_fault(tmp_path):
    path = written(tmp_path, RULE.replace('携手同行"', '携手{Company|青岚}"') + NAME)
    found, package = check([path]), check([])
    assert (found.rules - package.rules, found.examples - package.examples) == (2, 4)
    (fault,) = (fault for fault in found.faults if fault.where.startswith(str(path)))
    assert str(fault).startswith(f"{path}:7: my/x must not match")


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path):
    (fault,) = check([written(tmp_path, "[[rule")]).faults[:1]
    assert str(fault).startswith(f"{tmp_path / 'my.toml'}:1: ")
