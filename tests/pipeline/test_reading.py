"""From sentences of news to statements: what a careful reader takes from each, and nothing else."""

import pytest

from kg.model.graph import Graph, Quotation, Ref
from kg.pipeline import corpus


def facts(graph: Graph) -> set[tuple[str, str, str]]:
    """The statements between things; a post or a role follows its predicate."""
    return {
        (
            claim.subject.name,
            ":".join(
                [claim.predicate, *(claim.qualifiers[key] for key in ("title", "role") if key in claim.qualifiers)]
            ),
            claim.object.name,
        )
        for claim in graph.statements
        if isinstance(claim.object, Ref) and claim.object.type is None
    }


def quotations(graph: Graph) -> set[tuple[str, str, str]]:
    return {
        (claim.subject.name, claim.object.mode, claim.object.text)
        for claim in graph.statements
        if isinstance(claim.object, Quotation)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "武汉大学与东风汽车集团有限公司共建联合实验室。",
            {
                ("武汉大学", "locatedIn", "武汉市"),
                ("武汉大学", "cooperatesWith", "东风汽车集团有限公司"),
                ("东风汽车集团有限公司", "cooperatesWith", "武汉大学"),
            },
        ),
        (
            "杭州灵犀科技有限公司研发的“灵犀一号”机器人在世界机器人大会上亮相。",
            {
                ("杭州灵犀科技有限公司", "locatedIn", "杭州市"),
                ("杭州灵犀科技有限公司", "develops", "灵犀一号"),
                ("灵犀一号", "participatesIn:participant", "世界机器人大会"),
            },
        ),
        (
            "国务院印发《关于促进服务消费高质量发展的意见》。",
            {("国务院", "issues", "关于促进服务消费高质量发展的意见")},
        ),
        (
            "湖南省长沙市常务副市长、市委常委张广平表示，长沙将继续优化营商环境。",
            {
                ("长沙市", "partOf", "湖南省"),
                ("张广平", "holdsPost:常务副市长", "长沙市"),
                ("张广平", "holdsPost:常委", "市委"),
                ("市委", "locatedIn", "长沙市"),
            },
        ),
        (
            "深圳市星澜科技有限公司董事长赵文博出席开工仪式。",
            {
                ("深圳市星澜科技有限公司", "locatedIn", "深圳市"),
                ("赵文博", "holdsPost:董事长", "深圳市星澜科技有限公司"),
            },
        ),
        (
            "南京师范大学人工智能学院院长钱敏主持研讨会。",
            {
                ("南京师范大学人工智能学院", "partOf", "南京师范大学"),
                ("南京师范大学", "locatedIn", "南京市"),
                ("钱敏", "holdsPost:院长", "南京师范大学人工智能学院"),
            },
        ),
        ("原国家发展改革委副主任林伟出席论坛。", {("林伟", "holdsPost:副主任", "国家发展改革委")}),
        (
            "浙江省嘉兴市近日出台《嘉兴市低空经济发展条例》。",
            {("嘉兴市", "partOf", "浙江省"), ("嘉兴市", "issues", "嘉兴市低空经济发展条例")},
        ),
        ("中国人民银行行长潘海会见世界银行代表。", {("潘海", "holdsPost:行长", "中国人民银行")}),
        (
            "宁波舟岛化工有限公司总部位于浙江省宁波市镇海区。",
            {
                ("宁波舟岛化工有限公司", "locatedIn", "镇海区"),
                ("宁波市", "partOf", "浙江省"),
                ("镇海区", "partOf", "宁波市"),
            },
        ),
        ("天气转凉，市民纷纷走出家门。街头巷尾热闹非凡。", set()),
        ("一家企业的负责人说，公司正在研发新产品。", set()),
    ],
)
def test_a_sentence_gives_just_the_statements_between_things_that_it_makes(read, text, expected):
    assert facts(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "华东理工大学教授孙立群指出，该技术可以降低能耗。",
            {("孙立群", "indirect", "该技术可以降低能耗。")},
        ),
        (
            "“这条生产线每天能下线600台机器人。”苏州市云启智能装备有限公司总经理周晓峰说。",
            {("周晓峰", "direct", "这条生产线每天能下线600台机器人。")},
        ),
        (
            "“我们要把创新摆在突出位置。”李明说，“未来三年，公司将新增2000个岗位。”",
            {("李明", "direct", "我们要把创新摆在突出位置。未来三年，公司将新增2000个岗位。")},
        ),
        (
            "南京师范大学人工智能学院院长钱敏说：“高校要主动对接产业需求。”",
            {("钱敏", "direct", "高校要主动对接产业需求。")},
        ),
        ("重庆海关相关负责人介绍，通关时间大幅压缩。", {("重庆海关", "indirect", "通关时间大幅压缩。")}),
        (
            "中国人民银行行长潘海表示，将继续实施适度宽松的货币政策。",
            {("潘海", "indirect", "将继续实施适度宽松的货币政策。")},
        ),
        (
            "合肥市市长郭宁表示，产业升级成效明显。“我们的底气来自创新。”郭宁说。",
            {("郭宁", "indirect", "产业升级成效明显。"), ("郭宁", "direct", "我们的底气来自创新。")},
        ),
        (
            "江西省省长何立新说，外贸结构不断优化。商务部副部长方勤说，服务贸易潜力巨大。",
            {("何立新", "indirect", "外贸结构不断优化。"), ("方勤", "indirect", "服务贸易潜力巨大。")},
        ),
        ("据国家统计局数据，2024年我国粮食产量再创新高。", set()),
        ("这项“黑科技”走进了寻常百姓家，被称为“城市名片”。", set()),
        ("一位不愿透露姓名的业内人士说，市场正在回暖。", set()),
    ],
)
def test_a_passage_gives_just_what_its_named_speakers_say(read, text, expected):
    assert quotations(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("国家发展改革委副主任林伟出席论坛。", "asserted"),
        ("原国家发展改革委副主任林伟出席论坛。", "former"),
        ("时任青岛市市长周立民参加了会议。", "former"),
        ("青岛市原副市长周立民参加了会议。", "former"),
    ],
)
def test_a_post_that_is_over_is_told_as_former(read, text, modality):
    assert [claim.modality for claim in read(text).statements if claim.predicate == "holdsPost"] == [modality]


