"""Killed at random points of ingest, merge, retract and resolution: what was acknowledged is there, and nothing is
half done."""

import multiprocessing
import random
import time
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from graph.errors import NotMerged, StoreError
from graph.records import EntityId
from graph.resolution import resolve
from graph.resolution.decisions import RULE
from graph.store import Store, open_store
from graph.store.check import check_graph
from graph.store.contents import read_reading
from graph.store.readings import canonical_reading
from tests.graph.resolution.whole import is_resolved
from tests.graph.store.fault_worker import ACTIONS, Done, apply, digest, entity_id, read_notes, work
from tests.neo4j.server import Server

pytestmark = pytest.mark.slow

SEED = 20250430
MOST_STEPS = {"embedded": 60, "neo4j": 18}
"""Lines of notes after which a process is killed at the latest, two a change: on the embedded engine thirty changes,
with the graph opened and closed five times. A server takes ten times as long for one, and so gets fewer."""
LONGEST = 0.02
"""Seconds that it may go on from there: the time of about one change."""
DIGESTS = 40
"""Digests written while a server restarts: more than it takes before it is gone."""

State = tuple[frozenset[str], frozenset[str]]
"""Ids of documents and of persons' judgements: the rule's follow from them."""


def state_of(store: Store) -> State:
    lines = {name: store.execute_read(name, {"after_id": "", "limit": 1000}) for name in ("document_ids", "judgements")}
    return (
        frozenset(str(row["document_id"]) for row in lines["document_ids"]),
        frozenset(f"{row['id']} {row['kept_id']}" for row in lines["judgements"] if row["decided_by"] != RULE),
    )


def after(state: State, done: Done) -> State:
    """The state that a change leads to when it is carried out."""
    documents, judgements = state
    if done.action in ("write", "write together"):
        return documents | {digest(int(number)).document.id for number in done.what.split(" ")}, judgements
    if done.action == "retract":
        return documents - {digest(int(done.what)).document.id}, judgements
    if done.action == "resolve":
        return state
    words = [entity_id(name) for name in done.what.split("+")]
    if done.action == "merge":
        return documents, judgements | {f"same {words[0]} {words[1]}"}
    return documents, frozenset(one for one in judgements if not one.startswith(f"same {words[0]} "))


def outcomes(state: State, notes: list[Done]) -> set[State]:
    """The states that a graph may be in after what was noted: one, or two when the last change was only begun."""
    for one in notes:
        if one.state == "begun":
            return {state, after(state, one)}
        state = after(state, one) if one.state == "done" else state
    return {state}


