import pytest

from kg.layout.caption import is_caption, lifted, photographs
from kg.layout.passage import Passage
from kg.layout.row import Item, Photo, Row
from kg.model.text import Span


def passage(text: str) -> Passage:
    return Passage.of(text, Span(0, len(text)))


def lift(text: str) -> tuple[str, list[list[tuple[str, str]]]]:
    rest, photos = lifted(passage(text))
    return rest.text, [[(row.kind, row.passage.text) for row in photo.rows] for photo in photos]


BEFORE = "江州造船厂里，焊花飞溅。"
AFTER = "近日，记者来到船坞。"
CREDITS = [
    "新华社记者 林小川 摄",
    "新华社记者王迎摄",
    "新华社记者 张敏 李强 摄",
    "新华社发",
    "新华社发（张敏摄）",
    "新华社发 李强 摄",
    "新华社/路透",
    "（6月28日摄，无人机照片）",
    "（6月28日摄，无人机照片）新华社记者 林小川 摄",
    "（5月27日摄，受访单位供图）",
    "（资料图片）",
    "（受访者供图）",
    "受访者供图",
    "谢文/摄",
    "王丹 摄",
    "（王丹摄）",
    "本报记者 李敏 摄影报道",
    "中新社记者 张敏 摄",
    "澎湃新闻记者 姚璐 图",
    "视觉中国供图",
]


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize("caption", ["工人在生产线上作业。", "这是2025年4月17日拍摄的生产线。"])
def test_captions_are_lifted_out_of_running_text(caption: str, credit: str) -> None:
    rest, photos = lift(BEFORE + caption + credit + AFTER)
    assert rest == BEFORE + AFTER
    assert photos[0][0] == ("caption", caption)
    assert "".join(text for _, text in photos[0][1:]) == credit


@pytest.mark.parametrize("credit", CREDITS)
def test_a_line_that_is_a_caption_is_lifted_whole(credit: str) -> None:
    caption = "8月16日，市民在灯会上赏灯。当晚，灯会开幕。灯会是江州的传统。"
    assert lift(caption + credit)[0] == ""
    assert lift(caption + credit)[1][0][0] == ("caption", caption)


def test_a_caption_without_full_stop_is_lifted() -> None:
    assert lift(f"{BEFORE}发布会现场 澎湃新闻记者 姚璐 图{AFTER}") == (
        BEFORE + AFTER,
        [[("caption", "发布会现场"), ("credit", "澎湃新闻记者 姚璐 图")]],
    )


def test_a_caption_goes_on_in_sentences_of_the_same_day() -> None:
    caption = "8月16日，市民在灯会上赏灯。当晚，灯会开幕。"
    assert lift(f"{BEFORE}{caption}新华社记者 王平 摄{AFTER}")[1][0][0] == ("caption", caption)


def test_what_opens_a_caption_is_looked_for_some_sentences_back() -> None:
    caption = "图为江州造船厂。该厂建于1958年。厂区占地广阔。"
    assert lift(f"{BEFORE}{caption}新华社发{AFTER}")[1][0][0] == ("caption", caption)


def test_a_caption_within_a_sentence_leaves_the_sentence_whole() -> None:
    rest, photos = lift("在江苏苏州，海岚机械科技这是2025年4月1日拍摄的生产线。新华社发有限公司的场地上，机器轰鸣。")
    assert rest == "在江苏苏州，海岚机械科技有限公司的场地上，机器轰鸣。"
    assert photos == [[("caption", "这是2025年4月1日拍摄的生产线。"), ("credit", "新华社发")]]


def test_several_captions_are_several_photographs() -> None:
    text = f"{BEFORE}工人在焊接。王丹 摄{AFTER}工人在涂装。王丹 摄{AFTER}"
    rest, photos = lift(text)
    assert rest == BEFORE + AFTER + AFTER
    assert [photo[0][1] for photo in photos] == ["工人在焊接。", "工人在涂装。"]


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("新华社记者 胥冰 摄", ["胥冰"]),
        ("新华社发（张敏、李强摄）", ["张敏", "李强"]),
        ("谢文/摄", ["谢文"]),
        ("陈 静 摄", ["陈 静"]),
        ("受访者供图", []),
    ],
)
def test_photographers_are_authors(credit: str, authors: list[str]) -> None:
    _, (photo,) = lifted(passage(f"工人在焊接。{credit}"))
    row = photo.rows[-1]
    assert [span.of(row.passage.text) for span in row.authors] == authors


@pytest.mark.parametrize(
    "text",
    [
        "新华社发布消息说，谈判仍在继续。",
        "工人拍摄的画面在网上流传。",
        "记者试图进入现场。",
        "全县建成图书馆12座。企业图片展同日开幕。",
        "他的摄影作品获奖。大会摄影展开幕。",
        "资料显示，该厂建于1958年。",
        "摄氏38度的高温下，工人坚守岗位。",
    ],
)
def test_news_about_pictures_is_no_credit(text: str) -> None:
    assert lift(text) == (text, [])


@pytest.mark.parametrize(
    "text", ["图为生产车间。", "▲工人在作业", "这是4月1日拍摄的生产线。", "图①：村民采茶", "资料图：大坝"]
)
def test_some_lines_say_that_they_are_captions(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text", ["图书销量增长。", "这是一次重要会议。", "上图书馆看书成为风尚。", "8月1日，会议举行。"]
)
def test_others_do_not(text: str) -> None:
    assert not is_caption(text)


Described = tuple[str, str]


def page(described: list[Described | list[Described]]) -> list[Item]:
    """Rows of the given kinds and texts that stand one after the other, photographs as lists."""
    at = 0

    def row(kind: str, text: str) -> Row:
        nonlocal at
        at += len(text)
        return Row(Passage(text, (Span(at - len(text), at),)), kind)  # type: ignore[arg-type]

    return [Photo(tuple(row(*r) for r in item)) if isinstance(item, list) else row(*item) for item in described]


def shape(items: list[Item]) -> list[str]:
    return ["+".join(row.kind for row in i.rows) if isinstance(i, Photo) else i.kind for i in items]


LONG = "长" * 81 + "。"


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ([("paragraph", "8月1日，工人在焊接。"), [("credit", "新华社发")]], ["caption+credit"]),
        ([("caption", "图为车间。"), [("credit", "新华社发")]], ["caption+credit"]),
        ([[("caption", "车间。"), ("credit", "王丹 摄")], [("credit", "新华社发")]], ["caption+credit+credit"]),
        ([("paragraph", LONG), [("credit", "新华社发")]], ["paragraph", "credit"]),
        ([("subtitle", "灯会"), ("paragraph", LONG), [("credit", "王丹 摄")]], ["subtitle", "caption+credit"]),
        ([("dateline", "新华社北京7月18日电"), [("credit", "新华社发")]], ["dateline", "credit"]),
        ([[("credit", "新华社发")]], ["credit"]),
    ],
)
def test_a_credit_takes_the_caption_before_it(
    described: list[Described | list[Described]], expected: list[str]
) -> None:
    assert shape(photographs(page(described))) == expected


def test_a_credit_within_a_line_does_not_take_what_goes_on_behind_it() -> None:
    line, credit = Passage("在建项目。", (Span(0, 2), Span(6, 9))), Passage("新华社发", (Span(2, 6),))
    assert shape(photographs([Row(line, "paragraph"), Photo((Row(credit, "credit"),))])) == ["paragraph", "credit"]
