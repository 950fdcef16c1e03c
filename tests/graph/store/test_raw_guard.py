"""Raw Cypher: one bounded, reading statement, whatever is tried; on both engines."""

import pytest

from graph.errors import RefusedQuery
from graph.store import Store
from graph.store.guard import MAX_CHARACTERS, check_raw
from tests.factory import Said, make_extraction

REFUSED = [
    "CREATE (n:Entity {id: 'x'})",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) SET n.name = 'x' RETURN n.id AS id",
    "match (n) set n.name = 'x'",
    "MATCH (n) SET/**/n.name = 'x'",
    "MATCH (n) REMOVE n.name",
    "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id",
    "MATCH (n) FOREACH (x IN [1] | SET n.name = 'x')",
    "UNWIND [1] AS x CALL { CREATE (n:Entity) } RETURN x",
    "UNWIND [1] AS x CALL (x) { CREATE (n:Entity) } RETURN x",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CALL db.labels() YIELD label RETURN label",
    "CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
    "MATCH (n) CALL dbms.killQueries([]) YIELD queryId RETURN queryId",
    "MATCH (n) RETURN n.id AS id; MATCH (n) DELETE n",
    "RETURN 1 AS x; RETURN 2 AS x",
    "DROP CONSTRAINT unique_entity_id",
    "CREATE INDEX x FOR (n:Entity) ON (n.x)",
    "SHOW USERS",
    "EXPLAIN MATCH (n) DELETE n",
    "USE system SHOW USERS",
    "FOR VALID_TIME ALL MATCH (n) RETURN n.id AS id",
    "MATCH (n) RETURN n.id AS id FORMAT CSV",
    "",
    "   // nothing",
    ";",
    "hello",
    "MATCH (n RETURN n",
    "MATCH (n) RETURN n.id AS id\x00",
    "MATCH (n) \\u0053ET n.name = 'x'",
    "RETURN " + "1 + " * MAX_CHARACTERS + "1 AS x",
]
ACCEPTED = [
    "RETURN 1 AS x",
    "MATCH (n:Entity) RETURN count(n) AS n;",
    "// delete nothing\nMATCH (n:Entity) RETURN count(n) AS n",
    "MATCH (n:Entity) WHERE n.name = 'CREATE; SET' RETURN n.id AS id",
    "MATCH (n:Entity) WHERE n.set IS NULL RETURN n.id AS id",
    "UNWIND [1, 2] AS x RETURN x",
    "WITH 1 AS x RETURN x",
    "OPTIONAL MATCH (n:Entity {id: 'none'}) RETURN n.id AS id",
    "MATCH (n:Entity) CALL { WITH n MATCH (n)-[r]->() RETURN count(r) AS c } RETURN n.id AS id, c",
]


@pytest.mark.parametrize("cypher", REFUSED)
def test_what_is_no_single_read_is_refused_and_changes_nothing(store: Store, cypher: str) -> None:
    store.write(make_extraction([Said(sentence="Acme is here.", subject="Organization:Acme")]))
    before = list(store.export_lines())
    with pytest.raises(RefusedQuery):
        store.run_raw(cypher)
    assert list(store.export_lines()) == before


@pytest.mark.parametrize("cypher", ACCEPTED)
def test_reads_are_let_through(store: Store, cypher: str) -> None:
    store.write(make_extraction([Said(sentence="Acme is here.", subject="Organization:Acme")]))
    before = list(store.export_lines())
    assert store.run_raw(cypher).columns
    assert list(store.export_lines()) == before


@pytest.mark.parametrize("cypher", REFUSED[:14])
def test_most_is_refused_before_any_engine_sees_it(cypher: str) -> None:
    with pytest.raises(RefusedQuery):
        check_raw(cypher)


def test_rows_are_cut_and_the_cut_is_told(store: Store) -> None:
    whole = store.run_raw("UNWIND range(1, 5) AS x RETURN x", max_rows=5)
    assert (whole.columns, whole.rows, whole.truncated) == (("x",), ((1,), (2,), (3,), (4,), (5,)), False)
    cut = store.run_raw("UNWIND range(1, 6) AS x RETURN x", max_rows=5)
    assert (len(cut.rows), cut.truncated) == (5, True)


def test_a_query_that_takes_too_long_is_stopped(store: Store) -> None:
    endless = "UNWIND range(1, 100000000) AS x UNWIND range(1, 1000) AS y WITH x * y AS z RETURN sum(z % 7) AS s"
    with pytest.raises(RefusedQuery):
        store.run_raw(endless, timeout_seconds=0.5)


def test_parameters_are_values(store: Store) -> None:
    answer = store.run_raw("RETURN $x AS x", {"x": "'}) DETACH DELETE n //"})
    assert answer.rows == (("'}) DETACH DELETE n //",),)


def test_a_missing_parameter_is_told(store: Store) -> None:
    with pytest.raises(RefusedQuery, match="x"):
        store.run_raw("RETURN $x AS x")


def test_nodes_and_dates_come_out_as_plain_values(store: Store) -> None:
    store.write(make_extraction([Said(sentence="Acme is here.", subject="Organization:Acme")]))
    (node, when) = store.run_raw("MATCH (n:Organization) RETURN n AS n, date('2025-04-01') AS d").rows[0]
    assert "organization/acme" in str(node)
    assert when == "2025-04-01"
