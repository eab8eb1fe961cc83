"""What sentences state of their mentions: rules, enumerations, topics, modality, evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.relation import GRAMMARS, relations
from kg.grammar import load
from kg.grammar.example import marked
from kg.model.mention import Mention, Relation
from kg.model.text import Alignment, Document, Segment, Source, Span
from kg.ontology import packaged


def article(text: str, *sentences: Span) -> Document:
    alignment = Alignment((Segment(0, 0, len(text)),))
    return Document(Source("a", text, ""), 0, text, alignment, sentences=sentences or (Span(0, len(text)),))


def found(*examples: str) -> tuple[Relation, ...]:
    """Read examples as the sentences of one document."""
    text, mentions = marked("".join(examples))
    ends = [len(marked("".join(examples[: number + 1]))[0]) for number in range(len(examples))]
    spans = [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]
    return relations(article(text, *spans), mentions)


def read(*examples: str) -> set[str]:
    """Return what is read as `subject predicate object`, with a role or a modality where there is one."""
    return {
        " ".join(
            (
                relation.subject.text,
                relation.predicate,
                relation.object.text,
                *(value for _, value in relation.qualifiers),
                *([relation.modality] if relation.modality != "asserted" else ()),
            )
        )
        for relation in found(*examples)
    }


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Period|8月16日}，{Company|海岚汽车}发布全新轿车{Product|岚影}。", {"海岚汽车 develops 岚影"}),
        ("{Company|海岚汽车}宣布推出{Product|H9}手机。", {"海岚汽车 develops H9"}),
        ("{Product|岚影}大型客机由{Company|海岚航空}研制。", {"海岚航空 develops 岚影"}),
        ("“{Product|岚影}”是{Company|海岚汽车}去年推出的旗舰车型。", {"海岚汽车 develops 岚影"}),
        (
            "{Company|海岚科技}旗下的{Product|小岚}、{Company|青禾科技}的{Product|小禾}等八款大模型获批。",
            {"海岚科技 develops 小岚", "青禾科技 develops 小禾"},
        ),
        ("{Company|海岚汽车}工厂生产的{Product|岚影}销往欧洲。", {"海岚汽车 develops 岚影"}),
        ("在{Company|海岚电器}的展台前，观众体验{Product|岚冰}冰箱。", {"海岚电器 develops 岚冰"}),
        ("{Company|海岚汽车}全新中型车型{Product|岚影}亮相。", {"海岚汽车 develops 岚影"}),
        ("{Company|海岚科技}经过多年攻关，成功研制{Product|岚芯}。", {"海岚科技 develops 岚芯"}),
        (
            "{Company|海岚科技}推出巡检机器人“{Product|小岚}”和陪护机器人“{Product|小禾}”。",
            {"海岚科技 develops 小岚", "海岚科技 develops 小禾"},
        ),
        ("{Product|小岚}开发商{Company|海岚科技}宣布融资。", {"海岚科技 develops 小岚"}),
        ("{Person|李明}执导的电影《{Product|岚影}》上映。", {"李明 develops 岚影"}),
        ("{Company|海岚汽车}携{Product|岚影}参展。", {"海岚汽车 develops 岚影"}),
        ("{Company|海岚汽车}交付量创新高，{Product|岚影}连续多月夺冠。", set()),
        ("{Company|海岚商城}、{Company|青禾商城}等平台上，{Product|岚酒}价格下跌。", set()),
        ("{Agency|市场监管局}对{Product|岚影}展开调查。", set()),
    ],
)
def test_makers_of_products(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Company|海岚能源}在{City|青川}投资建设{Facility|五号工厂}。",
            {"海岚能源 operates 五号工厂", "五号工厂 locatedIn 青川"},
        ),
        ("{Facility|双溪水电站}由{Company|海岚能源}建设运营。", {"海岚能源 operates 双溪水电站"}),
        ("{Company|海岚能源}{Facility|双溪制氢项目}建成投产。", {"海岚能源 operates 双溪制氢项目"}),
        ("{Company|海岚建工}承建的{Facility|双溪绕城公路}通车。", {"海岚建工 operates 双溪绕城公路"}),
        (
            "{Company|海岚电子}位于{City|青川}{Place|东湖}的{Facility|五号工厂}投产。",
            {"海岚电子 operates 五号工厂", "五号工厂 locatedIn 东湖", "东湖 partOf 青川"},
        ),
        ("{Facility|青川会展中心}运营方{Company|海岚会展}表示。", {"海岚会展 operates 青川会展中心"}),
        ("{Company|海岚能源}向{Facility|双溪水电站}供货。", set()),
        ("{Person|李明}走进{Facility|双溪水电站}。", set()),
    ],
)
def test_operators_of_facilities(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "在{Province|南江}{City|青川}，{Company|海岚科技}的试验场上人声鼎沸。",
            {"青川 partOf 南江", "海岚科技 locatedIn 青川"},
        ),
        (
            "{Company|海岚资本}总部位于{Country|美国}{City|波士顿}。",
            {"海岚资本 locatedIn 波士顿", "波士顿 partOf 美国"},
        ),
        ("{Country|德国}化工巨头{Company|海岚化工}涨价。", {"海岚化工 locatedIn 德国"}),
        ("{City|青川}的{Company|海岚科技}中标。", {"海岚科技 locatedIn 青川"}),
        ("{Institute|双溪实验室}近日在{City|青川}正式揭牌。", {"双溪实验室 locatedIn 青川"}),
        (
            "{Event|双溪论坛}在{Province|南江省}{City|青川市}开幕。",
            {"双溪论坛 locatedIn 青川市", "青川市 partOf 南江省"},
        ),
        ("{Event|双溪论坛}将于{Period|9月}在{City|青川}举办。", {"双溪论坛 locatedIn 青川 planned"}),
        ("{Country|美国}{Agency|商务部}发表声明。", set()),
        ("{City|青川}和{City|南溪}的{Facility|岚溪高铁}开通。", set()),
        ("从{City|青川}到{City|南溪}，{Company|海岚汽车}跑通道路。", set()),
        ("新华社{City|青川}{Period|8月18日}电 {Company|海岚科技}说，订单增加。", set()),
        ("{Company|海岚科技}{Period|18日}在{City|青川}表示，订单增加。", set()),
        ("{Company|海岚科技}位于{City|青川}的仓库起火。", set()),
        ("{Company|海岚科技}在{City|青川}设立公司。", set()),
        ("{Company|海岚科技}成立于{Period|2010年}，位于{City|青川}，产品远销海外。", {"海岚科技 locatedIn 青川"}),
        ("记者来到{City|青川}的{Company|海岚科技}。", {"海岚科技 locatedIn 青川"}),
        ("走进{Place|岚海经开区}，一派繁忙。", set()),
        (
            "{Event|双溪论坛}在{Facility|长沙国际会展中心}开幕。",
            {"双溪论坛 locatedIn 长沙", "长沙国际会展中心 locatedIn 长沙"},
        ),
        ("{Event|双溪论坛}在{Facility|海岚会展中心}开幕。", set()),
        ("“{Event|双溪展}”以“合作”为主题，于{Period|8月}在{City|青川}举办。", {"双溪展 locatedIn 青川"}),
    ],
)
def test_places_of_things(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{City|青川}的{Place|南街}、{Place|北街}一带", {"南街 partOf 青川", "北街 partOf 青川"}),
        ("{Province|南江}{City|青川}、{City|南溪}等地", {"青川 partOf 南江", "南溪 partOf 南江"}),
        ("{Province|南江}{City|青川}、{Province|北江}{City|双溪}", {"青川 partOf 南江", "双溪 partOf 北江"}),
        ("{Country|乌克兰}东部城市{City|青川}附近", {"青川 partOf 乌克兰"}),
        ("{Country|法国}首都{City|里昂}", {"里昂 partOf 法国"}),
        ("{Place|下浦村}位于{Province|南江}、{Province|北江}交界处", set()),
        ("{Company|海岚云}是{Company|海岚集团}旗下公司。", {"海岚云 partOf 海岚集团"}),
        ("{Company|海岚集团}全资子公司{Company|海岚云}中标。", {"海岚云 partOf 海岚集团"}),
        (
            "{Company|海岚集团}旗下{Company|青禾毛纺}与{Company|双溪纺织}签约。",
            {"青禾毛纺 partOf 海岚集团", "青禾毛纺 cooperatesWith 双溪纺织"},
        ),
        ("{Company|海岚集团}起诉{Company|青禾毛纺}。", set()),
        ("{Company|海岚集团}的物流业务主要由子公司{Company|青禾物流}经营。", {"青禾物流 partOf 海岚集团"}),
        (
            "{Company|海岚集团}{Period|5月}在{City|青川}成立{Company|青禾农业}。",
            {"青禾农业 partOf 海岚集团", "青禾农业 locatedIn 青川"},
        ),
        ("{Company|海岚集团}控股股东{Company|青禾资本}增持。", set()),
        ("{City|合肥}的{City|合肥市}", set()),
        ("{County|肥西县}的{City|合肥}", {"肥西县 partOf 合肥"}),
    ],
)
def test_parts_of_wholes(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Company|海岚汽车}携手{Company|青禾科技}打造新品牌。", {"海岚汽车 cooperatesWith 青禾科技"}),
        (
            "{Company|海岚汽车}与{Company|青禾科技}、{Company|双溪电子}签署协议。",
            {"海岚汽车 cooperatesWith 青禾科技", "海岚汽车 cooperatesWith 双溪电子"},
        ),
        (
            "{Company|海岚资本}说，它已和{Country|印度}{Company|青禾集团}达成协议。",
            {"海岚资本 cooperatesWith 青禾集团", "青禾集团 locatedIn 印度"},
        ),
        ("由{Institute|青川大学}、{Institute|双溪大学}共同发起。", {"青川大学 cooperatesWith 双溪大学"}),
        (
            "{Company|海岚汽车}、{Company|青禾科技}与{Company|双溪电子}联合共创。",
            {
                "海岚汽车 cooperatesWith 青禾科技",
                "海岚汽车 cooperatesWith 双溪电子",
                "青禾科技 cooperatesWith 双溪电子",
            },
        ),
        ("{Company|海岚汽车}和{Company|青禾科技}的股价下跌。", set()),
        ("{Company|海岚汽车}尚未与{Company|青禾科技}签署协议。", set()),
    ],
)
def test_partners(example, expected):
    assert {line for line in read(example) if "青川大学 locatedIn" not in line} == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Agency|发改委}会同{Agency|财政部}印发《{Policy|促消费措施}》。",
            {"发改委 issues 促消费措施", "财政部 issues 促消费措施"},
        ),
        ("{Province|南江}将出台《{Policy|低空经济条例}》。", {"南江 issues 低空经济条例 planned"}),
        ("《{Policy|促消费措施}》由{Agency|网信办}等七部门联合公布。", {"网信办 issues 促消费措施"}),
        ("{Country|法国}《{Policy|芯片法案}》引发争议。", {"法国 issues 芯片法案"}),
        ("{County|双溪县}深入推进“{Policy|千村工程}”，建设乡村。", {"双溪县 issues 千村工程"}),
        ("《{Policy|粮食保障法}》经{Agency|人大常委会}审议通过。", {"人大常委会 issues 粮食保障法"}),
        (
            "{Person|李明}主持召开{Agency|国务院}常务会议，讨论通过《{Policy|惠企条例}》。",
            {"国务院 issues 惠企条例"},
        ),
        ("{Company|海岚汽车}、{Company|青禾科技}签署{Policy|框架协议}。", {"海岚汽车 cooperatesWith 青禾科技"}),
        ("{Agency|教育部}解读《{Policy|新课标}》。", set()),
        ("根据《{Policy|反垄断法}》，{Agency|市场监管总局}处以罚款。", set()),
        ("{City|青川}“{Policy|十三五}”期间增长较快。", set()),
    ],
)
def test_issuers_of_policies(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Province|南江}{City|青川}举行{Event|火把节}开幕式和{Event|狂欢夜}活动。",
            {
                "青川 participatesIn 火把节 host",
                "青川 participatesIn 狂欢夜 host",
                "火把节 locatedIn 青川",
                "狂欢夜 locatedIn 青川",
                "青川 partOf 南江",
            },
        ),
        (
            "{Event|双溪论坛}由{Institute|海岚大学}、{Organization|环球社}共同主办，{Agency|科技局}承办。",
            {
                "海岚大学 participatesIn 双溪论坛 host",
                "环球社 participatesIn 双溪论坛 host",
                "科技局 participatesIn 双溪论坛 host",
            },
        ),
        (
            "{Person|李明}将应邀出席在{City|青川}举行的“{Event|双溪论坛}”开幕式。",
            {"李明 participatesIn 双溪论坛 participant planned", "双溪论坛 locatedIn 青川"},
        ),
        ("{Person|李明}在{Event|双溪论坛}上表示，前景广阔。", {"李明 participatesIn 双溪论坛 participant"}),
        ("{Organization|海岚队}夺得{Event|双溪杯}冠军。", {"海岚队 participatesIn 双溪杯 winner"}),
        ("{Person|李明}在{Event|双溪杯}决赛中击败{Person|王强}夺冠。", {"李明 participatesIn 双溪杯 winner"}),
        ("{Event|双溪文学奖}得主{Person|李明}来访。", {"李明 participatesIn 双溪文学奖 winner"}),
        ("{Person|李明}获颁{Event|双溪文学奖}。", {"李明 participatesIn 双溪文学奖 winner"}),
        (
            "{Event|双溪杯}小组赛，{Organization|海岚队}以1比6不敌{Organization|青禾队}。",
            {"海岚队 participatesIn 双溪杯 participant", "青禾队 participatesIn 双溪杯 participant"},
        ),
        ("在{Event|双溪杯}女子决赛中，{Person|李明}夺得金牌。", {"李明 participatesIn 双溪杯 winner"}),
        (
            "{Event|双溪展}吸引了{Company|海岚科技}、{Company|青禾科技}等企业参展。",
            {"海岚科技 participatesIn 双溪展 participant", "青禾科技 participatesIn 双溪展 participant"},
        ),
        (
            "{Event|双溪论坛}开幕，省委书记{Person|李明}、省长{Person|王强}出席开幕式并致辞。",
            {"李明 participatesIn 双溪论坛 participant", "王强 participatesIn 双溪论坛 participant"},
        ),
        ("主席{Person|李明}抵达{City|青川}，参加{Event|双溪论坛}。", {"李明 participatesIn 双溪论坛 participant"}),
        (
            "{Country|法国}首都{City|里昂}举行{Event|双溪节}。",
            {"里昂 partOf 法国", "里昂 participatesIn 双溪节 host", "双溪节 locatedIn 里昂"},
        ),
        ("记者从{Agency|体育局}获悉，{Event|双溪杯}开赛。", set()),
        ("{Person|李明}谈到{Event|双溪论坛}。", set()),
    ],
)
def test_roles_in_events(example, expected):
    assert read(example) == expected


def test_a_clause_without_subject_is_of_the_last_topic():
    assert read(
        "近年来，{Province|南江}不断优化环境。",
        "在投资方面，出台实施“{Policy|惠企20条}”和{Policy|外贸促进方案}。",
    ) == {"南江 issues 惠企20条", "南江 issues 外贸促进方案"}


def test_a_stated_subject_goes_before_the_topic():
    assert read("近年来，{Province|南江}不断优化环境，{Agency|商务厅}印发《{Policy|惠企20条}》。") == {
        "商务厅 issues 惠企20条"
    }


def test_no_topic_no_relation():
    assert read("在投资方面，出台实施“{Policy|惠企20条}”。") == set()


def test_an_event_is_attended_where_it_was_named_before():
    assert read(
        "{Event|双溪论坛}开幕。",
        "省长{Person|李明}、{Agency|科技厅}厅长{Person|王强}等在开幕式上致辞。",
        "论坛为期{Quantity|两天}，由{Institute|海岚大学}主办，{Agency|科技局}承办。",
    ) == {
        "李明 participatesIn 双溪论坛 participant",
        "王强 participatesIn 双溪论坛 participant",
        "海岚大学 participatesIn 双溪论坛 host",
        "科技局 participatesIn 双溪论坛 host",
    }


def test_a_product_without_maker_is_of_the_maker_that_was_the_topic():
    assert read("今年，{Company|海岚科技}销量大增。", "其中，睡眠品牌“{Product|小岚}”增长最快。") == {
        "海岚科技 develops 小岚"
    }


def test_a_topic_is_no_title_of_a_speaker():
    assert read("{City|青川}市长{Person|李明}说，出台“{Policy|惠企20条}”。") == set()


def test_a_workshop_is_where_the_report_went_last():
    visit, scene = "走进{Place|岚海经开区}，一派繁忙。", "在{Company|海岚科技}生产车间，工人正忙着装箱。"
    assert read(visit, scene) == {"海岚科技 locatedIn 岚海经开区"}
    assert read(scene) == set()


def test_what_a_body_s_own_name_tells_that_it_is_part_of_comes_first():
    heads = "{Agency|省环保厅}副厅长{Person|李明}，{Agency|省水利厅}厅长{Person|王芳}、"
    assert "市场司 partOf 省环保厅" in read(heads + "{Agency|市场司}司长{Person|赵强}")
    parts = [found for found in read(heads + "{Agency|省委宣传部新闻发布处}处长{Person|赵强}") if "partOf" in found]
    assert sorted(parts) == ["省委宣传部 partOf 省委", "省委宣传部新闻发布处 partOf 省委宣传部"]


@pytest.mark.parametrize(("word", "parts"), [("各个企业", 0), ("该企业", 1)])
def test_a_mere_word_for_a_part_behind_its_whole_stands_for_none(word, parts):
    text, mentions = marked("{Company|海岚集团}旗下")
    part = Mention(Span(len(text), len(text + word)), "Company", word, level="nominal")
    assert len(relations(article(text + word), (*mentions, part))) == parts


def test_a_nominal_that_adjoins_a_name_is_no_mention_of_its_own():
    text = "青川公司推出小岚"
    mentions = (
        Mention(Span(0, 2), "City", "青川"),
        Mention(Span(2, 4), "Company", "公司", level="nominal"),
        Mention(Span(6, 8), "Product", "小岚"),
    )
    assert relations(article(text), mentions) == ()


@pytest.mark.parametrize(("site", "said"), [("建设基地", 0), ("建设该基地", 1), ("建设的基地", 1)])
def test_a_site_that_one_builds_is_a_new_one_unless_it_is_pointed_at(site, said):
    text = f"海岚集团{site}"
    at = text.index("该") if "该" in text else text.index("基地")
    mentions = (
        Mention(Span(0, 4), "Company", "海岚集团"),
        Mention(Span(at, len(text)), "Facility", text[at:], level="nominal"),
    )
    assert len(relations(article(text), mentions)) == said


def test_a_country_of_one_character_that_adjoins_a_name_is_no_mention_of_its_own():
    assert read("{Country|中}{Country|韩}{Place|四港}联动。") == set()


def test_evidence_runs_from_the_first_to_the_last_word_of_the_relation():
    (relation,) = found("据悉，{Company|海岚汽车}近日发布“{Product|岚影}”，售价不变。")
    text = marked("据悉，{Company|海岚汽车}近日发布“{Product|岚影}”，售价不变。")[0]
    assert relation.spans[0].of(text).startswith("海岚汽车近日发布“岚影")
    assert relation.rule == "production/makes"
    assert relation.extractor == "production"


def test_the_most_confident_reading_of_a_relation_is_kept():
    relation = max(found("{Company|海岚汽车}的车型{Product|岚影}"), key=lambda relation: relation.confidence)
    rules = {rule.id: rule for rule in load("production").rules}
    masked = [rule for rule in rules.values() if rule.name in {"of-maker", "by-kind"}]
    assert relation.confidence == max(rule.text.confidence for rule in masked)
    assert rules[relation.rule] in masked


@pytest.mark.parametrize("mark", ["、", "，", "和", "的"])
@pytest.mark.parametrize("kind", ["Person", "Company", "Product", "Event", "Policy", "City"])
def test_a_long_enumeration_that_leads_nowhere_is_left(kind, mark):
    assert not {line for line in read(f"{{{kind}|双溪}}{mark}" * 200 + "。") if "partOf" not in line}


def test_values_and_empty_documents_are_no_trouble():
    assert relations(article(""), ()) == ()
    assert read("{Quantity|3家}比{Period|去年}多。") == set()


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_rule_reads_a_relation_of_the_ontology(name):
    for rule in load(name).rules:
        predicate = packaged().predicate(rule.text.predicate)
        lacking = {"subject", "object"} - set(rule.regex.groupindex)
        topics = {topic.name for topic in load("topic").rules}
        assert len(lacking) <= 1, rule.id
        assert bool(rule.text.type) == bool(lacking) or predicate.symmetric, rule.id
        assert not rule.text.type or rule.text.type in topics, rule.id


PIECES = (
    "{Company|海岚}",
    "{City|青川}",
    "{Product|小岚}",
    "{Event|论坛}",
    "{Policy|条例}",
    "{Facility|工厂}",
    *"，。的在与和、由将“”😀",
    *("发布", "举行", "位于", "建设", "旗下", "联合", "夺得"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_relations_hold_to_their_text_and_to_the_ontology(parts):
    text, mentions = marked("".join(parts))
    for relation in relations(article(text), mentions):
        for mention in (relation.subject, relation.object):
            assert mention.span.of(text) == mention.text
        assert packaged().admits(relation.predicate, relation.subject.type, relation.object.type)
        assert all(0 <= span.start < span.end <= len(text) for span in relation.spans)
        assert 0 < relation.confidence < 1


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Institute|海岚大学}教授{Person|李明}团队联合{Institute|双溪研究所}，研制出新材料。",
            {"海岚大学 cooperatesWith 双溪研究所"},
        ),
        (
            "{Agency|青川市商务局}和{Organization|双溪商会}举行会谈，双方签署合作协议。",
            {"青川市商务局 cooperatesWith 双溪商会"},
        ),
        ("{Company|海岚集团}总裁{Person|李明}与{Company|青禾}总裁{Person|王芳}共同出席活动。", set()),
        (
            "{Agency|教育部}{Period|8日}会同{Agency|财政部}、{Agency|商务部}发布《{Policy|数字方案}》。",
            {"教育部 issues 数字方案", "财政部 issues 数字方案", "商务部 issues 数字方案"},
        ),
        (
            "{Agency|教育部}、{Agency|财政部}印发通知，部署开展“{Policy|清朗行动}”。",
            {"教育部 issues 清朗行动", "财政部 issues 清朗行动"},
        ),
    ],
)
def test_bodies_that_act_together(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("来自{Country|法国}的{Company|海岚集团}连续三年参展。", {"海岚集团 locatedIn 法国"}),
        ("双方将在{City|青川}共建{Institute|智能装备实验室}。", {"智能装备实验室 locatedIn 青川"}),
        ("{Company|海岚集团}位于{City|青川}的总部大楼落成。", {"海岚集团 locatedIn 青川"}),
        ("清晨，江边的{City|青川}，{Company|海岚科技}的车间机器声不断。", {"海岚科技 locatedIn 青川"}),
        (
            "如今，{City|青川}集聚了{Company|海岚}、{Company|青禾}等企业。",
            {"海岚 locatedIn 青川", "青禾 locatedIn 青川"},
        ),
    ],
)
def test_where_bodies_are_without_a_verb_of_place(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Event|海岚锦标赛}在{City|青川}落下帷幕。{Person|李明}以11秒3的成绩夺得百米冠军。",
            {"海岚锦标赛 locatedIn 青川", "李明 participatesIn 海岚锦标赛 winner"},
        ),
        (
            "{Event|海岚锦标赛}收官。{Organization|青川队}反超{Organization|双溪队}，以微弱优势夺冠。",
            {"青川队 participatesIn 海岚锦标赛 participant", "双溪队 participatesIn 海岚锦标赛 participant"},
        ),
        ("{Event|海岚锦标赛}收官。爬坡王由{Person|李明}获得。", {"李明 participatesIn 海岚锦标赛 winner"}),
    ],
)
def test_winners_of_the_event_that_the_text_is_about(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            (
                "”{Institute|海岚实验室}主任{Person|李明}披露，模型已在{Company|青禾重工}部署。",
                "他说，团队还与{Institute|里昂理工学院}联合开展研究。",
            ),
            {"海岚实验室 cooperatesWith 里昂理工学院"},
        ),
        (
            ("{Institute|双溪研究所}研究员{Person|李明}表示，中试线已建成，正与{Company|青禾电力}开展示范应用。",),
            {"双溪研究所 cooperatesWith 青禾电力"},
        ),
        (
            (
                "{County|南溪县}设立产业基金，并与{Institute|青川大学}、{Institute|双溪学院}共建{Institute|丝路研究院}。",
            ),
            {"南溪县 cooperatesWith 青川大学", "南溪县 cooperatesWith 双溪学院"},
        ),
        (("{Company|海岚集团}说，小业主与{Company|青禾集团}难以达成一致。",), set()),
        (
            ("“{Facility|海岚一号}”正在养鱼。", "这座长{Quantity|91米}的平台由{Company|青禾海洋}投资建造。"),
            {"青禾海洋 operates 海岚一号"},
        ),
        (
            (
                "{Agency|青川市政府}召开“{Event|产业发展}”发布会，{Agency|科技局}、{Institute|海岚实验室}有关负责人介绍情况。",
            ),
            {
                "青川市政府 participatesIn 产业发展 host",
                "科技局 participatesIn 产业发展 participant",
                "海岚实验室 participatesIn 产业发展 participant",
            },
        ),
        (
            ("{Person|李明}说，{Period|6月}她要带绣品去参加{Event|青川博览会}。",),
            {"李明 participatesIn 青川博览会 participant"},
        ),
        (
            (
                "{Institute|青川大学}{Person|李明}团队联合{Institute|双溪研究所}、{Company|海岚科技}，研制出“{Product|玄石}”。",
            ),
            {
                "青川大学 cooperatesWith 双溪研究所",
                "青川大学 cooperatesWith 海岚科技",
                "青川大学 develops 玄石",
                "双溪研究所 develops 玄石",
                "海岚科技 develops 玄石",
            },
        ),
    ],
)
def test_partners_owners_and_guests_that_clauses_leave_to_what_went_before(sentences, expected):
    kinds = {"cooperatesWith", "operates", "participatesIn", "develops"}
    assert {claim for claim in read(*sentences) if claim.split()[1] in kinds} == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "{Place|角湾乡}以东约{Quantity|6海里}的海面上，养殖平台“{Facility|海岚一号}”一片忙碌。",
            {"海岚一号 locatedIn 角湾乡"},
        ),
        ("{Place|角湾乡}以东的海面上，渔民说“{Facility|海岚一号}”好用。", set()),
        ("{Organization|海岚车队}备战{Event|环湖赛}。", {"海岚车队 participatesIn 环湖赛 participant"}),
    ],
)
def test_scenes_by_the_water_and_those_who_prepare(example, expected):
    assert read(example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "请{Agency|农业部}副部长{Person|李明}、总农艺师{Person|王芳}、{Agency|市场司}司长{Person|赵强}介绍情况。",
            {"市场司 partOf 农业部"},
        ),
        ("{Agency|农业部}副部长{Person|李明}、{Agency|青川市农业局}局长{Person|赵强}介绍情况。", set()),
    ],
)
def test_units_listed_after_the_heads_of_their_ministry(example, expected):
    assert {claim for claim in read(example) if "partOf" in claim} == expected
