"""Graphs that no store could give back as they are: refused before anything is written, with the record named."""

import msgspec
import pytest
from examples import ARTICLES, BEIJING, CITY, COMPANY, GRAPH, MAYOR, OUTPUT, WORDS, claim, said
from hypothesis import given
from strategies import graphs

from kg.errors import StoreError
from kg.model.graph import Evidence, Graph, Quotation
from kg.store.coherence import check, faults

replace = msgspec.structs.replace
ENDS = (MAYOR, COMPANY, BEIJING, CITY)
BASE = claim(COMPANY, "locatedIn", BEIJING)


@given(graphs())
def test_graphs_that_are_whole_pass(graph):
    assert list(faults(graph)) == []


@pytest.mark.parametrize(
    ("records", "says"),
    [
        ([CITY, CITY], "stands for several things"),
        ([BASE, BASE], "stands for several things"),
        ([replace(BASE, id=OUTPUT.id), claim(MAYOR, "states", OUTPUT)], "stands for several things"),
        ([replace(CITY, types=())], "is of no class of entities"),
        ([replace(CITY, types=("Figure", "Assertion"))], "is of no class of entities"),
        ([replace(CITY, types=("Dragon",))], "no class named 'Dragon'"),
        ([replace(CITY, types=("City", "Place"))], r"has the types \['City', 'Place'\], where the ontology has"),
        ([replace(ARTICLES[0], documents=())], "is in 0 documents, where one is right"),
        ([replace(ARTICLES[0], documents=("a", "b"))], "is in 2 documents, where one is right"),
        (
            [replace(CITY, mentions=(Evidence("page.txt", 0, 3, "河城市"), CITY.mentions[0]))],
            "reads both '河城市' and '江城市'",
        ),
        ([replace(CITY, documents=("a.txt",), mentions=(Evidence("ａ.txt", 0, 0, ""),))], "have one id"),
        ([claim(COMPANY, "employs", BEIJING)], "no predicate named 'employs'"),
        ([claim(COMPANY, "about", BEIJING)], "the predicate about from Company to Municipality"),
        ([claim(MAYOR, "locatedIn", BEIJING)], "the predicate locatedIn from Person to Municipality"),
        (
            [claim(COMPANY, "locatedIn", BEIJING, qualifiers={"share": "5%"})],
            "no qualifier 'share' in the ontology, but",
        ),
        ([claim(COMPANY, "locatedIn", BEIJING, qualifiers={"asOf": "2025"})], "no qualifier 'asOf'"),
        ([claim(COMPANY, "locatedIn", BEIJING, qualifiers={"rule": "x/y"})], "no qualifier 'rule'"),
        ([replace(BASE, subject=replace(BASE.subject, id="company/none"))], "of which there is no record"),
        (
            [replace(BASE, subject=replace(BASE.subject, name="明州"))],
            "as '明州', where its record says '明州机器人有限公司'",
        ),
        ([replace(BASE, subject=replace(BASE.subject, type="Article"))], "of which there is no record"),
        (
            [claim(MAYOR, "states", replace(OUTPUT, about=replace(CITY.ref, id="area/1")))],
            "refers to area/1, of which there is no record",
        ),
        (
            [claim(MAYOR, "states", OUTPUT), claim(CITY, "states", replace(OUTPUT, about=CITY.ref))],
            f"says another thing under the id {OUTPUT.id}",
        ),
        (
            [claim(MAYOR, "states", OUTPUT), claim(CITY, "says", Quotation(id=OUTPUT.id, mode="direct", text="好"))],
            f"says another thing under the id {OUTPUT.id}",
        ),
    ],
)
def test_a_graph_at_odds_with_itself_is_refused(records, says):
    ids = {record.id for record in records}
    graph = Graph.of([*(entity for entity in ENDS if entity.id not in ids), *records])
    with pytest.raises(StoreError, match=says):
        check(graph)


def test_a_refused_graph_leaves_the_store_as_it_was(opened):
    opened.write(GRAPH)
    with pytest.raises(StoreError, match="no record"):
        opened.write(Graph.of([claim(MAYOR, "says", WORDS, said("page.txt", "周岚"))]))
    assert opened.read() == GRAPH
