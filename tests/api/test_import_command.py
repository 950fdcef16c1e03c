"""`veille import` as a user meets it: tables counted row by row, exports read back on either engine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.app import app
from api.cli.import_ import write_rows
from extraction.structured import RowReading
from graph.settings import ROOT
from graph.store import Store, open_store
from tests.api.sample_graph import sample_extractions
from tests.factory import Said, make_extraction

INCIDENTS = """incident_id,date,title,Alleged deployer of AI system,Alleged developer of AI system,description,mood
7,2024-05-01,Shuttle Bumps Into Fountain,"[""quokka-lab""]","[""openai""]",A shuttle bumped.,sad
8,2024-05-02,,"[""quokka-lab""]",[],Untitled.,
9,soon,Kettle Orders Tea,[],"[""openai""]",A kettle.
10,soon,Kettle Orders Milk,[],"[""openai""]",A kettle again.,
"""
SAID = Said(sentence="Acme bought Bolt.", subject="Organization:Acme", predicate="ACQUIRED", object="Organization:Bolt")


def run(*arguments: str, uri: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"VEILLE_GRAPH_URI": uri}, input=given)


@pytest.fixture
def incidents(tmp_path: Path) -> Path:
    path = tmp_path / "incidents.csv"
    path.write_text(INCIDENTS, "utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> str:
    return f"embedded:{tmp_path / 'empty.kgl'}"


def test_good_rows_are_read_and_the_others_told(incidents: Path, empty: str) -> None:
    result = run("import", str(incidents), "--mapping", "ai-incidents", "--published", "2025-03-01", uri=empty)
    assert result.exit_code == 0
    assert result.stdout == "2 new, 0 known, 2 broken\n"
    assert "does not know 1 columns: mood" in result.stderr
    assert "row 3 left out: it has nothing in 'title'" in result.stderr
    assert "row 4 left out: it has 6 cells where the header has 7" in result.stderr
    assert "row 5 read in part: date 'soon' is no date" in result.stderr
    assert "Credit AI Incident Database, https://incidentdatabase.ai (CC BY-SA 4.0)" in result.stderr


def test_importing_again_changes_nothing_and_a_later_table_supersedes(incidents: Path, empty: str) -> None:
    arguments = ["import", str(incidents), "--mapping", "ai-incidents", "--published"]
    run(*arguments, "2025-03-01", uri=empty)
    before = run("export", uri=empty).stdout
    assert run(*arguments, "2025-03-01", uri=empty).stdout == "0 new, 2 known, 2 broken\n"
    assert run("export", uri=empty).stdout == before
    incidents.write_text(INCIDENTS.replace("2024-05-01", "2024-05-03"), "utf-8")
    assert run(*arguments, "2025-06-01", uri=empty).stdout == "0 new, 1 known, 1 superseding, 2 broken\n"
    with open_store(empty) as store:
        told = store.run_raw("MATCH (c:Claim {predicate: 'HAPPENED_ON'}) RETURN c.value AS value").rows
    assert {tuple(row) for row in told} == {("2024-05-03",)}


def test_rows_meet_the_entities_of_digests(incidents: Path, empty: str) -> None:
    digest = Said(sentence="OpenAI paused.", subject="Organization:OpenAI")
    with open_store(empty) as store:
        store.write(make_extraction([digest]))
    run("import", str(incidents), "--mapping", "ai-incidents", uri=empty)
    with open_store(empty) as store:
        query = "MATCH (e:Entity)<-[:SUBJECT]-(c:Claim) RETURN e.id AS id, e.documents AS n, c.factuality AS f"
        found = store.run_raw(query)
        assert ("organization/openai", 3, "speculated") in {tuple(row) for row in found.rows}


REFUSED = (
    (["{table}"], 2, "give --mapping for a table, or --format jsonl for an export"),
    (["{table}", "--mapping", "ai-incidents", "--format", "jsonl"], 2, "give --mapping"),
    (["--mapping", "ai-incidents"], 2, "a table is read from a file"),
    (["{table}", "--mapping", "incidents"], 1, "Unknown mapping 'incidents': use one of ai-incidents"),
    (["{table}", "--mapping", "epoch-models"], 1, "it has no column 'Model'; choose another mapping"),
    (["none.csv", "--mapping", "ai-incidents"], 1, "none.csv: no such file or directory"),
    (["none.jsonl", "--format", "jsonl"], 1, "Cannot import none.jsonl: no such file or directory"),
    (["{table}", "--format", "jsonl"], 1, "Cannot import line 1: it is no JSON"),
    (["{table}", "--mapping", "ai-incidents", "--published", "2025"], 1, "'2025' is not a date"),
)


@pytest.mark.parametrize(("arguments", "code", "reason"), REFUSED)
def test_what_cannot_be_imported_is_refused_in_one_sentence(
    incidents: Path, empty: str, arguments: list[str], code: int, reason: str
) -> None:
    told = [argument.format(table=incidents) for argument in arguments]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VEILLE_")}
    done = subprocess.run(
        [sys.executable, "-m", "api.cli", "import", *told],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**kept, "VEILLE_GRAPH_URI": empty, "COLUMNS": "200"},
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert reason in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_table_without_one_good_row_is_refused(incidents: Path, empty: str) -> None:
    incidents.write_text("title,date\n,2024\n", "utf-8")
    result = run("import", str(incidents), "--mapping", "ai-incidents", uri=empty)
    assert result.exit_code == 1
    assert "none of its rows can be used" in str(result.exception)


def test_a_row_that_the_graph_refuses_leaves_the_others(store: Store) -> None:
    good, other = (
        make_extraction([SAID], source=f"t.csv#{number}", published=f"2025-04-0{number}") for number in (1, 2)
    )
    broken = make_extraction([Said(sentence="Acme met Bolt.", subject="Organization:Acme")], source="t.csv#3")
    broken = broken.model_copy(update={"entities": ()})
    readings = [
        RowReading(number=number, extraction=extraction, remarks=())
        for number, extraction in enumerate((good, broken, other), start=1)
    ]
    outcome = write_rows(store, readings)
    assert sum(outcome.counts.values()) == 2
    assert [number for number, _ in outcome.broken] == [2]


def test_an_export_is_imported_into_either_engine_and_comes_out_the_same(graph_uri: str, tmp_path: Path) -> None:
    source = f"embedded:{tmp_path / 'source.kgl'}"
    with open_store(source) as store:
        for extraction in sample_extractions():
            store.write(extraction)
    exported = run("export", "--format", "jsonl", uri=source).stdout
    result = run("import", "--format", "jsonl", uri=graph_uri, given=exported)
    assert (result.exit_code, result.stdout) == (0, f"{len(list(sample_extractions()))} documents\n")
    assert run("export", "--format", "jsonl", uri=graph_uri).stdout == exported
    again = run("import", "--format", "jsonl", uri=graph_uri, given=exported)
    assert "the graph already holds documents" in str(again.exception)


def test_an_export_is_imported_from_a_file_and_from_a_pipe(tmp_path: Path, empty: str) -> None:
    source = f"embedded:{tmp_path / 'source.kgl'}"
    with open_store(source) as store:
        store.write(make_extraction([SAID]))
    path = tmp_path / "graph.jsonl"
    path.write_text(run("export", uri=source).stdout, "utf-8")
    assert (
        run("import", str(path), "--format", "jsonl", uri=f"embedded:{tmp_path / 'one.kgl'}").stdout == "1 documents\n"
    )
    assert run("import", "-", "--format", "jsonl", uri=empty, given=path.read_text("utf-8")).stdout == "1 documents\n"


@pytest.mark.parametrize("form", ["jsonld", "turtle", "graphml"])
def test_every_format_goes_to_standard_output(tmp_path: Path, empty: str, form: str) -> None:
    with open_store(empty) as store:
        store.write(make_extraction([SAID]))
    result = run("export", "--format", form, uri=empty)
    assert result.exit_code == 0
    assert "Acme bought Bolt." in result.stdout
    if form == "jsonld":
        assert json.loads(result.stdout)


def test_csv_goes_to_a_folder(tmp_path: Path, empty: str) -> None:
    with open_store(empty) as store:
        store.write(make_extraction([SAID]))
    assert run("export", "--format", "csv", uri=empty).exit_code == 2
    result = run("export", "--format", "csv", "--output", str(tmp_path / "out"), uri=empty)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "neo4j-admin database import full neo4j" in result.stderr
    assert (tmp_path / "out" / "claim-nodes.csv").exists()
