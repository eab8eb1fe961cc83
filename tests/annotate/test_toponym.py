"""Where names of places are, by the tags of words: `name/tag` or `name/tag/confidence`, apart by spaces."""

import pytest

from kg.annotate.tagger import Tag
from kg.annotate.toponym import Reader
from kg.annotate.word import Words
from kg.model.text import Span
from kg.normalise.place import Gazetteer

GAZETTEER = Gazetteer()


def read(line):
    text, tags = "", []
    for part in line.split():
        word, label, *confidence = part.split("/")
        tags.append(Tag(Span(len(text), len(text) + len(word)), label, float(*confidence or [0.9])))
        text += word
    return [toponym.span.of(text) for toponym in Reader(Words(text, tags), GAZETTEER).read()]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("广东/LOC 深圳/LOC", ["广东", "深圳"]),
        ("广东深圳/LOC", ["广东", "深圳"]),
        ("四川凉山彝族自治州西昌市/LOC", ["四川", "凉山彝族自治州", "西昌市"]),
        ("北京/LOC 上海/LOC", ["北京", "上海"]),
        ("北京市/LOC 区域/n", ["北京市"]),
        ("成渝地区/LOC 双城/LOC 经济圈/n", ["成渝地区双城经济圈"]),
        ("河西/LOC 走廊/n", ["河西走廊"]),
    ],
)
def test_known_names_are_cut_from_words_tagged_as_places(line, names):
    assert read(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("青山桥镇松柏村/LOC", ["青山桥镇", "松柏村"]),
        ("丹凤街道恩荣村/LOC", ["丹凤街道", "恩荣村"]),
        ("五台/LOC 子村/LOC", ["五台子村"]),
        ("三沙镇东壁村/LOC", ["三沙镇", "东壁村"]),
        ("昆山花桥镇/LOC", ["昆山", "花桥镇"]),
        ("昆山市桥镇/LOC", ["昆山市", "桥镇"]),
        ("兰石风景区龙宫镇/LOC", ["兰石风景区", "龙宫镇"]),
        ("南特市/LOC 圣岚镇/LOC", ["南特市", "圣岚镇"]),
        ("松桃自治县大兴镇/LOC", ["松桃自治县", "大兴镇"]),
        ("松桃自治县/LOC 潭头镇/LOC 潭头社区党建/LOC/0.3", ["松桃自治县", "潭头镇", "潭头社区"]),
    ],
)
def test_names_of_zones_towns_and_villages_are_read_whole_and_one_by_one(line, names):
    assert read(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("肥西县/LOC 双溪镇/v 的/u", ["肥西县", "双溪镇"]),
        ("肥西/LOC 双溪/nz 镇/n", ["肥西", "双溪镇"]),
        ("肥西/LOC 下浦村/v", ["肥西"]),
        ("双溪镇/LOC 后/f 陈村/PER", ["双溪镇", "后陈村"]),
        ("双溪街道/LOC 冯/LOC/0.3 墙/n 社区/n 的/u", ["双溪街道", "冯墙社区"]),
        ("肥西县/LOC 双溪镇东北部/LOC/0.5", ["肥西县", "双溪镇"]),
        ("肥西县/LOC 双溪镇下/LOC 浦村/LOC", ["肥西县", "双溪镇", "下浦村"]),
        ("肥西县/LOC 洛溪流域/LOC 双溪镇/LOC", ["肥西县", "洛溪流域", "双溪镇"]),
        ("双溪镇/LOC 到/v 下浦村/LOC", ["双溪镇", "下浦村"]),
        ("双溪镇/LOC 相关/vn 社区/n", ["双溪镇"]),
        ("肥西县/LOC 美丽乡村/n", ["肥西县"]),
        ("双溪镇/LOC 各村/n", ["双溪镇"]),
        ("下浦村/LOC 双溪镇/n", ["下浦村"]),
    ],
)
def test_a_town_is_known_by_the_area_before_it(line, names):
    assert read(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("安徽/LOC 宿松/nz", ["安徽", "宿松"]),
        ("安徽/LOC 宿松/v", ["安徽"]),
        ("安徽/LOC 合作/nz", ["安徽"]),
        ("浙江/LOC 义乌市场/ORG", ["浙江", "义乌"]),
        ("义乌市场/ORG", []),
        ("高速公路/LOC", []),
        ("五大洲/LOC", []),
    ],
)
def test_a_place_in_the_one_before_needs_no_tag_of_its_own(line, names):
    assert read(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("江西/nz", ["江西"]),
        ("美国/n", ["美国"]),
        ("长三角/nz", ["长三角"]),
        ("长三角/a", ["长三角"]),
        ("长三角/PER", []),
        ("榕江县/nz", ["榕江县"]),
        ("安康/n", []),
        ("合作/vn", []),
        ("资源/n", []),
        ("海南/PER", []),
        ("北京/v", []),
    ],
)
def test_a_noun_is_a_place_where_it_is_hardly_anything_else(line, names):
    assert read(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("合肥高新区/LOC", ["合肥高新区"]),
        ("北京/LOC 经开区/LOC", ["北京经开区"]),
        ("太原街/LOC", ["太原街"]),
        ("雅加达/LOC 南区/LOC", ["雅加达南区"]),
        ("南安由县/LOC", ["南安由县"]),
        ("南京路步行街/LOC", ["南京路步行街"]),
        ("南京东路/LOC", ["南京东路"]),
        ("深圳湾口岸/LOC", ["深圳湾口岸"]),
        ("西安市/LOC 高新区丈八街道/LOC", ["西安市高新区", "丈八街道"]),
        ("玉龙/LOC 雪山/LOC", ["玉龙雪山"]),
        ("解放碑/LOC", ["解放碑"]),
        ("密云/LOC 县枝子峪村/LOC", ["密云县", "枝子峪村"]),
        ("永定/LOC 河畔/n", ["永定河"]),
        ("武汉/LOC 江畔/n", ["武汉"]),
    ],
)
def test_what_goes_on_a_known_name_makes_it_another(line, names):
    assert read(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("北京/LOC 中关村大街/LOC", ["北京", "中关村大街"]),
        ("福清/LOC 兴化湾/LOC/0.4", ["福清", "兴化湾"]),
        ("北京/LOC 亦庄/LOC/0.6", ["北京", "亦庄"]),
        ("下/LOC/0.5 界头村/LOC", ["下界头村"]),
        ("梓山镇潭头村/LOC", ["梓山镇", "潭头村"]),
        ("三河镇/LOC 潭头村/LOC", ["三河镇", "潭头村"]),
        ("爱知县/LOC 丰桥市/LOC", ["爱知县", "丰桥市"]),
        ("北京望京/LOC", ["北京", "望京"]),
        ("北京望京/LOC/0.7", ["北京"]),
    ],
)
def test_names_the_gazetteer_lacks_stand_on_their_own(line, names):
    assert read(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("望京/LOC/0.9", ["望京"]),
        ("望京/LOC/0.5", []),
        ("武康路/LOC/0.5", ["武康路"]),
        ("武康路/LOC/0.2", []),
        ("港河北/LOC/0.5", ["河北"]),
        ("营/LOC", []),
        ("经开区/LOC", []),
        ("大城市/LOC", []),
        ("工业园区/LOC", []),
        ("城中村/LOC", []),
        ("北京/LOC 城中村/LOC", ["北京"]),
        ("福建省规划/LOC/0.4", ["福建省"]),
        ("平潭外海/LOC/0.4", ["平潭"]),
        ("北京市区/LOC", ["北京"]),
        ("北京/LOC 郊区/LOC", ["北京"]),
        ("长治/LOC 城区/LOC", ["长治"]),
        ("阳泉/LOC 城区/LOC", ["阳泉", "城区"]),
    ],
)
def test_a_new_name_needs_the_more_trust_the_less_it_looks_like_one(line, names):
    assert read(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("江苏省农业农村厅/ORG", ["江苏省"]),
        ("四川成都市公安局/ORG", ["四川", "成都市"]),
        ("武汉大学/ORG", ["武汉"]),
        ("肥西县政府/ORG", ["肥西县"]),
        ("新华社/ORG", []),
        ("三峡集团/ORG", []),
        ("国务院/ORG", []),
    ],
)
def test_an_organizations_name_may_start_with_places(line, names):
    assert read(line) == names


def test_a_place_that_is_all_of_an_organizations_name_is_not_nested():
    words = Words("巴西队巴西", [Tag(Span(0, 3), "ORG", 0.9), Tag(Span(3, 5), "ORG", 0.9)])
    assert [toponym.nested for toponym in Reader(words, GAZETTEER).read()] == [True, False]


def test_names_do_not_cross_a_gap_between_words():
    words = Words("河西，走廊", [Tag(Span(0, 2), "LOC", 0.9), Tag(Span(3, 5), "n", 0.9)])
    assert [toponym.span for toponym in Reader(words, GAZETTEER).read()] == [Span(0, 2)]