def test_a_post_is_held_as_of_the_day_of_the_article(read):
    (post,) = [claim for claim in read("青岛市市长周立民参加了会议。").statements if claim.predicate == "holdsPost"]
    assert post.qualifiers == {"title": "市长", "as_of": "2025-07-18"}


NEWS = """星澜科技牵手江岸大学

新华社深圳7月18日电（记者张磊、李娜）深圳市星澜科技有限公司（以下简称“星澜科技”）17日宣布，2024年营业收入达26亿元，同比增长18%。

“我们的出口覆盖30多个国家。”星澜科技董事长赵文博说。

广东省深圳市副市长林晓东表示，上半年，深圳市人工智能企业突破2800家。
"""


def test_an_article_is_read_as_a_whole(read):
    graph = read(NEWS)
    (article,) = graph.articles
    assert (article.name, article.publisher, article.published) == ("星澜科技牵手江岸大学", "新华社", "2025-07-18")
    assert {claim.subject.name for claim in graph.statements if claim.predicate == "authorOf"} == {"张磊", "李娜"}
    assert facts(graph) >= {
        ("赵文博", "holdsPost:董事长", "深圳市星澜科技有限公司"),
        ("林晓东", "holdsPost:副市长", "深圳市"),
        ("深圳市", "partOf", "广东省"),
    }
    (company,) = graph.find("星澜科技")
    assert (company.name, company.aliases) == ("深圳市星澜科技有限公司", ("星澜科技",))
    told = {(claim.subject.name, claim.object.value) for claim in graph.statements if claim.predicate == "states"}
    assert told >= {("赵文博", 30), ("林晓东", 2800)}


@pytest.mark.parametrize("text", ["", "\n\n \n", "🚢", "“”‘’（）", "，。；"])
def test_a_text_that_says_nothing_gives_no_statement(read, text):
    assert read(text).statements == ()


def test_the_committee_of_one_city_is_not_that_of_another(tmp_path):
    for city, mayor in (("长沙", "张广平"), ("青岛", "王大伟")):
        text = f"{city}市副市长、市委常委{mayor}表示，{city}将继续优化营商环境。"
        (tmp_path / f"{city}.txt").write_text(text, encoding="utf-8")
    built = corpus.build([tmp_path]).graph
    seats = [(claim.subject.id, claim.object.name) for claim in built.statements if claim.subject.name == "市委"]
    assert sorted(name for _, name in seats) == ["长沙市", "青岛市"]
    assert len({body for body, _ in seats}) == 2
