"""Who says what: whole examples, from the text to the relations."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.speech import speech
from kg.model.mention import Mention
from kg.model.text import Alignment, Block, Document, Segment, Source, Span


def said(article, example):
    document, mentions = article(example)
    return [
        (relation.subject.text, relation.object.mode, "|".join(span.of(document.text) for span in relation.spans))
        for relation in speech(document, mentions)
    ]


DIRECT = {
    "closing": (
        "“今年的收成比去年好。”{County|安塘镇}党委书记{Person|李明}说。",
        [("李明", "direct", "今年的收成比去年好。")],
    ),
    "opening": ("{Person|李明}说：“这些都是新品种。”", [("李明", "direct", "这些都是新品种。")]),
    "after a comma and a blank": (
        "{Company|海岚集团}CEO {Person|李明}在业绩会上表示， “未来将持续深耕。”",
        [("李明", "direct", "未来将持续深耕。")],
    ),
    "split": (
        "“工程明年完工，”{Person|李明}说，“届时将惠及十万人。”",
        [("李明", "direct", "工程明年完工，|届时将惠及十万人。")],
    ),
    "split, its second part without marks": (
        "“我们有信心。”{Person|李明}说，下一步将深化改革。",
        [("李明", "direct", "我们有信心。|下一步将深化改革。")],
    ),
    "opened by a colon, before another speaker": (
        "{Person|李明}一脸笑容：“今年的果子真甜，卖得也好。”{Person|王芳}说，合作社还将扩大规模。",
        [("李明", "direct", "今年的果子真甜，卖得也好。"), ("王芳", "indirect", "合作社还将扩大规模。")],
    ),
    "after a comma, without a verb of speech": (
        "{Person|李明}不再辩驳，“钱是我拿的，事情是我做的。”法院当庭宣判。",
        [("李明", "direct", "钱是我拿的，事情是我做的。")],
    ),
    "split at a full stop": (
        "“我们有信心。”{Person|李明}说。“订单已经排到年底。”",
        [("李明", "direct", "我们有信心。|订单已经排到年底。")],
    ),
    "excerpts": (
        "“零售总额快速增长”“全年有望再创新高”……{Agency|商务部}部长{Person|李明}在会上介绍情况时说，我国市场更加稳固。",
        [("李明", "direct", "零售总额快速增长|全年有望再创新高|我国市场更加稳固。")],
    ),
    "a clause between quotation and speaker": (
        "“真甜啊。”看着一筐筐果实，种植户{Person|李明}高兴地说。",
        [("李明", "direct", "真甜啊。")],
    ),
    "words between speaker and verb": ("“没问题！”{Person|李明}拍着胸脯说。", [("李明", "direct", "没问题！")]),
    "a colon for a verb": (
        "谈起变化，{Person|李明}感慨万千：“以前想都不敢想。”",
        [("李明", "direct", "以前想都不敢想。")],
    ),
    "the words of a speaker": (
        "“产量翻番。”{City|青川市}市长{Person|李明}的话语铿锵有力。",
        [("李明", "direct", "产量翻番。")],
    ),
    "one of whom more is told": (
        "“真甜。”{Person|李明}通报了喜讯。\n这位深耕种业三十载的学者感慨，“不容易。”",
        [("李明", "direct", "真甜。"), ("李明", "direct", "不容易。")],
    ),
    "two paragraphs, the first not closed": (
        "“我是本地人。\n“在这里长大，在这里工作。”{Person|李明}说。",
        [("李明", "direct", "我是本地人。|在这里长大，在这里工作。")],
    ),
    "question and answer": (
        "“能不能便宜点？”{Person|王芳}问。“已经最低了。”{Person|李明}答道。",
        [("王芳", "direct", "能不能便宜点？"), ("李明", "direct", "已经最低了。")],
    ),
    "a sentence before what the speaker goes on to tell": (
        "“市场很大。”在{Agency|商务部}举行的发布会上，司长{Person|李明}介绍，今年增长一成。",
        [("李明", "direct", "市场很大。|今年增长一成。")],
    ),
    "the same speaker again": (
        "{Person|李明}表示，“这是重要一步。”他说，下一步将开展试飞。",
        [("李明", "direct", "这是重要一步。"), ("李明", "indirect", "下一步将开展试飞。")],
    ),
    "a mark turned the wrong way": (
        "“扩容”，市场更大。”从绝对值来看，我们已经超过对方。”{Person|李明}说。",
        [("李明", "direct", "从绝对值来看，我们已经超过对方。")],
    ),
    "nested marks": (
        "{Person|李明}表示：“第一，‘放管服’要深入；第二，管理要加强。”",
        [("李明", "direct", "第一，‘放管服’要深入；第二，管理要加强。")],
    ),
}

INDIRECT = {
    "a person with post": (
        "{City|青川市}市长{Person|李明}表示，青川将优化环境。",
        [("李明", "indirect", "青川将优化环境。")],
    ),
    "an unnamed speaker of a body": (
        "{Agency|青川海关}相关负责人介绍，今年出口增长一成。",
        [("青川海关", "indirect", "今年出口增长一成。")],
    ),
    "a body": ("{Company|海岚集团}指出，需求回升。", [("海岚集团", "indirect", "需求回升。")]),
    "two people": (
        "{Agency|联络办}副主任{Person|李明}、{Person|王芳}接收捐款时表示，感谢大家。",
        [("李明", "indirect", "感谢大家。"), ("王芳", "indirect", "感谢大家。")],
    ),
    "by way of 据": ("据{Person|李明}介绍，产线已建成。", [("李明", "indirect", "产线已建成。")]),
    "a view": ("在{Person|李明}看来，这是一场革命。", [("李明", "indirect", "这是一场革命。")]),
    "a term in marks at its start": (
        "{Agency|商务部}表示，“十四五”以来，外贸稳中提质。",
        [("商务部", "indirect", "“十四五”以来，外贸稳中提质。")],
    ),
    "a proverb in marks at its start": (
        "{Person|李明}表示，“一方有难，八方支援”是优良传统。",
        [("李明", "indirect", "“一方有难，八方支援”是优良传统。")],
    ),
    "without a comma": ("{Company|海岚集团}表示将加大投入。", [("海岚集团", "indirect", "将加大投入。")]),
    "a report that someone delivered, paragraph by paragraph": (
        "省长{Person|李明}作政府工作报告。\n报告指出，今年增长一成。\n加快数字化转型，新建工厂百家。",
        [("李明", "indirect", "今年增长一成。|加快数字化转型，新建工厂百家。")],
    ),
    "paragraphs between two cues of one speaker": (
        "{Person|李明}举例，车出口增长。\n出口中，机电增长一成。\n进口中，农产品增长两成。\n他提到，还有很多工作。",
        [
            ("李明", "indirect", "车出口增长。|出口中，机电增长一成。|进口中，农产品增长两成。"),
            ("李明", "indirect", "还有很多工作。"),
        ],
    ),
    "an adverb before the pronoun": (
        "{Person|李明}说，春播顺利。此外他说，丰收有望。",
        [("李明", "indirect", "春播顺利。"), ("李明", "indirect", "丰收有望。")],
    ),
    "an answer to the end of an interview": (
        "有记者提问：班列开得如何？\n{Person|李明}：今年开行一千列，增长一成。\n一列列班列连接起两地。",
        [("李明", "indirect", "今年开行一千列，增长一成。|一列列班列连接起两地。")],
    ),
    "until the narrator tells where it was said": (
        "{Person|李明}表示，组网已进入快车道。年会当天开幕，{Person|李明}作报告时作上述表示。",
        [("李明", "indirect", "组网已进入快车道。")],
    ),
    "until the narrator names the speaker": (
        "{Person|李明}表示，组网已进入快车道。多年来{Person|李明}一直从事这项工作。",
        [("李明", "indirect", "组网已进入快车道。")],
    ),
    "an account of how things stand": (
        "局长{Person|李明}在会上通报了工业发展情况。今年以来，增加值增长一成。",
        [("李明", "indirect", "今年以来，增加值增长一成。")],
    ),
    "a sound bite": (
        "{Agency|青川海关}关长 {Person|李明}：今年通关更快了，企业都很满意。\n{Person|王芳}的工厂里很忙。",
        [("李明", "indirect", "今年通关更快了，企业都很满意。")],
    ),
    "a set of figures behind a dash": (
        "{Person|李明}分享了一组数据——今年增长一成。",
        [("李明", "indirect", "今年增长一成。")],
    ),
    "a claim": (
        "{Company|望岳研究公司}发布报告，指认{Company|海岚集团}操纵股价。",
        [("望岳研究公司", "indirect", "海岚集团操纵股价。")],
    ),
    "a pronoun": (
        "{Person|李明}今年五十岁。他说，头一回这么高兴。",
        [("李明", "indirect", "头一回这么高兴。")],
    ),
    "an unnamed speaker again": (
        "{Agency|青川海关}有关负责人说，通关更快了。该负责人表示，下半年会更好。",
        [("青川海关", "indirect", "通关更快了。"), ("青川海关", "indirect", "下半年会更好。")],
    ),
    "at the end": ("工程将于明年全部完工，{Person|李明}说。", [("李明", "indirect", "工程将于明年全部完工")]),
    "then direct": (
        "{Person|李明}表示，今年将推三款新品。“我们有信心完成目标。”",
        [("李明", "indirect", "今年将推三款新品。"), ("李明", "direct", "我们有信心完成目标。")],
    ),
    "two speakers in a sentence": (
        "{Person|李明}透露，新厂年底投产；{Person|王芳}则表示，订单已排满。",
        [("李明", "indirect", "新厂年底投产"), ("王芳", "indirect", "订单已排满。")],
    ),
    "within what others report": (
        "外媒报道称，{Agency|青川商务部}表示，谈判已经重启。",
        [("青川商务部", "indirect", "谈判已经重启。")],
    ),
    "a court": (
        "{Agency|青川法院}审理认为，双方应当承担责任。",
        [("青川法院", "indirect", "双方应当承担责任。")],
    ),
    "a body whose officer was asked": (
        "记者采访了{Agency|青川环保局}主要负责人，该负责人称，治理正在进行。",
        [("青川环保局", "indirect", "治理正在进行。")],
    ),
    "a body that was called": (
        "记者致电{Company|海岚集团}，一名工作人员表示，商品已下架。",
        [("海岚集团", "indirect", "商品已下架。")],
    ),
}

NONE = {
    "no named body": "许多跨国公司表示，看好中国市场。业内人士认为，市场将回暖。",
    "hearsay": "据介绍，{Company|海岚集团}营收增长两成。",
    "a news agency's report": "据{Organization|新江社}报道，{Company|海岚集团}将裁员。",
    "a topic": "{Agency|商务部}相关负责人介绍有关情况。",
    "an act": "{Company|海岚集团}表示感谢。",
    "someone of the speaker's": "{Person|李明}的母亲说，孩子很懂事。",
    "terms in marks": "{Company|海岚集团}集聚多项“黑科技”，构建起“硬”政策。",
    "a slogan": "“提质”，消费走进千家万户。",
    "readers": "网友评论称“太贵了，不会买”，还有网友调侃道，“头一次看到。”",
    "who is answered": "幼儿园回应{Organization|新江社}称，涉事教师已被开除。",
    "a reporter": "{Organization|新江报}记者追问，还有哪家在卖。",
    "what a source showed": "{Agency|统计局}数据显示，上半年增长百分之五。",
    "a cry heard": "{Person|李明}忽然听到塘边传来呼喊声：“有孩子掉进水里了，快救人！”",
    "what came after a quotation": "听到这个说法，民警哭笑不得，最终{Person|李明}被罚款。",
    "what a place is called": "{City|青川}素有“鱼米之乡”之称，产粮很多。",
    "who speaks somewhere": "书记{Person|王芳}出席仪式，市长{Person|李明}出席并致辞。",
    "an account that is not given": "{Person|李明}、{Person|王芳}介绍了有关情况。今年以来，增加值增长一成。",
    "an act announced": "{Person|李明}授予牌匾，同时宣布成立管理办公室。",
    "an object": "来宾参观了{Company|海岚集团}，并作了点评，场面热烈。",
    "nothing said": "{Person|李明}说，",
    "nothing quoted": "{Person|李明}：“",
    "nothing at all": "",
}


@pytest.mark.parametrize(("example", "expected"), DIRECT.values(), ids=DIRECT)
def test_direct_speech(article, example, expected):
    assert said(article, example) == expected


@pytest.mark.parametrize(("example", "expected"), INDIRECT.values(), ids=INDIRECT)
def test_indirect_speech(article, example, expected):
    assert said(article, example) == expected


@pytest.mark.parametrize("example", NONE.values(), ids=NONE)
def test_no_speech(article, example):
    assert said(article, example) == []


def test_a_relation_leads_to_its_rule(article):
    document, mentions = article("{Company|海岚集团}指出，需求回升。")
    (relation,) = speech(document, mentions)
    assert (relation.predicate, relation.rule, relation.extractor) == ("says", "speech/body", "speech")
    assert relation.object.spans == relation.spans


def test_titles_and_captions_hold_no_speech():
    text = "商务部表示，外贸稳中提质。"
    mention = Mention(Span(0, 3), "Agency", "商务部")
    for kind in ("title", "subtitle", "caption", "byline", "credit", "dateline"):
        document = Document(
            Source("a", text, ""),
            0,
            text,
            Alignment((Segment(0, 0, len(text)),)),
            (Block(Span(0, len(text)), kind),),
            (Span(0, len(text)),),
        )
        assert speech(document, (mention,)) == ()


PIECES = [
    "李明", "商务部", "表示", "说", "，", "。", "：", "“", "”", "‘", "’", "他", "据", "在", "看来", "；", "！",
    "外贸稳中提质", "网友", "\n", "#", " ", "……", "、", "负责人", "该", "时", "介绍", "告诉记者", "😀", "（", "）",
    "同时",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.data())
def test_utterances_lie_in_the_text_in_order_and_apart(article, parts, data):
    kinds = {"李明": "Person", "商务部": "Agency"}
    marks = [f"{{{kinds[part]}|{part}}}" if part in kinds and data.draw(st.booleans()) else part for part in parts]
    document, mentions = article("".join(marks))
    for relation in speech(document, mentions):
        spans = relation.spans
        assert spans
        assert all(len(span) and span.end <= len(document.text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert relation.subject in mentions
