"""A process that dies right after its first digest: the next one goes on from there."""

import multiprocessing
import os
from pathlib import Path

from graph.resolution import resolve
from graph.store import open_store
from graph.store.check import check_graph
from tests.graph.store.fault_worker import digest

DIED = 9


def _write_and_die(uri: str) -> None:
    open_store(uri).write(digest(0))
    os._exit(DIED)  # Without closing: no checkpoint, only the log.


def test_a_graph_whose_first_writer_died_takes_more(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path / 'graph'}"
    writer = multiprocessing.get_context("spawn").Process(target=_write_and_die, args=(uri,))
    writer.start()
    writer.join()
    assert writer.exitcode == DIED
    with open_store(uri) as store:
        assert store.write(digest(0)).status == "known"
        assert store.write(digest(1)).status == "new"
        resolve(store)
        assert list(check_graph(store)) == []
