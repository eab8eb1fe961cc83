"""Invented names in sentences of the genre: each stage finds what is its own and leaves the rest to the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.chain import chain, letter_of, post_cut
from kg.annotate.headed import headed, matches
from kg.annotate.known import OWN, Lexicon, turns_latin, whole
from kg.annotate.organization import bodies, branded, foreign
from kg.annotate.recurrence import again, defined
from kg.annotate.tagger import Tag
from kg.annotate.word import Words
from kg.annotate.work import models, works
from kg.lexicon import Word
from kg.model.mention import Mention
from kg.model.text import Span

PLACES = {"LOC": "City", "STATE": "Country", "AGENCY": "Agency"}
TAGS = st.sampled_from(["n", "v", "vn", "nz", "ORG", "PER", "LOC", "m", "w", "c", "TIME"])
PIECES = st.sampled_from([*"云岫省的“”（）《》·，1A🙂", "公司", "集团", "有限公司", "大会", "研究院", "第三届", "2025"])
LINES = st.lists(st.tuples(PIECES, TAGS), max_size=12)


def words_of(line: list[tuple[str, str]]) -> Words:
    text, tags = "", []
    for word, tag in line:
        tags.append(Tag(Span(len(text), len(text) + len(word)), tag, 0.9))
        text += word
    return Words(text, tags)


def composed(words: Words) -> list[tuple[str, str]]:
    names = [Mention(tag.span, PLACES[tag.tag], tag.span.of(words.text)) for tag in words.tags if tag.tag in PLACES]
    links = chain(words.text, words.tags, names)
    return [(mention.text, mention.type) for mention in headed(links, matches(words))]


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("记者/n 从/p 合肥/LOC 市/n 教育局/n 获悉/v", "合肥市教育局", "Agency"),
        ("走访/v 合肥/LOC 云岫/nz 科技/n 有限公司/n 时/n", "合肥云岫科技有限公司", "Company"),
        ("云岫/nz 电子/n 股份/n 有限公司/n 董事长/n", "云岫电子股份有限公司", "Company"),
        ("来到/v 合肥/LOC 水稻/n 研究所/n ，/w", "合肥水稻研究所", "Institute"),
        ("合肥/LOC 理工/n 大学/n 教授/n", "合肥理工大学", "Institute"),
        ("合肥/LOC 机器人/n 协会/n 会长/n", "合肥机器人协会", "Organization"),
        ("2024年/TIME 合肥/LOC 新能源/n 汽车/n 博览会/n 开幕/v", "2024年合肥新能源汽车博览会", "Event"),
        ("第二届/m 合肥/LOC 机器人/n 大赛/n 举行/v", "第二届合肥机器人大赛", "Event"),
    ],
)
def test_a_sentence_of_news_has_the_name_that_its_words_compose(tagged, line, name, kind):
    assert composed(tagged(line)) == [(name, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "越来越/d 多/a 的/u 公司/n 选择/v 出海/v",
        "这家/r 公司/n 的/u 工厂/n",
        "各地/r 医院/n 排/v 起/v 长队/n",
        "三家/m 研究院/n 联合/v 攻关/v",
        "会议/n 指出/v ，/w 要/v 推动/v",
        "企业/n 负责人/n 表示/v",
        "本次/r 大会/n 为期/v 三天/m",
    ],
)
def test_common_words_of_news_compose_no_name(tagged, line):
    assert composed(tagged(line)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("合肥市教育局/ORG 局长/n", [("合肥市教育局", "Agency")]),
        ("安徽云岫新材料有限公司/ORG/0.5 投产/v", [("安徽云岫新材料有限公司", "Company")]),
        ("云岫理工大学/ORG 教授/n", [("云岫理工大学", "Institute")]),
        ("云岫慈善基金会/ORG 捐赠/v", [("云岫慈善基金会", "Organization")]),
        ("“云岫科技有限公司”/ORG 成立/v", [("云岫科技有限公司", "Company")]),
        ("德国云岫公司/ORG 总裁/n", [("云岫公司", "Company")]),
        ("云岫科技有限公司/ORG/0.1 投产/v", []),
        ("云岫科技有限公司/LOC 投产/v", []),
        ("有限公司/ORG 投产/v", []),
        ("汽车集团/ORG 投产/v", []),
        ("12家公司/ORG 签约/v", []),
    ],
)
def test_a_body_is_believed_by_its_form_and_by_how_sure_the_tagger_is(tagged, line, found):
    assert [(mention.text, mention.type) for mention in bodies(tagged(line))] == found


@pytest.mark.parametrize("country", ["美国", "德国", "日本", "法国"])
def test_a_country_is_left_out_before_a_foreign_firm_and_kept_before_a_ministry(country):
    assert foreign(f"{country}云岫集团") == country
    assert foreign(f"{country}外交部") == foreign(f"云岫{country}集团") == ""


@pytest.mark.parametrize("trade", ["科技", "汽车", "新能源", "银行"])
def test_a_word_of_trade_is_no_brand_with_or_without_a_place(trade):
    assert not branded(trade)
    assert not branded(f"安徽{trade}")
    assert branded(f"安徽云岫{trade}")


@pytest.mark.parametrize(
    ("line", "pair", "found"),
    [
        ("合肥云岫科技有限公司/ORG 说/v ，/w 云岫科技/ORG 将/d", ("合肥云岫科技有限公司", "Company"), ["云岫科技"]),
        ("合肥云岫科技有限公司/ORG 说/v ，/w 云岫/ORG 将/d", ("合肥云岫科技有限公司", "Company"), ["云岫"]),
        ("合肥云岫科技有限公司/ORG 说/v ，/w 科技/n 将/d", ("合肥云岫科技有限公司", "Company"), []),
        ("合肥云岫科技有限公司/ORG 说/v ，/w 合肥/LOC 将/d", ("合肥云岫科技有限公司", "Company"), []),
        ("约翰·史密斯/PER 说/v ，/w 史密斯/PER 将/d", ("约翰·史密斯", "Person"), ["史密斯"]),
        ("约翰·史密斯/PER 说/v ，/w 约翰/PER 将/d", ("约翰·史密斯", "Person"), []),
        ("李文博/PER 说/v ，/w 文博/n 展/n", ("李文博", "Person"), []),
        ("李文博/PER 说/v ，/w 李文博/n 又/d", ("李文博", "Person"), ["李文博"]),
        ("“/w 云帆/n ”/w 计划/n ，/w 云帆/n 将/d", ("“云帆”计划", "Policy"), []),
    ],
)
def test_after_its_full_name_a_thing_is_known_by_its_short_one(tagged, line, pair, found):
    name, kind = pair
    words = tagged(line)
    at = words.text.index(name)
    mentions = [item for item in again(words, [Mention(Span(at, at + len(name)), kind, name)]) if item.span.start > at]
    assert [item.text for item in mentions] == found
    assert {item.type for item in mentions} <= {kind}


@pytest.mark.parametrize(
    ("text", "name", "kind", "second"),
    [
        ("合肥云岫科技有限公司（以下简称“云岫科技”）宣布", "合肥云岫科技有限公司", "Company", ["云岫科技"]),
        ("合肥云岫科技有限公司（云岫科技）宣布", "合肥云岫科技有限公司", "Company", ["云岫科技"]),
        ("合肥云岫科技有限公司(云岫科技)宣布", "合肥云岫科技有限公司", "Company", ["云岫科技"]),
        ("合肥云岫科技有限公司（股票代码：600000）宣布", "合肥云岫科技有限公司", "Company", []),
        ("合肥云岫科技有限公司，云岫科技宣布", "合肥云岫科技有限公司", "Company", []),
        ("合肥云岫科技有限公司（", "合肥云岫科技有限公司", "Company", []),
        ("合肥云岫科技有限公司（）", "合肥云岫科技有限公司", "Company", []),
    ],
)
def test_brackets_after_a_name_may_hold_its_second_name(text, name, kind, second):
    names = [Mention(Span(text.index(name), text.index(name) + len(name)), kind, name)]
    found = {(item.span, item.text) for item in defined(text, [Span(0, len(text))], names)}
    assert sorted(item for _, item in found) == second
    assert all(span.of(text) == item for span, item in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市政府印发《云岫市促进就业实施方案》", [("云岫市促进就业实施方案", "Policy")]),
        ("《云岫市城市更新条例》《云岫市节约用水条例》施行", ["云岫市城市更新条例", "云岫市节约用水条例"]),
        ("刊登在《云岫晚报》头版", [("云岫晚报", "Organization")]),
        ("电视剧《云岫往事》开播", [("云岫往事", "Product")]),
        ("大家都在读《云岫往事》", []),
        ("用好“指挥棒”，下好“先手棋”", []),
        ("《》和“”", []),
    ],
)
def test_marks_hold_names_of_works_and_measures_or_mere_words(text, found):
    expected = [item if isinstance(item, tuple) else (item, "Policy") for item in found]
    assert sorted((item.text, item.type) for item in works(text)) == sorted(expected)


@given(st.from_regex(r"[A-Z][A-Za-z]{0,3}[0-9]{1,3}", fullmatch=True))
def test_a_brand_and_any_models_number_are_a_product(model):
    text = f"云岫{model}上市"
    brand = Mention(Span(0, 2), "Company", "云岫")
    assert [(item.text, item.type) for item in models(text, [brand])] == [(f"云岫{model}", "Product")]


@given(st.sampled_from(["云岫", "Yunxiu", "YX-1", "岱屿平台"]), st.sampled_from(["", "，", "在", "“"]))
def test_a_users_own_word_is_found_wherever_it_stands_whole(name, before):
    words = words_of([(piece, "x") for piece in (before, name, "，", "好") if piece])
    found = [item for item in Lexicon([Word(name, "Product")]).names(words) if item.rule == OWN]
    assert [(item.text, item.type, item.span.start) for item in found] == [(name, "Product", len(before))]


@given(st.text(alphabet="云岫AB12 -", max_size=8), st.data())
def test_a_span_is_whole_unless_latin_letters_go_on_at_its_edges(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    before, after = text[max(start - 1, 0) : start + 1], text[max(end - 1, 0) : end + 1]
    goes_on = [len(edge) > 1 and edge.isascii() and edge.isalnum() for edge in (before, after)]
    assert whole(text, Span(start, end)) is not any(goes_on)
    assert not (turns_latin(text, start) and not whole(text, Span(start, start)))


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("市委书记", 2),
        ("教育局局长", 3),
        ("基金会理事长", 3),
        ("集团董事长", 2),
        ("总经理", 0),
        ("云岫", 0),
        ("局长", 0),
    ],
)
def test_a_post_written_together_with_its_body_is_cut_off(word, cut):
    assert post_cut(word) == cut


@pytest.mark.parametrize(
    ("letter", "pairs"),
    [
        ("n", [("机器人", "n"), ("制造", "vn"), ("绿色", "a"), ("LED", "nz")]),
        ("N", [("云岫", "nz"), ("云岫岛", "LOC"), ("YX9", "nz")]),
        ("t", [("第三届", "m"), ("2024年", "TIME"), ("2024", "m")]),
        ("x", [("，", "w"), ("昨日", "TIME"), ("宣布", "v"), ("因为", "c"), ("他", "r"), ("在", "p"), ("12345", "m")]),
        ("A", [("市", "n"), ("县", "n"), ("省", "n")]),
        ("c", [("和", "c"), ("与", "c"), ("及", "c")]),
    ],
)
def test_words_of_one_part_in_names_have_one_letter(letter, pairs):
    assert {pair: letter_of(*pair) for pair in pairs} == dict.fromkeys(pairs, letter)


@given(LINES)
def test_the_links_of_any_words_tile_their_text(line):
    words = words_of(line)
    found = chain(words.text, words.tags, ())
    assert "".join(found.word(number) for number in range(len(found.starts))) == words.text
    assert found.starts[1:] == found.ends[:-1]
    assert len(found.starts) == len(found.letters) == len(found.types)


@given(LINES)
def test_every_stage_reads_its_names_from_the_text_itself(line):
    words = words_of(line)
    links = chain(words.text, words.tags, ())
    first = [*bodies(words), *headed(links, matches(words)), *works(words.text), *Lexicon().names(words)]
    names = sorted(first, key=lambda item: item.span)
    found = [*names, *again(words, names), *models(words.text, names)]
    assert all(item.span.of(words.text) == item.text and 0 < item.confidence <= 1 for item in found)
