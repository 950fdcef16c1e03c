"""What a store does, whatever engine is under it. `graph.store.open_store` gives one; `graph.store.read` asks it.

Above the seam everything speaks in records; below it, in `graph.store.engine`, in named queries and rows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from graph.judgements import Judgement
from graph.records import DocumentId, EntityId, Extraction
from graph.store.answers import RawAnswer, WriteReport

if TYPE_CHECKING:
    from graph.store.work import Work

Result = TypeVar("Result")
Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
"""What a parameter or a column can hold: no dates, no nodes, no paths."""
Parameters = Mapping[str, Value]
Row = dict[str, Value]

MAX_RAW_ROWS = 1_000
"""Rows that a raw query may give unless told otherwise; chosen by hand: more than a person reads."""
RAW_TIMEOUT_SECONDS = 10.0
"""Time that a raw query may take unless told otherwise; chosen by hand: a patient reader's limit."""


class Readable(Protocol):
    """Whatever answers named queries: a store, or a transaction from inside."""

    def execute_read(self, query_name: str, parameters: Parameters) -> list[Row]:
        """The rows of a query of `cypher/read`, columns as its header declares them."""


class Store(Readable, Protocol):
    """A graph that documents are written to and taken back from, and that named queries read.

    May be shared between threads. Every write is one transaction: it is all there or not at all.
    """

    @property
    def uri(self) -> str:
        """Where the graph is: as given to `open_store`, without any password."""

    @property
    def engine_name(self) -> str:
        """'embedded' or 'neo4j'."""

    def write(self, extraction: Extraction) -> WriteReport:
        """Add what one document gave; adding it again changes nothing.

        Another text of the same source supersedes the earlier published one, ties by document id, in whatever order
        they come.

        Raises:
            SchemaError: a kind or a claim that the ontology does not allow.
            ConstraintViolated: a mention or an evidence points outside the document.
        """

    def write_all(self, extractions: Sequence[Extraction]) -> list[WriteReport]:
        """Add what several documents gave, in their order and in one transaction: all of them, or none.

        For many documents: a transaction for each costs more than what it writes. Raises as `write` does;
        `graph.store.batches.write_each` leaves out only those that are refused.
        """

    def retract(self, document_id: DocumentId) -> WriteReport:
        """Take back a document and what it alone supported. Raises DocumentNotFound."""

    def judge(self, judgement: Judgement) -> bool:
        """Merge two entities, or keep them apart, as judged; gives whether the judgement was new.

        Raises:
            EntityNotFound: the graph does not have one of them.
            EntityMerged: the entity to keep was itself merged into another.
            ContradictoryJudgement: an earlier judgement says otherwise.
        """

    def split(self, merged_id: EntityId) -> EntityId:
        """Take a merge back: everything is as it would be without it. Gives the entity that was kept.

        Raises:
            NotMerged: no judgement merged it.
        """

    def reconsider(self, left_id: EntityId, right_id: EntityId) -> None:
        """Take back that two entities are different, in whichever order they are given.

        Raises:
            NotJudgedApart: nobody judged so.
        """

    def run(self, steps: "Callable[[Work], Result]") -> Result:
        """What steps give that read and write in one transaction, one writer at a time.

        They may be called again after a passing failure, from the same state.
        """

    def execute_read(self, query_name: str, parameters: Parameters) -> list[Row]:
        """The rows of a query of `cypher/read`, columns as its header declares them.

        Raises:
            UnknownQuery: no file has that name.
            MissingParameter: the parameters are not exactly the declared ones.
            UnexpectedRow: a row is not as declared.
        """

    def run_raw(
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        max_rows: int = MAX_RAW_ROWS,
        timeout_seconds: float = RAW_TIMEOUT_SECONDS,
    ) -> RawAnswer:
        """The answer to one read-only statement, cut at `max_rows`.

        Raises:
            RefusedQuery: it writes, reads files, is several statements, does not parse, or takes too long.
        """

    def export_lines(self, *, with_log: bool = False) -> Iterator[str]:
        """The whole graph as JSON Lines, without line ends, in one order that does not depend on how it came about.

        `with_log` adds what was done when, after all else; that part is different each time.
        """

    def import_lines(self, lines: Iterable[str], *, with_log: bool = False) -> int:
        """Fill an empty graph from an export; gives how many documents it holds then. The same export comes out again.

        A document is all there or not at all: a fault in a later line leaves those before it. `with_log` takes over
        what was done when, too, in place of noting that the documents were read now.

        Raises:
            UnreadableExport: a line is not of an export, or the graph is not empty.
        """

    def close(self) -> None:
        """Let the graph go; closing twice is harmless."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
