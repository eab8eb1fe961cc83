"""What a cue marks as said, and how far it runs."""

import pytest

from kg.extract.speech.cue import cues
from kg.extract.speech.passage import passage
from kg.extract.speech.utterance import turns


def read(article, example):
    document, mentions = article(example)
    found = passage(document, mentions)
    return [
        (turn.said.mode, "|".join(span.of(found.text) for span in turn.said.spans))
        for turn in turns(found, cues(found), mentions)
    ]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Person|李明}说，  市场向好。", [("indirect", "市场向好。")]),
        ("{Person|李明}说他“非常高兴”，“像这样的伙伴现在加入，有助于公司增长”。", [
            ("direct", "他“非常高兴”，“像这样的伙伴现在加入，有助于公司增长”。"),
        ]),
        ("{Person|李明}说他很高兴。产业优化。", [("indirect", "他很高兴。")]),
        ("{Person|李明}称对方造假，导致股价大跌。", [("indirect", "对方造假")]),
        ("{Person|李明}说，“市场向好”，预计全年增长。", [("indirect", "“市场向好”，预计全年增长。")]),
        ("{Person|李明}说，“市场今年一直向好”，预计全年增长。", [("direct", "市场今年一直向好|预计全年增长。")]),
        ("“真甜。”9月1日，{Person|李明}一边摘一边向记者介绍起他的果园。", [("direct", "真甜。")]),
        ("“真甜。”尝了一口，{Person|李明}笑得合不拢嘴。", [("direct", "真甜。")]),
        ("“真甜。”{Person|李明}的话引来笑声。", [("direct", "真甜。")]),
        ("{Person|李明}匆忙地说“没啥，应该的”就走了。", [("direct", "没啥，应该的")]),
        ("{Person|李明}介绍，产线已建成，他说：“年底投产。”", [("indirect", "产线已建成，"), ("direct", "年底投产。")]),
        ("{Person|李明}说，市场向好，专家认为，会更好。", [("indirect", "市场向好，专家认为，会更好。")]),
        ("{Person|李明}表示，市场一直向好。全年增速有望加快，{Person|李明}说。", [
            ("indirect", "市场一直向好。全年增速有望加快"),
        ]),
        ("{Person|李明}表示，市场一直向好。全年增速有望加快，{Person|王芳}说。", [
            ("indirect", "市场一直向好。"), ("indirect", "全年增速有望加快"),
        ]),
        ("{Person|李明}表示，市场一直向好，“订单已经排到年底了”。", [
            ("indirect", "市场一直向好"), ("direct", "订单已经排到年底了"),
        ]),
        ("{Person|李明}表示，要打造“世界一流的新能源基地”。", [("indirect", "要打造“世界一流的新能源基地”。")]),
        ("“我从小就学，”{Person|李明}抬头笑了笑，“现在教全村人。”", [("direct", "我从小就学，|现在教全村人。")]),
        ("{Person|李明}：今年试点将扩大到十个县。增速会加快。", [("indirect", "今年试点将扩大到十个县。增速会加快。")]),
        ("{Person|李明}：今年试点将扩大到十个县。\n问：为什么？", [("indirect", "今年试点将扩大到十个县。")]),
        ("{Person|李明}：试点将扩大到十个县。\n乡村会受益。\n问：为什么？\n{Person|李明}：因为这样的需求很大。", [
            ("indirect", "试点将扩大到十个县。|乡村会受益。"), ("indirect", "因为这样的需求很大。"),
        ]),
        ("{Person|李明}提醒广大市民，注意防范。", [("indirect", "注意防范。")]),
        ("谈及未来，{Person|李明}充满信心。“我们要办百年老店。”", [("direct", "我们要办百年老店。")]),
        ("谈及未来，{Person|李明}充满信心。“我们要办百年老店。”{Person|王芳}说。", [("direct", "我们要办百年老店。")]),
        ("{Person|李明}说。", []),
        ("{Person|李明}说：", []),
    ],
)  # fmt: skip
def test_what_follows_a_cue(article, example, expected):
    assert read(article, example) == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("{Person|李明}说，很好。“有信心。”", [("indirect", "很好。"), ("direct", "有信心。")]),
        ("“很好。”{Person|李明}说。“有信心。”", [("direct", "很好。|有信心。")]),
        ("“很好。”{Person|李明}说。\n“有信心。”", [("direct", "很好。|有信心。")]),
        ("“很好。”{Person|李明}说。\n“有信心。”他走了。", [("direct", "很好。"), ("direct", "有信心。")]),
        ("“很好。”{Person|李明}说。\n“有信心。”大家都笑了。", [("direct", "很好。")]),
        ("“很好。”{Person|李明}说。“不好。”{Person|王芳}说。", [("direct", "很好。"), ("direct", "不好。")]),
        ("“很好。”{Person|李明}说。\n#下一步\n“有信心。”", [("direct", "很好。")]),
    ],
)
def test_quotations_without_a_cue_belong_to_who_spoke_last(article, example, expected):
    assert read(article, example) == expected
