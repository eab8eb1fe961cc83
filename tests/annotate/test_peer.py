"""Lists of firms: each line has its names in braces, its words between bars."""

import pytest

from kg.annotate.peer import peers
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.grammar.example import marked
from kg.model.text import Span


def listed(line, tags=()):
    """Read the firms of a list whose items are nouns, but for those in `tags`."""
    text, names = marked(line)
    words, at = [], 0
    for item in text.replace("、", "|、|").replace("等", "|等|").split("|"):
        words.append(Tag(Span(at, at + len(item)), dict(tags).get(item, "w" if item in "、等" else "n"), 0.9))
        at += len(item)
    return [(mention.text, mention.type) for mention in peers(Words(text, words), names)]


@pytest.mark.parametrize(
    ("line", "firms"),
    [
        ("{Company|海岚集团}、青禾科技、云帆等一批知名企业", ["青禾科技", "云帆"]),
        ("青禾科技、{Company|海岚集团}等15家企业", ["青禾科技"]),
        ("引进了{Company|海岚集团}、云帆等多家公司", ["云帆"]),
        ("{Company|海岚集团}、云帆等地的经验", []),
        ("青禾科技、云帆等15家企业", []),
        ("{Company|海岚集团}、汽车等行业龙头企业", []),
        ("{Company|海岚集团}、科技公司等企业", []),
        ("{Company|海岚集团}、青川大学等企业", []),
        ("{Company|海岚集团}、{City|深圳}等地企业", []),
        ("{Company|海岚集团}、{City|深圳}青禾等企业", ["深圳青禾"]),
        ("{Company|海岚集团}、{Person|李明}等企业家所在公司", []),
        ("{Company|海岚集团}、一个名字太长的东西等企业", []),
    ],
)
def test_what_a_list_names_beside_a_firm_is_a_firm(line, firms):
    assert listed(line) == [(firm, "Company") for firm in firms]


@pytest.mark.parametrize("tag", ["u", "m", "d", "p"])
def test_an_item_is_made_of_words_of_names(tag):
    assert listed("{Company|海岚集团}、云帆等企业", [("云帆", tag)]) == []
