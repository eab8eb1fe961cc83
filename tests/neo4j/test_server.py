"""The servers that the tests run on: they keep what was committed, and give each test an empty database."""

import neo4j
import pytest


@pytest.fixture
def ask():
    def ask(uri, cypher, **params):
        with neo4j.GraphDatabase.driver(uri) as driver:
            return [tuple(record) for record in driver.execute_query(cypher, **params).records]

    return ask


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_a_server_comes_back_with_its_data(own_server, ask, end):
    ask(own_server.uri, "CREATE (:City {name: '北京'})")
    getattr(own_server, end)()
    own_server.start()
    assert ask(own_server.uri, "MATCH (n:City) RETURN n.name") == [("北京",)]


@pytest.mark.parametrize("time", [1, 2])
def test_each_time_the_database_is_empty(any_database, time):
    with neo4j.GraphDatabase.driver(any_database) as driver:
        assert driver.execute_query("MATCH (n) RETURN n").records == []
        assert driver.execute_query("SHOW CONSTRAINTS").records == []
        driver.execute_query("CREATE CONSTRAINT FOR (n:City) REQUIRE n.id IS UNIQUE")
        driver.execute_query("CREATE FULLTEXT INDEX names FOR (n:City) ON EACH [n.name]")
        driver.execute_query("CREATE (:City {id: $time})", time=time)
