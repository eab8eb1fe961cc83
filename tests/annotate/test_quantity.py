"""Quantities in running text: value, unit, hedge, range, rank, and what only looks like one."""

import json
import os
import re
import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.quantity import quantities
from kg.lexicon import Word, table
from kg.model.text import Span
from kg.normalise import unit

EXTERNAL = Path(os.environ.get("KG_EXTERNAL", Path(__file__).parents[3] / "shared" / "external"))
RECOGNIZERS = EXTERNAL / "recognizers-text-zh"


def read(text, taken=()):
    return quantities(text, [Span(0, len(text))], taken)


def told(text):
    """Return what is read as `comparator value[..upper] unit`."""
    return [str_of(mention.value) for mention in read(text)]


def str_of(quantity):
    upper = "" if quantity.upper is None else f"..{quantity.upper}"
    return f"{quantity.comparator} {quantity.value}{upper} {quantity.unit}".strip()


AMOUNTS = {
    # powers
    "产业规模3500亿元": "= 350000000000 元",
    "社零总额39.1万亿元": "= 39100000000000 元",
    "总额942亿美元": "= 94200000000 美元",
    "装机4541万千瓦": "= 45410000 千瓦",
    "发电6600万千瓦时": "= 66000000 千瓦时",
    "面积2983千公顷": "= 2983000 公顷",
    "客房120,404间": "= 120404 间",
    "销量５０４９２辆": "= 50492 辆",
    "收入１，０３４元": "= 1034 元",
    "持股94，557，236股": "= 94557236 股",
    "获5000万元A轮融资": "= 50000000 元",
    "投资1.2亿-2亿元": "= 120000000..200000000 元",
    "投入 3500 亿元": "= 350000000000 元",
    "共8千元": "= 8000 元",
    # as few as two
    "连续三年蝉联": "= 3 年",
    "连续第四年举办": "= 4 年",
    "建成两座水厂": "= 2 座",
    "通报了两起事故": "= 2 起",
    "公开审理两起案件": "= 2 起",
    "每股派息1.2港仙": "= 1.2 港仙",
    "延长工时的企业两家。": "= 2 家",
    "网速20mbps": "= 20 mbps",
    "淘汰1.2蒸吨锅炉": "= 1.2 蒸吨",
    # hedges before
    "近3500亿元": "~ 350000000000 元",
    "约4亿人次": "~ 400000000 人次",
    "大约40公里": "~ 40 公里",
    "接近九成": "~ 90 %",
    "约为13%": "~ 13 %",
    "超700个": "> 700 个",
    "超过46万家": "> 460000 家",
    "突破2400家": "> 2400 家",
    "首破1万亿美元": "> 1000000000000 美元",
    "跨过5万亿美元": "> 5000000000000 美元",
    "逾300件": "> 300 件",
    "至少5吨": ">= 5 吨",
    "不低于60%": ">= 60 %",
    "不足100人": "< 100 人",
    "不到3%": "< 3 %",
    "小于1微米": "< 1 微米",
    "不超过20名": "<= 20 名",
    "附近3家": "= 3 家",
    "最近3家": "= 3 家",
    # hedges inside and after
    "200多道": "> 200 道",
    "1100余项": "> 1100 项",
    "8400多万人": "> 84000000 人",
    "10多万吨": "> 100000 吨",
    "70多亿件": "> 7000000000 件",
    "60%左右": "~ 60 %",
    "10%以上": "> 10 %",
    "20万亩以上": "> 200000 亩",
    "0.3毫米以内": "< 0.3 毫米",
    # shares, fractions, multiples
    "100%": "= 100 %",
    "百分之六": "= 6 %",
    "百分之九十多的农户": "> 90 %",
    "按8.5折优惠": "= 8.5 折",
    "检查企业278家次": "= 278 家次",
    "百分之五十点五": "= 50.5 %",
    "千分之三": "= 3 ‰",
    "两成": "= 20 %",
    "近四成": "~ 40 %",
    "三成半": "= 35 %",
    "2.5成": "= 25 %",
    "一半": "= 50 %",
    "一半以上": "> 50 %",
    "占比过半": "> 50 %",
    "超过1/10": "> 10 %",
    "三分之一": "= 33.33 %",
    "五分之二": "= 40 %",
    "百万分之五": "= 0.0005 %",
    "6个百分点": "= 6 百分点",
    "25个基点": "= 25 基点",
    "1.6倍": "= 1.6 倍",
    "增长一倍": "= 1 倍",
    "翻两番": "= 2 番",
    # measures, rates, signs
    "16兆瓦": "= 16 兆瓦",
    "重5kg": "= 5 公斤",
    "高38米": "= 38 米",
    "0.2毫米": "= 0.2 毫米",
    "38度": "= 38 度",
    "零下5摄氏度": "= -5 摄氏度",
    "为-3.5%": "= -3.5 %",
    "68元/份": "= 68 元/份",
    "每吨500元": "= 500 元",
    "6.2级地震": "= 6.2 级",
    "人均预期寿命78.2岁": "= 78.2 岁",
    "两吨半": "= 2.5 吨",
    "￥300": "= 300 元",
    "US$20": "= 20 美元",
    "50万亿元人民币": "= 50000000000000 元",
    # numbers in words
    "三百多名": "> 300 名",
    "五十家": "= 50 家",
    "两万三千人": "= 23000 人",
    "三百公里": "= 300 公里",
    "三千克": "= 3 千克",
    "十余家": "> 10 家",
    "二十五个": "= 25 个",
    "每股两美元": "= 2 美元",
    "运行近一个月来": "~ 1 个月",
    "近百万人次": "~ 1000000 人次",
    "超百亿元": "> 10000000000 元",
    # durations
    "连续8年": "= 8 年",
    "提前6个月": "= 6 个月",
    "76秒": "= 76 秒",
    "8个小时左右": "~ 8 小时",
    # no unit
    "用户接近600万": "~ 6000000",
    "有望突破千万。": "> 10000000",
    "用户数过亿，": "> 100000000",
    "近百亿元": "~ 10000000000 元",
    "指数为105.3，": "= 105.3",
    "由2013年的100上升到": "= 100",
    "GDP5万亿元": "= 5000000000000 元",
    # ranges
    "降低50%至80%": "= 50..80 %",
    "单产提高两到三成": "= 20..30 %",
    "六成到七成农户改种": "= 60..70 %",
    # how long, in words
    "排队要半个多小时": "> 0.5 小时",
    "坐车半小时": "= 0.5 小时",
    "培训半年才能上岗": "= 0.5 年",
    "由4个多小时缩短": "> 4 小时",
    "签约占64%": "= 64 %",
    "节约80元": "= 80 元",
    "5-7倍": "= 5..7 倍",
    "3%-5%": "= 3..5 %",
    "10万至20万元": "= 100000..200000 元",
    "10至20万元": "= 100000..200000 元",
    "5000至1万元": "= 5000..10000 元",
    "三到五年": "= 3..5 年",
    "两至三倍": "= 2..3 倍",
    "百分之三至百分之五": "= 3..5 %",
    "15.55亿元至17.55亿元": "= 1555000000..1755000000 元",
    # ranks
    "产量居全国第一，": "= 1 名次",
    "位居全球第二。": "= 2 名次",
    "居全国第三位。": "= 3 名次",
    "排名第64位。": "= 64 名次",
    "全球第二大消费市场": "= 2 名次",
    "稳居首位": "= 1 名次",
    "稳居世界前三。": "<= 3 名次",
    "跻身全国前10位。": "<= 10 名次",
}

