import pytest

from kg.annotate.work import editions, lines, models, works
from kg.model.mention import Mention
from kg.model.text import Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("出台《海洋牧场管理条例》", [("海洋牧场管理条例", "Policy")]),
        ("据《海岚日报》介绍", [("海岚日报", "Organization")]),
        ("据英国《海岚》21日报道", [("海岚", "Organization")]),
        ("接受《海岚》杂志采访", [("海岚", "Organization")]),
        ("国际期刊《海岚》发表", [("海岚", "Organization")]),
        ("观看纪录片《海的那边》", [("海的那边", "Product")]),
        ("《海的那边》等影片", [("海的那边", "Product")]),
        ("根据《条例》规定", []),
        ("撰写《海的那边》", []),
        ("发布了大模型“逐浪”", [("逐浪", "Product")]),
        ("“远航”飞船升空", [("远航", "Product")]),
        ("“海岚号”返港", [("海岚号", "Product")]),
        ("一款名为“逐浪”的应用", 2 * [("逐浪", "Product")]),
        ("一家名为“海岚”的公司", [("海岚", "Company"), ("海岚", "Product")]),
        ("出台“惠企20条”", [("惠企20条", "Policy")]),
        ("落实“惠企十二条”", [("惠企十二条", "Policy")]),
        ("命名为“海岚智能工厂”", []),
        ("中欧（中亚）班列开行", [("中欧（中亚）班列", "Product")]),
        ("迎来首个“全国海洋日”", [("全国海洋日", "Event")]),
        ("国产QX7大型客机", [("QX7", "Product")]),
        ("神舟十二号发射", [("神舟十二号", "Product")]),
        ("车型QX7亮相", [("QX7", "Product")]),
        ("实施“千里战略”", [("千里战略", "Policy")]),
        ("审议《新电池法》", [("新电池法", "Policy")]),
        ("印发《海洋工作方案（2025—2027年）》", [("海洋工作方案（2025—2027年）", "Policy")]),
        ("“海岚”号潜水器", [("海岚", "Product"), ("“海岚”号", "Product")]),
        ("电影《海岚》《岚山》《岚》热映", [("岚山", "Product"), ("岚", "Product"), ("海岚", "Product")]),
        ("电影《海岚》，《岚山》热映", [("海岚", "Product")]),
        ("强台风“海岚”登陆", [("海岚", "Event")]),
        ("养殖平台“海岚1号”甲板", [("海岚1号", "Facility"), *2 * [("海岚1号", "Product")]]),
        ("换乘轨道交通11号线", [("轨道交通11号线", "Facility")]),
        ("宜郑高铁贯通", [("宜郑高铁", "Facility")]),
        ("京雄高速通车", [("京雄高速", "Facility")]),
        ("发布Haiyan 4 Pro无人机", [("Haiyan 4 Pro", "Product")]),
        ("河北高速通车", []),
        ("形成南通铁路环线", []),
        ("推出“渔船贷”", [("渔船贷", "Product")]),
        ("中欧班列（西昌）开行", [("中欧班列（西昌）", "Product")]),
        ("创新药泽拉西单抗", [("泽拉西单抗", "Product")]),
        ("研制“逐浪”有序充电系统", [("逐浪", "Product")]),
        ("让锂电池“不怕冷”", []),
        ("聚焦“三大战略”", []),
        ("开展“园区建设攻坚年”活动", [("“园区建设攻坚年”活动", "Policy")]),
        ("打造“赛事+旅游”品牌", []),
        ("依照海域管理法第六条", [("海域管理法", "Policy")]),
        ("印发《青川招商工作计划》", [("青川招商工作计划", "Policy")]),
        ("印发《青川考察标准（试行）》", [("青川考察标准（试行）", "Policy")]),
        ("实行“青川考察标准”", []),
        ("印发《汉服体验服务规范》", [("汉服体验服务规范", "Policy")]),
        ("讲究《方法》", []),
        ("包括“国际装备制造业品牌论坛”等", [("国际装备制造业品牌论坛", "Event")]),
        ("一场“小型会议”", []),
        ("一批“黑科技”产品", []),
        ("打造“十四五”应用", []),
        ("推出“一带一路”平台", []),
        ("被誉为“电子工业大米”", []),
        ("“软”环境", []),
        ("“没有闭合", []),
        ("", []),
    ],
)
def test_names_in_marks_are_told_from_words_in_marks(text, found):
    mentions = list(works(text))
    assert sorted((mention.text, mention.type) for mention in mentions) == sorted(found)
    assert all(mention.span.of(text) == mention.text for mention in mentions)


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("海岚QX7上市", "海岚QX7"),
        ("海岚NAMI M03上市", "海岚NAMI M03"),
        ("海岚Mate 60 Pro开售", "海岚Mate 60 Pro"),
        ("海岚 QX-7上市", "海岚 QX-7"),
        ("海岚AI平台", None),
        ("海岚2025年", None),
        ("海岚A股3.5%", None),
        ("海岚MU9191航班", None),
        ("海岚", None),
    ],
)
def test_a_brand_and_a_models_number_name_a_product(text, model):
    brand = Mention(Span(0, 2), "Company", "海岚")
    assert [mention.text for mention in models(text, [brand])] == ([model] if model else [])
    assert list(models(text, [Mention(Span(0, 2), "Person", "海岚")])) == []


