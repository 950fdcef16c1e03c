"""The consistency check finds nothing in a sound graph, and each thing that was spoilt; on both engines."""

import pytest

from graph.judgements import Judgement, Verdict
from graph.records import EntityId
from graph.store import Store, open_store
from graph.store.check import check_graph
from tests.factory import Said, day, make_extraction
from tests.tampering import tamper

DEAL = Said(
    sentence="Acme acquired Bolt.",
    subject="Organization:Acme",
    predicate="ACQUIRED",
    object="Organization:Bolt",
    date=day("2025-04-01"),
)
FUNDING = Said(sentence="Cargo raised 3 M.", subject="Organization:Cargo", predicate="RAISED", value="3 M")
EDGE = "organization/acme ACQUIRED organization/bolt"


def fill(store: Store) -> None:
    """Two versions of one source, another source, and a merge."""
    store.write(make_extraction([FUNDING], published="2025-04-01"))
    store.write(make_extraction([DEAL], published="2025-05-01"))
    store.write(make_extraction([FUNDING, DEAL], source="https://b.example/2"))
    store.judge(
        Judgement(
            verdict=Verdict.SAME,
            merged_id=EntityId("organization/cargo"),
            kept_id=EntityId("organization/acme"),
            decided_by="tests",
            reason="a test",
        )
    )


def test_nothing_is_found_in_a_sound_graph(store: Store) -> None:
    assert list(check_graph(store)) == []
    fill(store)
    assert list(check_graph(store)) == []
    store.split(EntityId("organization/cargo"))
    assert list(check_graph(store)) == []


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        ("MATCH ()-[r:ACQUIRED]->() SET r.support = 9", ("a shadow edge disagrees with its claims", EDGE)),
        ("MATCH ()-[r:ACQUIRED]->() DELETE r", ("asserted claims have no shadow edge", EDGE)),
        (
            "MATCH (a:Entity {id: 'organization/acme'}) MATCH (b:Entity {id: 'organization/bolt'}) "
            "CREATE (a)-[:PARTNERED_WITH {support: 1}]->(b)",
            ("a shadow edge has no asserted claim", "organization/acme PARTNERED_WITH organization/bolt"),
        ),
        ("CREATE (p:Passage {id: 'stray'})", ("a passage belongs to no current document", "stray")),
        (
            "MATCH (d:Document) SET d.current = true",
            ("not exactly one document of a source is current", "https://news.example/1"),
        ),
        ("CREATE (d:Day {id: '1999-01-01'})", ("a day has no documents", "1999-01-01")),
        (
            "MATCH (c:Changed {id: 'organization/acme'}) DELETE c",
            ("an entity was never compared with others, and is not noted to be", "organization/acme"),
        ),
        ("CREATE (e:Entity {id: 'organization/none'})", ("an entity has no properties", "organization/none")),
        (
            "MATCH (e:Entity {id: 'organization/acme'}) SET e.documents = 99",
            ("an entity counts its documents or mentions wrongly", "organization/acme"),
        ),
        (
            "MATCH (e:Entity {id: 'organization/acme'})-[r:HAS_WORD]->(:Word {id: 'acme'}) DELETE r",
            ("an entity is not found by the words of its names", "organization/acme"),
        ),
        (
            "MATCH (e:Entity {id: 'organization/acme'}) MERGE (w:Word {id: 'ecco'}) CREATE (e)-[:HAS_WORD]->(w)",
            ("an entity is not found by the words of its names", "organization/acme"),
        ),
        (
            "MATCH (e:Entity {id: 'organization/acme'}) REMOVE e:Organization",
            ("an entity has not exactly the label of its kind", "organization/acme"),
        ),
        (
            "MATCH (e:Entity {id: 'organization/cargo'}) SET e:Organization",
            ("a merged entity still has a kind, documents or mentions", "organization/cargo"),
        ),
    ],
)
def test_what_was_spoilt_is_found(graph_uri: str, spoil: str, found: tuple[str, str]) -> None:
    with open_store(graph_uri) as store:
        fill(store)
    tamper(graph_uri, spoil)
    with open_store(graph_uri) as store:
        assert [(finding.what, finding.id) for finding in check_graph(store)] == [found]


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        ("MATCH (c:Claim)-[r:EVIDENCED_BY]->() DELETE r", "a claim has no evidence"),
        ("MATCH (c:Claim)-[r:SUBJECT]->() DELETE r", "a claim has not exactly one subject"),
        ("MATCH (c:Claim)-[r:OBJECT]->() DELETE r", "a claim has more or fewer objects than it tells"),
        ("MATCH (d:Document)-[r:PUBLISHED_ON]->() DELETE r", "a document is not on the day of its publication"),
        ("MATCH (d:Document) SET d.published = '1999-01-01'", "a document is not on the day of its publication"),
        ("MATCH (d:Document) DETACH DELETE d", "a claim belongs to no current document"),
        ("MATCH (p:Passage) SET p.document_id = 'other'", "a claim has evidence in another document"),
        (
            "MATCH (c:Claim {predicate: 'ACQUIRED'}) SET c.edge_key = 'a ACQUIRED b'",
            "a claim supports another edge than that of its ends",
        ),
        ("MATCH ()-[r:NAMES]->() DELETE r", "an entity is named by no document"),
    ],
)
def test_what_was_spoilt_everywhere_is_among_the_findings(graph_uri: str, spoil: str, what: str) -> None:
    with open_store(graph_uri) as store:
        fill(store)
    tamper(graph_uri, spoil)
    with open_store(graph_uri) as store:
        assert what in {finding.what for finding in check_graph(store)}