NONE = (
    "2024年",
    "8月9日",
    "18日",
    "2023-08-09",
    "上午9点多钟",
    "18时30分",
    "90年代",
    "五年前",
    "30多年来",
    "过去四年",
    "每3天",
    "未来5年",
    "五年规划",
    "35岁",
    "90后青年",
    "第二代",
    "第一季度",
    "第5届",
    "第一个",
    "第一大道",
    "5G基站",
    "C919客机",
    "COVID-19疫情",
    "8.5代线",
    "109路",
    "3号楼",
    "世界500强",
    "以3:1获胜",
    "以21比19",
    "以52秒94夺冠",
    "女子100米自由泳",
    "“外资24条”",
    "“618”期间",
    "“9·11”",
    "数十家",
    "几千名",
    "上百个",
    "十几家",
    "三五百人",
    "万亿级",
    "千亿元级",
    "百万吨级",
    "千家万户",
    "零部件",
    "一辆辆",
    "千年古都",
    "全球百强",
    "十一假期",
    "一系列",
    "两家公司",
    "其他三家，",
    "只有两家。",
    "到4s店维修",
    "iphone 6s plus",
    "三个字",
    "一度",
    "一成不变",
    "一方面",
    "万家灯火",
    "上半年",
    "最大",
    "首个",
    "前列",
    "创40多年来最大涨幅",
    "电话010-12345678",
    "https://a.example/20%25",
    "2024国际",
    "另一半",
    "下浦村12组村民",
    "迈入500亿元时代",
    "谈判一波三折",
    "用3年时间建成",
    "过半年",
)


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items())
def test_a_quantity_has_value_unit_and_comparator(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_quantity_is_none(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("企业突破2400家、规模近3500亿元", ["> 2400 家", "~ 350000000000 元"]),
        ("从2020年的39.1万亿元提升到2024年的48.3万亿元", ["= 39100000000000 元", "= 48300000000000 元"]),
        ("由14.7%降至14.1%", ["= 14.7 %", "= 14.1 %"]),
        ("从5微米到小于1微米", ["= 5 微米", "< 1 微米"]),
        ("3个万亿级产业集群和7个千亿级产业集群", ["= 3 个", "= 7 个"]),
        ("“外资24条”一共有59项举措", ["= 59 项"]),
        ("已连续5年保持第一大贸易伙伴", ["= 5 年", "= 1 名次"]),
        ("“今年有望突破50万亿元”", ["> 50000000000000 元"]),
        ("第3届展会吸引200多家企业", ["> 200 家"]),
        ("8月9日售出9吨", ["= 9 吨"]),
        ("收于34092.96点；上涨6.92点", ["= 34092.96 点", "= 6.92 点"]),
    ],
)
def test_a_clause_holds_several_quantities(text, expected):
    assert told(text) == expected


