"""Taking documents back, the consistency check and conflicts, on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.app import app
from graph.settings import GRAPH_URI_VARIABLE
from graph.store import open_store, read
from graph.store.migrations import MIGRATIONS
from tests.api.sample_graph import APRIL, FACE, OPENAI, POLLEN, Said, extraction_of, sample_extractions
from tests.tampering import tamper

SOURCE = "https://digest.example/april"
RIVAL = Said(sentence="OpenAI acquired Pollen Robotics.", subject=OPENAI, predicate="ACQUIRED", object=POLLEN)


@pytest.fixture
def uri(tmp_path: Path) -> str:
    """Where a graph with the sample digests is, closed."""
    uri = f"embedded:{tmp_path / 'graph.kgl'}"
    with open_store(uri) as store:
        for extraction in sample_extractions():
            store.write(extraction)
    return uri


def veille(*arguments: str, uri: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={GRAPH_URI_VARIABLE: uri})


@pytest.mark.parametrize("named", ["id", "source"])
def test_a_digest_is_taken_back_by_id_or_source(uri: str, named: str) -> None:
    april, _ = sample_extractions()
    result = veille("retract", april.document.id if named == "id" else SOURCE, uri=uri)
    assert result.exit_code == 0
    assert result.output.startswith(f"Retracted {april.document.id} (Digest of 2025-04-30, {SOURCE}): 8 claims, ")
    with open_store(uri) as store:
        assert [document.source for document in read.list_documents(store).items] == ["https://digest.example/mai"]


def test_the_version_before_is_current_again_and_is_named(uri: str) -> None:
    newer = extraction_of(APRIL[:2], source=SOURCE, published="2025-06-01", language="en")
    with open_store(uri) as store:
        store.write(newer)
    result = veille("retract", SOURCE, uri=uri)
    older = sample_extractions()[0].document.id
    assert result.output.splitlines()[1:] == [f"The version before it, {older}, is current again."]


def test_an_unknown_digest_is_one_sentence(uri: str) -> None:
    result = veille("retract", "https://digest.example/none", uri=uri)
    assert result.exit_code == 1
    assert str(result.exception) == (
        "No document 'https://digest.example/none' is in the graph: list them with /v1/documents."
    )


def test_a_sound_graph_passes_the_check(uri: str) -> None:
    result = veille("check", uri=uri)
    assert (result.exit_code, result.output) == (0, "All is well.\n")


def test_a_spoilt_graph_fails_the_check(uri: str) -> None:
    tamper(uri, "MATCH ()-[r:ACQUIRED]->() DELETE r")
    result = veille("check", uri=uri)
    key = "organization/hugging-face ACQUIRED organization/pollen-robotics"
    assert (result.exit_code, result.stdout) == (1, f"asserted claims have no shadow edge: {key}\n")
    found = veille("check", "--format", "json", uri=uri)
    assert (found.exit_code, json.loads(found.stdout)["id"]) == (1, key)


def test_both_sentences_of_a_conflict_are_shown(uri: str) -> None:
    assert veille("conflicts", uri=uri).output == "No conflict.\n"
    with open_store(uri) as store:
        store.write(extraction_of([RIVAL], source="https://b.example/1", published=None, language="en"))
    lines = veille("conflicts", uri=uri).output.splitlines()
    assert lines[0] == "Pollen Robotics (organization/pollen-robotics): ACQUIRED, 3 claims"
    assert "      “On 14 April Hugging Face acquired Pollen Robotics.” (Digest of 2025-04-30, 2025-04-30)" in lines
    assert "      “OpenAI acquired Pollen Robotics.” (Digest of None)" in lines
    assert veille("conflicts", "--entity", FACE[1], uri=uri).output.splitlines() == lines
    assert veille("conflicts", "--entity", "Meta", uri=uri).output == "No conflict.\n"
    found = json.loads(veille("conflicts", "--format", "json", uri=uri).output)
    assert {claim["subject"]["name"] for claim in found["claims"]} == {"Hugging Face", "OpenAI"}


def test_what_changed_between_two_days(uri: str) -> None:
    lines = veille("diff", "2025-04", "2025-05", uri=uri).output.splitlines()
    assert lines[0] == "2025-04-30 -> 2025-05-31: 1 documents new, 0 gone; facts: 7 new, 1 changed, 0 gone"
    assert (
        "~ Hugging Face acquired Pollen Robotics: asserted, 2025-04-14 -> asserted, 2025-04 and asserted, 2025-04-14"
        in lines
    )
    assert "+ Mistral AI raised 600 M€: asserted, 2024-06" in lines
    assert "    “Mistral AI a levé 600 millions d'euros en juin 2024.”" in lines
    assert lines[-1].startswith("Entities new: ") and "Mellum (model/mellum)" in lines[-1]


def test_what_changed_between_two_digests_as_json(uri: str) -> None:
    result = veille("diff", SOURCE, "https://digest.example/mai", "--format", "json", uri=uri)
    found = json.loads(result.stdout)
    assert (found["before"], found["after"]) == tuple(one.document.id for one in sample_extractions())
    assert {fact["change"] for fact in found["facts"]} == {"new", "changed", "gone"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("2025-04", SOURCE, "give two digests or two days, not one of each."),
        ("2025-01-30", "2025-02-30", "'2025-02-30' is not a date"),
        (SOURCE, "nowhere", "No document 'nowhere' is in the graph"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(uri: str, before: str, after: str, said: str) -> None:
    result = veille("diff", before, after, uri=uri)
    assert result.exit_code != 0
    assert said in f"{result.stderr}{result.exception}".replace("\n", " ")


def test_a_backup_is_restored_into_an_empty_graph_only(uri: str, tmp_path: Path) -> None:
    path, other = tmp_path / "backup.jsonl.gz", f"embedded:{tmp_path / 'other.kgl'}"
    assert veille("backup", str(path), uri=uri).exit_code == 0
    restored = veille("restore", str(path), uri=other)
    assert (restored.exit_code, restored.output) == (0, f"{other}: 2 documents restored.\n")
    exports = [veille("export", "--with-log", uri=one).output for one in (uri, other)]
    assert exports[0] == exports[1]
    again = veille("restore", str(path), uri=other)
    assert again.exit_code == 1
    assert str(again.exception).startswith(f"Cannot restore {path}: the graph at {other} is not empty; ")


def test_migrations_are_told_before_they_run(uri: str) -> None:
    assert veille("migrate", uri=uri).output == "Nothing to migrate: the graph is up to date.\n"
    tamper(uri, "MATCH (m:Meta {id: 'schema_version'}) DELETE m")
    tamper(uri, "MATCH (c:Claim {factuality: 'planned'}) REMOVE c.plan_key")
    due = [
        f"to schema version {one.to_version}: {one.what} ({1 if one.to_version == 1 else 0} to change).\n"
        for one in MIGRATIONS
    ]
    for _ in range(2):
        assert veille("migrate", "--dry-run", uri=uri).output == "".join(f"Would migrate {what}" for what in due)
    assert veille("status", uri=uri).exit_code == 1
    assert veille("migrate", uri=uri).output == "".join(f"Migrated {what}" for what in due)
    assert veille("status", uri=uri).exit_code == 0
