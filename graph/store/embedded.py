"""The embedded engine: kglite, in this process, one file and its log. Nothing to install or start.

Its `Session` may be shared between threads: reads take a snapshot without a lock, writes queue. Only this module knows
kglite, and turns its errors into ours.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast

import kglite

from graph.errors import ConstraintViolated, RefusedQuery, StoreFailed, StoreLocked, StoreUnavailable
from graph.store.answers import RawAnswer
from graph.store.engine import Result, Transaction
from graph.store.protocol import Parameters, Row
from graph.store.queries import Query
from graph.store.values import plain

if TYPE_CHECKING:
    from kglite import Session, SessionTransaction

SCHEME = "embedded:"
_MAX_WORK_UNITS = 20_000_000
"""Intermediate rows that a raw query may hold; chosen by hand: some hundred megabytes at worst."""

_INDEXED = re.compile(r"CREATE INDEX .*\bFOR \(n:(\w+)\) ON \(n\.(\w+)\)", re.DOTALL)
"""The label and the property of an index."""

kglite.set_query_warning_policy("silent")


class EmbeddedEngine:
    """A graph in one file, written by one process at a time."""

    name = "embedded"
    serial = True

    def __init__(self, uri: str, *, read_only: bool = False) -> None:
        self.uri = uri
        path = Path(uri.removeprefix(SCHEME)).expanduser()
        if read_only and not path.exists():
            raise StoreUnavailable(uri, "there is no such file")
        self.read_only = read_only
        self._writing = Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._session: Session = kglite.open_session(str(path), durable="full")
        except kglite.WriterLeaseHeldError as error:
            raise StoreLocked(uri) from error
        except (kglite.KgError, OSError, RuntimeError, ValueError) as error:
            raise StoreUnavailable(uri, one_line(error)) from error
        self._open = True

    def declare(self, query: Query) -> None:
        """Run one statement of the schema, and let the engine know the property that it indexes.

        What a process wrote that died before it closed the graph is read from the log, and with it only properties
        that some node has: to match any other is an error until it is set once.
        """
        if self.read_only:
            return
        with translated(self.uri):
            self._session.execute(query.text)
            if (found := _INDEXED.search(query.text)) is None:
                return
            label, name = found.groups()
            try:
                self._session.cypher(f"MATCH (n:{label} {{{name}: ''}}) RETURN n.id LIMIT 1")
            except kglite.SchemaError:
                self._session.execute(f"MATCH (n:{label}) WITH n LIMIT 1 SET n.{name} = null")

    def read(self, query: Query, parameters: Parameters) -> list[Row]:
        """The rows of one reading query, on a snapshot."""
        with translated(self.uri):
            return _rows(query, self._session.cypher(query.text, params=dict(parameters)))

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """Run `work` in one transaction, one at a time in this process."""
        if self.read_only:
            raise StoreUnavailable(self.uri, "it was opened for reading only")
        with self._writing, translated(self.uri):
            transaction = self._session.begin()
            try:
                result = work(_EmbeddedTransaction(self.uri, transaction))
            except BaseException:
                transaction.rollback()
                raise
            transaction.commit()
            return result

    def run_raw(self, cypher: str, parameters: Parameters, *, max_rows: int, timeout_seconds: float) -> RawAnswer:
        """The answer to one guarded statement."""
        try:
            result = self._session.cypher(
                cypher,
                params=dict(parameters),
                timeout_ms=max(1, int(timeout_seconds * 1000)),
                max_work_units=_MAX_WORK_UNITS,
                row_limit=max_rows + 1,
            )
            columns = tuple(str(name) for name in result.columns)
            rows = [tuple(plain(row[name]) for name in columns) for row in result]
        except kglite.CypherTimeoutError as error:
            raise RefusedQuery(f"it takes longer than {timeout_seconds:g} s") from error
        except (kglite.KgError, ValueError, TypeError, OverflowError, RecursionError) as error:
            raise RefusedQuery(one_line(error)) from error
        return RawAnswer(columns=columns, rows=tuple(rows[:max_rows]), truncated=len(rows) > max_rows)

    def close(self) -> None:
        """Write a checkpoint and give the lease back."""
        if self._open:
            self._open = False
            with translated(self.uri):
                self._session.close()


class _EmbeddedTransaction:
    def __init__(self, uri: str, transaction: "SessionTransaction") -> None:
        self._uri, self._transaction = uri, transaction

    def run(self, query: Query, parameters: Parameters) -> list[Row]:
        query.check_parameters(parameters)
        try:
            result = self._transaction.cypher(query.text, params=dict(parameters))
        except TypeError as error:  # a text that is not valid Unicode, say
            raise StoreFailed(self._uri, one_line(error)) from error
        return _rows(query, result)


def _rows(query: Query, result: object) -> list[Row]:
    rows = [cast(Row, dict(row)) for row in cast("list[Row]", result)] if query.returns else []
    for row in rows[:1]:
        query.check_columns(row)
    return rows


@contextmanager
def translated(uri: str) -> Iterator[None]:
    """Turn the engine's errors, and those of values it cannot take, into ours."""
    try:
        yield
    except kglite.ConstraintError as error:
        raise ConstraintViolated(one_line(error)) from error
    except kglite.FileError as error:
        raise StoreUnavailable(uri, one_line(error)) from error
    except (kglite.KgError, OverflowError, OSError) as error:
        raise StoreFailed(uri, one_line(error)) from error


def one_line(error: BaseException) -> str:
    """The first line of an error's text, without its full stop."""
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
