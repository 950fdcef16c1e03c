"""The command line as a user meets it: answers, one sentence for each error, exit codes."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from api.cli.app import app
from api.cli.files import digest_files
from api.cli.ingest import ingest_files
from graph.errors import UnreadableDigest
from graph.settings import ROOT
from graph.store import Store, open_store
from tests.api.sample_graph import LineExtractor, sample_extractions

COMMANDS = (
    "ingest",
    "import",
    "extract",
    "ask",
    "export",
    "serve",
    "evaluate",
    "schema",
    "status",
    "demo",
    "retract",
    "conflicts",
    "check",
    "diff",
    "backup",
    "restore",
    "migrate",
)


@pytest.fixture
def uri(tmp_path: Path) -> str:
    """Where a graph with the sample digests is, closed."""
    uri = f"embedded:{tmp_path / 'graph.kgl'}"
    with open_store(uri) as store:
        for extraction in sample_extractions():
            store.write(extraction)
    return uri


def start(*arguments: str, uri: str, **environment: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VEILLE_")}
    return subprocess.Popen(
        [sys.executable, "-m", "api.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**kept, "VEILLE_GRAPH_URI": uri, "PYTHONIOENCODING": "utf-8", **environment},
    )


def veille(*arguments: str, uri: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a run."""
    with start(*arguments, uri=uri, **environment) as process:
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err


def test_a_question_is_answered(uri: str) -> None:
    code, out, err = veille("ask", "qu'a sorti Meta ?", uri=uri)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Meta a sorti : LLaMA 4 Maverick, LLaMA 4 Scout; prévu, pas encore fait : LLaMA 4 Behemoth.\n"
    )


def test_an_answer_as_json_is_the_answer_of_the_api(uri: str) -> None:
    code, out, _ = veille("ask", "who acquired Pollen Robotics", "--format", "json", uri=uri)
    assert (code, json.loads(out)["lines"][0]["date"]) == (0, "2025-04-14")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("ask", "why is the sky blue"), 1, "I cannot read the question"),
        (("ingest", "no-such-file.md"), 1, "no-such-file.md: no such file or directory; "),
        (("ingest", "README.md", "--published", "2025-02-30"), 1, "'2025-02-30' is not a date"),
        (("extract", "no-such-file.md"), 1, "no-such-file.md: no such file or directory; "),
        (("evaluate", "no-such-folder"), 2, "does not exist"),
        (("ingest",), 2, "Missing argument"),
        (("ingest", "a.md", "b.md", "--source", "s"), 2, "--source"),
        (("fly",), 2, "No such command 'fly'"),
        (("export", "--format", "xml"), 2, "'xml'"),
    ],
)
def test_an_error_is_one_sentence_on_standard_error(
    uri: str, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    returned, out, err = veille(*arguments, uri=uri)
    assert returned == code
    assert sentence in err and "Traceback" not in err
    assert "error" not in out.lower()


@pytest.mark.parametrize(
    ("uri", "sentence"),
    [
        ("embedded:/nowhere/at/all/graph.kgl", "The graph at embedded:/nowhere/at/all/graph.kgl cannot be opened"),
        ("mysql://host", "it is neither embedded:PATH nor neo4j://HOST"),
        ("bolt://127.0.0.1:9", "cannot be opened"),
    ],
)
def test_a_graph_that_cannot_be_opened_is_one_sentence(uri: str, sentence: str) -> None:
    code, out, err = veille("status", uri=uri)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert sentence in err


def test_a_graph_that_another_process_holds_is_one_sentence(uri: str) -> None:
    with open_store(uri):
        code, _, err = veille("status", uri=uri)
    assert (code, err) == (
        1,
        f"The graph at {uri} is in use by another process: stop that one first, or use its API.\n",
    )


def test_an_export_is_the_graph_and_the_log_only_when_asked(uri: str) -> None:
    code, plain, _ = veille("export", "--format", "jsonl", uri=uri)
    _, logged, _ = veille("export", "--with-log", uri=uri)
    assert code == 0 and logged.startswith(plain)
    assert [json.loads(line)["record"] for line in logged.removeprefix(plain).splitlines()] == ["log", "log"]


def test_a_reader_that_goes_away_ends_an_export_quietly(uri: str) -> None:
    with start("export", uri=uri) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 1


def test_a_busy_port_is_one_sentence(uri: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = veille("serve", "--port", str(port), uri=uri)
    assert (code, out) == (1, "")
    assert err == f"Cannot listen on 127.0.0.1 port {port} (address already in use): choose another --port.\n"


@pytest.fixture
def served(uri: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running server and its address."""
    with start("serve", "--port", "0", uri=uri) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[3]
        yield process, address
        if process.poll() is None:
            process.kill()


def test_a_server_answers_and_stops_on_request(served: tuple[subprocess.Popen[str], str]) -> None:
    process, address = served
    with httpx.Client(base_url=address, timeout=30) as client:
        assert client.get("/v1/ready").json() == {"status": "ok"}
        assert client.get("/v1/entities/organization%2Fhugging-face").json()["name"] == "Hugging Face"
        assert client.get("/v1/health", headers={"host": "evil.example"}).status_code == 421
        refused = client.post("/v1/documents", json={"text": "x", "source": "s"})
        assert (refused.status_code, refused.json()["type"]) == (403, "urn:veille:error:writes-disabled")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    assert process.stderr is not None and "Traceback" not in process.stderr.read()


def test_the_command_line_starts_without_what_it_does_not_need() -> None:
    heavy = "{'spacy', 'fastapi', 'uvicorn', 'kglite', 'neo4j', 'selectolax', 'pypdf'}"
    check = f"import sys, api.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert (result.exit_code, f"veille {command}" in result.output) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["schema"], "acquired"),
        (["schema", "--language", "fr"], "a acquis"),
        (["schema", "--format", "json"], '"ACQUIRED"'),
        (["--version"], "veille "),
    ],
)
def test_the_vocabulary_is_printed(arguments: list[str], expected: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert expected in result.output


def test_the_status_counts(uri: str) -> None:
    code, out, _ = veille("status", "--format", "json", uri=uri)
    assert (code, json.loads(out)["claims"]) == (0, 16)


def test_a_bad_file_does_not_stop_the_others(
    tmp_path: Path, own_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "digests"
    folder.mkdir()
    (folder / "a.md").write_text("A week in artificial intelligence.\n\nAlpha acquired Beta.\n", "utf-8")
    (folder / "b.md").write_bytes(b"")
    (folder / "c.txt").write_text("The week in one line, for you.\n\nGamma acquired Delta.\n", "utf-8")
    (folder / "notes.csv").write_text("not a digest", "utf-8")

    def run() -> tuple[dict[str, int], list[str]]:
        outcome = ingest_files(own_store, [folder, tmp_path / "missing.md"], load_extractor=LineExtractor)
        return outcome.counts, [Path(path).name for path, _ in outcome.refused]

    assert run() == ({"new": 2}, ["b.md", "missing.md"])
    assert run() == ({"known": 2}, ["b.md", "missing.md"])
    assert "[2/4]" in capsys.readouterr().err


def test_a_folder_without_digests_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDigest, match="no digest in this folder"):
        list(digest_files([tmp_path]))
