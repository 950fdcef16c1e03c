"""Stores that cannot be opened or reached: one sentence each, and nothing lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from graph.errors import StoreFailed, StoreLocked, StoreUnavailable
from graph.store import Store, open_store, read
from graph.store.model import SCHEMA_VERSION
from tests.factory import Said, make_extraction
from tests.tampering import tamper

EXTRACTION = make_extraction([Said(sentence="Acme is here.", subject="Organization:Acme")])
ROOT = Path(__file__).resolve().parents[3]


def test_the_second_of_two_writers_gets_one_sentence(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path / 'graph.kgl'}"
    with open_store(uri):
        program = (
            "import sys\nfrom graph.errors import StoreLocked\nfrom graph.store import open_store\n"
            "try:\n    open_store(sys.argv[1])\nexcept StoreLocked as error:\n    print(error)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, uri], capture_output=True, text=True, cwd=ROOT, check=True
        )
        with pytest.raises(StoreLocked):
            open_store(uri)
    sentence = f"The graph at {uri} is in use by another process: stop that one first, or use its API.\n"
    assert done.stdout == sentence


def test_a_graph_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path / 'graph.kgl'}"
    with open_store(uri) as store:
        store.write(EXTRACTION)
        lines = list(store.export_lines())
    with open_store(uri, read_only=True) as store:
        assert list(store.export_lines()) == lines
        with pytest.raises(StoreUnavailable):
            store.write(EXTRACTION)


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path / 'graph.kgl'}"
    program = (
        "import sys\nfrom graph.store import open_store\nfrom tests.factory import Said, make_extraction\n"
        "store = open_store(sys.argv[1])\n"
        "for n in range(1000):\n"
        "    store.write(make_extraction([Said(sentence=f'Acme {n}.', subject='Organization:Acme')], source=str(n)))\n"
        "    print(n, flush=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program, uri], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    acknowledged = 0
    with process.stdout as told:
        for line in told:
            acknowledged = int(line) + 1
            if acknowledged == 20:
                os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with open_store(uri) as store:
        documents = read.status(store).documents
        assert acknowledged <= documents <= acknowledged + 1
        assert read.search_entities(store, "acme").items[0].mentions == documents


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("bolt://127.0.0.1:1", "cannot be opened"),
        ("neo4j://127.0.0.1:1", "cannot be opened"),
        ("bolt://", "cannot be opened"),
        ("http://127.0.0.1:7474", "neither embedded:PATH nor"),
        ("embedded:", "neither embedded:PATH nor"),
        ("", "neither embedded:PATH nor"),
        ("embedded:/proc/nowhere/graph.kgl", "cannot be opened"),
    ],
)
def test_a_graph_that_cannot_be_opened_is_told_in_one_sentence(uri: str, said: str) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        open_store(uri)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_reader_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        open_store(f"embedded:{tmp_path / 'sub' / 'graph.kgl'}", read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.neo4j
def test_a_reader_leaves_an_empty_server_empty(empty_neo4j: str) -> None:
    with open_store(empty_neo4j, read_only=True) as store:
        assert store.run_raw("MATCH (n) RETURN count(n) AS n").rows == ((0,),)
        with pytest.raises(StoreUnavailable):
            store.write(EXTRACTION)


def test_a_file_that_is_no_graph_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    path.write_text("no graph at all", "utf-8")
    with pytest.raises(StoreUnavailable):
        open_store(f"embedded:{path}")
    assert path.read_text("utf-8") == "no graph at all"


def test_threads_may_write_and_read_one_store(store: Store) -> None:
    def work(number: int) -> None:
        said = Said(sentence=f"Acme {number} is here.", subject="Organization:Acme")
        store.write(make_extraction([said], source=f"https://a.example/{number}"))
        read.search_entities(store, "acme")

    threads = [Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (acme,) = read.search_entities(store, "acme").items
    assert (acme.documents, acme.mentions) == (8, 8)


def test_another_schema_version_is_refused(graph_uri: str) -> None:
    with open_store(graph_uri) as store:
        store.write(EXTRACTION)
    set_version(graph_uri, "999")
    with pytest.raises(StoreFailed, match="its schema is version 999"):
        open_store(graph_uri)
    set_version(graph_uri, str(SCHEMA_VERSION))
    with open_store(graph_uri) as store:
        assert read.status(store).documents == 1


def set_version(uri: str, version: str) -> None:
    """Write another schema version past the store."""
    tamper(uri, f"MATCH (m:Meta {{id: 'schema_version'}}) SET m.value = '{version}'")