def test_quantities_that_are_joined_share_the_hedge_on_either_side():
    assert told("份额分别稳定在14%和10%以上") == ["> 14 %", "> 10 %"]
    assert told("连续跨过5万亿美元、6万亿美元两个台阶") == ["> 5000000000000 美元", "> 6000000000000 美元"]
    assert told("近300人、50家") == ["~ 300 人", "= 50 家"]
    assert told("5%，10%以上") == ["= 5 %", "> 10 %"]


def test_yuan_is_the_currency_that_the_text_declares():
    text = "会员捐款140万元（港币，下同）。协会捐出100万元。"
    assert told(text) == ["= 1400000 港币", "= 1000000 港币"]
    assert told("营收10亿元（人民币，下同），税收1亿元") == ["= 1000000000 元", "= 100000000 元"]


def test_a_mention_covers_hedge_number_and_unit():
    text = "核心产业规模近3500亿元左右，均占全国的一半以上，位居全国第二。"
    assert [mention.text for mention in read(text)] == ["近3500亿元左右", "一半以上", "第二"]
    assert all(mention.span.of(text) == mention.text for mention in read(text))


def test_a_mention_names_its_rule():
    assert [mention.rule for mention in read("近四成，200多家")] == ["quantity/tenth", "quantity/amount"]


def test_what_is_taken_is_not_read():
    text = "2024年3家"
    assert [m.text for m in read(text, [Span(0, 5)])] == ["3家"]
    assert read(text, [Span(0, len(text))]) == []


