"""Every Cypher file is what its header says; files that are not are refused, each for its own reason."""

from pathlib import Path

import pytest

from graph.errors import InvalidHeader, MissingParameter, UnexpectedRow, UnknownQuery
from graph.judgements import Judgement, Verdict
from graph.ontology import load_ontology
from graph.records import EntityId, Factuality
from graph.resolution import resolve
from graph.settings import CYPHER_FOLDER
from graph.store import Store, open_store
from graph.store.headers import Field
from graph.store.protocol import Row, Value
from graph.store.queries import Mode, load_queries, parse_query, returned_columns
from graph.store.words import ways_to
from tests.factory import Said, day, make_extraction

GOOD = """\
// name: good
// what: Entities of a kind.
// params:
//   kind: string   one of the ontology
// returns:
//   id: string
//   name: string?
MATCH (e:Entity)
WHERE e.kind = $kind
RETURN e.id AS id, e.name AS name
ORDER BY id"""


def test_a_good_file_is_a_record_of_its_header() -> None:
    query = parse_query(GOOD, name="good", mode="read", ontology=load_ontology())
    assert query.what == "Entities of a kind."
    assert query.params == (Field(name="kind", type="string", optional=False, meaning="one of the ontology"),)
    assert [(field.name, field.optional) for field in query.returns] == [("id", False), ("name", True)]
    assert query.text.startswith("MATCH (e:Entity)")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("// name: good", "// name: other", "the header says 'other'"),
        ("// name: good", "// name: 1st", "is no name"),
        ("// name: good\n", "", "the sections are"),
        ("// what: Entities of a kind.\n", "", "the sections are"),
        ("// what: Entities of a kind.", "// what: A.\n// what: B.", "comes twice"),
        ("// params:", "// params: some", "one field a line"),
        ("//   kind: string   one of the ontology\n", "", "one field a line"),
        ("kind: string ", "kind: text ", "is not '//   name: type"),
        ("//   kind: string", "//   kind string", "is not '//   name: type"),
        ("//   name: string?", "//   id: string?", "declared twice"),
        ("$kind", "$sort", "undeclared parameters sort"),
        ("e.kind = $kind", "e.kind = '$kind'", "declared and unused parameters kind"),
        ("e.kind = $kind", "e.kind = 'x' // $kind", "declared and unused parameters kind"),
        ("e.id AS id, e.name AS name", "e.name AS name, e.id AS id", "it returns"),
        ("e.id AS id, e.name AS name", "e.id AS id", "it returns"),
        ("e.id AS id, e.name AS name", "e.id AS id, e.name", "it returns"),
        (":Entity", ":Thing", "knows no Thing"),
        ("(e:Entity)", "(e:Entity)-[:OWNS]->()", "knows no OWNS"),
        ("ORDER BY id", "ORDER BY id; MATCH (n) RETURN n", "exactly one statement"),
        ("ORDER BY id", "ORDER BY id\n;\nRETURN 1 AS x", "exactly one statement"),
        ("WHERE e.kind = $kind", "SET e.kind = $kind", "SET under read/"),
        ("WHERE e.kind = $kind", "WHERE e.kind = $kind\ndetach delete e", "DELETE, DETACH under read/"),
        ("WHERE e.kind = $kind", "CALL db.labels() YIELD label WHERE e.kind = $kind", "CALL under read/"),
    ],
)
def test_a_bad_file_is_refused(old: str, new: str, reason: str) -> None:
    assert old in GOOD
    with pytest.raises(InvalidHeader, match=r"good\.cypher") as caught:
        parse_query(GOOD.replace(old, new), name="good", mode="read", ontology=load_ontology())
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("e.kind = $kind", "e.kind = $kind AND e.name <> 'SET; DELETE :Thing'"),
        ("e.kind = $kind", "e.kind = $kind // CREATE"),
        ("e.kind = $kind", "e.kind = $kind AND e.set IS NULL"),
        ("ORDER BY id", "ORDER BY id;"),
        ("e:Entity", "e:Entity:Organization"),
        ("e.id AS id", "head([(e)-[:ACQUIRED|RELEASED]->(o) | o.id]) AS id"),
    ],
)
def test_what_only_looks_bad_is_accepted(old: str, new: str) -> None:
    query = parse_query(GOOD.replace(old, new), name="good", mode="read", ontology=load_ontology())
    assert new.rstrip(";") in query.text


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("MATCH (n) RETURN n.a AS a, count(n) AS b ORDER BY a LIMIT 3", ["a", "b"]),
        ("MATCH (n) RETURN DISTINCT n.a AS a, {b: 1, c: [1, 2]} AS m", ["a", "m"]),
        ("CALL { MATCH (n) RETURN n AS x } WITH x RETURN x", ["x"]),
        ("MATCH (n) RETURN n.a", ["?"]),
        ("MATCH (n) DELETE n", []),
    ],
)
def test_returned_columns_are_those_of_the_last_return(text: str, columns: list[str]) -> None:
    assert returned_columns(text) == columns


