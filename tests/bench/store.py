"""How fast the store writes and reads, beside bare statements on the same engine in the same run.

    python -m tests.bench.store                                  10,000 and 100,000 claims on both engines
    python -m tests.bench.store --claims 10000 100000 1000000    as many as wanted, in rising order
    python -m tests.bench.store --engine embedded

Figures depend on the machine; the ratios less so. A row is a passage, a named entity, a mention or a claim.
"""

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from graph.ids import document_id
from graph.records import DocumentId, EntityId, Extraction
from graph.store import Store, _engine, open_store, read
from graph.store.batches import DOCUMENTS
from graph.store.queries import load_queries
from tests.bench.bare import bare_rows, write_bare
from tests.bench.workload import BLOCK, CLAIMS, HUB, digest, digests, probes
from tests.neo4j.server import NoNeo4j, running

_ROUNDS = 100
"""Times that a query is asked, each time for another entity."""
_ALONE = 10_000
"""Claims up to which digests are also written in a transaction each; more take minutes and tell no more."""
Made = TypeVar("Made")
Figures = dict[str, dict[int, float]]
"""By what was measured, and by the number of claims in the graph."""


def rows_of(reading: Extraction) -> int:
    """What a digest adds."""
    return len(reading.passages) + len(reading.entities) + len(reading.mentions) + len(reading.claims)


def grow(
    sizes: Sequence[int], make: Callable[[list[Extraction]], Made], write: Callable[[Made], object], *, together: int
) -> Iterator[tuple[int, float]]:
    """Write up to each size in turn; gives it with the rows per second of that stretch. Only writing is timed."""
    first = 0
    for size in sizes:
        last, rows, seconds = size // CLAIMS, 0, 0.0
        readings = digests(first, last)
        while batch := list(islice(readings, together)):
            rows += sum(map(rows_of, batch))
            made = make(batch)
            start = time.perf_counter()
            write(made)
            seconds += time.perf_counter() - start
        first = last
        print(f"{together} together, to {size:,} claims: {rows / seconds:,.0f} rows/s", file=sys.stderr)
        yield size, rows / seconds


def measure_store(uri: str, sizes: Sequence[int], together: int) -> Figures:
    """Rows per second of the store, its memory, and the time of queries in milliseconds: median and 99th of 100."""
    figures: Figures = {}
    with open_store(uri) as store:
        for size, speed in grow(sizes, list, store.write_all, together=together):
            figures.setdefault("rows/s", {})[size] = speed
            figures.setdefault("MB", {})[size] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            for name, (median, worst) in time_queries(store, sizes[0] // CLAIMS).items() if together > 1 else ():
                figures.setdefault(f"{name}|p50", {})[size] = median
                figures.setdefault(f"{name}|p99", {})[size] = worst
                print(f"  {name}: {median:.2f} ms, 99th {worst:.2f} ms", file=sys.stderr)
    return figures


def measure_bare(uri: str, sizes: Sequence[int], together: int) -> Figures:
    """Rows per second of bare statements."""
    engine = _engine(uri, read_only=False)
    for query in load_queries().of_mode("schema"):
        engine.declare(query)
    speeds = dict(grow(sizes, bare_rows, lambda made: write_bare(engine, made), together=together))
    engine.close()
    return {"rows/s": speeds}


def time_queries(store: Store, among: int) -> dict[str, tuple[float, float]]:
    """The ten main queries about what the first digests name, and two on the hub that all name, in milliseconds."""
    among = min(among, BLOCK)
    ids = probes(_ROUNDS, among)
    readings = [digest(number) for number in random.Random(1).choices(range(among), k=_ROUNDS)]
    hub = EntityId(f"organization/{HUB.lower()}")
    asked: dict[str, Callable[[int], object]] = {
        "entity": lambda n: read.get_entity(store, ids[n]),
        "search": lambda n: read.search_entities(store, ids[n].partition("/")[2].replace("-", " ")),
        "claims of entity": lambda n: read.find_claims(store, entity_id=ids[n]),
        "latest claims": lambda n: read.find_claims(store),
        "claim": lambda n: read.get_claim(store, readings[n].claims[0].id),
        "releases": lambda n: read.releases(store, ids[n]),
        "timeline": lambda n: read.timeline(store, ids[n]),
        "document": lambda n: read.list_passages(store, DocumentId(readings[n].document.id)),
        "neighbours": lambda n: store.run_raw("MATCH (e:Entity {id: $id})-[r]->(o:Entity) RETURN o.id", {"id": ids[n]}),
        "documents": lambda n: read.list_documents(store),
        "hub: entity": lambda n: read.get_entity(store, hub),
        "hub: timeline": lambda n: read.timeline(store, hub),
    }
    return {name: _timed(ask) for name, ask in asked.items()}


def _timed(ask: Callable[[int], object]) -> tuple[float, float]:
    ask(0)
    taken = []
    for number in range(_ROUNDS):
        start = time.perf_counter()
        ask(number)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), sorted(taken)[int(_ROUNDS * 0.99) - 1]


@contextmanager
def empty_graph(engine: str) -> Iterator[str]:
    """The address of a new graph."""
    with tempfile.TemporaryDirectory() as folder:
        if engine == "embedded":
            yield f"embedded:{folder}/graph.kgl"
        else:
            with running(Path(folder)) as server:
                yield server.uri


def in_own_process(measure: Callable[..., Figures], engine: str, sizes: Sequence[int], together: int) -> Figures:
    """Figures of a process of their own, so that memory is that of one measurement."""
    with empty_graph(engine) as uri, get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (uri, sizes, together))


def report(engine: str, sizes: Sequence[int]) -> Iterator[str]:
    """The lines of one engine."""
    yield f"{engine}: {', '.join(f'{size:,}' for size in sizes)} claims"
    for together, reached in ((1, [min(sizes[0], _ALONE)]), (DOCUMENTS, sizes)):
        store = in_own_process(measure_store, engine, reached, together)
        bare = in_own_process(measure_bare, engine, reached, together)
        yield f"  writing, {together} digest{'s' if together > 1 else ''} a transaction"
        for size in reached:
            ours, theirs = store["rows/s"][size], bare["rows/s"][size]
            told = f"{ours:9,.0f} rows/s, bare {theirs:9,.0f} rows/s, ratio {ours / theirs:.2f}"
            yield f"    to {size:>9,} claims: {told}, {store['MB'][size]:,.0f} MB in this process"
        for name in [key.partition("|")[0] for key in store if key.endswith("|p50")]:
            medians, worst = store[f"{name}|p50"], store[f"{name}|p99"]
            told = "  ".join(f"{medians[size]:7.2f} /{worst[size]:7.2f}" for size in sizes)
            growth = medians[sizes[-1]] / medians[sizes[0]]
            yield f"    {name:<18} {told} ms (median / 99th of 100), largest to smallest {growth:.2f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--engine", choices=("embedded", "neo4j", "both"), default="both")
    given = parser.parse_args()
    assert digest(0).document.id == document_id("\n".join(one.text for one in digest(0).passages))
    for engine in ("embedded", "neo4j") if given.engine == "both" else (given.engine,):
        try:
            for line in report(engine, sorted(given.claims)):
                print(line, flush=True)
        except NoNeo4j as error:
            print(f"neo4j: left out, {error}")


if __name__ == "__main__":
    main()
