"""Places in running news: real tags, invented sentences."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.place import places
from kg.annotate.tagger import Tag, Tagger
from kg.model.text import Span
from kg.normalise.place import Gazetteer

GAZETTEER = Gazetteer()


@pytest.fixture(scope="module")
def tagger():
    return Tagger()


def found(tagger, text):
    """Return text and code of each place that is not inside an organization's name."""
    mentions = places(text, tagger.tag([text])[0], GAZETTEER)
    return [(m.text, m.code) for m in mentions if m.rule != "gazetteer/nested"]


def kinds(tagger, text):
    return [(m.text, m.type, m.level) for m in places(text, tagger.tag([text])[0], GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者在广东深圳采访。", [("广东", "440000"), ("深圳", "440300")]),
        ("位于合肥市肥西县的工厂投产。", [("合肥市", "340100"), ("肥西县", "340123")]),
        (
            "在四川省凉山彝族自治州西昌市，火把节开幕。",
            [("四川省", "510000"), ("凉山彝族自治州", "513400"), ("西昌市", "513401")],
        ),
        ("广州南沙的港口一片繁忙。", [("广州", "440100"), ("南沙", "440115")]),
        (
            "湖南湘西州花垣县十八洞村迎来游客。",
            [("湖南", "430000"), ("湘西州", "433100"), ("花垣县", "433124"), ("十八洞村", None)],
        ),
        ("重庆市市长和北京市市长出席会议。", [("重庆市", "500000"), ("北京市", "110000")]),
        ("上海浦东新区发布新政。", [("上海", "310000"), ("浦东新区", "310115")]),
    ],
)
def test_a_chain_of_areas_is_one_mention_a_level(tagger, text, expected):
    assert found(tagger, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走进合肥高新区，企业云集。", ["合肥高新区"]),
        ("安徽合肥高新区集聚了一批企业。", ["安徽", "合肥高新区"]),
        ("雄安新区建设全面提速。", ["雄安新区"]),
        ("苏州工业园区举行签约仪式。", ["苏州工业园区"]),
        ("中关村大街两旁绿树成荫。", ["中关村大街"]),
        ("位于太原街的老店重新开张。", ["太原街"]),
        ("北京永定河畔，游人如织。", ["北京", "永定河"]),
        ("江西赣州于都县梓山镇潭头村种上了富硒蔬菜。", ["江西", "赣州", "于都县", "梓山镇", "潭头村"]),
        ("这条“芯片大街”聚集了上百家企业。", ["芯片大街"]),
        ("平潭外海的风机缓缓转动。", ["平潭"]),
        ("北京市区气温回升。", ["北京"]),
    ],
)
def test_zones_streets_waters_and_villages_are_places_of_their_own(tagger, text, expected):
    assert [name for name, _ in found(tagger, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长三角一体化发展加快推进。", [("长三角", "Place")]),
        ("成渝地区双城经济圈建设成效显著。", [("成渝地区双城经济圈", "Place")]),
        ("关中平原小麦开镰。", [("关中平原", "Place")]),
        ("产品远销东南亚和中东。", [("东南亚", "Place"), ("中东", "Place")]),
        ("美国加州的山火仍在蔓延。", [("美国", "Country"), ("加州", "Province")]),
        ("代表团抵达德国慕尼黑。", [("德国", "Country"), ("慕尼黑", "City")]),
        ("香港特别行政区政府发布公告。", [("香港特别行政区", "Province")]),
        ("中国香港选手夺冠。", [("中国香港", "Province")]),
        ("刚果（金）的铜矿恢复生产。", [("刚果（金）", "Country")]),
    ],
)
def test_regions_countries_and_cities_abroad_have_their_class(tagger, text, expected):
    mentions = [(text, kind) for text, kind, level in kinds(tagger, text) if level == "name"]
    assert mentions == expected


