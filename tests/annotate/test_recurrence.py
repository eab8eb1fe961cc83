import pytest

from kg.annotate.recurrence import again, defined, without_brands
from kg.model.mention import Mention
from kg.model.text import Span


def named(text, *pairs):
    return [Mention(Span(text.index(name), text.index(name) + len(name)), kind, name) for name, kind in pairs]


def again_in(words, *pairs):
    return [mention.text for mention in again(words, named(words.text, *pairs))]


@pytest.mark.parametrize(
    ("line", "pair", "found"),
    [
        ("海岚集团/ORG 说/v ，/w 海岚/n 集团/n 将/d", ("海岚集团", "Company"), ["海岚集团", "海岚集团"]),
        (
            "海口海岚科技有限公司/ORG 说/v ，/w 海岚/nz 将/d",
            ("海口海岚科技有限公司", "Company"),
            ["海口海岚科技有限公司", "海岚"],
        ),
        (
            "海口海岚科技有限公司/ORG 说/v ，/w 海岚/n 将/d",
            ("海口海岚科技有限公司", "Company"),
            ["海口海岚科技有限公司"],
        ),
        (
            "香港友谊促进会/ORG 说/v ，/w 友谊促进会/n 将/d",
            ("香港友谊促进会", "Organization"),
            ["香港友谊促进会", "友谊促进会"],
        ),
        ("北京大学/ORG 说/v ，/w 大学/n 将/d", ("北京大学", "Institute"), ["北京大学"]),
        (
            "阿里成都工厂/ORG 开工/v ，/w 成都/LOC 工厂/n 将/d",
            ("阿里成都工厂", "Facility"),
            ["阿里成都工厂", "成都工厂"],
        ),
        ("建行成都分行/ORG 说/v ，/w 成都/LOC 分行/n 将/d", ("建行成都分行", "Company"), ["建行成都分行", "成都分行"]),
        ("成都工厂/LOC 开工/v ，/w 工厂/n 将/d", ("成都工厂", "Facility"), ["成都工厂"]),
        ("王伟中/PER 说/v ，/w 王伟/PER 中/f 又/d", ("王伟中", "Person"), ["王伟中", "王伟中"]),
        ("满铭安/PER 说/v ，/w 满铭/PER 安于/v", ("满铭安", "Person"), ["满铭安", "满铭安"]),
        ("王芳/PER 来/v 。/w 王芳称/n ，/w", ("王芳", "Person"), ["王芳", "王芳"]),
        ("王芳/PER 来/v 。/w 王芳菲/n ，/w", ("王芳", "Person"), ["王芳"]),
        ("让·罗伊/PER 说/v ，/w 罗伊/n 又/d", ("让·罗伊", "Person"), ["让·罗伊"]),
        ("让·罗伊/PER 说/v ，/w 罗伊/PER 又/d", ("让·罗伊", "Person"), ["让·罗伊", "罗伊"]),
        ("“/w 丝路行/n ”/w 活动/n ，/w “/w 丝路行/n ”/w 将/d", ("“丝路行”活动", "Event"), ["“丝路行”活动", "丝路行"]),
        ("“/w 文明旅游/n ”/w 活动/n ，/w 文明旅游/n 将/d", ("“文明旅游”活动", "Event"), ["“文明旅游”活动"]),
    ],
)
def test_a_name_is_found_again_and_in_short(tagged, line, pair, found):
    assert again_in(tagged(line), pair) == found


def test_no_names_are_found_where_there_are_none(tagged):
    assert again_in(tagged("海岚/n 说/v")) == []


@pytest.mark.parametrize(
    ("text", "pair", "second"),
    [
        ("海口海岚科技有限公司（下称“海岚科技”）上市", ("海口海岚科技有限公司", "Company"), ["海岚科技"]),
        ("中国海岚服务协会（以下简称海服协会）成立", ("中国海岚服务协会", "Organization"), ["海服协会"]),
        ("中国海洋开发协会（中海协）成立", ("中国海洋开发协会", "Organization"), ["中海协"]),
        ("海岚集团（Hailan Group）上市", ("海岚集团", "Company"), ["Hailan Group"]),
        ("海岚集团（总部位于海口）上市", ("海岚集团", "Company"), []),
        ("海岚集团（", ("海岚集团", "Company"), []),
    ],
)
def test_a_text_may_give_a_name_a_second_one(text, pair, second):
    names = named(text, pair)
    found = list(defined(text, [Span(0, len(text))], names))
    assert [mention.text for mention in found] == second
    assert {mention.type for mention in found} <= {pair[1]}
    assert all(text[mention.span.start : mention.span.end] == mention.text for mention in found)


def test_a_firms_short_name_is_no_person():
    text = "凯恩资本公司说，凯恩将投资。让·罗伊和罗伊集团"
    firm = [("凯恩资本公司", "Company"), ("罗伊集团", "Company")]
    names = named(text, *firm, ("让·罗伊", "Person"))
    brand = Mention(Span(8, 10), "Person", "凯恩")
    owner = Mention(Span(19, 21), "Person", "罗伊")
    assert without_brands([*names, brand, owner]) == [*names, owner]
