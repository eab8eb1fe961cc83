import pytest

from kg.layout.passage import Passage
from kg.layout.repair import goes_on, is_heading, repaired
from kg.layout.row import Item, Photo, Row
from kg.model.text import Span

BROKEN = [
    ("通过技术改造与产业协作，多地加快新旧动能接续转换，老工业基地焕", "发新生机，高质量发展动能加快壮大。"),
    ("我国同有关国家签署多份合作文件。目前，双方正在商签产供", "链合作备忘录。"),
    ("消费市场规模稳步扩大，服务消费较快增长。居民服务性消费支出占比提升", "3.5个百分点，达到46.1%。"),
    ("防范风险和应对冲击的能力明显提", "升。“十四五”以来，法治体系加快建设。"),
    ("商务部负责人在发布会上介绍五年来市场特点时说，我国市场地位更加稳固，年均贡献率", "达到60%左右，作用持续凸显。"),
    ("从卫星导航到深海探测，从新材料到新能源……在江州，一批前沿成果正加速从实验室走向产", "业端，布局逐渐清晰。"),
    ("在江苏南通，海岚机械科技", "有限公司的测试场地上，一台台农机缓缓驶过。"),
    ("截至6月底，该油田日产原油", "1500吨。"),
    ("这种新材料被称为", "的替代品，市场前景广阔。"),
    ("全市规模以上工业企业达到12", "00家，比上年增加80家。"),
    ("他说，到20", "30年，全县森林覆盖率将达65%。"),
    ("粮食产量连续十年居全国第", "一，商品粮占比超过三成。"),
    ("公司已在北京、上海、", "广州等地设立研发中心。"),
    ("一手抓传统产业改造，", "一手抓新兴产业培育。"),
    ("全县大力发展设施农业和", "林下经济，农民收入稳步提高。"),
    ("记者了解到，为了", "扩大就业，当地推出十项措施。"),
    ("工作人员说：“今年订单比去年", "多了三成，生产线满负荷运转。”"),
    ("新版《外商投资准入特别管理措施", "（负面清单）》即将施行，市场准入进一步放宽。"),
    ("平台实现Gross Mer", "chandise Volume约2.7亿元。"),
    ("增速达到5.", "5%，创三年来新高。"),
    ("出台《两用物品出口办法》", "，完善管理体系。"),
]

SOUND = [
    ("成势！新兴产业活力迸发", "76秒下线一辆车！"),
    ("升级！传统产业焕新“智”变", "在全国最大的陶瓷出口基地之一，订单排到了年底。"),
    ("今年我国社零总额有望突破50万亿元人民币", "“社零总额从39.1万亿元提升到48.3万亿元。”"),
    ("大、强、韧！贸易强国建设迈出新步伐", "王明说，外贸逆势增长。"),
    ("“十四五”引资目标提前完成，结构不断优化", "商务部副部长李华介绍，截至今年6月底，实际使用外资增长。"),
    ("强链补链，产业集群加速成形", "走进江州高新区，机器人企业鳞次栉比。"),
    ("守住粮食安全底线，端牢中国饭碗", "夏粮收购进入旺季，各地粮库一片忙碌。"),
    ("从“制造”到“智造”，老工业基地焕发新生机", "车间里，机械臂挥舞自如。"),
    ("在高质量发展中促进共同富裕，让生活更美好", "老年食堂里，饭菜飘香。"),
    ("随着“村超”火起来，夜市也热了", "晚上8点，古城街头人头攒动。"),
    ("为企业松绑，为创业护航，营商环境持续改善", "江州市政务服务大厅内，窗口前秩序井然。"),
    ("政策加力，市场回暖，信心提升", "7月以来，家电卖场客流明显增多。"),
    ("抓项目、促投资，稳外贸、强消费", "二季度，全市签约项目120个。"),
    ("一、总体要求", "坚持稳中求进工作总基调，统筹发展和安全。"),
    ("（二）加快发展数字经济", "推动数字技术和实体经济深度融合。"),
    ("三问碳市场：怎么建，怎么管，怎么用", "全国碳市场启动三年来，运行平稳有序。"),
    ("经济社会发展的根本目的", "会议指出，要坚持以人民为中心。"),
    ("全社会共同参与", "在上海，志愿服务站遍布街巷。"),
    ("主要任务如下", "一、加强监管，规范市场秩序。"),
    ("同样“如火如荼”——", "记者一路穿行车间腹地，机器轰鸣。"),
    ("可以用三个字来概括：", "“大”，贸易大国地位巩固。"),
    ("千年古都变身“人工智能第一城”；", "研发投入领跑全国。"),
    ("农业大省正打造“高产田”……", "习近平总书记指出，科技要打头阵。"),
    ("大潮正起，千帆竞发。", "各地抢抓机遇，串联成动人交响曲。"),
    ("他说：“我们充满信心。”", "走出工厂，一辆辆卡车整装待发。"),
    ("上半年GDP同比增长5.3%", "国家统计局15日发布数据，上半年国民经济稳中有进。"),
    ("放眼2030", "新一轮规划正在编制，目标更加清晰。"),
]


