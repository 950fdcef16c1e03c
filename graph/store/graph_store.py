"""The store itself: documents in and out, named queries and raw ones, on whichever engine it was given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from graph.errors import StoreFailed, UnknownQuery
from graph.judgements import Judgement
from graph.ontology import load_ontology
from graph.records import DocumentId, EntityId, Extraction
from graph.store.answers import RawAnswer, WriteReport
from graph.store.documents import retract_document, write_reading
from graph.store.engine import Engine, Result, Transaction
from graph.store.export import export_lines
from graph.store.guard import check_raw
from graph.store.importing import import_lines
from graph.store.merging import judge, put_judgements, reconsider, split
from graph.store.model import SCHEMA_VERSION
from graph.store.protocol import MAX_RAW_ROWS, RAW_TIMEOUT_SECONDS, Parameters, Row
from graph.store.queries import load_queries
from graph.store.readings import canonical_reading, check_reading
from graph.store.work import Work


class GraphStore:
    """A `Store` over an engine. Declares its schema when it is made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queries = load_queries()
        for query in self._queries.of_mode("schema"):
            engine.declare(query)
        self._check_version()

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
        check_reading(extraction, load_ontology())
        reading = canonical_reading(extraction)

        return self._write(lambda work: _logged(work, write_reading(work, reading)))

    def retract(self, document_id: DocumentId) -> WriteReport:
        """Take back a document and what it alone supported, in one transaction."""
        return self._write(lambda work: _logged(work, retract_document(work, document_id)))

    def judge(self, judgement: Judgement) -> bool:
        """Merge two entities, or keep them apart, in one transaction; see `Store.judge`."""
        now = _now()
        return self._write(lambda work: judge(work, judgement, decided_at=now))

    def split(self, merged_id: EntityId) -> EntityId:
        """Take a merge back, in one transaction."""
        return self._write(lambda work: split(work, merged_id))

    def reconsider(self, left_id: EntityId, right_id: EntityId) -> None:
        """Take back that two entities are different, in one transaction."""
        self._write(lambda work: reconsider(work, left_id, right_id))

    def execute_read(self, query_name: str, parameters: Parameters) -> list[Row]:
        """The rows of a query of `cypher/read`."""
        query = self._queries.get(query_name)
        if query.mode != "read":
            raise UnknownQuery(query_name)
        query.check_parameters(parameters)
        return self._engine.read(query, parameters)

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

    def import_lines(self, lines: Iterable[str]) -> int:
        """Fill an empty graph from an export; see `Store.import_lines`."""
        return import_lines(self, lines, self._put_judgements)

    def _put_judgements(self, judgements: Sequence[Judgement]) -> None:
        now = _now()
        self._write(lambda work: put_judgements(work, judgements, decided_at=now))

    def close(self) -> None:
        """Let the graph go; closing twice is harmless."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _write(self, steps: Callable[[Work], Result]) -> Result:
        """Run steps in one transaction, one writer at a time: what they compute depends on what they read."""

        def work(transaction: Transaction) -> Result:
            with_queries = Work(transaction, self._queries)
            if not self._engine.serial:
                with_queries.run("take_turn")
            return steps(with_queries)

        return self._engine.write(work)

    def _check_version(self) -> None:
        found = self.execute_read("meta", {"id": "schema_version"})
        if not found and not self._engine.read_only:
            properties: Row = {"id": "schema_version", "value": str(SCHEMA_VERSION)}
            rows: list[Row] = [{"id": "schema_version", "properties": properties}]
            self._write(lambda work: work.put("put_meta", rows))
        if found and found[0]["value"] != str(SCHEMA_VERSION):
            raise StoreFailed(self.uri, f"its schema is version {found[0]['value']}, this program's {SCHEMA_VERSION}")


def _logged(work: Work, report: WriteReport) -> WriteReport:
    """Note what was done and when; what changed nothing is not noted."""
    if report.status != "known":
        at = _now()
        properties: Row = {"id": f"{at} {report.document_id}", "at": at, **report.model_dump(exclude={"superseded"})}
        work.put("put_log", [{"id": properties["id"], "properties": properties}])
    return report


def _now() -> str:
    return datetime.now(UTC).isoformat()
