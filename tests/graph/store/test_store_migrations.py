"""A graph that schema version 0 wrote becomes one as it is written today; on both engines."""

from pathlib import Path

import pytest

from graph.errors import OutdatedGraph
from graph.records import EntityId, Factuality
from graph.store import open_store, pending_migrations, read
from graph.store.check import check_graph
from graph.store.migrations import MIGRATIONS
from graph.store.model import SCHEMA_VERSION
from tests.factory import Said, make_extraction
from tests.tampering import tamper

VERSION_0 = Path(__file__).with_name("fixtures") / "version-0.cypher"
TOLD = (
    ("Acme will buy Bolt.", Factuality.PLANNED, "2025-04-30"),
    ("Acme bought Bolt.", Factuality.ASSERTED, "2025-05-31"),
)
"""What the digests of the fixture say, how, and when."""


@pytest.fixture
def old_uri(graph_uri: str) -> str:
    """The address of a graph as schema version 0 wrote it."""
    tamper(graph_uri, VERSION_0.read_text("utf-8"))
    return graph_uri


def outcomes(uri: str) -> list[int]:
    """How many claims tell each claim about Acme as done."""
    with open_store(uri, read_only=True) as store:
        timeline = read.timeline(store, EntityId("organization/acme")).items
    return [len(claim.fulfilled_by) for claim in timeline]


def test_an_old_graph_is_what_the_same_digests_give_today(old_uri: str, tmp_path: Path) -> None:
    with open_store(old_uri) as store:
        migrated = list(store.export_lines())
        assert list(check_graph(store)) == []
        assert [entity.name for entity in read.search_entities(store, "acm").items] == ["Acme"]
        assert [document.published for document in read.list_documents(store).items] == ["2025-05-31", "2025-04-30"]
        assert store.run_raw("MATCH (m:Month) RETURN count(m) AS months").rows == ((0,),)
        assert read.status(store).schema_version == SCHEMA_VERSION
    assert outcomes(old_uri) == [1, 0]
    with open_store(f"embedded:{tmp_path / 'new.kgl'}") as store:
        for sentence, factuality, published in TOLD:
            said = Said(
                sentence=sentence,
                subject="Organization:Acme",
                predicate="ACQUIRED",
                object="Organization:Bolt",
                factuality=factuality,
            )
            store.write(make_extraction([said], source=published, published=published))
        assert migrated == list(store.export_lines())


def test_a_dry_run_tells_and_changes_nothing(old_uri: str) -> None:
    for _ in range(2):
        pending = [(one.to_version, one.changes) for one in pending_migrations(old_uri)]
        assert pending == [(1, 1), (2, 6), (3, 2)]  # a plan; two documents, two entities and two months
    open_store(old_uri).close()
    assert pending_migrations(old_uri) == ()


def test_a_migration_that_was_cut_short_goes_on(old_uri: str) -> None:
    tamper(old_uri, "MATCH (c:Claim {factuality: 'planned'}) SET c.plan_key = c.edge_key")
    tamper(old_uri, "MATCH (m:Month {id: '2025-04'}) DETACH DELETE m")
    assert [one.changes for one in pending_migrations(old_uri)] == [0, 5, 2]
    open_store(old_uri).close()
    assert (pending_migrations(old_uri), outcomes(old_uri)) == ((), [1, 0])


def test_a_reader_is_told_to_migrate_first(old_uri: str) -> None:
    with pytest.raises(OutdatedGraph) as caught:
        open_store(old_uri, read_only=True)
    assert str(caught.value) == (
        f"The graph at {old_uri} has schema version 0, this program needs {SCHEMA_VERSION}: run `veille migrate`."
    )
    assert len(pending_migrations(old_uri)) == SCHEMA_VERSION


def test_an_empty_graph_needs_no_migration(graph_uri: str) -> None:
    open_store(graph_uri).close()
    assert pending_migrations(graph_uri) == ()


def test_every_version_has_its_migration() -> None:
    assert [migration.to_version for migration in MIGRATIONS] == list(range(1, SCHEMA_VERSION + 1))