def test_one_name_in_two_folders_is_refused(tmp_path: Path) -> None:
    for mode in ("read", "write"):
        (tmp_path / mode).mkdir()
        (tmp_path / mode / "good.cypher").write_text(GOOD, "utf-8")
    with pytest.raises(InvalidHeader, match="another folder"):
        load_queries(tmp_path)


def test_every_file_loads_and_templates_cover_the_ontology() -> None:
    queries, ontology = load_queries(), load_ontology()
    files = [path for path in CYPHER_FOLDER.rglob("*.cypher") if path.parent.name != "templates"]
    assert len(queries.plain) == len(files)
    assert {variant for name, variant in queries.rendered if name == "set_kind"} == set(ontology.kinds)
    assert {variant for name, variant in queries.rendered if name == "put_edges"} == set(ontology.predicates)
    with pytest.raises(UnknownQuery):
        queries.get("set_kind", "Nonsense")


SAMPLES: dict[str, Value] = {
    "ids": ["organization/acme", "organization/bolt", "organization/bolt-inc", "organization/none"],
    "keys": ["organization/acme ACQUIRED organization/bolt"],
    "rows": [{"entity_id": "organization/acme", "canonical_id": "organization/acme"}],
    "entity_id": "organization/acme",
    "days": ["2025-04-30"],
    "last": "~",
    "ways": [*ways_to("a")],
    "words": [":Organization 3", ":Product 2"],
    "predicate": "ACQUIRED",
    "folded": "a",
    "together": "a",
    "after_key": "~",
    "after_id": "",
    "after_rank": -1,
    "after_mentions": 99,
    "limit": 10,
    "id": "schema_version",
}
"""A value for every parameter that a reading query declares without a question mark."""
EXTRACTION = make_extraction(
    [
        Said(
            sentence="Acme acquired Bolt.",
            subject="Organization:Acme",
            predicate="ACQUIRED",
            object="Organization:Bolt",
            date=day("2025-04-01"),
        ),
        Said(
            sentence="Acme will release Cargo.",
            subject="Organization:Acme",
            predicate="RELEASED",
            object="Product:Cargo",
            factuality=Factuality.PLANNED,
        ),
        Said(
            sentence="Acme released Cargo.",
            subject="Organization:Acme",
            predicate="RELEASED",
            object="Product:Cargo",
            date=day("2025-04-02"),
        ),
        Said(sentence="Bolt Inc is here.", subject="Organization:Bolt Inc"),
        Said(sentence="Dock is here.", subject="Organization:Dock"),
        Said(sentence="Dock AI is there.", subject="Organization:Dock AI"),
        Said(sentence="Acme raised 3 M.", subject="Organization:Acme", predicate="RAISED", value="3 M"),
    ]
)
MERGE = Judgement(
    verdict=Verdict.SAME,
    merged_id=EntityId("organization/bolt-inc"),
    kept_id=EntityId("organization/bolt"),
    decided_by="tests",
    reason="a test",
)


