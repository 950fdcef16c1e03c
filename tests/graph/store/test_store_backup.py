"""A backup restores the same graph, with judgements and log, on either engine; anything else is refused whole."""

import gzip
from pathlib import Path

import pytest

from graph.errors import UnreadableExport, UnusableBackup, UnwritableBackup
from graph.judgements import Judgement, Verdict
from graph.records import EntityId
from graph.store import Store, open_store, read
from graph.store.backup import restore_backup, write_backup
from tests.factory import Said, make_extraction

DEAL = Said(
    sentence="Acme acquired Bolt.", subject="Organization:Acme", predicate="ACQUIRED", object="Organization:Bolt"
)
FUNDING = Said(sentence="Cargo raised 3 M.", subject="Organization:Cargo", predicate="RAISED", value="3 M")


def fill(store: Store) -> None:
    """Two versions of one source, another source, a retraction, and a merge."""
    store.write(make_extraction([FUNDING], published="2025-04-01"))
    store.write(make_extraction([DEAL], published="2025-05-01"))
    store.write(make_extraction([FUNDING, DEAL], source="https://b.example/2"))
    gone = store.write(make_extraction([DEAL, DEAL, FUNDING], source="https://c.example/3"))
    store.retract(gone.document_id)
    store.judge(
        Judgement(
            verdict=Verdict.SAME,
            merged_id=EntityId("organization/cargo"),
            kept_id=EntityId("organization/acme"),
            decided_by="tests",
            reason="a test",
        )
    )


def whole(store: Store) -> list[str]:
    """Everything, clocks included."""
    return list(store.export_lines(with_log=True))


@pytest.mark.parametrize("name", ["graph.jsonl", "graph.jsonl.gz"])
def test_a_backup_restores_everything(store: Store, tmp_path: Path, name: str) -> None:
    fill(store)
    path = tmp_path / name
    assert write_backup(store, path) == len(whole(store))
    assert [file.name for file in tmp_path.glob("*graph.jsonl*")] == [name]
    with open_store(f"embedded:{tmp_path / 'other.kgl'}") as other:
        assert restore_backup(other, path) == 3
        assert whole(other) == whole(store)
        assert other.split(EntityId("organization/cargo")) == "organization/acme"
        store.split(EntityId("organization/cargo"))
        assert list(other.export_lines()) == list(store.export_lines())


@pytest.mark.neo4j
def test_a_backup_goes_from_the_embedded_engine_to_neo4j(tmp_path: Path, empty_neo4j: str) -> None:
    path = tmp_path / "graph.jsonl"
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as embedded, open_store(empty_neo4j) as server:
        fill(embedded)
        write_backup(embedded, path)
        restore_backup(server, path)
        assert whole(server) == whole(embedded)


def test_only_an_empty_graph_is_filled(store: Store, tmp_path: Path) -> None:
    fill(store)
    path, before = tmp_path / "graph.jsonl", whole(store)
    write_backup(store, path)
    with pytest.raises(UnusableBackup) as caught:
        restore_backup(store, path)
    assert str(caught.value) == (
        f"Cannot restore {path}: the graph at {store.uri} is not empty; "
        "give a file of `veille backup` and an empty graph."
    )
    assert whole(store) == before


def test_judgements_alone_are_not_nothing(store: Store, tmp_path: Path) -> None:
    fill(store)
    write_backup(store, tmp_path / "graph.jsonl")
    for document in read.list_documents(store).items:
        store.retract(document.id)
    with pytest.raises(UnusableBackup, match="is not empty"):
        restore_backup(store, tmp_path / "graph.jsonl")
    with pytest.raises(UnreadableExport, match="documents or judgements"):
        store.import_lines([])


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'{"record": "end"', b'{"record": "ende"', "its last line is missing"),
        (b"Cargo raised 3 M.", b"Cargo raised 9 M.", "its checksum does not fit"),
        (b'"sha256": "', b'"sha256": "0', "its checksum does not fit"),
        (b'{"record": "end"', b'{"record": "end", "lines": 1}\n{"record": "end"', "something follows its last line"),
        (b"Acme acquired", b"Acme \xff acquired", "it is no text"),
    ],
)
def test_a_backup_that_is_not_whole_is_refused_before_anything_is_written(
    tmp_path: Path, old: bytes, new: bytes, reason: str
) -> None:
    path = tmp_path / "graph.jsonl"
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as store:
        fill(store)
        write_backup(store, path)
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    with open_store(f"embedded:{tmp_path / 'other.kgl'}") as other:
        with pytest.raises(UnusableBackup, match=reason):
            restore_backup(other, path)
        assert read.status(other).documents == 0


@pytest.mark.parametrize("kept", [0, 10, 500, -1])
def test_a_compressed_backup_that_was_cut_short_is_refused(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "graph.jsonl.gz"
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as store:
        fill(store)
        write_backup(store, path)
    path.write_bytes(path.read_bytes()[:kept])
    with (
        open_store(f"embedded:{tmp_path / 'other.kgl'}") as other,
        pytest.raises(UnusableBackup, match="Cannot restore"),
    ):
        restore_backup(other, path)


def test_what_is_no_backup_is_one_sentence(tmp_path: Path) -> None:
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as store:
        for path in (tmp_path / "none.jsonl", tmp_path, tmp_path / "plain.gz"):
            if path.name == "plain.gz":
                path.write_bytes(gzip.compress(b"\n".join([b"{}"])))
            with pytest.raises(UnusableBackup) as caught:
                restore_backup(store, path)
            assert "\n" not in str(caught.value)


def test_a_backup_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonl"
    path.write_text("precious", "utf-8")
    with open_store(f"embedded:{tmp_path / 'graph.kgl'}") as store:
        for target in (path, tmp_path / "no" / "folder.jsonl"):
            with pytest.raises(UnwritableBackup):
                write_backup(store, target)
    assert path.read_text("utf-8") == "precious"
    assert not [file for file in tmp_path.iterdir() if file.name.endswith(".part")]
