"""The store: one protocol, two engines, the same Cypher files."""

from graph.store.protocol import Store


def open_store(uri: str, *, read_only: bool = False) -> Store:
    """The graph at a URI: `embedded:PATH`, `neo4j://...` or `bolt://...`; use it in a `with`.

    Raises:
        StoreUnavailable: it cannot be reached or opened, or the URI is of no known form.
        StoreLocked: another process writes to the embedded graph.
    """
    raise NotImplementedError(uri, read_only)


__all__ = ["Store", "open_store"]