_IDS: dict[str, Value] = {
    "claims_by_id": (claims := [claim.id for claim in EXTRACTION.claims]),
    "plans_of": claims,
    "outcomes_of": claims,
    "documents_by_id": [EXTRACTION.document.id],
    "versions_of_sources": [EXTRACTION.document.source],
    "known_words": ["acme", "=boltinc", "none"],
    "idle_words": ["acme", "none"],
    "blocks": ["Organization name acme", "Organization name none"],
    "open_pairs_of": ["organization/dock", "organization/none"],
}
"""What `ids` are when they are not those of entities."""
_CLOCK = {"log_entries": ("id", "at"), "judgements": ("decided_at",), "judgements_about": ("decided_at",)}
"""Columns that say when something was done: the one thing that differs from run to run."""


def answers(store: Store) -> dict[str, list[Row]]:
    """What every reading query gives on a graph of one document."""
    store.write(EXTRACTION)
    resolve(store)
    store.judge(MERGE)
    given: dict[str, list[Row]] = {}
    for query in load_queries().of_mode("read"):
        names = {field.name: None if field.optional else SAMPLES.get(field.name) for field in query.params}
        samples = SAMPLES | {"document_id": EXTRACTION.document.id}
        if query.name in ("timeline", "asserted_edge_keys"):
            samples |= {"after_key": ""}
        samples |= {"ids": _IDS.get(query.name, SAMPLES["ids"])}
        parameters = {name: samples.get(name) if not declared(query.params, name) else None for name in names}
        rows = store.execute_read(query.name, parameters)
        for row in rows:
            query.check_columns(row)
        # When something was read differs from run to run, and the consistency check takes lists in any order.
        given[query.name] = [
            {
                name: sorted(map(str, value)) if query.name == "entities_walk" and isinstance(value, list) else value
                for name, value in row.items()
                if name not in _CLOCK.get(query.name, ())
            }
            for row in rows
        ]
    return given


def declared(params: tuple[Field, ...], name: str) -> bool:
    """Whether a parameter may be null."""
    return next(field.optional for field in params if field.name == name)


@pytest.mark.neo4j
def test_every_reading_query_gives_the_same_on_both_engines(tmp_path: Path, empty_neo4j: str) -> None:
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as embedded, open_store(empty_neo4j) as server:
        left, right = answers(embedded), answers(server)
    assert left == right
    # A sound graph of today has nothing for the consistency check or a migration.
    faults = {
        "passages_without_document",
        "sources_with_several_current",
        "empty_days",
        "plans_without_key",
        "documents_off_day",
    }
    old = {"documents_without_day", "entities_without_words", "months", "idle_words", "entities_never_compared"}
    assert {name for name, rows in left.items() if not rows} == faults | old


@pytest.mark.parametrize(
    ("parameters", "wrong"),
    [
        ({}, "entity_id"),
        ({"entity_id": None}, "entity_id"),
        ({"entity_id": "x", "limit": 1}, "limit"),
    ],
)
def test_parameters_must_be_those_declared(store: Store, parameters: dict[str, Value], wrong: str) -> None:
    with pytest.raises(MissingParameter, match=wrong):
        store.execute_read("entity_by_id", parameters)


def test_only_reading_queries_are_read(store: Store) -> None:
    with pytest.raises(UnknownQuery):
        store.execute_read("remove_claims", {"document_id": "x"})


def test_an_unknown_row_is_refused() -> None:
    query = parse_query(GOOD, name="good", mode="read", ontology=load_ontology())
    with pytest.raises(UnexpectedRow):
        query.check_columns({"name": "x", "id": "y"})


@pytest.mark.parametrize("mode", ["schema", "write"])
def test_files_of_each_mode_are_there(mode: Mode) -> None:
    assert load_queries().of_mode(mode)
