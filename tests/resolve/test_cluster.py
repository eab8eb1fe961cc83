"""Which names are one thing: short forms, codes, and the names that stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.place import Gazetteer
from kg.resolve.cluster import Clusters, key

NAMES = ("青岚重工有限公司", "青岚重工", "青岚", "海川青岚重工", "周宁山", "周先生", "杭州", "杭州市", "浙江", "🚢")


def name(kind: str, text: str, code: str | None = None) -> Mention:
    """A mention of a name, wherever it stands."""
    return Mention(Span(0, len(text)), kind, text, code=code)


def partition(clusters: Clusters) -> set[frozenset[str]]:
    """The folded names of every cluster."""
    return {frozenset(text for _, text, _ in names) for names in clusters.clusters().values()}


def test_widths_and_quotation_marks_do_not_make_another_name():
    assert key(name("Company", "青岚（集团）")) == key(name("Company", "青岚(集团)"))
    assert key(name("Policy", "《海川条例》")) == key(name("Policy", "海川条例"))
    assert key(name("Company", "青岚")) != key(name("Facility", "青岚"))


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([], set()),
        ([name("Company", "🚢")], {frozenset({"🚢"})}),
        ([name("City", "杭州", "330100"), name("City", "杭州市", "330100")], {frozenset({"杭州", "杭州市"})}),
        (
            [name("City", "吉林", "220200"), name("Province", "吉林省", "220000")],
            {frozenset({"吉林"}), frozenset({"吉林省"})},
        ),
        ([name("Place", "杭州"), name("City", "杭州市", "330100")], {frozenset({"杭州", "杭州市"})}),
        ([name("Place", "西北"), name("Place", "西北地区")], {frozenset({"西北", "西北地区"})}),
        (
            [name("Place", "西部地区"), name("Place", "中西部地区")],
            {frozenset({"西部地区"}), frozenset({"中西部地区"})},
        ),
        ([name("Person", "周宁山"), name("Person", "周先生")], {frozenset({"周宁山", "周先生"})}),
        (
            [name("Person", "周宁山"), name("Person", "周远"), name("Person", "周先生")],
            {frozenset({"周宁山"}), frozenset({"周远"}), frozenset({"周先生"})},
        ),
        ([name("Person", "周宁山"), name("Company", "周宁山")], {frozenset({"周宁山"})}),
    ],
    ids=[
        *("none", "emoji", "one code", "two codes", "only candidate", "one region", "two regions", "surname"),
        *("two of a surname", "two groups"),
    ],
)
def test_names_are_joined_where_nothing_else_can_be_meant(mentions, expected):
    assert partition(Clusters(mentions, Gazetteer())) == expected


def test_a_place_without_code_joins_neither_of_two_of_its_name():
    mentions = [name("County", "北京朝阳", "110105"), name("County", "长春朝阳", "220104"), name("Place", "朝阳区")]
    assert len(partition(Clusters(mentions, Gazetteer()))) == 3


def test_two_places_of_one_name_are_two():
    mentions = [
        name("County", "朝阳区", "110105"),
        name("County", "朝阳区", "220104"),
        name("County", "朝阳", "110105"),
    ]
    clusters = Clusters(mentions, Gazetteer())
    assert len(clusters.clusters()) == 2
    assert clusters.find(key(mentions[0])) == clusters.find(key(mentions[2])) != clusters.find(key(mentions[1]))


def test_a_name_without_code_is_that_of_the_only_place_so_named():
    mentions = [name("County", "甲县", "1"), name("Place", "甲县")]
    assert len(Clusters(mentions, Gazetteer([])).clusters()) == 1


def test_joining_carries_a_code_and_refuses_another():
    city, short, other = name("City", "甲市", "1"), name("City", "甲城"), name("City", "乙市", "2")
    clusters = Clusters([city, short, other], Gazetteer([]))
    clusters.join(key(short), key(city))
    clusters.join(key(short), key(other))
    assert partition(clusters) == {frozenset({"甲市", "甲城"}), frozenset({"乙市"})}
    assert clusters.codes[clusters.find(key(short))] == "1"


def test_names_of_two_groups_can_be_joined_by_the_text():
    product, firm = name("Product", "天舟"), name("Company", "天舟公司")
    clusters = Clusters([product, firm], Gazetteer([]))
    clusters.join(key(product), key(firm))
    clusters.join(key(firm), key(product))
    assert partition(clusters) == {frozenset({"天舟", "天舟公司"})}


def test_the_fullest_names_are_short_forms_of_no_other():
    mentions = [name("Company", text) for text in ("青岚重工有限公司", "青岚重工", "远山科技")]
    names = [*map(key, mentions)]
    clusters = Clusters(mentions, Gazetteer([]))
    assert clusters.fullest(names) == [names[0], names[2]]
    assert clusters.fullest([]) == []


@given(st.lists(st.tuples(st.sampled_from(["Company", "Person", "Place"]), st.sampled_from(NAMES)), max_size=8))
def test_the_order_of_mentions_does_not_count(pairs):
    mentions = [name(*pair) for pair in pairs]
    one, other = (Clusters(found, Gazetteer([])) for found in (mentions, mentions[::-1]))
    assert one.clusters() == other.clusters()
    assert sorted(found for names in one.clusters().values() for found in names) == sorted({*map(key, mentions)})
