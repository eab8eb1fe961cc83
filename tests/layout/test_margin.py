import pytest

from kg.layout.margin import headline, headlines, parts, whole
from kg.layout.passage import Passage
from kg.layout.row import Day, Row
from kg.model.text import Span


def passage(text: str) -> Passage:
    return Passage.of(text, Span(0, len(text)))


def said(row: Row) -> dict[str, object]:
    """What a row says, without what it leaves open."""
    text = row.passage.text
    values = {
        "kind": row.kind,
        "authors": [span.of(text) for span in row.authors],
        "place": row.place and row.place.of(text),
        "publisher": row.publisher and row.publisher.of(text),
        "title": row.title and row.title.of(text),
        "day": row.day,
    }
    return {name: value for name, value in values.items() if value}


def front(text: str) -> tuple[list[dict[str, object]], str]:
    (part,) = parts(passage(text))
    assert not part.back
    return [said(row) for row in part.front], part.text.text


def back(text: str) -> tuple[str, list[dict[str, object]]]:
    (part,) = parts(passage(text))
    assert not part.front
    return part.text.text, [said(row) for row in part.back]


DATELINES = [
    ("新华社福州8月16日电（记者林小川）", "新华社", "福州", (8, 16), ["林小川"]),
    ("新华社北京7月25日电 ", "新华社", "北京", (7, 25), []),
    ("新华社华盛顿1月3日电（记者熊茂、许缘）", "新华社", "华盛顿", (1, 3), ["熊茂", "许缘"]),
    ("新华社阿斯塔纳6月17日电", "新华社", "阿斯塔纳", (6, 17), []),
    ("新华社7月18日电", "新华社", None, (7, 18), []),
    ("据新华社里约热内卢7月7日电", "新华社", "里约热内卢", (7, 7), []),
    ("中新网香港8月18日电 ", "中新网", "香港", (8, 18), []),
    ("中新网8月18日电(记者 王丹 李明)", "中新网", None, (8, 18), ["王丹", "李明"]),
    ("中新社东京8月20日电 (记者 朱晓曦)", "中新社", "东京", (8, 20), ["朱晓曦"]),
    ("人民网北京8月8日电（记者乔雪 杨曦）", "人民网", "北京", (8, 8), ["乔雪", "杨曦"]),
    ("本报北京7月18日电（记者常钦）", None, "北京", (7, 18), ["常钦"]),
    ("本报7月18日讯 （记者 赵 敏 见习记者 欧阳雪）", None, None, (7, 18), ["赵 敏", "欧阳雪"]),
    ("经济日报南京9月1日讯（记者蒋波）", "经济日报", "南京", (9, 1), ["蒋波"]),
    ("央广网北京9月1日消息（总台中国之声记者王晶）", "央广网", "北京", (9, 1), ["王晶"]),
    ("【财联社7月18日电】", "财联社", None, (7, 18), []),
    ("财联社7月18日电，", "财联社", None, (7, 18), []),
    ("江海晚报南通8月2日讯（记者 顾平）", "江海晚报", "南通", (8, 2), ["顾平"]),
    ("云岭时刻新闻8月15日讯（通讯员 周平 李芳）", "云岭时刻新闻", None, (8, 15), ["周平", "李芳"]),
    ("新华社乌鲁木齐8月2日电（记者阿依努尔·买买提）", "新华社", "乌鲁木齐", (8, 2), ["阿依努尔·买买提"]),
]


