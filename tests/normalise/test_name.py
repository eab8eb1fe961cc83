import pytest

from kg.grammar.example import marked
from kg.normalise.name import calls, nominals, same_head
from kg.ontology import packaged


@pytest.mark.parametrize(
    ("nominal", "name", "expected"),
    [
        ("中心", "青川育种中心", True),
        ("中心", "青川大学", False),
        ("该校", "青川大学", True),
        ("该行", "青川银行", True),
        ("该公司", "海岚科技有限公司", True),
        ("集团", "海岚（集团）股份有限公司", True),
        ("集团", "海岚科技有限公司", False),
        ("该院", "青川研究院", True),
        ("该会", "青川商会", True),
        ("该馆", "青川商会", False),
    ],
)
def test_a_nominal_fits_names_of_its_head(nominal, name, expected):
    assert same_head(nominal, name) is expected


@pytest.mark.parametrize(
    ("nominal", "text", "expected"),
    [
        ("平台", "养殖平台“{Facility|海岚一号}”", True),
        ("平台", "养殖平台{Facility|海岚一号}", True),
        ("平台", "{Facility|海岚平台}", True),
        ("平台", "{Facility|海岚一号}", False),
        ("该项目", "“{Facility|海岚一号}”", False),
        ("该馆", "“{Facility|海岚一号}”", False),
    ],
)
def test_a_nominal_fits_names_that_a_text_calls_by_its_head(nominal, text, expected):
    plain, (name,) = marked(text)
    assert calls(nominal, name, plain) is expected


def test_every_nominal_has_a_class_of_the_ontology():
    assert {row.type for row in nominals().values()} <= set(packaged().classes)
    assert nominals()["该校"].heads
