"""The seam under the store: what an engine must do. Two do it: `graph.store.embedded` and `graph.store.neo4j`."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from graph.store.answers import RawAnswer
from graph.store.protocol import Parameters, Row
from graph.store.queries import Query

Result = TypeVar("Result")


class Transaction(Protocol):
    """Statements that take effect together, or not at all."""

    def run(self, query: Query, parameters: Parameters) -> list[Row]:
        """The rows of one query, which sees what the transaction wrote so far."""


class Engine(Protocol):
    """A database that runs checked queries. Raises StoreError leaves only; may be shared between threads."""

    @property
    def name(self) -> str:
        """'embedded' or 'neo4j'."""

    @property
    def uri(self) -> str:
        """Where it is, without any password."""

    @property
    def read_only(self) -> bool:
        """Whether it refuses to write."""

    @property
    def serial(self) -> bool:
        """Whether it runs one writing transaction at a time by itself."""

    def declare(self, query: Query) -> None:
        """Run one statement of `cypher/schema`; safe to repeat."""

    def read(self, query: Query, parameters: Parameters) -> list[Row]:
        """The rows of one reading query."""

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """Run `work` in one transaction; it may be called again after a passing failure, from the same state."""

    def run_raw(self, cypher: str, parameters: Parameters, *, max_rows: int, timeout_seconds: float) -> RawAnswer:
        """The answer to a statement that `graph.store.guard` let through; the engine itself refuses writes too."""

    def close(self) -> None:
        """Let go of files and connections; closing twice is harmless."""