@pytest.mark.parametrize(("line", "publisher", "place", "day", "authors"), DATELINES)
def test_datelines_of_all_agencies_are_read(
    line: str, publisher: str | None, place: str | None, day: tuple[int, int], authors: list[str]
) -> None:
    rows, rest = front(line + "全国夏粮丰收。")
    expected = {
        "kind": "dateline",
        "publisher": publisher,
        "place": place,
        "day": Day(None, *day),
        "authors": authors,
    }
    assert rows == [{name: value for name, value in expected.items() if value}]
    assert rest == "全国夏粮丰收。"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("央视网消息：", {"kind": "dateline", "publisher": "央视网"}),
        ("央视网消息（记者 张敏）：", {"kind": "dateline", "publisher": "央视网", "authors": ["张敏"]}),
        ("据新华社电 ", {"kind": "dateline", "publisher": "新华社"}),
        ("本报讯（记者 张力）", {"kind": "dateline", "authors": ["张力"]}),
        ("新京报讯（记者陈琳）", {"kind": "dateline", "publisher": "新京报", "authors": ["陈琳"]}),
        (
            "21世纪经济报道记者 张敏 李强 北京报道 ",
            {"kind": "byline", "publisher": "21世纪经济报道", "place": "北京", "authors": ["张敏", "李强"]},
        ),
        ("来源：新华网 ", {"kind": "byline", "publisher": "新华网"}),
    ],
)
def test_datelines_and_bylines_without_a_day_are_read(line: str, expected: dict[str, object]) -> None:
    assert front(line + "全国夏粮丰收。") == ([expected], "全国夏粮丰收。")


def test_a_year_in_the_dateline_is_kept() -> None:
    assert front("中新社北京2025年3月5日电 会议开幕。")[0][0]["day"] == Day(2025, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "新华社消息人士表示，谈判仍在继续。",
        "据新华社7月18日报道，谈判仍在继续。",
        "记者从新华社7月18日举行的会议上获悉，报名启动。",
        "外交部发言人援引新华社北京7月18日电文称，合作顺利。",
        "8月15日讯问结束后，嫌疑人被带走。",
        "本报告期内，公司营业收入增长。",
        "新华社记者近日在江州采访时看到，工厂一片繁忙。",
    ],
)
def test_news_that_names_an_agency_is_no_dateline(text: str) -> None:
    assert front(text) == ([], text)


def test_a_headline_before_the_dateline_is_one() -> None:
    rows, rest = front("江州造船忙——长江岸边见闻 新华社南京8月2日电（记者顾平）夏日的江州，焊花飞溅。")
    assert rows[:2] == [{"kind": "title"}, {"kind": "subtitle"}]
    assert rest == "夏日的江州，焊花飞溅。"


def test_a_byline_follows_a_dateline_with_its_topic() -> None:
    rows, rest = front("新华社北京7月18日电 题：向海图强，逐浪深蓝")
    assert rows[0]["title"] == "向海图强，逐浪深蓝"
    assert rest == ""


def test_a_page_without_line_breaks_is_cut_into_articles() -> None:
    text = (
        "江州造船忙 □本报记者 顾平 李芳 夏日的江州，焊花飞溅。订单排到明年。（新华社南京8月2日电）"
        "古城灯会8月2日，游客在江州赏灯。新华社记者 王平 摄"
        "海州港开新航线 新华社海州8月2日电（记者张力）海州港2日开通新航线。"
    )
    found = list(parts(passage(text)))
    assert [[row.passage.text for row in part.front] for part in found] == [
        ["江州造船忙", "□本报记者 顾平 李芳"],
        ["古城灯会"],
        ["海州港开新航线", "新华社海州8月2日电（记者张力）"],
    ]
    assert [part.text.text for part in found] == [
        "夏日的江州，焊花飞溅。订单排到明年。",
        "8月2日，游客在江州赏灯。新华社记者 王平 摄",
        "海州港2日开通新航线。",
    ]
    assert [row.passage.text for row in found[0].back] == ["（新华社南京8月2日电）"]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (
            "（新华社北京7月18日电）",
            {"kind": "dateline", "publisher": "新华社", "place": "北京", "day": Day(None, 7, 18)},
        ),
        ("（据新华社）", {"kind": "dateline", "publisher": "新华社"}),
        ("（总台央视记者 张敏 李强）", {"kind": "dateline", "publisher": "总台央视", "authors": ["张敏", "李强"]}),
        ("（记者 张敏、李强）", {"kind": "byline", "authors": ["张敏", "李强"]}),
        ("（参与记者：刘洋、陈晨）", {"kind": "byline", "authors": ["刘洋", "陈晨"]}),
        ("（卜小明）", {"kind": "byline", "authors": ["卜小明"]}),
        ("全媒体首席记者 王珏", {"kind": "byline", "authors": ["王珏"]}),
        ("本报记者 张敏 通讯员 李强", {"kind": "byline", "authors": ["张敏", "李强"]}),
        ("来源：央视新闻", {"kind": "byline", "publisher": "央视新闻"}),
    ],
)
def test_signatures_and_bylines_at_the_end_are_read(end: str, expected: dict[str, object]) -> None:
    assert back(f"增添亮丽底色。{end}") == ("增添亮丽底色。", [expected])


