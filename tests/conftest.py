"""Fixtures that several parts share: a real Neo4j, and an empty store of each engine."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.store import Store, open_store
from tests.neo4j.server import NoNeo4j, Server, running

REQUIRED = "VEILLE_REQUIRE_NEO4J"
"""Set to 1 where a missing Neo4j must be a failure, not a skip."""


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Neo4j that runs for this session; skips, with the reason, where none can."""
    try:
        with running(tmp_path_factory.mktemp("neo4j")) as server:
            yield server
    except NoNeo4j as error:
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{REQUIRED} is set, but no Neo4j can run here: {error}")
        pytest.skip(f"no Neo4j can run here: {error}")


@pytest.fixture(scope="session")
def neo4j_uri(neo4j_server: Server) -> str:
    """The address of a Neo4j that runs for this session."""
    return neo4j_server.uri


@pytest.fixture
def empty_neo4j(neo4j_uri: str) -> str:
    """The address of a Neo4j with nothing in it."""
    with GraphDatabase.driver(neo4j_uri) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    return neo4j_uri


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def graph_uri(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty graph, once on each engine."""
    if request.param == "neo4j":
        return str(request.getfixturevalue("empty_neo4j"))
    return f"embedded:{tmp_path / 'graph.kgl'}"


@pytest.fixture
def store(graph_uri: str) -> Iterator[Store]:
    """An empty store, once on each engine."""
    with open_store(graph_uri) as opened:
        yield opened
