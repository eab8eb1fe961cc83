"""Figures as read: their sign, evidence and rule; and that any text is read, soon."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from measured import document, mentions, read

from kg.extract.figure import figures
from kg.grammar.example import marked
from kg.model.mention import Mention


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("成本下降5%", -5),
        ("成本降幅为5%", -5),
        ("净利润减少3亿元", -300000000),
        ("市值“蒸发”超过15亿美元", -1500000000),
        ("成本降至5%", 5),
        ("减少排放3万吨", 30000),
        ("失业率低于全国1.4个百分点", Decimal("1.4")),
        ("失业率比一季度低1.4个百分点", Decimal("-1.4")),
        ("亏损8.9亿元", 890000000),
        ("减亏69亿元", -6900000000),
    ],
)
def test_a_fall_is_negative_and_a_low_level_is_not(text, value):
    assert [relation.object.quantity.value for relation in read(text + "。")] == [value]


def test_both_ends_of_a_falling_range_are_negative():
    (relation,) = read("碳排放强度降低50%至80%。")
    assert (relation.object.quantity.value, relation.object.quantity.upper) == (-50, -80)


def when(text):
    return [relation.object.period and str(relation.object.period) for relation in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，产值5亿元。", ["2024"]),
        ("产值5亿元。", [None]),
        ("截至2022年底，装机容量5万千瓦；风电容量3万千瓦，居全国第三位。", ["/2022-12"] * 3),
        ("去年，产值5亿元；今年上半年，产值3亿元，增长5%。", ["2024", "2025-01/2025-06", "2025-01/2025-06"]),
        ("“十四五”以来，规模居全国第二，去年达5亿元；出口增长3%。", ["2021/", "2024", "2021/"]),
        ("截至6月底，“十四五”期间引资5亿美元。", ["2021/2025-06"]),
        ("占比从2020年的17.4%下降到2024年的14.7%。", ["2020", "2024"]),
        ("占比从五年前的14.7%降至14.1%。", ["2020", None]),
        ("总额从2020年的39亿元提升到2024年的48亿元，年均增长5.5%。", ["2020", "2024", "2020/2024"]),
        ("上半年总产值四年平均增长5.7%。", ["2022/2025"]),
        ("2024年，产值较2020年增长67%。", ["2024"]),
        ("18日，局长表示，产值5亿元。", [None]),
        ("15日发布数据，产值5亿元。", [None]),
        ("7月1日，场馆接待5万人次。", ["2025-07-01"]),
        ("上半年，归集额3亿元，占全年计划5亿元的60%，增长5%。", ["2025-01/2025-06", "2025", *["2025-01/2025-06"] * 2]),
        ("上半年，归集额3亿元，占全年计划的60%。", ["2025-01/2025-06"] * 2),
        ("占全年计划的60%。", ["2025"]),
        ("到2027年，速率达30兆，相当于2015年发达国家的水平，占比达20%。", ["2027"] * 2),
        ("如今，5月1日实行的税率为16%。", ["2025-05-01"]),
    ],
)
def test_a_figure_holds_in_the_period_that_governs_it(text, expected):
    assert when(text) == expected


def test_a_change_holds_in_the_period_of_the_sentence_before_and_so_does_its_level():
    assert when("上半年，产值增长6%。民间投资增长8%。") == ["2025-01/2025-06"] * 2
    assert when("上半年，产值增长6%。投资3亿元，增长8%。") == ["2025-01/2025-06"] * 3
    assert when("上半年，产值增长6%。建成大桥3座。") == ["2025-01/2025-06", None]
    assert when("上半年，产值增长6%。\n民间投资增长8%。") == ["2025-01/2025-06", None]


def test_a_report_on_some_months_holds_in_them_all_through():
    text = "上半年，产值5亿元。上半年，投资3亿元。上半年，出口2亿元。\n第一产业1亿元，增长3%。\n占比为27%。"
    assert when(text) == ["2025-01/2025-06"] * 6


def bases(text):
    return [relation.object.base for relation in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产值同比增长5%。", ["yoy"]),
        ("产值较上年增长5%。", ["yoy"]),
        ("产值比去年同期增长5%。", ["yoy"]),
        ("产值增长5%。", [None]),
        ("产值年均增长5%。", ["annual"]),
        ("产值较2020年增长5%。", ["2020"]),
        ("产值较“十三五”末的2020年增长5%。", ["2020"]),
        ("产值比“十三五”期间增加5亿元。", ["2016/2020"]),
        ("增速比一季度提高2个百分点。", ["2025-01/2025-03"]),
        ("2025年第二季度，房价较2019年同期增长9%。", ["2019-04/2019-06"]),
        ("6月价格环比下降0.6%。", ["2025-05"]),
        ("二季度产值环比增长0.6%。", ["2025-01/2025-03"]),
        ("1月价格环比下降0.6%。", ["2024-12"]),
        ("2010年至2022年，能耗下降67%。", ["2010"]),
        ("2010年至2022年，新增就业5万人。", [None]),
        ("6月末，存款余额2万亿元，较上年末增长5%。", [None, "2024-12"]),
        ("2024年末，存款余额2万亿元，较上年末增长5%。", [None, "yoy"]),
        ("1月至6月收到1920件，较2019年同期的1449件上升32%。", [None, "2019-01/2019-06", "2019-01/2019-06"]),
        ("出口5亿元，比去年同期的4亿元增长25%。", [None, "yoy", "yoy"]),
        ("上半年贸易额同比增长9.6%，出口增长7.2%。", ["yoy", "yoy"]),
        ("同比增长5%，提高3个百分点。", ["yoy", None]),
        ("成本降至5%。", [None]),
    ],
)
def test_a_change_is_against_what_its_clause_says(text, expected):
    assert bases(text) == expected


def about(text):
    return [relation.object.about and relation.object.about.text for relation in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{City|青川}企业突破24家。", ["青川"]),
        ("{City|青川}{Company|海岚公司}的门店达3家。", ["海岚公司"]),
        ("{Company|海岚公司}位于{City|青川}的{Facility|一号工厂}产能达5万吨。", ["一号工厂"]),
        ("在{City|青川}，产值达5亿元。", ["青川"]),
        ("产值达5亿元。", [None]),
        ("{City|青川}产值5亿元，居{Province|明省}第三位。", ["青川", "青川"]),
        ("{City|青川}出口占{Province|明省}的一半。", ["青川"]),
        ("{City|青川}与{City|白石}贸易额达5亿元。", ["青川"]),
        ("{City|青川}的产值是{City|白石}的1.6倍。", ["青川"]),
        ("{City|青川}市长{Person|李明}表示，产值达5亿元。", [None]),
        ("据{Agency|青川海关}统计，产值达5亿元。", [None]),
        ("{Company|海岚公司}增持股份，持股比例上升至10%。", ["海岚公司"]),
        ("{Policy|“外资10条”}共有59项举措，到目前为止42条落实。", ["“外资10条”", "“外资10条”"]),
        ("{City|青川}。用户达5万户。", ["青川"]),
        ("{City|甲城}、{City|乙城}、{City|丙城}共有5家企业。", [None]),
        ("企业突破24家、产值3亿元，{City|青川}变身新城。", ["青川", "青川"]),
        ("{Company|海岚银行}推出“{Product|海岚贷}”，授信5亿元。", ["海岚贷"]),
        ("{Company|海岚公司}投资2亿元建设{Facility|海岚码头}，岗位达300个。", ["海岚公司", "海岚码头"]),
        ("{Company|海岚公司}推出“{Product|海岚贷}”5款，授信5亿元。", ["海岚公司", "海岚公司"]),
        ("{Institute|青川大学}选育的水稻“{Product|海岚一号}”面积达5亩，单产提高5%。", ["海岚一号"] * 2),
        ("与{Institute|青川大学}联合开发的“{Product|海岚一号}”均价5元。", ["海岚一号"]),
        ("{Company|海岚银行}推出“{Product|海岚贷}”，为9家{Company|企业}授信5亿元。", ["海岚贷", "海岚贷"]),
        ("{City|青川}、{City|白石}弃光率降至5%。", ["青川", "白石"]),
        ("{City|甲城}、{City|乙城}和{City|丙城}的利率上浮5%。", ["甲城", "乙城", "丙城"]),
        ("{City|甲城}和{City|乙城}均超过5万户。", ["甲城", "乙城"]),
        ("最低的{City|甲城}、{City|乙城}，如今也上浮5%。", ["甲城", "乙城"]),
        ("{City|甲城}、{City|乙城}弃光率降至5%；{City|丙城}降至6%。", ["甲城", "乙城", "丙城"]),
        ("{City|甲城}、{City|乙城}产值达5亿元。", ["甲城"]),
        ("{Company|海岚银行}贷出5亿元。有人算了一笔账，贷款5万元，利息3万元。", ["海岚银行", None, None]),
        ("与{City|甲城}、{City|乙城}相比增长5%。", [None]),
        ("国产新药{Product|海岚一号}定价5元。", ["海岚一号"]),
        ("全长35公里的{Facility|海岚大桥}通车，{City|青川}增长。", ["海岚大桥"]),
        ("{City|青川}有门店9家，其中{City|甲城}5家、{City|乙城}4家。", ["青川", "甲城", "乙城"]),
        ("{Company|海岚公司}、{Company|青禾电子}等企业发债5亿元。", [None]),
        ("{Product|“海岚一号”}发射。重量达5吨。", ["“海岚一号”"]),
        ("{Facility|海岚工厂}位于{City|青川}{County|白石}，占地5亩，投资2亿元。", ["海岚工厂"] * 2),
        ("{Facility|海岚大桥}起于{City|青川}，止于{County|白石}，全长5公里。", ["海岚大桥"]),
        ("{Facility|海岚大桥}建成后，将大大缩短{City|青川}与{City|白石}的距离，车程缩短至5分钟。", ["海岚大桥"]),
        ("{City|青川}旅客5万人次，增速高出{Country|全国}2个百分点。", ["青川"] * 2),
        ("在{Agency|商务部}2日举行的发布会上，产值达5亿元。", [None]),
        ("共建“{Policy|海岚倡议}”国家航线吞吐量达5万吨。", [None]),
        ("距{City|青川}5公里外的{Facility|海岚园区}开放。", ["海岚园区"]),
        ("为{City|青川}13个景区授牌。", ["青川"]),
        ("来自{City|青川}13个景区的游客入园。", [None]),
        ("{City|青川}有规模超2亿元的企业5家。", [None, "青川"]),
        ("{City|青川}推进50项投资超5亿元的项目。", ["青川", None]),
        ("{City|青川}产值超2亿元的企业增多。", ["青川"]),
        ("{Agency|青川商务局}提出，到年底，{City|青川}出口达5亿元。", ["青川"]),
        ("{Facility|甲高铁}、{Facility|乙高铁}最高峰日客流分别为2万人、1万人。", ["甲高铁", "乙高铁"]),
    ],
)
def test_a_figure_is_about_the_topic_of_its_clause_or_of_those_before(text, expected):
    assert about(text) == expected


def test_a_paragraph_takes_the_main_topic_of_the_document_up_again():
    text = "{City|青川}增长。{City|青川}投资。{City|白石}产值5亿元。\n用户达5万户。"
    assert about(text) == ["白石", "青川"]


def test_members_of_an_enumeration_after_a_preposition_are_parts_of_the_indicator():
    text = "{City|青川}对{Country|青国}、{Country|蓝国}出口分别为3亿元、2亿元。"
    assert indicators(text) == [("对青国出口", "level"), ("对蓝国出口", "level")]
    assert about(text) == ["青川", "青川"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Agency|青川商务局}发布公告。企业达50家。{City|青川}在增长。", ["青川"]),
        ("{City|青川}增长。{Agency|海岚消防队}出动。车辆达5台。", ["海岚消防队"]),
        ("{City|青川}推广{Product|“海岚一号”}。{Agency|商务部}发布公告。产值达5亿元。", [None]),
        ("由{Company|海岚公司}联合{Institute|青川大学}组建的{Institute|海岚实验室}揭牌，引进博士7名。", ["海岚实验室"]),
        ("{City|青川}海面上，{Product|“海岚一号”}启用。这座平台长91米，{City|白石}投资5亿元。", ["“海岚一号”", "白石"]),
        ("{Event|海岚论坛}在{City|青川}开幕。嘉宾达300人。", ["海岚论坛"]),
        ("{City|青川}建设{Facility|海岚大桥}。该桥是{City|青川}路网的一部分，长5公里。", ["海岚大桥"]),
        ("{City|青川}增长。{Agency|青川商务局}力争出口达5亿元。", ["青川"]),
        ("{City|青川}增长。{Agency|青川商务局}计划引进项目5个。", ["青川"]),
        ("{City|青川}增长。{Event|海岚论坛}期间，接待游客5万人次。", ["青川"]),
        ("{City|青川}抓好“{Policy|海岚行动}”，引进企业5家。", ["青川"]),
        ("{Event|海岚论坛}开幕，{City|青川}引资5亿元。客商达300人。", ["青川", "青川"]),
        ("{City|青川}增长。{Agency|青川商务局}受理投诉5件。", ["青川商务局"]),
        ("{City|青川}推广{Product|“海岚一号”}。这时产值达5亿元。", ["青川"]),
        ("{Product|“海岚一号”}上市，引来关注，用户不断增加，销量达5万台；产值达5亿元。", ["“海岚一号”", None]),
        (
            "{Company|海岚科技}营收5亿元。{Company|海岚科技}投资2亿元，{Company|青禾电子}获得订单。公司员工达300人。",
            ["海岚科技"] * 3,
        ),
    ],
)
def test_what_sentences_speak_of_holds_for_what_they_leave_out(text, expected):
    assert about(text) == expected


def test_what_someone_of_an_agency_says_is_of_its_area_unless_a_facility_is_spoken_of():
    said = "产值达5亿元。"
    text = "{City|青川}招商。{Company|海岚科技}落户。{Agency|青川商务局}局长{Person|李明}表示，" + said
    assert [item.object.about.text for item in read(text, [("李明", said)])] == ["青川"]
    assert [item.object.about.text for item in read(text)] == ["海岚科技"]
    text = "{City|青川}招商。{Facility|海岚大厦}开放。{Agency|青川商务局}局长{Person|李明}表示，" + said
    assert [item.object.about.text for item in read(text, [("李明", said)])] == ["海岚大厦"]


def test_only_the_narrator_names_what_a_paragraph_opens_with_after_its_figure():
    quoted = "{City|青川}招商。\n“头个月挣5000元，不如去{Province|明省}打工。”{Person|李明}说。"
    assert [item.object.about.text for item in read(quoted.replace("“", "").replace("”", ""))] == ["明省"]
    said = "头个月挣5000元，不如去明省打工。"
    assert [item.object.about.text for item in read(quoted, [("李明", said)])] == ["青川"]


def test_a_firm_without_a_name_is_that_of_whoever_speaks():
    firms = "{Company|海岚科技}上市。{Company|海岚科技}扩产。{Company|青禾电子}经理{Person|李明}表示，"
    plain, names = marked(firms + "{Company|公司}产值达5亿元。")
    names = [msgspec.structs.replace(name, level="nominal") if name.text == "公司" else name for name in names]
    found = document(plain)
    for speech, expected in (([], "海岚科技"), ([utterance(plain, names, "李明", "公司产值达5亿元。")], "青禾电子")):
        [item] = figures(found, mentions(found, names), speech)
        assert item.object.about.text == expected


@pytest.mark.parametrize(
    ("title", "said", "expected"),
    [
        ("渔民", "前年我贷款20万元。", "李明"),
        ("渔民", "前年我们贷款20万元。", None),
        ("渔民", "前年贷款20万元。", None),
        ("学者", "前年贷款20万元。", "青川"),
        ("{Company|海岚科技}经理", "前年我贷款20万元。", "海岚科技"),
    ],
)
def test_what_people_of_no_body_say_of_themselves_is_of_them(title, said, expected):
    text = f"{{City|青川}}增长。{title}{{Person|李明}}说。{said}"
    assert [item.object.about and item.object.about.text for item in read(text, [("李明", said)])] == [expected]


def speakers(text, speech=()):
    return [relation.subject and relation.subject.text for relation in read(text, speech)]


def test_a_figure_in_what_someone_says_is_stated_by_the_speaker():
    text = "{Person|李明}说：“产值达5亿元。”用户达5万户。"
    assert speakers(text, [("李明", "产值达5亿元。")]) == ["李明", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据{Agency|青川海关}统计，产值达5亿元。用户5万户。", ["青川海关", "青川海关"]),
        ("据{Agency|青川海关}统计，产值达5亿元。\n用户5万户。", ["青川海关", None]),
        ("据{Agency|青川海关}统计，产值5亿元。天晴。天晴。天晴。用户5万户。", ["青川海关", None]),
        ("据{Organization|新江社}报道，产值达5亿元。用户5万户。", ["新江社", None]),
        ("来自{Agency|青川海关}的数据显示，产值达5亿元。", ["青川海关"]),
        ("{Agency|青川海关}公布的最新数据显示，产值达5亿元。", ["青川海关"]),
        ("从{Agency|大数据局}获悉，{Institute|海岚院}发布的{Policy|白皮书}显示，产值达5亿元。", ["海岚院"]),
        ("{Institute|海岚院}的《数字产业报告》显示，产值达5亿元。\n报告指出，用户5万户。", ["海岚院", "海岚院"]),
        ("{Institute|海岚院}发布白皮书。\n根据白皮书，产值达5亿元。\n用户5万户。", ["海岚院", None]),
        ("{Institute|海岚院}发布白皮书。\n政府工作报告指出，产值达5亿元。", [None]),
        ("{Agency|青川海关}28日通报，产值达5亿元。", ["青川海关"]),
        ("{Company|海岚铁路}消息，产值达5亿元。", ["海岚铁路"]),
        ("经{Institute|海岚院}测算，产值达5亿元。", ["海岚院"]),
        ("{Agency|青川环保局}通报40家企业。", ["青川环保局"]),
        ("{Agency|青川统计局}发布数据，产值达5亿元。据了解，用户5万户。", ["青川统计局", None]),
        ("{Company|海岚公司}披露业绩报告，产值达5亿元。\n毛利率为30%。", ["海岚公司", "海岚公司"]),
        ("{Company|海岚公司}披露半年报。\n半年报显示，产值达5亿元。\n毛利率为30%。", ["海岚公司", "海岚公司"]),
        ("{Company|海岚公司}披露业绩，产值达5亿元。截至15日收盘，股价为23元。", ["海岚公司", None]),
        ("记者从{Agency|青川商务局}获悉，产值达5亿元。", ["青川商务局"]),
        ("{Agency|青川统计局}15日发布数据，产值达5亿元。用户5万户。\n门店3家。", ["青川统计局", "青川统计局", None]),
        ("{Company|海岚公司}披露报告。数据显示，产值达5亿元。", ["海岚公司"]),
        ("有97家{Company|企业}披露业绩，产值达5亿元。", [None, None]),
        ("{Company|海岚公司}发布报告，指认对手亏损5亿元。", [None]),
        ("产值达5亿元。", [None]),
    ],
)
def test_a_figure_that_the_data_of_a_body_show_is_stated_by_the_body(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("{Person|李明}说，进口增加。", "据{Organization|世贸组织}数据，进口占13.6%。", "世贸组织"),
        ("{Person|李明}说，", "据{Organization|世贸组织}数据，进口占13.6%。", "李明"),
    ],
)
def test_a_source_that_opens_a_sentence_comes_before_who_goes_on_to_speak(before, after, expected):
    said = marked(before + after)[0].removeprefix("李明说，")
    assert speakers(before + after, [("李明", said)]) == [expected]


def test_the_evidence_is_the_shortest_piece_with_indicator_and_number():
    text = "{City|青川}机器人产业营收超过300亿元，同比增长近50%。"
    plain, _ = marked(text)
    assert [relation.spans[0].of(plain) for relation in read(text)] == [
        "机器人产业营收超过300亿元",
        "机器人产业营收超过300亿元，同比增长近50%",
    ]


def test_a_relation_is_a_statement_with_its_rule():
    (relation,) = read("产值同比增长5%。")
    assert (relation.predicate, relation.rule, relation.extractor) == ("states", "figure/change", "figure")
    assert relation.object.span.of("产值同比增长5%。") == "5%"


def test_a_document_without_quantities_has_no_figures():
    assert read("{City|青川}天气晴朗。") == ()
    assert figures(document(""), [], []) == ()


@settings(max_examples=150)
@given(
    st.text(
        alphabet="产值营收占比同增长下降达到为均分别年上半从由至提升的，、。；：（）“”5万亿元%个家3 第一大A\n",
        max_size=60,
    )
)
def test_any_text_gives_figures_whose_evidence_stands_in_it(text):
    found = document(text)
    for relation in figures(found, mentions(found, []), []):
        assert isinstance(relation.object.indicator, str)
        assert all(span.of(text) for span in relation.spans)
        assert isinstance(relation.object.about, Mention | None)


@pytest.mark.parametrize("part", ["较", "占", "同比", "，产值增长5%", "5%、", "2024年", "5%"])
def test_no_sentence_takes_long(part):
    found = document(part * (6000 // len(part)))
    inside = mentions(found, [])
    start = time.process_time()
    figures(found, inside, [])
    assert time.process_time() - start < 5
