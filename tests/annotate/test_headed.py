"""Names composed of tagged words; places and bodies that are known beforehand are written with their class."""

import pytest

from kg.annotate.chain import chain
from kg.annotate.headed import headed, matches
from kg.model.mention import Mention

CLASSES = {
    "LOC": "City",
    "ORG": "Company",
    "AGENCY": "Agency",
    "SCHOOL": "Institute",
    "STATE": "Country",
    "PROVINCE": "Province",
}


def composed(words):
    names = [Mention(tag.span, CLASSES[tag.tag], tag.span.of(words.text)) for tag in words.tags if tag.tag in CLASSES]
    links = chain(words.text, words.tags, names)
    return [(mention.text, mention.type) for mention in headed(links, matches(words))]


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("走进/v 西昌/LOC 人形/n 机器人/n 创新/vn 中心/n ，/w", "西昌人形机器人创新中心", "Institute"),
        ("移送/v 西昌/LOC 中级/a 人民法院/n 审理/v", "西昌中级人民法院", "Agency"),
        ("据/p 西昌/LOC 市场/n 监管/vn 部门/n 介绍/v", "西昌市场监管部门", "Agency"),
        ("省/n 统计局/n 总统计师/n", "省统计局", "Agency"),
        ("省统计局/n 总统计师/n", "省统计局", "Agency"),
        ("海岚/nz 集团/n 宣布/v", "海岚集团", "Company"),
        ("西昌/LOC 海岚/nz （/w 四川/LOC ）/w 科技/n 有限公司/n", "西昌海岚（四川）科技有限公司", "Company"),
        ("凯恩/PER 资本/n 承诺/v", "凯恩资本", "Company"),
        ("西昌/LOC 友谊/n 促进会/n 捐款/v", "西昌友谊促进会", "Organization"),
        ("位于/v 西昌/LOC 国际/n 机场/n", "西昌国际机场", "Facility"),
        ("海岚/ORG 超级/a 工厂/n 投产/v", "海岚超级工厂", "Facility"),
        ("海岚/ORG 一/m 高炉/n 关停/v", "海岚一高炉", "Facility"),
        ("停靠/v 西昌/LOC 二期/m 码头/n", "西昌二期码头", "Facility"),
        ("2025年/TIME 西昌/LOC 樱花/n 节/n 开幕/v", "2025年西昌樱花节", "Event"),
        ("2025年/TIME 西昌/LOC 国际/n 马拉松/nz 开跑/v", "2025年西昌国际马拉松", "Event"),
        ("第九届/m 西昌/LOC 旅游/vn 博览会/n 开幕/v", "第九届西昌旅游博览会", "Event"),
        ("世界/n 动力/n 电池/n 大会/n 闭幕/v", "世界动力电池大会", "Event"),
        ("组织/v “/w 丝路/n 行/v ”/w 主题/n 活动/n", "“丝路行”主题活动", "Event"),
        ("第三届/m 中国/STATE —/w 非洲/LOC 经贸/n 博览会/n", "第三届中国—非洲经贸博览会", "Event"),
        ("西昌/LOC 第31届/m 夏季/TIME 运动会/n", "西昌第31届夏季运动会", "Event"),
        ("战胜/v 海地/STATE 队/n ，/w", "海地队", "Organization"),
        ("荣获/v 鲁班奖/nz 。/w", "鲁班奖", "Event"),
        ("推进/v “/w 双/m 碳/n ”/w 目标/n 实现/v", "“双碳”目标", "Policy"),
        ("实施/v 零售业/n 创新/vn 提升/v 工程/n ，/w", "零售业创新提升工程", "Policy"),
        ("实施/v 大豆/n 单产/n 提升/v 工程/n ，/w", "大豆单产提升工程", "Policy"),
        ("中/LOC 韩/LOC 自贸协定/nz 生效/v", "中韩自贸协定", "Policy"),
        ("西昌/LOC 黄河/LOC 隧道/n 贯通/v", "西昌黄河隧道", "Facility"),
        ("西昌/LOC 自贸/n 片区/n 企业/n", "西昌自贸片区", "Place"),
        ("驶出/v 西昌/LOC 收费站/n", "西昌收费站", "Facility"),
        ("在/p 省人民会堂/n 开幕/v", "省人民会堂", "Facility"),
        ("西昌/LOC 伍明/PER 现代/TIME 农业/n 产业园/n 入选/v", "西昌伍明现代农业产业园", "Facility"),
        ("西昌/LOC 国家/n 高新区/n 奠基/v", "西昌国家高新区", "Place"),
        ("走进/v 西昌/LOC 工业/n 园区/n", "西昌工业园区", "Place"),
        ("走进/v 海岚/ORG 工业园/n", "海岚工业园", "Facility"),
        ("与/p 平文/nz 铁路/n 、/w", "平文铁路", "Facility"),
        ("，/w 海岚/ORG 动力/n 电池/n 项目/n 开工/v", "海岚动力电池项目", "Facility"),
        ("西昌/LOC 松仁/LOC 示范基地/n 带动/v", "西昌松仁示范基地", "Facility"),
        ("落实/v 了/u 稳/v 外资/n 行动方案/n", "稳外资行动方案", "Policy"),
        ("西昌/LOC 500千伏/m 变电站/n 投运/v", "西昌500千伏变电站", "Facility"),
        ("西昌/LOC 港口/n 集团/n 总经理/n", "西昌港口集团", "Company"),
        ("西昌/LOC 青羊/LOC 国际/n 机场/n", "西昌青羊国际机场", "Facility"),
        ("中国/STATE （/w 四川/LOC ）/w —/w 韩国/STATE 经贸/n 博览会/n", "中国（四川）—韩国经贸博览会", "Event"),
        ("西昌/LOC 垃圾/n 焚烧/v 发电厂/n 投运/v", "西昌垃圾焚烧发电厂", "Facility"),
        ("中岚自贸协定/nz 生效/v", "中岚自贸协定", "Policy"),
        ("西昌/LOC 丝网/n 产业/n 发展/vn 服务/vn 中心/n 主任/n", "西昌丝网产业发展服务中心", "Agency"),
        ("甘孜/LOC 文化/n 和旅游局/c 党组/n 成员/n", "甘孜文化和旅游局", "Agency"),
        ("西昌/LOC 经济/n 合作/vn 和/c 外事局/n 局长/n", "西昌经济合作和外事局", "Agency"),
        ("甘孜/LOC 驻/v 西昌/LOC 办事处/n 主任/n", "甘孜驻西昌办事处", "Agency"),
        ("该校/r 材料/n 与/c 能源/n 学院/n 教授/n", "材料与能源学院", "Institute"),
        ("、/w 市场/n 与/c 信息化司/vn 司长/n", "市场与信息化司", "Agency"),
        ("该局/r 权益/n 保护/vn 科/n 科长/n", "权益保护科", "Agency"),
        ("合肥市/LOC 质量/n 检测/vn 总站/n 站长/n", "合肥市质量检测总站", "Agency"),
        ("位于/v 西昌/LOC 经济/n 特区/n", "西昌经济特区", "Place"),
        ("开通/v 西昌/LOC —/w 甘孜/LOC 货运/n 航线/n", "西昌—甘孜货运航线", "Facility"),
        ("青川市/LOC “/w 丝路/n 行/v ”/w 主题/n 活动/n", "“丝路行”主题活动", "Event"),
        ("海岚局/ORG “/w 双/m 碳/n ”/w 目标/n", "“双碳”目标", "Policy"),
        ("开展/v “/w 银岚/n 餐桌/n ”/w 专项/n 检查/vn", "“银岚餐桌”专项检查", "Policy"),
        ("海岚/ORG 的/u 西昌/LOC 工厂/n", "西昌工厂", "Facility"),
        ("法国/STATE 海岚/ORG 西昌/LOC 工厂/n", "海岚西昌工厂", "Facility"),
        ("法国/STATE 海岚/nz 国际/n 机场/n", "海岚国际机场", "Facility"),
        ("海岚/nz 抽水蓄能电站/v 投产/v", "海岚抽水蓄能电站", "Facility"),
        ("印发/v 西昌/LOC 低空/n 经济/n 行动/vn 方案/n", "西昌低空经济行动方案", "Policy"),
        ("2025年/TIME 西昌/LOC 丝网/n 与/p 机器人/n 大会/n", "2025年西昌丝网与机器人大会", "Event"),
        ("共建/v 西昌/LOC 化工/n 与/c 材料/n 省/n 实验室/n", "西昌化工与材料省实验室", "Institute"),
        ("发布/v 机器人/n 技术/n 与/c 产业/n 行动计划/n", "机器人技术与产业行动计划", "Policy"),
    ],
)
def test_words_before_a_head_make_a_name(tagged, line, name, kind):
    assert composed(tagged(line)) == [(name, kind)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("海岚/ORG 发展/vn 部/n 副主任/n", [("海岚发展部", "Company")]),
        ("商务部/AGENCY 节能/vn 与/c 综合利用/vn 处处长/n", [("商务部节能与综合利用处", "Agency")]),
        ("商务部/AGENCY 工业/n 和/c 安全局/n", [("商务部工业和安全局", "Agency")]),
        ("青川大学/SCHOOL 小麦/n 育种/v 中心/n", [("青川大学小麦育种中心", "Institute")]),
        ("海岚/nz 公司/n 客运/n 二队/n", [("海岚公司", "Company"), ("海岚公司客运二队", "Company")]),
        (
            "海岚/nz 一/m 高炉/n ·/w 科幻/n 乐园/n",
            [("海岚一高炉", "Facility"), ("海岚一高炉·科幻乐园", "Facility")],
        ),
    ],
)
def test_a_part_goes_on_from_the_name_of_the_whole(tagged, line, names):
    assert composed(tagged(line)) == names