def test_several_stand_at_the_end() -> None:
    text, rows = back("圆满成功。（记者 张敏）（新华社北京7月18日电）")
    assert text == "圆满成功。"
    assert [row["kind"] for row in rows] == ["byline", "dateline"]


@pytest.mark.parametrize(
    "text",
    [
        "活动结束（记者协会主办）",
        "项目建成（未完待续）",
        "他把好消息告诉记者 王珏",
        "圆满成功。（下转第二版）",
        "规模扩大（同比）",
    ],
)
def test_what_looks_like_a_byline_at_the_end_stays(text: str) -> None:
    assert back(text) == (text, [])


@pytest.mark.parametrize(
    ("line", "authors", "publisher"),
    [
        ("□新华社记者 陈平 温华 宋晓晨", ["陈平", "温华", "宋晓晨"], "新华社"),
        ("本报记者 李 红 通讯员 张爱国", ["李 红", "张爱国"], None),
        ("新华社记者王小平、张力", ["王小平", "张力"], "新华社"),
        ("文/张力", ["张力"], None),
        ("作者：李明", ["李明"], None),
        ("编译：王晓 李娜", ["王晓", "李娜"], None),
        ("记者 张晓明 北京报道", ["张晓明"], None),
        ("2025年07月18日 08:30 来源：人民网", [], "人民网"),
        ("来源：江州日报 作者：王小明 阅读：1024", ["王小明"], None),
    ],
)
def test_whole_lines_are_bylines(line: str, authors: list[str], publisher: str | None) -> None:
    row = whole(passage(line))
    assert row is not None
    found = said(row)
    assert (found["kind"], found.get("authors", []), found.get("publisher")) == ("byline", authors, publisher)


@pytest.mark.parametrize(
    "line",
    [
        "记者一路穿行车间腹地",
        "新华社记者近日来到工厂。",
        "记者手记",
        "资金来源：自筹占四成，贷款占六成。",
        "江州造船忙",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert whole(passage(line)) is None


@pytest.mark.parametrize(
    ("text", "title", "announced", "expected"),
    [
        ("江州造船忙夏日的江州，焊花飞溅。", "江州造船忙", False, "江州造船忙"),
        ("江州造船厂交付新船江州造船厂交付新船8月1日，江州造船厂交付新船。", None, False, "江州造船厂交付新船" * 2),
        (
            "餐厅油条一根卖68元？商家：没有很贵吧8月6日，有网友发视频称，油条贵。",
            None,
            True,
            "餐厅油条一根卖68元？商家：没有很贵吧",
        ),
        ("江州造船忙近日，记者来到江州。", None, True, "江州造船忙"),
        ("江州造船忙8月6日，焊花飞溅。", None, False, ""),
        ("夏日的江州，焊花飞溅。", None, True, ""),
    ],
)
def test_a_headline_may_run_into_the_text(text: str, title: str | None, *, announced: bool, expected: str) -> None:
    assert text[: headline(text, title, announced=announced)] == expected


def test_a_headline_told_twice_is_kept_once() -> None:
    assert [row.passage.text for row in headlines(passage("江州造船厂交付新船 江州造船厂交付新船"))] == [
        "江州造船厂交付新船"
    ]