@pytest.mark.parametrize(
    "text",
    [
        "新华社记者走进合作社，新兴产业正在崛起。",
        "新平台上线，大城市的生活比如看病更方便。",
        "千家万户用上清洁能源，资源利用率提高。",
        "传统美德代代相传，他平步青云。",
        "新老客户纷纷下单，来日方长。",
        "全市场成交额突破万亿元，国内外专家参会。",
        "工业园区里机器轰鸣，经开区一片繁忙。",
        "王海南、李吉林、陈长江获奖。",
        "发布会于北京时间下午举行。",
        "这里是内陆地区的出海口，也是维护长治久安的屏障。",
    ],
)
def test_words_that_look_like_places_are_none(tagger, text):
    assert found(tagger, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中美双方在日内瓦会谈。", [("中", "CN"), ("美", "US"), ("日内瓦", None)]),
        ("中日韩合作重启。", [("中", "CN"), ("日", "JP"), ("韩", "KR")]),
        ("外国领导人结束访华行程。", [("华", "CN")]),
        ("企业对美出口增长。", [("美", "US")]),
        ("应当停止对华加征关税。", [("华", "CN")]),
        ("青川港是重要港口。", [("青川港", None)]),
        ("沪苏浙皖四地携手共建。", [("沪", "310000"), ("苏", "320000"), ("浙", "330000"), ("皖", "340000")]),
        ("鲁豫两省共同治理黄河。", [("鲁", "370000"), ("豫", "410000"), ("黄河", None)]),
        ("多家内地企业赴港上市。", [("内地", None), ("港", "810000")]),
        ("川渝两地共建项目。", [("川渝", None)]),
    ],
)
def test_abbreviations_of_one_character_are_places_in_clear_company(tagger, text, expected):
    assert found(tagger, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我国经济稳中向好。", [("我国", "Country", "CN")]),
        ("产量居全国第一，国内市场回暖。", [("全国", "Country", "CN"), ("国内", "Country", "CN")]),
        ("带动全省就业。", [("全省", "Province", None)]),
        ("我市将新建学校。", [("我市", "City", None)]),
        ("该县位于山区，当地农民增收。", [("该县", "County", None), ("当地", "Place", None)]),
        ("美方应停止加征关税，中方对此坚决反对。", [("美方", "Country", "US"), ("中方", "Country", "CN")]),
    ],
)
def test_words_for_the_place_spoken_of_are_nominals(tagger, text, expected):
    mentions = places(text, tagger.tag([text])[0], GAZETTEER)
    assert [(m.text, m.type, m.code) for m in mentions] == expected
    assert {m.level for m in mentions} == {"nominal"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("宁夏持续发力，全区发电量增长。", ("Province", "640000")),
        ("全区发电量增长，宁夏位居前列。", ("County", None)),
        ("上海浦东新区持续发力，全区产值增长。", ("County", None)),
        ("广西南宁市青秀区持续发力，全区产值增长。", ("County", None)),
        ("广东持续发力，全区产值增长。", ("County", None)),
    ],
)
def test_all_of_an_autonomous_region_is_the_region_where_no_district_is_named(tagger, text, expected):
    [word] = [mention for mention in places(text, tagger.tag([text])[0], GAZETTEER) if mention.text == "全区"]
    assert (word.type, word.code) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江义乌持续发力，全市出口增长。", ("County", "330782")),
        ("浙江金华持续发力，义乌领跑，全市出口增长。", ("City", None)),
        ("全市出口增长，义乌领跑。", ("City", None)),
        ("浙江安吉县持续发力，全市出口增长。", ("City", None)),
    ],
)
def test_all_of_a_city_is_that_of_a_countys_rank_where_no_other_is_named(tagger, text, expected):
    [word] = [mention for mention in places(text, tagger.tag([text])[0], GAZETTEER) if mention.text == "全市"]
    assert (word.type, word.code) == expected


def test_places_that_start_an_organizations_name_are_marked_nested(tagger):
    text = "江苏省农业农村厅和武汉大学签约。"
    mentions = places(text, tagger.tag([text])[0], GAZETTEER)
    assert {(m.text, m.code, m.rule) for m in mentions} == {
        ("江苏省", "320000", "gazetteer/nested"),
        ("武汉", "420100", "gazetteer/nested"),
    }


def test_every_mention_leads_to_what_found_it(tagger):
    text = "在京举行的论坛上，来自中关村大街和湖北武汉的代表说，我国进步很快。"
    rules = {m.text: m.rule for m in places(text, tagger.tag([text])[0], GAZETTEER)}
    assert rules["京"] == "place/towards-province"
    assert rules["中关村大街"] == "tagger/place"
    assert rules["湖北"] == rules["武汉"] == "gazetteer/name"
    assert rules["我国"] == "place/nominal"


def test_offsets_are_of_the_whole_text_across_gaps(tagger):
    first, second = "武汉下雨。", "长沙放晴。"
    text = f"{first}\n图片说明\n{second}"
    at = text.index(second)
    tags = [*tagger.tag([first])[0], *(Tag(t.span.shift(at), t.tag, t.confidence) for t in tagger.tag([second])[0])]
    assert [(m.text, m.span) for m in places(text, tags, GAZETTEER)] == [
        ("武汉", Span(0, 2)),
        ("长沙", Span(at, at + 2)),
    ]


@pytest.mark.parametrize("text", ["", "   ", "😀", "GDP growth of 5%"])
def test_texts_without_places_have_none(tagger, text):
    assert found(tagger, text) == []


NEWS = "新华社北京市海淀区合肥高新区广东深圳中美沪苏我国全省访华、。“”大街镇村河畔记者说"


@settings(max_examples=60, deadline=None)
@given(st.text(NEWS, max_size=30) | st.text(max_size=30))
def test_mentions_are_exact_and_in_order_on_any_text(tagger, text):
    mentions = places(text, tagger.tag([text])[0], GAZETTEER)
    assert all(mention.span.of(text) == mention.text and len(mention.span) for mention in mentions)
    assert all(0 <= mention.confidence <= 1 for mention in mentions)
    assert [mention.span for mention in mentions] == sorted({mention.span for mention in mentions})
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


LABELS = ["LOC", "ORG", "PER", "n", "nz", "v", "w", "s"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.text(NEWS, min_size=1, max_size=5), st.sampled_from(LABELS)), max_size=10))
def test_mentions_are_exact_under_any_tags(parts):
    text, tags = "", []
    for part, label in parts:
        tags.append(Tag(Span(len(text), len(text) + len(part)), label, 0.7))
        text += part
    mentions = places(text, tags, GAZETTEER)
    assert all(mention.span.of(text) == mention.text and len(mention.span) for mention in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
