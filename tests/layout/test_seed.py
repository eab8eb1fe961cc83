"""The page of the seed: its parts, what the layout broke, and the page damaged further."""

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laid_out import check, of_kind, read, text

from kg.model.text import Span

(SEED_FILE,) = (Path(__file__).parents[2] / "seeds").glob("000_*.txt")
SEED = SEED_FILE.read_bytes().decode()


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
