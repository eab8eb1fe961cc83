"""Graphs with and without a document: what others support stays, and nothing else."""

import msgspec
import pytest
from examples import BEIJING, CHINA, COMPANY, GRAPH, MAYOR, PAGE, PLANT, claim, said
from hypothesis import given
from strategies import parts, union

from kg.errors import StoreError
from kg.model.graph import Graph
from kg.store.coherence import faults
from kg.store.document import replaced, without


@given(parts())
def test_a_graph_without_a_document_is_the_graph_that_never_had_it(graphs):
    whole = union(graphs.values())
    for document in graphs:
        assert without(whole, document) == union(graph for name, graph in graphs.items() if name != document)


@given(parts())
def test_documents_put_in_one_by_one_make_the_whole_in_any_order(graphs):
    for order in (list(graphs), list(reversed(graphs))):
        found = Graph()
        for document in order:
            found = replaced(found, document, graphs[document])
        assert found == union(graphs[name] for name in order)


@given(parts())
def test_a_document_put_in_again_changes_nothing(graphs):
    whole = union(graphs.values())
    for document, graph in graphs.items():
        again = replaced(whole, document, graph)
        assert again.digest() == union([without(whole, document), graph]).digest()
        assert list(faults(again)) == []


def test_only_what_the_document_alone_supports_goes():
    rest = without(GRAPH, PLANT)
    assert {entity.name for entity in rest.entities} == {"周岚", "江城市", "北京市", "中国"}
    assert "locatedIn" not in {item.predicate for item in rest.statements}
    assert all(record.documents in ((PAGE,), ()) for record in rest.records())
    assert [article.documents for article in rest.articles] == [(PAGE,)]


def test_background_goes_with_the_last_thing_that_it_is_about():
    graph = Graph.of([COMPANY, BEIJING, CHINA, claim(BEIJING, "partOf", CHINA, background=True)])
    assert {entity.name for entity in without(graph, PLANT).entities} == {"北京市", "中国"}
    assert without(without(graph, PLANT), PAGE) == Graph()


def test_an_alias_goes_with_the_last_mention_that_reads_so():
    mentions = (said(PLANT, "明州机器人"), said(PLANT, "明州"), said(PAGE, "机器人"))
    entity = msgspec.structs.replace(
        COMPANY, aliases=("机器人", "明州", "明州机器人", "明机"), documents=(PAGE, PLANT), mentions=mentions
    )
    (found,) = without(Graph.of([entity]), PLANT).entities
    assert (found.aliases, found.documents, found.mentions) == (("机器人", "明机"), (PAGE,), mentions[2:])


def test_a_document_that_is_not_there_takes_nothing_with_it():
    assert without(GRAPH, "nowhere.txt") == GRAPH


def test_statements_of_a_new_document_take_the_names_that_entities_have_in_the_store():
    other = msgspec.structs.replace(MAYOR, name="周岚岚", documents=("new.txt",), mentions=())
    part = Graph.of(
        [other, msgspec.structs.replace(claim(other, "locatedIn", BEIJING), documents=("new.txt",)), BEIJING]
    )
    with pytest.raises(StoreError, match=r"is of the document 'page\.txt', in the graph of 'new\.txt' alone"):
        replaced(GRAPH, "new.txt", part)
    beijing = msgspec.structs.replace(BEIJING, documents=("new.txt",), mentions=())
    found = replaced(GRAPH, "new.txt", Graph.of([other, claim(other, "holdsPost", beijing), beijing]))
    assert [item.subject.name for item in found.statements if item.object.id == BEIJING.id][:1] != ["周岚岚"]
    (mayor,) = [entity for entity in found.entities if entity.id == MAYOR.id]
    assert (mayor.name, mayor.aliases) == ("周岚", ("周岚岚",))
    assert list(faults(found)) == []