def test_a_list_of_measures_is_issued_as_its_first_is(tagged):
    words = tagged("实施/v 骨干/a 厂商/n 提质/v 行动/n 、/w 技术/n 骨干/n 培优/v 行动/n ，/w")
    assert composed(words) == [("骨干厂商提质行动", "Policy"), ("技术骨干培优行动", "Policy")]


@pytest.mark.parametrize(
    "line",
    [
        "打造/v 产业/n 科技/n 创新/vn 中心/n",
        "建设/v 西昌/LOC 国际/n 科技/n 创新/vn 中心/n",
        "西昌/LOC 医院/n 爆满/v",
        "公司/n 财务/n 处处长/n",
        "权益/n 保护/vn 科/n 人员/n",
        "位于/v 西昌/LOC 一/m 小区/n",
        "该/r 县/n 公安局/n 通报/v",
        "当地/s 公安局/n 通报/v",
        "该/r 海岚/nz 汽车/n 生产/vn 工厂/n",
        "四川/PROVINCE 省级/n 开发区/n",
        "认定/v 省级/n 企业/n 技术/n 研究院/n",
        "上合/n 示范/vn 区/n 图书馆/n",
        "商务部/AGENCY 示范/vn 项目/n",
        "海岚/ORG 项目/n",
        "西昌/LOC 铁路/n",
        "西昌/LOC 首座/n 智能/n 变电站/n",
        "一家/m 跨国/vn 公司/n",
        "西昌/LOC 汽车/n 公司/n",
        "产业/n 格局/n 改变/v",
        "西昌/LOC 租赁/v 写字楼/n",
        "召开/v 工作/vn 座谈会/n",
        "在/p 西昌/LOC 活动/vn",
        "西昌/LOC 办公室/n 决定/v",
        "完善/v 司法/n 保障/vn 措施/n",
        "签署/v 多份/m 供应链/n 合作/vn 备忘录/n",
        "“/w 硬/a ”/w 政策/n",
        "“/w 十四五/nz ”/w 引资/vn 目标/n",
        "海岚/ORG 全国/n 工厂/n",
        "发展/v 绿色/n 低碳/n 政策/n",
        "海岚/ORG 员工/n 和/c 研究院/n",
        "西昌/LOC 企业/n 和/c 产业园/n",
        "推进/v “/w 一带一路/nz ”/w 建设/vn",
        "在/p 商务部/AGENCY 新闻/n 发布会/n 上/f",
        "中国/STATE 港/n",
        "局长/n 王芳/PER 2025/m 创新/vn 大赛/n",
        "荣获/v 一等奖/n",
        "落实/v 具体/a 行动方案/n",
        "四川/PROVINCE 光伏/n 电站/n 开发/v",
        "实行/v “/w 公司/n +/w 农户/n ”/w 模式/n",
        "举办/v 一次/m 就业/vn 发布会/n",
        "一家/m 小额贷款/n 公司/n",
        "",
    ],
)
def test_a_head_alone_makes_no_name(tagged, line):
    assert composed(tagged(line)) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("英国/STATE 海岚/nz 公司/n", [("海岚公司", "Company")]),
        ("英国/STATE 环境/n 部/n", [("英国环境部", "Agency")]),
        ("英国/STATE 海军/n 司令/n", [("英国海军", "Agency")]),
        ("四川/PROVINCE 西昌/LOC 国际/n 商贸城/n", [("西昌国际商贸城", "Facility")]),
        ("四川/LOC 西昌/LOC 中级/a 人民法院/n", [("四川西昌中级人民法院", "Agency")]),
        ("西昌/LOC 海岚/ORG 智慧/n 工厂/n", [("海岚智慧工厂", "Facility")]),
        ("西昌/LOC 成都市海岚公司/ORG 客服/n 中心/n", [("成都市海岚公司客服中心", "Company")]),
    ],
)
def test_a_country_or_another_place_before_a_name_is_left_out(tagged, line, names):
    assert composed(tagged(line)) == names


