"""Pairs of names that may be one thing, found without comparing all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise.short_form import is_short_form
from kg.resolve.candidate import candidates

PLACES = ("青岛", "合肥市", "四川省", "中国", "")
BRANDS = ("海岚", "青川", "云帆", "逐浪", "远山", "求真")
TRADES = ("科技", "量子信息", "农业", "工业和信息化", "人工智能", "")
HEADS = (
    "有限公司",
    "集团有限公司",
    "公司",
    "大学",
    "研究院",
    "局",
    "党委",
    "协会",
    "（合肥）股份有限公司",
    "博览会",
    "计划",
)


@st.composite
def full_names(draw: st.DrawFn) -> str:
    return "".join(draw(st.sampled_from(part)) for part in (PLACES, BRANDS, TRADES, HEADS))


@st.composite
def short_names(draw: st.DrawFn) -> str:
    """A name with some of its characters left out."""
    full = draw(full_names())
    kept = draw(st.lists(st.booleans(), min_size=len(full), max_size=len(full)))
    return "".join(character for character, keep in zip(full, kept, strict=True) if keep)


@given(
    st.lists(st.one_of(full_names(), short_names(), st.text("海岚青川·王先生大学", max_size=5)), max_size=12),
    st.sampled_from(["Organization", "Person", "Event", "Facility", "Policy"]),
)
def test_no_short_form_is_missed(names, group):
    keys = sorted({(group, name, "") for name in names if name})
    found = set(candidates(keys))
    longer = [
        (one, two) for one in keys for two in keys if one != two and (len(one[1]) < len(two[1]) or group == "Person")
    ]
    assert {pair for pair in longer if is_short_form(pair[0][1], pair[1][1], group)} <= found
    assert found <= set(longer)


@pytest.mark.parametrize("group", ["Organization", "Person", "Event"])
def test_pairs_grow_with_the_names_and_not_with_their_square(group):
    def pairs(count: int) -> int:
        brands = (chr(0x4E00 + number % 4000) + chr(0x5E00 + number % 3989) for number in range(count))
        head = {"Organization": "科技有限公司", "Person": "", "Event": "博览会"}[group]
        names = [(group, form, "") for brand in brands for form in (brand, f"{brand}{head}")]
        return sum(1 for _ in candidates(dict.fromkeys(names)))

    assert pairs(2000) <= 5 * pairs(500) + 2000
