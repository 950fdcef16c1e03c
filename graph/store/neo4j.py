"""The Neo4j engine: the official driver, managed transactions that it retries after passing failures.

Only this module knows the driver, and turns its errors into ours.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from neo4j import READ_ACCESS, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Record
from neo4j import Query as BoundedQuery
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)
from neo4j.graph import Node, Path, Relationship
from pydantic import JsonValue

from graph.errors import ConstraintViolated, RefusedQuery, StoreFailed, StoreUnavailable
from graph.store.answers import RawAnswer
from graph.store.engine import Result, Transaction
from graph.store.protocol import Parameters, Row
from graph.store.queries import Query
from graph.store.values import plain

SCHEMES = ("neo4j:", "neo4j+s:", "neo4j+ssc:", "bolt:", "bolt+s:", "bolt+ssc:")
CONNECTION_SECONDS = 10.0
"""How long to try for a connection; chosen by hand: a person waits that long for a command."""
RETRY_SECONDS = 30.0
"""How long a write is tried again after passing failures: the driver's default, and longer than a restart takes."""


class Neo4jEngine:
    """A graph on a server, shared by any number of processes."""

    name = "neo4j"
    serial = False

    def __init__(self, uri: str, *, user: str | None, password: str | None, read_only: bool = False) -> None:
        self.uri = uri
        self.read_only = read_only
        try:
            self._driver = GraphDatabase.driver(
                uri,
                auth=(user, password or "") if user else None,
                connection_acquisition_timeout=CONNECTION_SECONDS,
                connection_timeout=CONNECTION_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            )
        except (ConfigurationError, ValueError) as error:
            raise StoreUnavailable(uri, one_line(error)) from error
        try:
            with translated(uri):
                self._driver.verify_connectivity()
        except BaseException:
            self._driver.close()
            raise

    def declare(self, query: Query) -> None:
        """Run one statement of the schema."""
        if not self.read_only:
            with translated(self.uri), self._driver.session() as session:
                session.run(query.text).consume()

    def read(self, query: Query, parameters: Parameters) -> list[Row]:
        """The rows of one reading query."""
        with translated(self.uri), self._driver.session(default_access_mode=READ_ACCESS) as session:
            return session.execute_read(lambda transaction: _Neo4jTransaction(transaction).run(query, parameters))

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """Run `work` in one managed transaction."""
        if self.read_only:
            raise StoreUnavailable(self.uri, "it was opened for reading only")
        with translated(self.uri), self._driver.session() as session:
            return session.execute_write(lambda transaction: work(_Neo4jTransaction(transaction)))

    def run_raw(self, cypher: str, parameters: Parameters, *, max_rows: int, timeout_seconds: float) -> RawAnswer:
        """The answer to one guarded statement; the server stops it when its time is over."""
        query = BoundedQuery(cypher, timeout=timeout_seconds)
        try:
            with translated(self.uri), self._driver.session(default_access_mode=READ_ACCESS) as session:
                result = session.run(query, dict(parameters))
                columns, records = tuple(result.keys()), result.fetch(max_rows + 1)
        except StoreFailed as error:
            timed_out = isinstance(cause := error.__cause__, Neo4jError) and "TimedOut" in (cause.code or "")
            reason = f"it takes longer than {timeout_seconds:g} s" if timed_out else one_line(cause or error)
            raise RefusedQuery(reason) from error
        rows = tuple(tuple(_json(value) for value in record.values()) for record in records[:max_rows])
        return RawAnswer(columns=columns, rows=rows, truncated=len(records) > max_rows)

    def close(self) -> None:
        """Close every connection."""
        self._driver.close()


class _Neo4jTransaction:
    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, query: Query, parameters: Parameters) -> list[Row]:
        query.check_parameters(parameters)
        result = self._transaction.run(query.text, dict(parameters))
        rows = [_row(record) for record in result]
        for row in rows[:1]:
            query.check_columns(row)
        return rows


def _row(record: Record) -> Row:
    return dict(record)


def _json(value: object) -> JsonValue:
    if isinstance(value, Node):
        return {"labels": [*sorted(value.labels)], "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": plain(dict(value))}
    if isinstance(value, Path):
        return [_json(part) for part in (*value.nodes, *value.relationships)]
    if isinstance(value, list):
        return [_json(item) for item in value]
    return plain(value)


@contextmanager
def translated(uri: str) -> Iterator[None]:
    """Turn the driver's errors, and those of values it cannot send, into ours."""
    try:
        yield
    except ConstraintError as error:
        raise ConstraintViolated(one_line(error)) from error
    except (ServiceUnavailable, AuthError, ConfigurationError) as error:
        raise StoreUnavailable(uri, one_line(error)) from error
    except (ClientError, Neo4jError, DriverError, OverflowError, UnicodeEncodeError) as error:
        raise StoreFailed(uri, one_line(error)) from error


def one_line(error: BaseException) -> str:
    """The first line of an error's text, without its full stop."""
    text = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return (text.strip() or type(error).__name__).splitlines()[0].rstrip(".")
