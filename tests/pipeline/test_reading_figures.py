"""From sentences of news to figures: who tells what, of what, when and compared with what."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest

from kg.model.graph import Figure, Graph, Ref

ARTICLE = "the article"


class Told(NamedTuple):
    """A figure as a table of expectations writes it; who tells it comes first."""

    speaker: str
    indicator: str
    about: str | None
    value: str
    unit: str
    comparator: str = "="
    kind: str = "level"
    period: str | None = None
    base: str | None = None
    value_max: str | None = None


def speaker(graph: Graph, ref: Ref) -> str:
    return ARTICLE if ref.id in {article.id for article in graph.articles} else ref.name


def figures(graph: Graph) -> set[Told]:
    return {
        Told(
            speaker(graph, claim.subject),
            found.indicator,
            found.about.name if found.about else None,
            format(found.value, "f"),
            found.unit,
            found.comparator,
            found.kind,
            found.period,
            found.base,
            None if found.value_max is None else format(found.value_max, "f"),
        )
        for claim in graph.statements
        if isinstance(found := claim.object, Figure)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江苏省常州市市长李明远表示，2024年，常州市规模以上工业增加值同比增长6.2%。",
            {Told("李明远", "规模以上工业增加值", "常州市", "6.2", "%", kind="change", period="2024", base="yoy")},
        ),
        (
            "浙江省宁波市副市长陈海波介绍，今年上半年，宁波市跨境电商进出口额突破1200亿元。",
            {Told("陈海波", "跨境电商进出口额", "宁波市", "120000000000", "元", ">", period="2025-01/2025-06")},
        ),
        (
            "据国家统计局数据，2024年我国新能源汽车产量达1288.8万辆，同比增长34.4%。",
            {
                Told("国家统计局", "新能源汽车产量", "中国", "12888000", "辆", period="2024"),
                Told("国家统计局", "新能源汽车产量", "中国", "34.4", "%", kind="change", period="2024", base="yoy"),
            },
        ),
        (
            "深圳市星澜科技有限公司董事长赵文博说：“我们去年研发投入超过3亿元，占营收的12%。”",
            {
                Told("赵文博", "研发投入", "深圳市星澜科技有限公司", "300000000", "元", ">", period="2024"),
                Told("赵文博", "研发投入占营收", "深圳市星澜科技有限公司", "12", "%", kind="share", period="2024"),
            },
        ),
        (
            "记者从四川省商务厅获悉，截至6月底，四川省外商投资企业达1.8万家。",
            {Told("四川省商务厅", "外商投资企业", "四川省", "18000", "家", period="/2025-06")},
        ),
        (
            "2024年，重庆市汽车产量居全国第二位。",
            {Told(ARTICLE, "汽车产量", "重庆市", "2", "名次", kind="rank", period="2024")},
        ),
        (
            "到2027年，安徽省人工智能产业规模预计达到5000亿元。",
            {Told(ARTICLE, "人工智能产业规模", "安徽省", "500000000000", "元", kind="forecast", period="2027")},
        ),
        (
            "上海市民营企业数量由2020年的200万家增至2024年的260万家。",
            {
                Told(ARTICLE, "民营企业数量", "上海市", "2000000", "家", period="2020"),
                Told(ARTICLE, "民营企业数量", "上海市", "2600000", "家", period="2024"),
            },
        ),
        (
            "福建省厦门市2025年一季度地区生产总值为2100.5亿元，同比增长5.8%，高于全国0.4个百分点。",
            {
                Told(ARTICLE, "地区生产总值", "厦门市", "210050000000", "元", period="2025-01/2025-03"),
                Told(ARTICLE, "地区生产总值", "厦门市", "5.8", "%", "=", "change", "2025-01/2025-03", "yoy"),
                Told(ARTICLE, "地区生产总值", "厦门市", "0.4", "百分点", period="2025-01/2025-03"),
            },
        ),
        (
            "海南省三亚市今年上半年接待游客不足1800万人次，同比下降2.3%。",
            {
                Told(ARTICLE, "游客", "三亚市", "18000000", "人次", "<", period="2025-01/2025-06"),
                Told(ARTICLE, "游客", "三亚市", "-2.3", "%", "=", "change", "2025-01/2025-06", "yoy"),
            },
        ),
        (
            "成都市每万人拥有公共充电桩40至50个。",
            {Told(ARTICLE, "每万人拥有公共充电桩", "成都市", "40", "个", value_max="50")},
        ),
        (
            "工业和信息化部18日发布数据显示，上半年，我国规模以上电子信息制造业增加值同比增长11.1%。",
            {
                Told(
                    "工业和信息化部",
                    "规模以上电子信息制造业增加值",
                    "中国",
                    "11.1",
                    "%",
                    "=",
                    "change",
                    "2025-01/2025-06",
                    "yoy",
                )
            },
        ),
        (
            "世界银行预计，2025年中国经济将增长4.5%。",
            {Told("世界银行", "经济", "中国", "4.5", "%", kind="forecast", period="2025")},
        ),
        (
            "“我们要把创新摆在突出位置。”李明说，“未来三年，公司将新增2000个岗位。”",
            {Told("李明", "岗位", None, "2000", "个", kind="forecast", period="2026/2028")},
        ),
        (
            "去年，甘肃省新能源发电量占比近四成。",
            {Told(ARTICLE, "新能源发电量占比", "甘肃省", "40", "%", "~", "share", "2024")},
        ),
        (
            "截至2024年底，江西省高新技术企业总数超过7000家。",
            {Told(ARTICLE, "高新技术企业总数", "江西省", "7000", "家", ">", period="/2024-12")},
        ),
        ("云南省咖啡种植面积不低于120万亩。", {Told(ARTICLE, "咖啡种植面积", "云南省", "1200000", "亩", ">=")}),
        ("2025年7月1日，第3届博览会在3号馆开幕。", set()),
    ],
)
def test_a_sentence_gives_just_the_figures_that_it_states(read, text, expected):
    assert figures(read(text)) == expected


@pytest.mark.parametrize(("day", "period"), [(date(2025, 7, 18), "2024"), (date(2021, 1, 2), "2020")])
def test_relative_times_count_from_the_day_of_the_article(read, day, period):
    graph = read("去年，山西省煤炭产量达12亿吨。", day)
    (claim,) = graph.statements
    assert (claim.object.period, claim.object.value) == (period, Decimal("1.2E+9"))
