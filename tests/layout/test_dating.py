from datetime import date

import pytest

from kg.layout.dating import latest_year, published
from kg.layout.row import Day
from kg.model.text import Source


def source(text: str = "", known: date | None = None) -> Source:
    return Source("a", text, "", published=known)


@pytest.mark.parametrize(
    ("day", "known", "expected"),
    [
        (Day(None, 7, 18), date(2025, 7, 19), date(2025, 7, 18)),
        (Day(None, 12, 31), date(2025, 1, 1), date(2024, 12, 31)),
        (Day(None, 1, 1), date(2024, 12, 31), date(2025, 1, 1)),
        (Day(2023, 7, 18), date(2025, 7, 19), date(2023, 7, 18)),
        (Day(None, 2, 29), date(2025, 2, 20), date(2024, 2, 29)),
        (Day(None, 2, 30), date(2025, 2, 20), None),
        (Day(2025, 13, 1), None, None),
        (None, date(2025, 7, 19), date(2025, 7, 19)),
        (None, None, None),
    ],
)
def test_a_dateline_takes_the_year_nearest_to_its_source(
    day: Day | None, known: date | None, expected: date | None
) -> None:
    assert published(day, source(known=known)) == expected


def test_without_a_source_date_the_text_gives_the_year() -> None:
    assert published(Day(None, 7, 18), source("这是2025年4月17日拍摄的工厂。")) == date(2025, 7, 18)
    assert published(Day(None, 7, 18), source("各地抢抓机遇。")) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("从2020年的39.1万亿元提升到2024年的48.3万亿元。", 2024),
        ("2021至2025年上半年，双向投资扩大。", 2025),
        ("2025-07-18 10:20", 2025),
        ("2024年，规模扩大。到2035年，基本实现现代化。", 2024),
        ("2024年，规模扩大，力争2030年前达峰。", 2024),
        ("2024年，规模扩大，2027年起实施。", 2024),
        ("2024年，规模扩大。今年，继续扩大。", None),
        ("2025年3月5日发布规划。今年，继续扩大。", 2025),
        ("新增企业2025家，投资2030万元。", None),
        ("1949年成立，1978年扩建。", None),
    ],
)
def test_the_latest_year_leaves_goals_and_past_years_aside(text: str, year: int | None) -> None:
    assert latest_year(text) == year
