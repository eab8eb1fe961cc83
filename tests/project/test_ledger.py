"""The ledger: which names and ids are one thing, and what is wrong with lines that contradict each other."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LedgerError
from kg.model.ident import ident
from kg.project.ledger import NONE, Link, ledger, read

HEAD = "link\ttype\tone\tother\n"


def written(folder, *lines: str, head: str = HEAD):
    path = folder / "ledger.tsv"
    path.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return read([path])


def test_names_that_must_be_one_are_one_thing_and_others_are_none(tmp_path):
    found = written(tmp_path, "must\tCompany\t海岚\t海岚重工", "must\tAgency\t海岚重工\t“岚工”")
    one = found.named("Company", ["海岚"])
    assert len(one) == 1
    assert one == found.named("Institute", ["岚工"]) == found.named("Organization", ["海岚重工", "别的"])
    assert found.named("Product", ["海岚"]) == found.named("Company", ["远岚"]) == frozenset()


def test_names_that_cannot_be_one_are_in_dispute_with_their_line(tmp_path):
    found = written(tmp_path, "must\tCompany\t海岚\t海岚重工", "cannot\tCompany\t海岚重工\t远岚重工")
    assert found.dispute(found.named("Company", ["海岚", "远岚重工"])).endswith("ledger.tsv:3")
    assert found.dispute(found.named("Company", ["海岚", "海岚重工"])) is None


def test_ids_need_no_type_and_lead_to_the_names_that_they_are_made_of(tmp_path):
    one, other = ident("company", "海岚重工"), ident("institute", "海岚研究院")
    found = written(tmp_path, f"must\t\t{one}\t{other}", "cannot\t\tarea/440300\tarea/110000")
    assert found.named("Company", ["海岚重工"]) == found.named("Company", ["海岚研究院"]) != frozenset()
    city, capital = found.named("City", ["深圳"], "440300"), found.named("Municipality", ["京"], "110000")
    assert found.dispute(city | capital)


def test_no_ledger_names_nothing():
    assert NONE.named("Company", ["海岚"], "440300") == frozenset()
    assert read([]) == NONE


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("may\tCompany\t甲\t乙", "Invalid enum value 'may'"),
        ("must\tDragon\t甲\t乙", "no class of entities is named 'Dragon'"),
        ("must\tFigure\t甲\t乙", "no class of entities is named 'Figure'"),
        ("must\t\t甲\t乙", "'甲' is no id of an entity; a name needs a type"),
        ("must\tCompany\t甲\tarea/440300", "are of two kinds, Organization and Place"),
        ("cannot\tCompany\t海岚\t“海岚”", "are one name by their form"),
        ("must\tCompany\t甲", "3 cells where the header has 4"),
    ],
)
def test_a_bad_line_is_named_by_file_and_number(tmp_path, line, says):
    with pytest.raises(LedgerError) as raised:
        written(tmp_path, line)
    assert says in str(raised.value)
    assert str(raised.value).startswith(f"{tmp_path / 'ledger.tsv'}:2: ")


def test_lines_that_contradict_each_other_are_all_named(tmp_path):
    lines = ("must\tCompany\t甲一\t乙一", "must\tCompany\t丙一\t丁一", "must\tCompany\t乙一\t丙一")
    with pytest.raises(LedgerError) as raised:
        written(tmp_path, *lines, "cannot\tCompany\t甲一\t丙一", "must\tCompany\t丁一\t戊一")
    path = tmp_path / "ledger.tsv"
    assert str(raised.value) == f"{path}:5: 甲一 and 丙一 cannot be one thing, but must be by {path}:2, {path}:4"


def test_an_id_and_the_name_that_it_is_made_of_contradict_each_other(tmp_path):
    with pytest.raises(LedgerError, match="cannot be one thing"):
        written(tmp_path, f"must\tCompany\t{ident('company', '甲一')}\t乙一", "cannot\tCompany\t甲一\t乙一")


NAMES = tuple(("Organization", name) for name in "甲乙丙丁戊")
PAIRS = st.sampled_from(tuple(itertools.combinations(NAMES, 2)))
LINKS = st.lists(st.builds(lambda kind, pair: Link(kind, *pair), st.sampled_from(["must", "cannot"]), PAIRS))


@given(LINKS, st.randoms())
def test_the_order_of_links_means_nothing(links, random):
    shuffled = random.sample(links, len(links))
    found = []
    for order in (links, shuffled):
        try:
            found.append(ledger(order))
        except LedgerError as error:
            found.append(str(error))
    assert found[0] == found[1]


@given(LINKS)
def test_what_must_be_one_is_one_thing_and_what_cannot_be_is_in_dispute(links):
    try:
        found = ledger(links)
    except LedgerError:
        return
    for link in links:
        one, other = (found.named("Company", [name]) for _, name in (link.one, link.other))
        assert (one == other) is (link.link == "must") or link.link == "cannot"
        assert (found.dispute(one | other) is not None) is (link.link == "cannot")