def kill_at_random(uri: str, folder: Path, *, kills: int) -> list[Done]:
    """Let a process work and kill it, time and again, and look at the graph each time; gives all changes noted."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.graph.store.fault_worker", "graph.store.embedded", "graph.store.neo4j"])
    pick = random.Random(SEED)
    state: State = (frozenset(), frozenset())
    noted: list[Done] = []
    for number in range(kills):
        notes = folder / f"notes-{number}"
        process = context.Process(target=work, args=(uri, str(notes), pick.randrange(10**9)))
        process.start()
        # Amid its first steps, while it opens the graph, or after more work: counted in steps, so that a slow machine
        # gets as far as a fast one.
        wait_for(notes, pick.randrange(MOST_STEPS["embedded" if uri.startswith("embedded:") else "neo4j"]), process)
        time.sleep(pick.uniform(0, LONGEST))
        assert process.is_alive()
        process.kill()
        process.join()
        noted += (found := read_notes(notes))
        with open_store(uri) as store:
            # On a server, a write waits for those before it to end, and so for what the killed process left behind.
            with pytest.raises(NotMerged):
                store.split(EntityId("organization/none"))
            reached = state_of(store)
            assert reached in outcomes(state, found)
            assert list(check_graph(store)) == []
        state = reached
    return noted


def wait_for(notes: Path, lines: int, process: BaseProcess) -> None:
    """Wait until a process has noted that much."""
    deadline = time.monotonic() + 30
    while process.is_alive() and time.monotonic() < deadline:
        if (notes.read_bytes().count(b"\n") if notes.exists() else 0) >= lines:
            return
        time.sleep(0.001)


def check_whole(uri: str, folder: Path) -> None:
    """Every document is what was written, and the graph is the one that they and the judgements alone give anew.

    So is what was resolved, whatever of it was cut short.
    """
    with open_store(uri) as store, open_store(f"embedded:{folder / 'anew.kgl'}") as anew:
        documents, _ = state_of(store)
        for number in range(DIGESTS):
            reading = canonical_reading(digest(number))
            if reading.document.id in documents:
                assert read_reading(store, reading.document.id) == reading
        resolve(store)
        assert is_resolved(store)
        lines = [*store.export_lines()]
        anew.import_lines(lines)
        assert [*anew.export_lines()] == lines


def test_fifty_kills_on_the_embedded_engine(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path / 'graph.kgl'}"
    noted = kill_at_random(uri, tmp_path, kills=50)
    check_whole(uri, tmp_path)
    # The kills hit what they were meant to hit.
    assert {one.action for one in noted if one.state == "done"} == set(ACTIONS)
    assert sum(one.state == "begun" for one in noted) >= 10


@pytest.mark.neo4j
def test_fifty_kills_on_neo4j(tmp_path: Path, empty_neo4j: str) -> None:
    noted = kill_at_random(empty_neo4j, tmp_path, kills=50)
    check_whole(empty_neo4j, tmp_path)
    assert {one.action for one in noted if one.state == "done"} == set(ACTIONS)
    cut_short = [one.action for one in noted if one.state == "begun"]
    assert len(cut_short) >= 10
    assert {"write together", "merge", "retract"} <= set(cut_short)


@pytest.mark.neo4j
def test_two_processes_write_and_resolve_at_once(tmp_path: Path, empty_neo4j: str) -> None:
    context = multiprocessing.get_context("forkserver")
    halves = [list(range(first, DIGESTS, 2)) for first in (0, 1)]
    writers = [context.Process(target=write_and_resolve, args=(empty_neo4j, half)) for half in halves]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with open_store(empty_neo4j) as store:
        documents, _ = state_of(store)
        assert documents == {digest(number).document.id for number in range(DIGESTS)}
        assert is_resolved(store)
        assert list(check_graph(store)) == []
    check_whole(empty_neo4j, tmp_path)


def write_and_resolve(uri: str, numbers: list[int]) -> None:
    """Write digests in their order, and resolve after each."""
    with open_store(uri) as store:
        for number in numbers:
            apply(store, "write", str(number))
            apply(store, "resolve", "")


@pytest.mark.neo4j
def test_a_server_that_stops_and_starts_during_an_ingest(
    tmp_path: Path, neo4j_server: Server, empty_neo4j: str
) -> None:
    failed = ingest_beside_a_restart(neo4j_server, numbers=range(DIGESTS))
    with open_store(empty_neo4j) as store:
        documents, _ = state_of(store)
        assert documents == {digest(number).document.id for number in range(DIGESTS)}
        assert list(check_graph(store)) == []
    # The driver tries again while the server is away; if that took too long, one sentence told which digest.
    assert len(failed) <= 1
    check_whole(empty_neo4j, tmp_path)


def ingest_beside_a_restart(server: Server, *, numbers: range) -> list[int]:
    """Write digests while the server is restarted amid them; gives those that had to be begun again."""
    context = multiprocessing.get_context("forkserver")
    failed: list[int] = []
    with open_store(server.uri) as store:
        begun = context.Event()
        writer = context.Process(target=write_all, args=(server.uri, list(numbers), begun))
        writer.start()
        assert begun.wait(60)
        server.stop()
        server.start()
        writer.join(60)
        assert writer.exitcode in (0, 1)
        if writer.exitcode:
            present, _ = state_of(store)
            failed = [number for number in numbers if digest(number).document.id not in present][:1]
            for number in range(failed[0], numbers.stop):
                apply(store, "write", str(number))
    return failed


def write_all(uri: str, numbers: list[int], begun: Event) -> None:
    """Write digests in their order; a refusal ends the process with exit code 1."""
    try:
        with open_store(uri) as store:
            for place, number in enumerate(numbers):
                apply(store, "write", str(number))
                if place == 10:
                    begun.set()
    except StoreError as error:
        raise SystemExit(1) from error
