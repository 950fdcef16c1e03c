"""On Neo4j no query of the main path looks at all nodes, all of a label or of an index; those that do are named here.

The plans are those of a graph with some content: on an empty one every way to a node costs the same.
"""

from collections.abc import Iterator
from typing import cast

import pytest
from neo4j import Driver, GraphDatabase

from graph.resolution import resolve
from graph.store import open_store
from graph.store.queries import Query, load_queries
from tests.bench.workload import digests

DIGESTS = 60
"""Enough that a scan is dearer than a search, for every label but the kinds of log and judgement."""
SCANS = {
    "count_documents_without_day": "a migration",
    "count_entities": "a count",
    "count_entities_never_compared": "a migration",
    "count_entities_without_words": "a migration",
    "count_plans_without_key": "a migration",
    "count_predicates": "a count",
    "documents_off_day": "the consistency check",
    "documents_without_day": "a migration",
    "empty_days": "the consistency check",
    "entities_never_compared": "a migration",
    "entities_without_words": "a migration",
    "months": "a migration",
    "passages_without_document": "the consistency check",
    "plans_without_key": "a migration",
    "sources_with_several_current": "the consistency check",
}
"""Reading queries that may look at every node of a label, and what for."""
WRITING_SCANS = {"remove_months": "a migration: months have no index any more, and are some dozens"}
"""Writing queries that may."""


@pytest.fixture
def driver(empty_neo4j: str) -> Iterator[Driver]:
    """A Neo4j that holds some digests."""
    with open_store(empty_neo4j) as store:
        store.write_all([*digests(0, DIGESTS)])
        resolve(store)
        # Leave something of each: changed entities, and pairs to decide.
        store.write_all([*digests(DIGESTS, 2 * DIGESTS)])
    with GraphDatabase.driver(empty_neo4j) as opened:
        opened.execute_query("CALL db.resampleOutdatedIndexes()")
        yield opened


def operators(plan: dict[str, object]) -> Iterator[str]:
    """The operators of a plan, from the top."""
    yield str(plan["operatorType"]).partition("@")[0]
    for child in cast("list[dict[str, object]]", plan.get("children", [])):
        yield from operators(child)


def scans(driver: Driver, query: Query) -> bool:
    """Whether Neo4j would look at all there is of something to answer; a count that it keeps is no scan."""
    parameters = {field.name: None for field in query.params}
    summary = driver.execute_query("EXPLAIN " + query.text, parameters).summary
    plan = cast("dict[str, object]", summary.plan)
    return any(name.endswith("Scan") for name in operators(plan))


@pytest.mark.neo4j
def test_only_named_queries_scan(driver: Driver) -> None:
    assert {query.name for query in load_queries().of_mode("read") if scans(driver, query)} == set(SCANS)


@pytest.mark.neo4j
def test_no_write_scans(driver: Driver) -> None:
    queries = load_queries()
    writes = [*queries.of_mode("write"), *queries.rendered.values()]
    assert {query.name for query in writes if scans(driver, query)} == set(WRITING_SCANS)


@pytest.mark.neo4j
def test_a_scan_is_recognized(driver: Driver) -> None:
    for text in ("MATCH (n) RETURN n.id AS id", "MATCH (c:Claim) WHERE c.rule = 'x' RETURN c.id AS id"):
        query = Query(name="scanning", mode="read", what="", params=(), returns=(), text=text)
        assert scans(driver, query)