@pytest.mark.parametrize(("first", "second"), BROKEN)
def test_broken_paragraphs_go_on(first: str, second: str) -> None:
    assert goes_on(first, second)


@pytest.mark.parametrize(("first", "second"), SOUND)
def test_sound_paragraphs_and_headings_do_not(first: str, second: str) -> None:
    assert not goes_on(first, second)


@pytest.mark.parametrize("heading", [first for first, _ in SOUND if is_heading(first)])
@pytest.mark.parametrize("second", [second for _, second in SOUND])
def test_no_heading_goes_on_in_any_paragraph(heading: str, second: str) -> None:
    assert not goes_on(heading, second, "\n".join(f"{first}\n{second}" for first, second in SOUND))


@pytest.mark.parametrize(
    "second", ["近日，记者来到江州。", "目前，项目已开工。", "与此同时，出口增长。", "二是扩大内需。", "●扩大就业"]
)
def test_what_begins_a_paragraph_does_not_continue_one(second: str) -> None:
    assert not goes_on("我国市场规模稳步扩大。服务消费较快增长，各地奋力书写高质量发展新篇章", second)


def test_before_all_paragraphs_a_line_of_clauses_is_a_headline() -> None:
    first, second = "通过技术改造与产业协作，多地加快新旧动能接续转换，工业稳中有进", "国家统计局发布数据。"
    assert goes_on(first, second)
    assert not goes_on(first, second, inside=False)


def test_characters_that_stand_together_elsewhere_show_a_break() -> None:
    first, second = "总经理李明介绍，江州联合飞", "机公司已交付百余架无人机。"
    assert not goes_on(first, second, "江州市工业稳中有进。")
    assert goes_on(first, second, "江州市工业稳中有进。江州联合飞机公司位于高新区。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江州造船忙", True),
        ("向海图强，逐浪深蓝", True),
        ("何以“链”上突围", True),
        ("谁来为创新买单？", False),
        ("各地抢抓机遇。", False),
        ("他介绍说：", False),
        ("一是稳就业；", False),
        ("他说：“好。”", False),
        ("江州造船忙" * 10, False),
    ],
)
def test_headings_are_short_and_without_a_full_stop(text: str, *, expected: bool) -> None:
    assert is_heading(text) == expected


def rows(source: str, *kinds: str) -> list[Item]:
    items: list[Item] = []
    at = 0
    for line, kind in zip(source.split("\n"), kinds, strict=True):
        row = Row(Passage.of(source, Span(at, at + len(line))), kind)  # type: ignore[arg-type]
        items.append(Photo((row,)) if kind == "caption" else row)
        at += len(line) + 1
    return items


def test_a_paragraph_is_joined_beyond_a_photograph() -> None:
    source = "夏粮丰收。\n在江苏南通，海岚机械科技\n图为生产线。\n有限公司的订单增长。"
    first, second, photo = repaired(rows(source, "paragraph", "subtitle", "caption", "paragraph"), source)
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert isinstance(photo, Photo)
    assert (second.passage.text, second.kind) == ("在江苏南通，海岚机械科技有限公司的订单增长。", "paragraph")
    assert len(second.passage.spans) == 2


def test_a_paragraph_broken_twice_is_joined_twice() -> None:
    source = "夏粮丰收。粮食产量居全国第\n一，商品粮占比提升\n3个百分点，再创新高。"
    (row,) = repaired(rows(source, "paragraph", "subtitle", "paragraph"), source)
    assert isinstance(row, Row)
    assert row.passage.text == source.replace("\n", "")


def test_bylines_and_datelines_are_never_joined() -> None:
    source = "夏粮丰收。公司已在北京、\n新华社北京7月18日电"
    assert len(repaired(rows(source, "paragraph", "dateline"), source)) == 2
