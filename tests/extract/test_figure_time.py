"""When figures hold: by their own sentence, by those before it, and what breaks that off."""

import re
from datetime import date
from itertools import pairwise

import pytest

from kg.annotate.period import periods
from kg.annotate.quantity import quantities
from kg.extract.figure import figures
from kg.model.text import Alignment, Block, Document, Source, Span

TODAY = date(2025, 7, 18)


def read(text, today=TODAY):
    ends = [0, *(match.end() for match in re.finditer(r"[。！？]|\n", text)), len(text)]
    spans = tuple(Span(start, end) for start, end in pairwise(ends) if text[start:end].strip())
    source = Source("news.txt", text, "", published=today)
    lines = tuple(Block(Span(*line.span()), "paragraph") for line in re.finditer(r"[^\n]+", text))
    found = Document(source, 0, text, Alignment.of_spans([Span(0, len(text))]), lines, spans, published=today)
    when = periods(text, spans, today)
    amounts = quantities(text, spans, [mention.span for mention in when])
    mentions = sorted([*when, *amounts], key=lambda mention: mention.span)
    return [relation.object for relation in figures(found, mentions, [])]


def when(text, today=TODAY):
    return [str(figure.period) if figure.period else None for figure in read(text, today)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how long something takes is of no period but its own
        ("去年3月开工，仅用10个月就投产。", [None]),
        ("去年产量5亿吨，连续7年居全国第一。", ["2024", None, "2024"]),
        ("去年培训3个月。", ["2024"]),
        # the time to come
        ("目前，用户接近600万户。未来，用户有望突破1000万户。", ["/2025-07", None]),
        ("今年一季度投产5条线，二期投产后，产能达12万条。", ["2025-01/2025-03", None]),
        ("目前投入2亿元，明年投用后运力可望提升40%。", ["/2025-07", "2026"]),
        # what something changed from
        ("今年1月，基地扩建完工，年产能由4000台提高至6500台，本地采购率达80%。", [None, "2025-01", None]),
        ("比重由五年前的14.7%降至14.1%。", ["2020", None]),
        # what is held on some days
        ("展会5月6日至8日在青川举行，300家企业参展。", [None]),
        # what is only compared with
        ("上半年接待游客5万人次，是1978年的4.7倍，其中外省占七成。", ["2025-01/2025-06"] * 3),
        ("2023年人均费用1258元，而2013年只有480元，涨了1.6倍。", ["2023", "2013", "2023"]),
        (
            "一季度净亏损3亿元，上年同期净亏损4亿元，同比减亏1亿元。",
            ["2025-01/2025-03", "2024-01/2024-03", "2025-01/2025-03"],
        ),
        # events
        ("昨天，总面积28万平方米的园区揭牌，首批入驻商户116家。", [None, None]),
        ("规范将于6月1日起施行，押金不超过租金的3倍。", [None]),
        # the present, and changes
        ("目前，合作线路有1.6万条，成本下降20%。", ["/2025-07", None]),
        # several periods one by one
        ("2023年、2024年营业收入分别为4.9亿元和7.2亿元，净利润分别为0.8亿元、1.5亿元。", ["2023", "2024"] * 2),
        ("2023年、2024年营业收入分别为4.9亿元和7.2亿元；占比达73.5%。", ["2023", "2024", None]),
        # a figure that another is compared with
        (
            "1月至6月收到1920件，较2019年同期的1449件上升32%。",
            ["2025-01/2025-06", "2019-01/2019-06", "2025-01/2025-06"],
        ),
        ("上半年接待游客5万人次，恢复到2019年同期的110%。", ["2025-01/2025-06"] * 2),
        # what there is at the end of a month, and what happens then
        ("6月末，贷款余额5亿元。", ["/2025-06"]),
        ("6月末，首批100辆客车发往青国。", ["2025-06"]),
        ("存栏量从5月末的3万头增加到6月末的4万头。", ["2025-05", "2025-06"]),
        # what something has once and for all
        ("7月8日，项目开工，总投资5亿元。", [None]),
        ("7月8日，总投资5亿元的项目开工。", [None]),
        ("去年全市重点项目总投资5亿元。", ["2024"]),
        # what comes about every year
        ("去年9月，双方共建学院，每年接收实习生300人。", [None]),
        ("自2020年以来，学院每年接收实习生300人。", ["2020/"]),
        # days and weeks
        ("上周，接待游客5万人次。收入增长5%。", ["2025-07-07/2025-07-13", None]),
        # the close of a day's trade
        ("截至15日收盘，股价为23.17元。", ["2025-07-15"]),
    ],
)
def test_a_figure_holds_when_its_sentence_says(text, expected):
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年营收47亿元。其中，二季度营收26亿元。分业务看，模块收入31亿元。", "2025-01/2025-06"),
        ("上半年营收47亿元。\n分地区看，东部占83%。", "2025-01/2025-06"),
        ("2024年标准为1100元。其中，补助标准为700元。", "2024"),
        ("2024年标准为1100元。补助标准为700元。", None),
        ("2024年标准为1100元。\n价格下降5%。", None),
        ("5月1日至5日接待游客5万人次。其中，过夜游客2万人次。", "2025-05-01/2025-05-05"),
        ("5月1日接待游客5万人次。其中，过夜游客2万人次。", None),
        ("上半年情况良好。项目建设提速。其中，品种推广面积突破600万亩。", None),
        ("上半年营收47亿元。未来，毛利率提高5个百分点。", None),
        ("现在进展顺利。市值减少500亿元。", None),
    ],
)
def test_a_sentence_that_goes_into_parts_goes_on_in_the_period_of_the_whole(text, expected):
    assert when(text)[-1] == expected
