"""Who hosts, attends and wins events."""

import pytest
from stated import read


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
        (
            "由百家企业参展的{Event|双溪展}在{City|青川}举行。省委书记{Person|李明}出席仪式并致辞。",
            {"李明 participatesIn 双溪展 participant", "双溪展 locatedIn 青川"},
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
