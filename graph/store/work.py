"""The query files at hand: on an engine for reading, and inside a transaction."""

from collections.abc import Sequence

from graph.errors import UnknownQuery
from graph.ontology import Ontology, load_ontology
from graph.store.engine import Engine, Transaction
from graph.store.protocol import Parameters, Row, Value
from graph.store.queries import Queries, load_queries


class NamedReads:
    """The reading queries by name, on an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queries = load_queries()

    def execute_read(self, query_name: str, parameters: Parameters) -> list[Row]:
        """The rows of a query of `cypher/read`; see `Store.execute_read`."""
        query = self._queries.get(query_name)
        if query.mode != "read":
            raise UnknownQuery(query_name)
        query.check_parameters(parameters)
        return self._engine.read(query, parameters)


class Work:
    """Runs named queries inside one transaction."""

    def __init__(self, transaction: Transaction, queries: Queries) -> None:
        self._transaction = transaction
        self._queries = queries
        self.ontology: Ontology = load_ontology()

    def run(self, name: str, variant: str = "", /, **parameters: Value) -> list[Row]:
        """The rows of a query; `variant` is the kind or predicate of a template."""
        return self._transaction.run(self._queries.get(name, variant), parameters)

    def execute_read(self, query_name: str, parameters: Parameters) -> list[Row]:
        """The rows of a reading query, as a store gives them, but seen from inside the transaction."""
        return self._transaction.run(self._queries.get(query_name), parameters)

    def put(self, name: str, rows: Sequence[Row], variant: str = "", /) -> None:
        """Run a query that unwinds `$rows`, unless there are none."""
        if rows:
            self.run(name, variant, rows=list(rows))

    def for_ids(self, name: str, ids: Sequence[str], variant: str = "", /) -> list[Row]:
        """The rows of a query that unwinds `$ids`; none, unasked, for no ids."""
        return self.run(name, variant, ids=list(ids)) if ids else []
