import pytest

from kg.annotate.chain import chain
from kg.annotate.reading import PATTERNS, Reading
from kg.model.mention import Mention
from kg.normalise.head import Head, heads


def reading(words, *names):
    """The reading of a line of words with the head at its end; `names` are what is known in it, with their class."""
    known = [Mention(tag.span, names[at], tag.span.of(words.text)) for at, tag in enumerate(words.tags[: len(names)])]
    links = chain(words.text, words.tags, known)
    row = next(heads()[words.text[at:]] for at in range(len(words.text)) if words.text[at:] in heads())
    return Reading.of(links, len(links.starts) - 1, row)


@pytest.mark.parametrize(
    ("line", "known", "kind"),
    [
        ("西昌/LOC 工业/n 园区/n", ("City",), "Place"),
        ("海岚/ORG 工业园/n", ("Company",), "Facility"),
        ("商务部/ORG 外资/n 司/n", ("Agency",), "Agency"),
        ("海岚/ORG 动力/n 电池/n 项目/n", ("Company",), "Facility"),
        ("南京市/LOC 信息中心/n", ("City",), "Agency"),
        ("南溪县/LOC 交管/n 大队/n", ("County",), "Agency"),
    ],
)
def test_a_reading_has_the_class_of_its_head_and_whole(tagged, line, known, kind):
    found = reading(tagged(line), *known)
    assert found and found.kind == kind


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("省委/ORG 省/n 政府/n", ("Agency",)),
        ("商务部/ORG 示范/vn 项目/n", ("Agency",)),
        ("四川/LOC 省级/n 开发区/n", ("Province",)),
        ("西昌/LOC 铁路/n", ("City",)),
        ("西昌/LOC 信息中心/n", ("City",)),
        ("南溪县/LOC 大队/n", ("County",)),
        ("双溪镇/LOC 经销/vn 处/n", ("Place",)),
        ("该/r 县/n 公安局/n", ()),
    ],
)
def test_links_that_make_no_name_have_no_reading(tagged, line, known):
    assert reading(tagged(line), *known) is None


def test_every_need_that_composes_names_has_a_pattern():
    assert {row.need for row in heads().values()} - set(PATTERNS) == {"none", "titled", "tagged"}


def test_a_head_within_a_known_name_is_no_reading(tagged):
    words = tagged("海岚集团/ORG")
    links = chain(words.text, words.tags, [Mention(words.tags[0].span, "Company", words.text)])
    assert Reading.of(links, 0, Head("集团", "Company", "brand")) is None