def test_a_variant_of_a_product_is_one_of_its_own():
    product = Mention(Span(0, 5), "Product", "海岚QX7")
    assert [mention.text for mention in models("海岚QX7 Max版", [product])] == ["海岚QX7 Max"]
    assert list(models("海岚QX7上市", [product])) == []


@pytest.mark.parametrize(
    ("line", "event", "found"),
    [
        ("在/p 第六届/m 进博会/n 上/f", "进博会", ["第六届进博会"]),
        ("在/p 2025年/TIME 第六届/m 进博会/n 上/f", "进博会", ["2025年第六届进博会"]),
        ("8月6日/TIME 进博会/n 开幕/v", "进博会", []),
        ("进博会/n 开幕/v", "进博会", []),
        ("第六届/m 海岚/n", "海岚", []),
        ("前/f 五届/m 进博会/n", "进博会", []),
        ("目前/TIME 第六届/m 进博会/n", "进博会", ["第六届进博会"]),
    ],
)
def test_an_event_has_its_year_and_edition_before_it(tagged, line, event, found):
    words = tagged(line)
    at = words.text.index(event)
    mention = Mention(Span(at, at + len(event)), "Event" if event == "进博会" else "Company", event)
    assert [mention.text for mention in editions(words, [mention])] == found


def test_a_line_is_named_with_the_place_before_it():
    text = "青川轨道交通11号线"
    place = Mention(Span(0, 2), "County", "青川")
    line = Mention(Span(2, 10), "Facility", text[2:], rule="work/line")
    assert [mention.text for mention in lines(text, [place, line])] == [text]
    apart = Mention(Span(0, 1), "County", "青")
    assert not list(lines(text, [apart, line]))
    company = Mention(Span(0, 2), "Company", "青川")
    assert not list(lines(text, [company, line]))


def test_a_project_is_named_with_the_place_before_it():
    text = "青川渔光互补光伏发电项目"
    place = Mention(Span(0, 2), "County", "青川")
    project = Mention(Span(2, len(text)), "Facility", text[2:], rule="work/project-of-place")
    assert [mention.text for mention in lines(text, [place, project])] == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("总投资5亿元的海岚海上风场项目已开工。", ["海岚海上风场项目"]),
        ("其中，海岚电池（二期）项目，总投资5亿元。", ["海岚电池（二期）项目"]),
        ("青禾研发中心项目由海岚科技有限公司投资建设。", ["青禾研发中心项目"]),
        ("青川海岚产业园项目总投资5亿元。", []),
        ("产业类项目21个，总投资5亿元。", []),
        ("海岚公司推动一批项目落户。", []),
    ],
)
def test_a_project_is_named_where_its_sum_site_or_builder_is_told(text, found):
    assert [item.text for item in works(text) if item.rule == "work/project"] == found
