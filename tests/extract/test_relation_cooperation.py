"""Who works with whom, and who issues a policy."""

import pytest
from stated import read


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