def test_an_organ_before_its_members_post_is_no_name(tagged):
    assert composed(tagged("海岚/nz 集团/n 董事会/n 秘书/n")) == [("海岚集团", "Company")]
    assert composed(tagged("海岚/nz 集团/n 董事会/n 决定/v"))[-1] == ("海岚集团董事会", "Company")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("走进/v 中/STATE 韩/STATE （/w 西昌/LOC ）/w 产业园/n ，/w", ["中韩（西昌）产业园"]),
        ("走进/v 中/STATE 英/STATE 人才/n 创业园/n ，/w", ["中英人才创业园"]),
        ("中/STATE 老/STATE 铁路/n 通车/v", ["中老铁路"]),
        ("加密/v 中/STATE 韩/STATE 海运/n 航线/n", []),
        ("海岚/ORG 教授/n 站/v 在/p 台上/s", []),
    ],
)
def test_countries_side_by_side_start_a_name_together_or_none(line, names, tagged):
    assert [text for text, _ in composed(tagged(line))] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("召开/v 第3次/m 西昌/LOC 联席/vn 会议/n", ["第3次西昌联席会议"]),
        ("举办/v 12次/m 联席/vn 会议/n", []),
    ],
)
def test_how_many_meetings_there_were_is_no_name_of_one(line, names, tagged):
    assert [text for text, _ in composed(tagged(line))] == names
