"""Many documents in few transactions: one that is refused is left out alone, and what was told is in the graph."""

import pytest

from graph.errors import ConstraintViolated, StoreFailed
from graph.records import EntityId, Extraction
from graph.store import Store, read
from graph.store.answers import WriteReport
from graph.store.batches import write_each
from graph.store.check import check_graph
from tests.factory import Said, make_extraction


def digest(number: int, *, source: str | None = None, published: str = "2025-04-30") -> Extraction:
    """A digest that names Acme, with a claim of its own."""
    said = Said(
        sentence=f"Acme released Cargo {number}.",
        subject="Organization:Acme",
        predicate="RELEASED",
        object=f"Product:Cargo {number}",
    )
    return make_extraction([said], source=source or f"https://a.example/{number}", published=published)


def refused(number: int) -> Extraction:
    """A digest with a mention of something that it does not name."""
    reading = digest(number)
    lost = reading.mentions[0].model_copy(update={"entity_id": EntityId("organization/nobody")})
    return reading.model_copy(update={"mentions": (lost,)})


def too_large(number: int) -> Extraction:
    """A digest with a number that no engine takes."""
    reading = digest(number)
    evidence = reading.claims[0].evidence[0].model_copy(update={"end_char": 2**70})
    claim = reading.claims[0].model_copy(update={"evidence": (evidence,)})
    return reading.model_copy(update={"claims": (claim,)})


def there(store: Store) -> set[str]:
    return {document.id for document in read.list_documents(store, limit=100).items}


def test_only_the_refused_document_is_left_out(store: Store) -> None:
    readings = [digest(0), refused(1), digest(2)]
    outcomes = list(write_each(store, readings))
    assert [outcome.status if isinstance(outcome, WriteReport) else type(outcome) for outcome in outcomes] == [
        "new",
        ConstraintViolated,
        "new",
    ]
    assert there(store) == {readings[0].document.id, readings[2].document.id}
    assert list(check_graph(store)) == []


def test_what_was_told_before_a_failure_is_kept(store: Store) -> None:
    readings = [digest(0), digest(1), too_large(2), digest(3)]
    told = []
    with pytest.raises(StoreFailed):
        told.extend(write_each(store, readings))
    assert there(store) == {reading.document.id for reading in readings[:2]}
    assert list(check_graph(store)) == []


def test_nothing_is_nothing(store: Store) -> None:
    assert list(write_each(store, [])) == []


def test_documents_together_are_those_documents_one_by_one(store: Store) -> None:
    """New and known ones, versions of one source in any order, a text under two sources, the same one twice."""
    same = digest(5).model_copy(update={"document": digest(5).document.model_copy(update={"source": "elsewhere"})})
    batch = [
        digest(0),
        digest(1, source="https://a.example/versions", published="2025-05-01"),
        digest(2, source="https://a.example/versions", published="2025-06-01"),
        digest(3, source="https://a.example/versions", published="2025-04-01"),
        digest(0),
        digest(4, source=""),
        digest(5),
        same,
        digest(6, published="2025-01-01"),
        digest(6, published="2024-12-31"),
    ]
    before = [digest(7), digest(8, source="https://a.example/versions", published="2025-05-15")]
    statuses, lines = [], []
    for together in (False, True):
        for document in there(store):
            store.retract(next(one.document.id for one in (*before, *batch) if one.document.id == document))
        assert there(store) == set()
        store.write_all(before)
        reports = store.write_all(batch) if together else [store.write(one) for one in batch]
        statuses.append([report.model_dump() for report in reports])
        lines.append(list(store.export_lines()))
        assert list(check_graph(store)) == []
    assert statuses[0] == statuses[1]
    assert lines[0] == lines[1]
