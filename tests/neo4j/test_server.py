"""The servers that the tests run on: they keep what was committed, and give each test an empty database."""

import neo4j
import pytest


def ask(uri, cypher, **params):
    with neo4j.GraphDatabase.driver(uri) as driver:
        return [tuple(record) for record in driver.execute_query(cypher, **params).records]


def test_a_server_that_was_stopped_or_killed_comes_back_with_its_data(own_server):
    ask(own_server.uri, "CREATE (:City {name: '北京'})")
    for end in (own_server.stop, own_server.kill):
        end()
        own_server.start()
        assert ask(own_server.uri, "MATCH (n:City) RETURN n.name") == [("北京",)]


@pytest.mark.parametrize("time", [1, 2])
def test_each_time_the_database_is_empty(any_database, time):
    assert ask(any_database, "MATCH (n) RETURN n") == []
    assert ask(any_database, "SHOW CONSTRAINTS YIELD name WHERE NOT name STARTS WITH 'kg_'") == []
    ask(any_database, "CREATE CONSTRAINT FOR (n:City) REQUIRE n.id IS UNIQUE")
    ask(any_database, "CREATE FULLTEXT INDEX names FOR (n:City) ON EACH [n.name]")
    ask(any_database, "CREATE (:City {id: $time})", time=time)
