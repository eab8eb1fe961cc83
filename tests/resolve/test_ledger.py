"""The ledger within a source: what must be one is, what cannot be never is, whatever the names say."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.errors import LedgerError
from kg.model.ident import ident
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.group import name_key
from kg.normalise.place import Gazetteer
from kg.project.ledger import Ledger, Link, ledger
from kg.resolve.cluster import Clusters, key

GAZETTEER = Gazetteer()
NAMES = ("青岚重工有限公司", "青岚重工", "青岚", "海川青岚重工", "青岚集团", "远岚")


def name(text: str, kind: str = "Company", code: str | None = None) -> Mention:
    """A mention of a name, wherever it stands."""
    return Mention(Span(0, len(text)), kind, text, code=code)


def link(kind: str, one: str, other: str, where: str = "") -> Link:
    """A link of two firms."""
    return Link(kind, name_key("Company", one), name_key("Company", other), where)


def clusters(found: Ledger, *mentions: Mention) -> Clusters:
    return Clusters(mentions, GAZETTEER, found)


def are_one(found: Clusters, one: Mention, other: Mention) -> bool:
    return found.find(key(one)) == found.find(key(other))


def test_a_short_form_that_is_another_firm_stays_apart():
    full, short = name("青岚重工有限公司"), name("青岚重工")
    assert are_one(clusters(ledger([]), full, short), full, short)
    assert not are_one(clusters(ledger([link("cannot", full.text, short.text)]), full, short), full, short)


def test_names_without_a_likeness_become_one():
    one, other = name("青岚重工"), name("远岚")
    assert are_one(clusters(ledger([link("must", one.text, other.text)]), one, other), one, other)


def test_a_text_cannot_join_what_the_ledger_keeps_apart():
    one, other = name("青岚重工"), name("远岚")
    found = clusters(ledger([link("cannot", one.text, other.text)]), one, other)
    found.join(key(one), key(other))
    assert not are_one(found, one, other)


def test_ids_stand_for_the_names_that_they_were_made_of():
    one, other = name("青岚重工"), name("远岚")
    ids = [("Organization", ident("company", mention.text)) for mention in (one, other)]
    assert are_one(clusters(ledger([Link("must", *ids)]), one, other), one, other)


def test_of_two_names_with_one_code_the_one_that_is_another_place_loses_it():
    city, other = name("深圳市", "City", "440300"), name("鹏城", "City", "440300")
    ends = (name_key("City", "深圳市"), name_key("City", "鹏城"))
    found = clusters(ledger([Link("cannot", *ends)]), city, other)
    assert not are_one(found, city, other)
    assert found.codes == {key(city): "440300"}


def test_of_two_codes_that_must_be_one_the_smaller_stays():
    city, province = name("吉林", "City", "220200"), name("吉林省", "Province", "220000")
    ends = (name_key("City", "吉林"), name_key("Province", "吉林省"))
    found = clusters(ledger([Link("must", *ends)]), city, province)
    assert are_one(found, city, province)
    assert found.codes[found.find(key(city))] == "220000"


def test_a_place_that_is_both_of_two_by_its_code_is_told_with_the_line():
    links = [
        Link("must", ("Place", "area/440300"), ("Place", "鹏城"), "ledger.tsv:2"),
        Link("cannot", ("Place", "深圳"), ("Place", "鹏城"), "ledger.tsv:3"),
    ]
    with pytest.raises(LedgerError, match=r"ledger\.tsv:3: .* is both of two"):
        clusters(ledger(links), name("深圳", "City", "440300"))


PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1])
LINKS = st.lists(st.builds(lambda kind, pair: link(kind, *pair), st.sampled_from(["must", "cannot"]), PAIRS))


@given(LINKS, st.permutations(NAMES), st.lists(PAIRS, max_size=4), st.randoms())
def test_what_must_be_one_always_is_and_what_cannot_be_never(links, names, joins, random):
    try:
        kept = ledger(links)
    except LedgerError:
        assume(False)  # noqa: FBT003  # links that contradict each other are refused before
    found = clusters(kept, *map(name, names))
    again = clusters(ledger(random.sample(links, len(links))), *map(name, names))
    for one, other in joins:
        for each in (found, again):
            each.join(key(name(one)), key(name(other)))
    assert found.clusters() == again.clusters()
    for item in links:
        one, other = (*item.one, ""), (*item.other, "")
        assert (found.find(one) == found.find(other)) is (item.link == "must")
