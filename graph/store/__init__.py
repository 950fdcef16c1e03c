"""The store: one protocol, two engines, the same Cypher files."""

import os

from graph.errors import StoreUnavailable
from graph.settings import GRAPH_PASSWORD_VARIABLE, GRAPH_USER_VARIABLE
from graph.store.engine import Engine
from graph.store.graph_store import GraphStore
from graph.store.migrations import PendingMigration, find_pending
from graph.store.protocol import Store
from graph.store.work import NamedReads


def open_store(uri: str, *, read_only: bool = False) -> Store:
    """The graph at a URI: `embedded:PATH`, `neo4j://...` or `bolt://...`; use it in a `with`.

    The engine's package is imported only when it is asked for. With `read_only` nothing is created, and writes are
    refused; an embedded graph is still held by one process at a time.

    Raises:
        StoreUnavailable: it cannot be reached or opened, or the URI is of no known form.
        StoreLocked: another process holds the embedded graph.
    """
    engine = _engine(uri, read_only=read_only)
    try:
        return GraphStore(engine)
    except BaseException:
        engine.close()
        raise


def pending_migrations(uri: str) -> tuple[PendingMigration, ...]:
    """What opening the graph at a URI for writing would change of what an older program wrote; changes nothing.

    Raises as `open_store` does.
    """
    engine = _engine(uri, read_only=True)
    try:
        return find_pending(NamedReads(engine))
    finally:
        engine.close()


def _engine(uri: str, *, read_only: bool) -> Engine:
    scheme, _, rest = uri.partition(":")
    if scheme == "embedded" and rest:
        from graph.store.embedded import EmbeddedEngine

        return EmbeddedEngine(uri, read_only=read_only)
    if scheme.partition("+")[0] in ("neo4j", "bolt") and rest.startswith("//"):
        from graph.store.neo4j import Neo4jEngine

        user, password = os.environ.get(GRAPH_USER_VARIABLE), os.environ.get(GRAPH_PASSWORD_VARIABLE)
        return Neo4jEngine(uri, user=user, password=password, read_only=read_only)
    raise StoreUnavailable(uri, "it is neither embedded:PATH nor neo4j://HOST nor bolt://HOST")


__all__ = ["Store", "open_store", "pending_migrations"]
