"""From pages to documents: articles and captions of real and of any pages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laid_out import blocks, check, of_kind, read, text

PAGE = """首页 > 新闻 > 国内
南海油田新增探明储量超亿吨 保障能源安全再添底气
2025-06-12 09:30:15 来源：新华社
字号：大 中 小
　　新华社海口6月12日电（记者 赵 敏 欧阳雪）中国海油12日宣布，在南海东部海域获得勘探新发现，新增探明地质储量超亿吨。

　　“这是我国在该海域获得的最大油田发现。”中国海油副总裁李光说。

图为海上钻井平台。
新华社发（张力 摄）
　　截至目前，该油田已钻探井12口，日产原油
1500吨。
（责任编辑：王晓）
分享到：微信 微博
相关阅读：
我国成功发射卫星
"""


def test_a_portals_page_is_its_article_and_its_photograph() -> None:
    article, caption = read(PAGE)
    assert blocks(article) == [
        ("title", "南海油田新增探明储量超亿吨 保障能源安全再添底气"),
        ("byline", "2025-06-12 09:30:15 来源：新华社"),
        ("dateline", "新华社海口6月12日电（记者 赵 敏 欧阳雪）"),
        ("paragraph", "中国海油12日宣布，在南海东部海域获得勘探新发现，新增探明地质储量超亿吨。"),
        ("paragraph", "“这是我国在该海域获得的最大油田发现。”中国海油副总裁李光说。"),
        ("paragraph", "截至目前，该油田已钻探井12口，日产原油1500吨。"),
        ("credit", "（责任编辑：王晓）"),
    ]
    assert blocks(caption) == [("caption", "图为海上钻井平台。"), ("credit", "新华社发（张力 摄）")]
    assert [text(article, span) for span in article.authors] == ["赵 敏", "欧阳雪"]
    assert [text(article, span) for span in article.editors] == ["王晓"]
    assert (text(article, article.place), article.published) == ("海口", date(2025, 6, 12))


FLAT = (
    "新华社福州8月16日电（记者林小川）距离海岸40公里处，风机不停旋转。在江海集团风电场，16兆瓦风机安装完成。"
    "（6月28日摄，无人机照片）新华社记者 林小川 摄近日，记者来到风电场。“各项指标都符合预期。”经理王建说。"
    "广告 他只是个司机，却一步步平步青云！ ×“海岚一号”平台开展试验。（5月27日摄，受访单位供图）"
    "今年6月，中试获得成功。福建省发改委相关负责人表示，将加快开发。(完)"
)


def test_a_text_without_line_breaks_is_freed_of_captions_and_adverts() -> None:
    article, first, second = read(FLAT, date(2023, 8, 16))
    paragraph = (
        "距离海岸40公里处，风机不停旋转。近日，记者来到风电场。“各项指标都符合预期。”经理王建说。"
        "今年6月，中试获得成功。福建省发改委相关负责人表示，将加快开发。"
    )
    assert of_kind(article, "paragraph") == [paragraph]
    assert of_kind(first, "caption") == ["在江海集团风电场，16兆瓦风机安装完成。"]
    assert of_kind(second, "caption") == ["“海岚一号”平台开展试验。"]
    assert [d.published for d in (article, first, second)] == [date(2023, 8, 16)] * 3


def test_the_name_of_a_publisher_may_come_from_the_text() -> None:
    (first,) = read("澎湃新闻（www.thepaper.cn）7月20日从新闻发布会获悉，浙江经济增长6.8%。")
    (second,) = read("8月7日，当事餐厅告诉极目新闻记者，油条并不单卖。")
    assert (text(first, first.publisher), text(second, second.publisher)) == ("澎湃新闻", "极目新闻")


def test_a_headline_that_the_source_gives_is_the_title() -> None:
    (document,) = read("专题报道\n江州造船忙\n夏日的江州，焊花飞溅。", title="江州造船忙")
    assert blocks(document) == [
        ("subtitle", "专题报道"),
        ("title", "江州造船忙"),
        ("paragraph", "夏日的江州，焊花飞溅。"),
    ]


@pytest.mark.parametrize("page", ["", " \n　\r\n\u2028", "（完）", "00:00/00:00", "广告 好消息！ ×"])
def test_a_page_without_news_has_no_documents(page: str) -> None:
    assert read(page) == ()


def test_headings_are_one_sentence_and_bylines_none() -> None:
    (document,) = read("蓄力！未来产业蓝图铺展\n□新华社记者 陈平\n江州高新区企业集聚。产业集群崛起。")
    assert [span.of(document.text) for span in document.sentences] == [
        "蓄力！未来产业蓝图铺展",
        "江州高新区企业集聚。",
        "产业集群崛起。",
    ]


@given(st.text())
def test_any_text_is_laid_out(page: str) -> None:
    check(page, read(page))


PIECES = [
    *(
        "新华社北京7月18日电（记者张敏 李强）",
        "（新华社北京7月18日电）",
        "新华社记者 王平 摄",
        "新华社发",
        "（完）",
        "广告 ",
        " ×",
    ),
    *(
        "□本报记者 顾平",
        "原标题：",
        "——",
        "图为",
        "8月1日，",
        "责任编辑：周兰",
        "（卜小明）",
        "来源：新华网",
        "江州造船忙",
    ),
    *(
        "市长李明说",
        "，",
        "。",
        "！",
        "“",
        "”",
        "（",
        "）",
        "\n",
        "\n\n",
        "　　",
        " ",
        "\r\n",
        "a",
        "12",
        "🙂",
        "\u200b",
        "今年上半年",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_page_of_news_is_laid_out(page: str) -> None:
    check(page, read(page))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit",
    [
        "新华社发",
        "新华社北京7月18日电",
        "记者 张敏 ",
        "（",
        "“甲“。",
        "广告 ",
        "，\n",
        "摄",
        "图",
        "甲 ",
        "分享到：微信 ",
        "编辑：",
        "1月1日，",
    ],
)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    page = unit * (20_000 // len(unit))
    check(page, read(page))
