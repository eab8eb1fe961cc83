"""Figures as read: indicator, kind, period, base, topic and speaker of each quantity."""

import re
import time
from datetime import date
from decimal import Decimal
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.period import periods
from kg.annotate.quantity import quantities
from kg.extract.figure import figures
from kg.grammar.example import marked
from kg.model.mention import Mention, Relation, Utterance
from kg.model.text import Alignment, Block, Document, Source, Span

TODAY = date(2025, 7, 18)


def document(text, today=TODAY):
    ends = [0, *(match.end() for match in re.finditer(r"[。！？]”?|\n", text)), len(text)]
    spans = tuple(Span(start, end) for start, end in pairwise(ends) if text[start:end].strip())
    source = Source("news.txt", text, "", published=today)
    lines = tuple(Block(Span(*line.span()), "paragraph") for line in re.finditer(r"[^\n]+", text))
    return Document(source, 0, text, Alignment.of_spans([Span(0, len(text))]), lines, spans, published=today)


def mentions(found, names):
    taken = [name.span for name in names]
    when = periods(found.text, found.sentences, found.published, taken)
    amounts = quantities(found.text, found.sentences, [*taken, *(mention.span for mention in when)])
    return sorted([*names, *when, *amounts], key=lambda mention: mention.span)


def read(text, speech=()):
    """Read the figures of a text in which names are marked: `{City|青川}`."""
    plain, names = marked(text)
    found = document(plain)
    return figures(found, mentions(found, names), [utterance(plain, names, *item) for item in speech])


def utterance(text, names, speaker, said):
    start = text.index(said)
    subject = next(name for name in names if name.text == speaker)
    return Relation("says", subject, Utterance((Span(start, start + len(said)),), "direct"), (), "speech/person")


def indicators(text):
    return [(relation.object.indicator, relation.object.kind) for relation in read(text)]


