import pytest

from kg.lexicon import Word, table
from kg.normalise.form import fold
from kg.normalise.head import KNOWN, Head, core, head, heads, kind, known, without_tail
from kg.ontology import packaged


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("青川县人民法院", "人民法院"),
        ("海岚集团股份有限公司", "股份有限公司"),
        ("省教育厅基础教育处", "处"),
        ("中国海洋经济博览会", "博览会"),
        ("产业格局", None),
        ("跨国上市公司", None),
        ("海岚", None),
        ("", None),
    ],
)
def test_the_longest_head_is_found_and_false_heads_are_none(name, form):
    found = head(name)
    assert (found.form if found else None) == form


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("商务部", "Agency"),
        ("海岚科技有限公司", "Company"),
        ("青川大学附属医院", "Institute"),
        ("青川市足球协会", "Organization"),
        ("青川国际机场", "Facility"),
        ("青川樱花节", "Event"),
        ("数据安全管理条例", "Policy"),
        ("海岚", None),
    ],
)
def test_a_name_tells_its_class(name, expected):
    assert kind(name) == expected


def test_closing_words_of_firms_come_off_one_by_one_or_all():
    assert without_tail("海岚信息科技有限公司", "legal") == "海岚信息科技"
    assert core("海岚信息科技(集团)", "legal", "neutral") == "海岚"
    assert core("科技有限公司", "legal", "neutral") == "科技"


def test_every_head_has_a_class_of_the_ontology_but_false_ones():
    for row in table("head", Head):
        assert (row.type == "") == (row.need == "none"), row
        assert row.type in {"", *packaged().classes}, row
    assert len(heads()) == len(table("head", Head))


@pytest.mark.parametrize("name", KNOWN)
def test_every_known_name_has_a_class_and_stands_once(name):
    rows = table(name, Word)
    assert len({fold(row.form) for row in rows}) == len(rows)
    assert {row.type for row in rows} <= set(packaged().classes)
    assert {row.note for row in rows} <= {"", "common", "quoted"}
    for row in rows:
        assert known()[fold(row.form)] == row
        assert row.canonical != row.form
