import random
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.layout import layout
from kg.model.text import Document, Source, Span

(SEED_FILE,) = (Path(__file__).parents[2] / "seeds").glob("000_*.txt")
SEED = SEED_FILE.read_bytes().decode()


def read(text: str, published: date | None = None, title: str | None = None) -> tuple[Document, ...]:
    return layout(Source("page", text, "", published=published, title=title))


def text(document: Document, span: Span | None) -> str | None:
    return span.of(document.text) if span else None


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def of_kind(document: Document, kind: str) -> list[str]:
    return [content for name, content in blocks(document) if name == kind]


def check(source: str, documents: tuple[Document, ...]) -> None:
    """Hold documents to what every reader of them may count on."""
    taken: list[int] = []
    for number, document in enumerate(documents):
        assert document.number == number
        assert document.text
        assert document.alignment.text(source) == document.text
        segments = document.alignment.segments
        taken.extend(at for s in segments for at in range(s.source, s.source + s.length) if source[at].strip())
        assert [s.source for s in segments] == sorted(s.source for s in segments)
        spans = [block.span for block in document.blocks]
        assert all(first.end <= second.start for first, second in pairwise(spans))
        assert all(len(span) and span.end <= len(document.text) for span in spans)
        for sentence in document.sentences:
            assert sum(sentence in block.span for block in document.blocks) == 1
            assert sentence.of(document.text).strip()
        said = (*document.authors, *document.editors, document.title, document.place, document.publisher)
        assert all(any(span in block.span for block in document.blocks) for span in said if span)
    assert len(taken) == len(set(taken))


class TestSeed:
    documents = read(SEED)

    def test_its_parts_are_found_in_order(self) -> None:
        assert [(d.kind, text(d, d.title), text(d, d.place), text(d, d.publisher)) for d in self.documents] == [
            ("article", "向智！创新力成就生产力", "北京", "新华社"),
            ("caption", None, None, "新华社"),
            ("article", None, "北京", "新华社"),
            ("article", "激情火把节", None, "新华社"),
            ("article", "我国消费主引擎作用增强 经贸大国地位进一步巩固", "北京", "新华社"),
        ]

    def test_its_authors_are_the_reporters_and_the_photographer(self) -> None:
        assert [[text(d, span) for span in d.authors] for d in self.documents] == [
            ["陈芳", "温竞华", "宋晨"],
            [],
            [],
            ["胥冰洁"],
            ["谢希瑶", "王雨萧"],
        ]

    def test_its_date_is_the_datelines_in_the_year_of_the_text(self) -> None:
        assert {document.published for document in self.documents} == {date(2025, 7, 18)}

    def test_its_date_is_the_datelines_in_the_year_of_the_source(self) -> None:
        dates = [document.published for document in read(SEED, date(2024, 7, 19)) if document.place]
        assert dates == [date(2024, 7, 18)] * 3

    @pytest.mark.parametrize(
        "sentence",
        [
            "在广东深圳，深圳联合飞机科技有限公司的测试场地上，一台台农业无人机缓缓升空，进行喷洒作业测试。",
            "通过科技赋能与产业创新，多地加快新旧动能接续转换，传统产业焕发新生机，高质量发展新动能新优势加快壮大。",
            "在合肥，一批前沿科技成果正加速从实验室走向产业端，未来产业布局逐渐清晰。",
        ],
    )
    def test_broken_sentences_are_whole_again(self, sentence: str) -> None:
        first = self.documents[0]
        assert sentence in [span.of(first.text) for span in first.sentences]

    @pytest.mark.parametrize(
        ("number", "phrase"),
        [
            (2, "消费对经济增长的年均贡献率达到60%左右，主引擎作用持续凸显。"),
            (4, "居民服务性消费支出占比提升3.5个百分点，达到46.1%；"),
            (4, "我国与共建“一带一路”国家签署了多份产供链合作备忘录。"),
            (4, "维护经济安全制度体系不断完善，防范风险和应对冲击能力明显提升。“十四五”以来，"),
        ],
    )
    def test_broken_words_are_whole_again(self, number: int, phrase: str) -> None:
        assert phrase in self.documents[number].text

    def test_the_company_cut_in_two_leads_back_to_both_parts(self) -> None:
        document = self.documents[0]
        start = document.text.index("深圳联合飞机科技有限公司")
        spans = document.alignment.to_source(Span(start, start + 12))
        assert [span.of(SEED) for span in spans] == ["深圳联合飞机科技", "有限公司"]

    def test_the_caption_that_cuts_it_stands_by_itself(self) -> None:
        (caption,) = of_kind(self.documents[1], "caption")
        assert caption.startswith("这是2025年4月17日拍摄的")
        assert of_kind(self.documents[1], "credit") == ["新华社发"]

    def test_headings_stay_by_themselves(self) -> None:
        assert [of_kind(document, "subtitle") for document in self.documents] == [
            [
                "——“活力中国调研行”感受高质量发展的强劲脉动",
                "成势！新兴产业活力迸发",
                "升级！传统产业焕新“智”变",
                "蓄力！未来产业蓝图铺展",
            ],
            [],
            [
                "今年我国社零总额有望突破50万亿元人民币",
                "大、强、韧！中国贸易强国建设迈出新步伐",
                "“十四五”引资目标提前完成，结构不断优化",
            ],
            [],
            [],
        ]

    def test_sound_paragraphs_stay_apart(self) -> None:
        assert [len(of_kind(document, "paragraph")) for document in self.documents] == [49, 0, 22, 0, 6]

    def test_only_white_space_is_left_out(self) -> None:
        kept = sorted(
            at
            for document in self.documents
            for segment in document.alignment.segments
            for at in range(segment.source, segment.source + segment.length)
        )
        assert not "".join(SEED[at] for at in sorted(set(range(len(SEED))) - set(kept))).strip()

    def test_without_line_breaks_it_has_the_same_parts(self) -> None:
        flat = " ".join(line.strip() for line in SEED.split("\n") if line.strip())
        documents = read(flat)
        check(flat, documents)
        assert [(d.kind, text(d, d.title)) for d in documents] == [(d.kind, text(d, d.title)) for d in self.documents]
        assert "深圳联合飞机科技有限公司的测试场地上" in documents[0].text


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


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 30))
def test_a_damaged_page_is_laid_out(seed: int, damages: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # a test's, not a secret's
    lines = SEED.split("\n")
    for _ in range(damages):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        cut = chance.randrange(len(lines[at]) + 1)
        lines[at] = chance.choice(
            [
                lines[at][:cut] + lines[at][cut + 1 :],
                lines[at][:cut] + lines[at][cut - 1 :],
                lines[at][:cut] + "\n" + lines[at][cut:],
                lines[other],
                "",
            ]
        )
        if chance.random() < 0.2:
            chance.shuffle(lines)
    page = chance.choice(["\n", "\r\n", " ", ""]).join(lines)
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
