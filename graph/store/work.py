"""A transaction with the query files at hand."""

from collections.abc import Sequence

from graph.ontology import Ontology, load_ontology
from graph.store.engine import Transaction
from graph.store.protocol import Parameters, Row, Value
from graph.store.queries import Queries


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
