import pytest

from kg.layout.debris import dropped, edited
from kg.layout.passage import Passage
from kg.model.text import Span


def rest(text: str) -> tuple[str, set[str]]:
    passage, told = dropped(Passage.of(text, Span(0, len(text))))
    return passage.text, told


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("产量增长。广告 邻居家的孩子，竟是失散多年的弟弟！ ×今年以来，", "产量增长。今年以来，"),
        ("00:00/00:00今年以来，", "今年以来，"),
        ("产量增长。点击播放视频 今年以来，", "产量增长。今年以来，"),
        ("产量增长。分享到：微信 微博 QQ空间", "产量增长。"),
        ("（原标题：江州造船忙）8月1日，", "8月1日，"),
        ("当前位置：首页 > 要闻", ""),
        ("首页 > 国内 > 正文", ""),
        ("【字号：大 中 小】", ""),
        ("返回搜狐，查看更多", ""),
        ("延伸阅读：江州造船忙", ""),
        ("https://www.example.com/a.html", ""),
    ],
)
def test_what_a_portal_adds_is_dropped(text: str, kept: str) -> None:
    assert rest(text) == (kept, {"debris"})


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("产量增长。（完）", "产量增长。"),
        ("产量增长。(责任编辑：周兰 CN032)", "产量增长。"),
        ("产量增长。编辑：李敏 责任编辑：赵强", "产量增长。"),
        ("责编：李敏、赵强", ""),
        ("特别声明：以上内容仅代表作者观点。", ""),
        ("未经授权，不得转载。", ""),
    ],
)
def test_some_tell_that_the_article_is_over(text: str, kept: str) -> None:
    assert rest(text) == (kept, {"close"})


def test_an_original_title_announces_the_headline() -> None:
    assert rest("原标题：江州造船忙") == ("江州造船忙", {"announced"})


@pytest.mark.parametrize(
    "text",
    [
        "该公司的广告 收入增长两成。",
        "市民把照片分享到朋友圈。",
        "用户点击播放按钮即可收听。",
        "他是该报的责任编辑。",
        "公司增速>5%，利润>10%，创新高。",
        "大中小企业融通发展。",
        "相关新闻发布会将于近日举行。",
        "任务全部完成（完成率达100%）。",
        "两国发表联合声明：加强合作。",
        "详见公告https://www.example.com。",
    ],
)
def test_news_that_looks_alike_is_kept(text: str) -> None:
    assert rest(text) == (text, set())


EDITED = [
    ("产量增长。(责任编辑：周兰 CN032)", ["周兰"]),
    ("责编：李敏、赵强", ["李敏", "赵强"]),
    ("记者：王力 编辑：张燕 校对：刘洋", ["张燕", "刘洋"]),
    ("【编辑:古丽娜尔·买买提】", ["古丽娜尔·买买提"]),
    ("编辑 王丹 校对 李平", ["王丹", "李平"]),
    ("出品：江州日报社", []),
    ("责任编辑：N1243", []),
    ("他是该报的责任编辑。", []),
    ("产量增长。（完）", []),
]


@pytest.mark.parametrize(("line", "editors"), EDITED)
def test_those_who_edited_are_named_at_the_end(line: str, editors: list[str]) -> None:
    rows = edited(Passage.of(line, Span(0, len(line))))
    assert [span.of(row.passage.text) for row in rows for span in row.editors] == editors
    assert all(row.kind == "credit" and row.closes for row in rows)
