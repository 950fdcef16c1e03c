"""The store itself: documents in and out, named queries and raw ones, on whichever engine it was given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from graph.errors import OutdatedGraph, StoreFailed
from graph.judgements import Judgement
from graph.records import DocumentId, EntityId, Extraction
from graph.store.answers import RawAnswer, WriteReport
from graph.store.documents import retract_document, write_readings
from graph.store.engine import Engine, Result, Transaction
from graph.store.export import export_lines
from graph.store.guard import check_raw
from graph.store.importing import import_lines
from graph.store.merging import judge, put_judgements, reconsider, split
from graph.store.migrations import migrations_from, stored_version
from graph.store.model import SCHEMA_VERSION
from graph.store.protocol import MAX_RAW_ROWS, RAW_TIMEOUT_SECONDS, Parameters, Row
from graph.store.queries import load_queries
from graph.store.readings import checked_reading
from graph.store.work import NamedReads, Work


class GraphStore:
    """A `Store` over an engine. Declares its schema when it is made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queries = load_queries()
        self._reads = NamedReads(engine)
        for query in self._queries.of_mode("schema"):
            engine.declare(query)
        self._settle_version()

    @property
    def uri(self) -> str:
        """Where the graph is."""
        return self._engine.uri

    @property
    def engine_name(self) -> str:
        """'embedded' or 'neo4j'."""
        return self._engine.name

    def write(self, extraction: Extraction) -> WriteReport:
        """Add what one document gave, in one transaction; see `Store.write`."""
        (report,) = self.write_all([extraction])
        return report

    def write_all(self, extractions: Sequence[Extraction]) -> list[WriteReport]:
        """Add what several documents gave, in one transaction; see `Store.write_all`."""
        readings = [checked_reading(extraction) for extraction in extractions]
        return self.run(lambda work: _logged(work, write_readings(work, readings)))

    def retract(self, document_id: DocumentId) -> WriteReport:
        """Take back a document and what it alone supported, in one transaction."""
        (report,) = self.run(lambda work: _logged(work, [retract_document(work, document_id)]))
        return report

    def judge(self, judgement: Judgement) -> bool:
        """Merge two entities, or keep them apart, in one transaction; see `Store.judge`."""
        now = _now()
        return self.run(lambda work: judge(work, judgement, decided_at=now))

    def split(self, merged_id: EntityId) -> EntityId:
        """Take a merge back, in one transaction."""
        return self.run(lambda work: split(work, merged_id))

    def reconsider(self, left_id: EntityId, right_id: EntityId) -> None:
        """Take back that two entities are different, in one transaction."""
        self.run(lambda work: reconsider(work, left_id, right_id))

    def execute_read(self, query_name: str, parameters: Parameters) -> list[Row]:
        """The rows of a query of `cypher/read`."""
        return self._reads.execute_read(query_name, parameters)

    def run_raw(
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        max_rows: int = MAX_RAW_ROWS,
        timeout_seconds: float = RAW_TIMEOUT_SECONDS,
    ) -> RawAnswer:
        """The answer to one read-only statement, cut at `max_rows`."""
        check_raw(cypher)
        return self._engine.run_raw(cypher, parameters or {}, max_rows=max_rows, timeout_seconds=timeout_seconds)

    def export_lines(self, *, with_log: bool = False) -> Iterator[str]:
        """The whole graph as JSON Lines."""
        return export_lines(self, with_log=with_log)

    def import_lines(self, lines: Iterable[str], *, with_log: bool = False) -> int:
        """Fill an empty graph from an export; see `Store.import_lines`."""
        return import_lines(_Filling(self, with_log=with_log), lines)

    def close(self) -> None:
        """Let the graph go; closing twice is harmless."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, steps: Callable[[Work], Result]) -> Result:
        """Run steps in one transaction, one writer at a time: what they compute depends on what they read."""

        def work(transaction: Transaction) -> Result:
            with_queries = Work(transaction, self._queries)
            if not self._engine.serial:
                with_queries.run("take_turn")
            return steps(with_queries)

        return self._engine.write(work)

    def _settle_version(self) -> None:
        """Bring the graph to the schema of this program, or refuse it."""
        found = stored_version(self)
        if found is not None and found > SCHEMA_VERSION:
            raise StoreFailed(self.uri, f"its schema is version {found}, this program's {SCHEMA_VERSION}")
        if found == SCHEMA_VERSION or (found is None and self._engine.read_only):
            return
        if found is not None and self._engine.read_only:
            raise OutdatedGraph(self.uri, found, SCHEMA_VERSION)
        for migration in migrations_from(found):
            while self.run(migration.step):
                pass
            self._note_version(migration.to_version)
        if found is None:
            self._note_version(SCHEMA_VERSION)

    def _note_version(self, version: int) -> None:
        properties: Row = {"id": "schema_version", "value": str(version)}
        self.run(lambda work: work.put("put_meta", [{"id": "schema_version", "properties": properties}]))


class _Filling:
    """An empty store that an export fills; with `with_log` the log is the export's, not that of the filling."""

    def __init__(self, store: GraphStore, *, with_log: bool) -> None:
        self._store, self._with_log = store, with_log

    def execute_read(self, query_name: str, parameters: Parameters) -> list[Row]:
        return self._store.execute_read(query_name, parameters)

    def write_all(self, extractions: Sequence[Extraction]) -> list[WriteReport]:
        if not self._with_log:
            return self._store.write_all(extractions)
        readings = [checked_reading(extraction) for extraction in extractions]
        return self._store.run(lambda work: write_readings(work, readings))

    def put_judgements(self, judgements: Sequence[Judgement]) -> None:
        now = _now()
        self._store.run(lambda work: put_judgements(work, judgements, decided_at=now))

    def put_log(self, record: str, rows: Sequence[Row]) -> None:
        if not self._with_log:
            return
        if record == "log":
            rows = [{"id": row["id"], "properties": row} for row in rows]
        self._store.run(lambda work: work.put("put_log" if record == "log" else "set_decided_at", rows))


def _logged(work: Work, reports: list[WriteReport]) -> list[WriteReport]:
    """Note what was done and when; what changed nothing is not noted."""
    rows: list[Row] = []
    for report in reports:
        if report.status != "known":
            at = _now()
            rows.append({"id": f"{at} {report.document_id}", "at": at, **report.model_dump(exclude={"superseded"})})
    work.put("put_log", [{"id": row["id"], "properties": row} for row in rows])
    return reports


def _now() -> str:
    return datetime.now(UTC).isoformat()
