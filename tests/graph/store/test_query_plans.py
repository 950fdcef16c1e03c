"""On Neo4j no query of the main path looks at all nodes of a label; those that must are named here."""

from collections.abc import Iterator
from typing import cast

import pytest
from neo4j import Driver, GraphDatabase

from graph.store import open_store
from graph.store.queries import Query, load_queries

SCANS = {
    "count_entities": "a count",
    "count_predicates": "a count",
    "documents": "a list of all documents",
    "empty_months": "the consistency check",
    "months": "a list of all months, some dozens",
    "passages_without_document": "the consistency check",
    "search_entities": "a search inside names",
}
"""Reading queries that may look at every node of a label, and what for."""


def operators(plan: dict[str, object]) -> Iterator[str]:
    """The operators of a plan, from the top."""
    yield str(plan["operatorType"])
    for child in cast("list[dict[str, object]]", plan.get("children", [])):
        yield from operators(child)


def scans(driver: Driver, query: Query) -> bool:
    """Whether Neo4j would look at all nodes, or all of a label."""
    parameters = {field.name: None for field in query.params}
    summary = driver.execute_query("EXPLAIN " + query.text, parameters).summary
    plan = cast("dict[str, object]", summary.plan)
    return any("AllNodesScan" in name or "LabelScan" in name for name in operators(plan))


@pytest.mark.neo4j
def test_only_named_queries_scan(empty_neo4j: str) -> None:
    with open_store(empty_neo4j), GraphDatabase.driver(empty_neo4j) as driver:
        scanning = {query.name for query in load_queries().of_mode("read") if scans(driver, query)}
    assert scanning == set(SCANS)


@pytest.mark.neo4j
def test_no_write_scans(empty_neo4j: str) -> None:
    with open_store(empty_neo4j), GraphDatabase.driver(empty_neo4j) as driver:
        queries = load_queries()
        writes = [*queries.of_mode("write"), *queries.rendered.values()]
        assert {query.name for query in writes if scans(driver, query)} == set()
