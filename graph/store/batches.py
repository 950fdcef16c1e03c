"""Many documents in few transactions, each of which is still all there or not at all.

A transaction holds whole documents. Where one of them is refused, each is written again by itself, so that it alone is
left out.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from graph.errors import ConstraintViolated, KindMismatch, StoreFailed, UnknownKind, UnknownPredicate
from graph.records import Extraction
from graph.store.answers import WriteReport

DOCUMENTS = 100
"""Documents of a transaction; measured with ten claims each; more gain little."""

Refusal = UnknownKind | UnknownPredicate | KindMismatch | ConstraintViolated
"""What is wrong with one document only."""


class Writer(Protocol):
    """What documents are written to."""

    def write_all(self, extractions: Sequence[Extraction]) -> list[WriteReport]:
        """Add what several documents gave, all of them or none."""


def write_each(writer: Writer, extractions: Sequence[Extraction]) -> Iterator[WriteReport | Refusal]:
    """What became of each document, in their order; those told are in the graph when they are told.

    Raises:
        StoreError: the engine failed at the document after the last one told; that and those after it are not written.
    """
    try:
        reports = writer.write_all(extractions) if extractions else []
    except (UnknownKind, UnknownPredicate, KindMismatch, ConstraintViolated, StoreFailed) as error:
        if len(extractions) > 1:
            for extraction in extractions:
                yield from write_each(writer, [extraction])
        elif isinstance(error, StoreFailed):
            raise
        else:
            yield error
    else:
        yield from reports
