"""Changes to a graph past its store, for tests of what the store then says."""

import kglite
from neo4j import GraphDatabase


def tamper(uri: str, cypher: str) -> None:
    """Run any statement on a graph that no store holds open."""
    if uri.startswith("embedded:"):
        session = kglite.open_session(uri.removeprefix("embedded:"), durable="full")
        session.execute(cypher)
        session.close()
        return
    with GraphDatabase.driver(uri) as driver:
        driver.execute_query(cypher)