INDICATORS = {
    # what stands before a quantity
    "核心产业规模近3500亿元。": [("核心产业规模", "level")],
    "人工智能企业突破2400家。": [("人工智能企业", "level")],
    "公司实现营业收入12亿元。": [("公司实现营业收入", "level")],
    "其中，装机容量累计达321万千瓦。": [("装机容量", "level")],
    "目前，在营门店数量已达1034家。": [("在营门店数量", "level")],
    "平均入住率为77.1%。": [("平均入住率", "level")],
    "减少碳排放约6万吨。": [("减少碳排放", "level")],
    "全社会研发投入从2020年的5亿元提升到2024年的8亿元。": [("全社会研发投入", "level"), ("全社会研发投入", "level")],
    "膜层厚度从5微米到小于1微米。": [("膜层厚度", "level"), ("膜层厚度", "level")],
    "该指数由2013年的100上升到2022年的165.4。": [("指数", "level"), ("指数", "level")],
    "在营收方面，酒店收入（含餐饮）为383.6元。": [("酒店收入（含餐饮）", "level")],
    # what follows it
    "车间里，超700个机器人协同作业。": [("机器人协同作业", "level")],
    "已培育3个万亿级产业集群。": [("万亿级产业集群", "level")],
    "一年可以发出6600万千瓦时的清洁电能。": [("清洁电能", "level")],
    "约4亿人次享受补贴优惠。": [("享受补贴优惠", "level")],
    "基地种植了80多亩的苦瓜。": [("苦瓜", "level")],
    "大会吸引了1200余名代表参加。": [("代表参加", "level")],
    "额外提供5000万美元作为流动资金。": [("作为流动资金", "level")],
    "公司持有其90%股份。": [("股份", "share")],
    # what a clause leaves out
    "加工转化率由2018年的42%提高到现在的61%。": [("加工转化率", "level"), ("加工转化率", "level")],
    "产业规模420亿元，居全国同类园区第二位，到2030年力争突破1000亿元。": [
        ("产业规模", "level"),
        ("产业规模", "rank"),
        ("产业规模", "forecast"),
    ],
    "产量占人均可支配收入的三成。": [("产量占人均可支配收入", "share")],
    "午后报23.18元/股，上涨4.6%。": [("报", "level"), ("报", "change")],
    "3座桥梁正在抢修。": [("桥梁", "level")],
    "归集额3亿元，占全年计划5亿元的60%，占省计划的50%，同比增加1亿元。": [
        ("归集额", "level"),
        ("计划", "level"),
        ("归集额占全年计划", "share"),
        ("归集额占省计划", "share"),
        ("归集额", "change"),
    ],
    "产值7亿元，完成年度任务10亿元的70%；出口达年度目标的80%。": [
        ("产值", "level"),
        ("年度任务", "level"),
        ("产值完成年度任务", "share"),
        ("出口达年度目标", "share"),
    ],
    "风力发电高速增长，同比增长32.8%。": [("风力发电", "change")],
    "外贸进出口保持较快增长态势，增长12%。": [("外贸进出口", "change")],
    "产值增长3%，出口回升，增长5%。": [("产值", "change"), ("出口", "change")],
    "面积不多，只有10多亩。": [("面积", "level")],
    "果价下跌，卖出80斤香蕉。": [("香蕉", "level")],
    "猪肉价格下降10%，每公斤降6元。": [("猪肉价格", "change"), ("猪肉价格", "change")],
    "净增5家规上企业，增加3家。": [("规上企业", "change"), ("规上企业", "change")],
    "规模排位从第25位提升至20位。": [("规模", "rank"), ("规模", "rank")],
    "合格率98%，98%的满意度。": [("合格率", "level"), ("满意度", "level")],
    "查处违法行为73起。": [("违法行为", "level")],
    "总投诉量则为3560件，团队也从30人增至60人。": [("总投诉量", "level"), ("团队", "level"), ("团队", "level")],
    "茶叶收入3亿元，占农业总产值的20%。": [("茶叶收入", "level"), ("茶叶收入占农业总产值", "share")],
    # to come, by what stands before
    "年内还将更新公交车300辆。": [("更新公交车", "forecast")],
    "新能源车占比将升至92%。": [("新能源车占比", "forecast")],
    "将成本降低30%。": [("成本", "change")],
    "全部达产后可新增年产值300亿元。": [("全部达产后可新增年产值", "forecast")],
    "通车后，两地车程将缩短至1小时。": [("两地车程", "forecast")],
    "目标价从38元上调至45元。": [("目标价", "forecast"), ("目标价", "forecast")],
    "公司拟出资2亿元收购工厂。": [("收购工厂", "level")],
    "明年，个人缴费标准为400元。": [("个人缴费标准", "level")],
    # parts of a whole
    "与学校签订协议的仅有三成。": [("与学校签订协议", "share")],
    "绣娘可得到售价的5%。": [("绣娘可得到售价", "share")],
    "国产化率不足三成。": [("国产化率", "level")],
    "海岚重工持股70%。": [("海岚重工持股", "share")],
    # against how things were, or others
    "票价比原来便宜四成。": [("票价", "change")],
    "增加值高于同期GDP增速5个百分点。": [("增加值", "level")],
    "明显低于此前预测的0.9%。": [("低于此前预测", "level")],
    # changes
    "机器人产业营收同比增长近50%。": [("机器人产业营收", "change")],
    "重点企业物流成本降低10%。": [("重点企业物流成本", "change")],
    "亩均蛋白含量较常规品种提升9%以上。": [("亩均蛋白含量", "change")],
    "对外投资年均增速超过5%。": [("对外投资", "change")],
    "新产品产量较2020年增加2.5万台。": [("新产品产量", "change")],
    "城镇新增就业60.7万人。": [("城镇新增就业", "change")],
    "毛利率较去年同期减少9.6个百分点。": [("毛利率", "change")],
    "汽车销量12万辆，同比增长5%。": [("汽车销量", "level"), ("汽车销量", "change")],
    "汽车销量增长8.4%，增速比一季度提高2个百分点。": [("汽车销量", "change"), ("汽车销量增速", "change")],
    "产值增长8.4%，比一季度快2个百分点。": [("产值", "change"), ("产值", "change")],
    "零售额5亿元，较上年减少约3800万元，降幅为7%。": [
        ("零售额", "level"),
        ("零售额", "change"),
        ("零售额", "change"),
    ],
    "指数上涨6.92点，或0.02%，收于34092.96点。": [("指数", "change"), ("指数", "change"), ("指数", "level")],
    "全员人均收入8600元，同比名义增长8%，扣除价格因素实际增长6%。": [
        ("全员人均收入", "level"),
        ("全员人均收入", "change"),
        ("全员人均收入", "change"),
    ],
    # gaps to others are levels
    "增速比全国平均水平高1.4个百分点。": [("增速", "level")],
    "消费贡献率高于投资47.1个百分点。": [("消费贡献率", "level")],
    # shares
    "新兴产业占GDP比重约为13%。": [("新兴产业占GDP比重", "share")],
    "高技术产品出口占比达18.2%。": [("高技术产品出口占比", "share")],
    "机电产品出口占出口总值的一半以上。": [("机电产品出口占出口总值", "share")],
    "增加值13.8万亿元，占国内生产总值的比重超过1/10。": [
        ("增加值", "level"),
        ("占国内生产总值的比重", "share"),
    ],
    "物流总费用占GDP比重从五年前的14.7%降至14.1%。": [
        ("物流总费用占GDP比重", "share"),
        ("物流总费用占GDP比重", "share"),
    ],
    "消费支出占比提升3.5个百分点，达到46.1%。": [("消费支出占比", "change"), ("消费支出占比", "share")],
    "园区占地1100多亩。": [("园区占地", "level")],
    # ranks
    "新能源汽车产量居全国第一。": [("新能源汽车产量", "rank")],
    "作为全球第二大消费市场，": [("消费市场", "rank")],
    "贸易规模首破1万亿美元，位居全球第二。": [("贸易规模", "level"), ("贸易规模", "rank")],
    "总量规模稳居世界前三。": [("总量规模", "rank")],
    # what is to come
    "通信用户有望突破千万。": [("通信用户", "forecast")],
    "预计到2027年，产值达到50亿元。": [("产值", "forecast")],
    "提出7000亿美元的引资目标。": [("引资目标", "forecast")],
    "预计产量5万吨，同比增长10%。": [("产量", "forecast"), ("产量", "forecast")],
    "规划总面积456万亩。": [("规划总面积", "level")],
    # enumerations
    "出口、进口市场份额分别稳定在14%和10%以上。": [("出口市场份额", "share"), ("进口市场份额", "share")],
    "电动车、锂电池出口分别增长4.2倍和63.1%。": [("电动车出口", "change"), ("锂电池出口", "change")],
    "今年目标增加到3万户。": [("目标", "forecast")],
    "公司将在青川建设6个园区。": [("园区", "forecast")],
    "单位产值能耗和水耗分别下降67%和74%。": [("单位产值能耗", "change"), ("水耗", "change")],
    "软件业，金融业，零售业增加值分别增长14.6%、12.5%和6.6%。": [
        ("软件业增加值", "change"),
        ("金融业增加值", "change"),
        ("零售业增加值", "change"),
    ],
    "出厂价格、购进价格分别下降2.6%和4.8%，环比下降0.6%和1.3%。": [
        ("出厂价格", "change"),
        ("购进价格", "change"),
        ("出厂价格", "change"),
        ("购进价格", "change"),
    ],
    "班列开行1.7万列，发送货物190万吨，同比分别增长6%和18%。": [
        ("班列开行", "level"),
        ("发送货物", "level"),
        ("班列开行", "change"),
        ("发送货物", "change"),
    ],
    "汽车、新能源汽车产量均居全国第一。": [("汽车产量", "rank"), ("新能源汽车产量", "rank")],
    "企业突破2400家，规模近3500亿元，均占全国的一半以上。": [
        ("企业", "level"),
        ("规模", "level"),
        ("企业", "share"),
        ("规模", "share"),
    ],
    "门店数量达1034家，房间数达120404间，同比增长均录得24%。": [
        ("门店数量", "level"),
        ("房间数", "level"),
        ("门店数量", "change"),
        ("房间数", "change"),
    ],
    "《方案》提出，今年弃风率降至20%左右。": [("弃风率", "forecast")],
    "利率上浮5%，{Company|海岚银行}、{Company|青禾银行}上浮6%。": [("利率", "change")] * 3,
    "网速20mbps，是现在网络速率的10倍。": [("网速", "level")] * 2,
    "《方案》实施后，弃风率降至20%左右。": [("弃风率", "level")],
    "引进8亿元左右的目标。": [("目标", "forecast")],
    "{City|青川}、{City|明湖}和{City|海州}弃风率降至20%。": [("弃风率", "level")] * 3,
    "{City|青川}首套房贷利率上浮10%，一些{Company|银行}甚至上浮15%。": [
        ("首套房贷利率", "change"),
        ("首套房贷利率", "change"),
    ],
}


