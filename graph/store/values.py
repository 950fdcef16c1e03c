"""What engines return, as plain JSON values: nodes, relationships and dates of raw queries become maps and strings."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import JsonValue

from graph.store.protocol import Row, Value

Wanted = TypeVar("Wanted")


def plain(value: object) -> JsonValue:
    """The value as JSON knows it; of anything unknown, its text."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    if callable(moment := getattr(value, "isoformat", None)):
        return str(moment())
    if callable(items := getattr(value, "items", None)):
        return {str(key): plain(item) for key, item in items()}
    return str(value)


def column(row: Row, name: str, kind: type[Wanted]) -> Wanted:
    """The value of a column that must be of that type. Raises TypeError: the query's header was wrong."""
    value = row[name]
    if not isinstance(value, kind):
        raise TypeError(f"column {name} holds {type(value).__name__}, not {kind.__name__}")
    return value


def strings(value: Value) -> tuple[str, ...]:
    """A list column of strings; nothing for null."""
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def maps(value: Value) -> list[Row]:
    """A list column of maps."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