def test_quantities_outside_the_spans_are_left_alone():
    text = "记者3人。共5家。"
    assert [m.text for m in quantities(text, [Span(5, len(text))])] == ["5家"]


@given(st.text(alphabet="近约超过0123456789.,%万亿千百十一二三两半多余元家个年月日第前至-、和，。“”A😀\n", max_size=60))
def test_any_text_gives_mentions_that_stand_in_it_and_apart(text):
    found = read(text)
    assert all(mention.span.of(text) == mention.text for mention in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.integers(1, 10**7), st.sampled_from(["家", "元", "吨", "公里", "人次", "%"]))
def test_a_number_with_its_unit_comes_back(value, name):
    assert told(f"共有{value}{name}，") == [f"= {value} {name}"]


@pytest.mark.parametrize("part", ["一", "百", "万", "1", "1,", "一百零", "近", "5%、", "2024"])
def test_no_text_takes_long(part):
    start = time.process_time()
    read(part * (20000 // len(part)))
    assert time.process_time() - start < 3


def cases(name):
    return json.loads((RECOGNIZERS / name).read_text(encoding="utf-8-sig"))


def share(pairs):
    return sum(got == expected for _, got, expected in pairs) / len(pairs), [p for p in pairs if p[1] != p[2]]


needs_recognizers = pytest.mark.skipif(
    not RECOGNIZERS.exists(), reason=f"no public test sets at {RECOGNIZERS}; set KG_EXTERNAL to their folder"
)


@needs_recognizers
def test_public_percentages_are_read():
    """Out of scope: traditional script, discounts (折), k for thousand, white space within words, unclear ranges."""
    outside = re.compile(r"[折個點陸兩萬億拾仟佰kKｋＫ]|\s|半成|[0-9]-[0-9]|百分位|http")
    pairs = []
    for case in cases("Number/PercentModel.json"):
        if outside.search(case["Input"]):
            continue
        found = [mention.value for mention in read(case["Input"]) if mention.value.unit in ("%", "‰", "百分点")]
        got = [float(value.value) / (10 if value.unit == "‰" else 1) for value in found]
        pairs.append((case["Input"], got, [float(r["Resolution"]["value"].rstrip("%")) for r in case["Results"]]))
    rate, wrong = share(pairs)
    assert len(pairs) > 60
    assert rate >= 0.95, wrong


@needs_recognizers
def test_public_amounts_of_money_are_read():
    """Out of scope: parts of a unit (角, 分), change in words (三块), traditional script, names without a number."""
    outside = re.compile(r"[角毛銭兆億]|三块|人民币 ?美元|三美分|[0-9]{15}")
    names = {word.canonical for word in table("unit", Word) if word.type == "money"}
    pairs = []
    for case in cases("NumberWithUnit/CurrencyModel.json"):
        if outside.search(case["Input"]):
            continue
        found = [mention.value for mention in read(case["Input"]) if mention.value.unit in names]
        got = [(float(value.value), code.code if (code := unit.code(value.unit)) else None) for value in found]
        expected = [(float(r["Resolution"]["value"]), r["Resolution"].get("isoCurrency")) for r in case["Results"]]
        pairs.append((case["Input"], got, [e if e[1] else (e[0], g[1]) for e, g in zip(expected, got, strict=False)]))
    rate, wrong = share(pairs)
    assert len(pairs) > 20
    assert rate >= 0.95, wrong


@needs_recognizers
def test_public_measures_are_read():
    """Out of scope: the old ounce (两), bits counted by the thousand, units in other letters than their own."""
    outside = re.compile(r"[0-9二三十万百]两|比特|字节|CM|一位")
    pairs = []
    for case in cases("NumberWithUnit/DimensionModel.json"):
        if outside.search(case["Input"]):
            continue
        got = {mention.value.value for mention in read(case["Input"])}
        expected = {Decimal(r["Resolution"]["value"]) for r in case["Results"]}
        pairs.append((case["Input"], expected <= got, True))
    rate, wrong = share(pairs)
    assert len(pairs) > 20
    assert rate >= 0.95, wrong