def test_what_something_will_change_from_is_as_it_stands():
    kinds = [kind for _, kind in indicators("投产后，年产能将从600万条增加到1200万条。")]
    assert kinds == ["level", "forecast"]


@pytest.mark.parametrize(("text", "expected"), INDICATORS.items())
def test_a_figure_names_its_indicator_and_kind(text, expected):
    assert indicators(text) == expected


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
        ("去年，产值提升3%，超过“十三五”期间每年2%的增幅，差距缩小6%。", ["2024", "2016/2020", "2024"]),
        ("去年，产值5亿元，超过2019年水平，增长5%。", ["2024"] * 2),
        ("上半年，出口5亿元，占同期总值的55%。", ["2025-01/2025-06"] * 2),
    ],
)
def test_a_figure_holds_in_the_period_that_governs_it(text, expected):
    assert when(text) == expected


def test_a_change_holds_in_the_period_of_the_sentence_before_and_so_does_its_level():
    assert when("上半年，产值增长6%。民间投资增长8%。") == ["2025-01/2025-06"] * 2
    assert when("上半年，产值增长6%。投资3亿元，增长8%。") == ["2025-01/2025-06"] * 3
    assert when("上半年，产值增长6%。建成大桥3座。") == ["2025-01/2025-06", None]
    assert when("上半年，产值增长6%。投资增长8%，占比达5%。") == ["2025-01/2025-06"] * 3
    assert when("去年，产值增长6%。总量居全省第二位。") == ["2024"] * 2


def test_rates_of_a_new_paragraph_hold_in_the_months_told_of_before_but_not_in_a_year():
    assert when("上半年，产值增长6%。\n民间投资增长8%。") == ["2025-01/2025-06"] * 2
    assert when("上半年，产值增长6%。\n人员增加8名。") == ["2025-01/2025-06", None]
    assert when("去年，产值增长6%。\n民间投资增长8%。") == ["2024", None]
    assert when("上半年，产值增长6%。\n出口商品中，汽车出口3亿元。") == ["2025-01/2025-06"] * 2


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
        ("与2020年相比，产值增长5%，出口增长6%；投资增长7%。", ["2020", "2020", None]),
        ("3月末与去年底比，存栏增加300头。", ["2024-12"]),
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
    ],
    ids=["does", "has", "did before", "says", "is with a firm", "is of a place"],
)
def test_what_a_private_person_does_or_has_is_his(text, expected):
    assert [item.object.about.text for item in read(text)] == [expected]


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
