"""What figures are about: the topic of their clause, of those before it, or whoever speaks."""

import msgspec
import pytest
from measured import about, document, mentions, read, utterance

from kg.extract.figure import figures
from kg.grammar.example import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{City|青川}企业突破24家。", ["青川"]),
        ("{City|青川}{Company|海岚公司}的门店达3家。", ["海岚公司"]),
        ("{Company|海岚公司}位于{City|青川}的{Facility|一号工厂}产能达5万吨。", ["一号工厂"]),
        ("{Company|海岚公司}投资12亿元建设的{Facility|一号工厂}，年产能达5万吨。", ["海岚公司", "一号工厂"]),
        ("{City|青川}产值达5亿元，自{Country|蓝国}进口3亿元。", ["青川", "青川"]),
        ("{Country|蓝国}是第一大出口市场，对{Country|蓝国}出口3亿元。", ["蓝国", None]),
        ("{City|青川}产值居全省第8位、{Place|明湾}第1位。", ["青川", "青川"]),
        ("首届{Event|海岚论坛}达成项目20个。", ["海岚论坛"]),
        ("在{City|青川}，产值达5亿元。", ["青川"]),
        ("产值达5亿元。", [None]),
        ("{City|青川}产值5亿元，居{Province|明省}第三位。", ["青川", "青川"]),
        ("{City|青川}出口占{Province|明省}的一半。", ["青川"]),
        ("{City|青川}与{City|白石}贸易额达5亿元。", ["青川"]),
        ("{City|青川}的产值是{City|白石}的1.6倍。", ["青川"]),
        ("{City|青川}市长{Person|李明}表示，产值达5亿元。", [None]),
        ("据{Agency|青川海关}统计，产值达5亿元。", [None]),
        ("{Company|海岚公司}增持股份，持股比例上升至10%。", ["海岚公司"]),
        ("从{City|白石}到{City|青川}的车程缩短至20分钟。", [None]),
        ("{City|青川}增长。产值达5亿元，为{Place|当地}提供岗位30个。", ["青川", "青川"]),
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
        ("{City|青川}增长。{Agency|青川商务局}受理投诉5件。", ["青川商务局"]),
        ("{City|青川}增长。{Agency|青川商务局}计划引进项目5个。", ["青川"]),
        ("{City|青川}增长。{Organization|红网}。用户达5万户。", ["青川"]),
        (
            "{City|青川}增长。{Company|海岚公司}扩产。\n据{Agency|青川商务局}统计，出口达5亿元。\n利润达5万元。",
            ["青川", "青川"],
        ),
        ("{City|青川}增长。这家塑料企业不仅满足{City|青川}的需求，产值达5亿元。\n利润达5万元。", [None, None]),
        ("{City|青川}增长。这家塑料企业扩产。{City|青川}产值达5亿元。\n利润达5万元。", ["青川", "青川"]),
        ("{Company|海岚公司}在{City|青川}建厂。这家塑料企业的产值达5亿元。", ["海岚公司"]),
        ("{City|青川}增长。{Event|海岚论坛}期间，接待游客5万人次。", ["青川"]),
        ("{City|青川}抓好“{Policy|海岚行动}”，引进企业5家。", ["青川"]),
        ("{Event|海岚论坛}开幕，{City|青川}引资5亿元。客商达300人。", ["青川", "青川"]),
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
    ("before", "expected"),
    [("", ["青禾电子", "青禾电子"]), ("{Company|海岚科技}扩产。", ["海岚科技", "公司"])],
)
def test_a_firm_without_a_name_is_the_one_named_after_it_where_none_was_before(before, expected):
    plain, names = marked(before + "{Company|公司}产值达5亿元，在{Company|青禾电子}，工人忙碌。利润1亿元。")
    names = [msgspec.structs.replace(name, level="nominal") if name.text == "公司" else name for name in names]
    found = document(plain)
    assert [item.object.about.text for item in figures(found, mentions(found, names), [])] == expected


@pytest.mark.parametrize(("word", "expected"), [("公路", "青川"), ("该公路", "该公路")])
def test_a_mere_head_that_stands_for_nothing_owns_no_figure(word, expected):
    plain, names = marked(f"{{City|青川}}增长。{{Facility|{word}}}货运量达5亿吨。")
    found = document(plain)
    names = [names[0], msgspec.structs.replace(names[1], level="nominal")]
    assert [item.object.about.text for item in figures(found, mentions(found, names), [])] == [expected]


@pytest.mark.parametrize(
    ("title", "said", "expected"),
    [
        ("渔民", "前年我贷款20万元。", "李明"),
        ("渔民", "前年我们贷款20万元。", None),
        ("渔民", "前年贷款20万元。", None),
        ("渔民", "一季海带卖了20万元。", "李明"),
        ("渔民", "一公斤海带只有20元。", None),
        ("学者", "前年贷款20万元。", "青川"),
        ("{Company|海岚科技}经理", "前年我贷款20万元。", "海岚科技"),
    ],
)
def test_what_people_of_no_body_say_of_themselves_is_of_them(title, said, expected):
    text = f"{{City|青川}}增长。{title}{{Person|李明}}说。{said}"
    assert [item.object.about and item.object.about.text for item in read(text, [("李明", said)])] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{City|青川}增长。客商{Person|李明}订下30箱。", "李明"),
        ("{City|青川}增长。种粮大户{Person|李明}的50亩稻田熟了。", "李明"),
        ("{City|青川}增长。{Person|李明}换上汉服，花了189元。", "李明"),
        ("{City|青川}增长。{Person|李明}说，产值达5亿元。", "青川"),
        ("{City|青川}增长。{Person|李明}创办的{Company|海岚科技}产值达5亿元。", "海岚科技"),
        ("{City|青川}增长。{City|青川}市长{Person|李明}签下5亿元大单。", "青川"),
        ("{City|青川}市长{Person|李明}出席。{Person|李明}的年薪为5万元。", "李明"),
        ("{City|青川}增长。养殖户{Person|李明}返乡。他借来5万元。", "李明"),
        ("{City|青川}增长。{Person|李明}在{Place|柳溪村}养羊，年收入5万元。", "李明"),
        ("{City|青川}增长。{City|青川}市长{Person|李明}出席。他带来5亿元大单。", "青川"),
    ],
    ids=[
        "does", "has", "did before", "says", "is with a firm", "is of a place", "earns", "he", "at a place",
        "he of a place",
    ],
)  # fmt: skip
def test_what_a_private_person_does_or_has_is_his(text, expected):
    assert [item.object.about.text for item in read(text)] == [expected]
