"""What changed between two documents or two days; on both engines."""

import pytest

from graph.errors import DocumentNotFound
from graph.judgements import Judgement, Verdict
from graph.records import Date, DocumentId, EntityId, Factuality
from graph.store import Store
from graph.store.diff import diff_days, diff_documents
from graph.store.difference import Difference
from tests.factory import Said, day, make_extraction

PLANNED, ASSERTED = Factuality.PLANNED, Factuality.ASSERTED


def released(what: str, factuality: Factuality = ASSERTED, date: Date | None = None) -> Said:
    """That Acme released something."""
    return Said(
        sentence=f"Acme on {what} ({factuality}, {date.edtf if date else 'no day'}).",
        subject="Organization:Acme",
        predicate="RELEASED",
        object=f"Product:{what}",
        factuality=factuality,
        date=date,
    )


def raised(value: str) -> Said:
    """That Acme raised money."""
    return Said(sentence=f"Acme raised {value}.", subject="Organization:Acme", predicate="RAISED", value=value)


def write(store: Store, said: list[Said], source: str, published: str | None) -> DocumentId:
    return store.write(make_extraction(said, source=source, published=published)).document_id


def told(difference: Difference) -> set[tuple[str, str, str, str]]:
    """Of each fact: what became of it, its object, and how it is told before and after."""

    def ways(side: str) -> str:
        return " ".join(f"{one.factuality}/{one.date}" for one in getattr(fact, side))

    found = set()
    for fact in difference.facts:
        found.add(
            (fact.change.value, fact.object.name if fact.object else fact.value or "", ways("before"), ways("after"))
        )
    return found


BEFORE = [released("Bolt", PLANNED), released("Cargo"), released("Dune", date=day("2025-04-01")), raised("3 M")]
AFTER = [released("Bolt"), released("Dune", date=day("2025-04-02")), released("Ecco"), raised("3 M"), raised("4 M")]
CHANGES = {
    ("new", "Ecco", "", "asserted/None"),
    ("new", "4 M", "", "asserted/None"),
    ("changed", "Bolt", "planned/None", "asserted/None"),
    ("changed", "Dune", "asserted/2025-04-01", "asserted/2025-04-02"),
    ("gone", "Cargo", "asserted/None", ""),
}


def test_two_documents(store: Store) -> None:
    left, right = write(store, BEFORE, "a", "2025-04-30"), write(store, AFTER, "b", "2025-05-30")
    difference = diff_documents(store, left, right)
    assert told(difference) == CHANGES
    assert [entity.name for entity in difference.entities_new] == ["Ecco"]
    assert [entity.name for entity in difference.entities_gone] == ["Cargo"]
    (bolt,) = (fact for fact in difference.facts if fact.object and fact.object.name == "Bolt")
    assert bolt.before[0].quote == "Acme on Bolt (planned, no day)."


def test_a_version_and_the_one_it_superseded(store: Store) -> None:
    left, right = write(store, BEFORE, "a", "2025-04-30"), write(store, AFTER, "a", "2025-05-30")
    difference = diff_documents(store, left, right)
    assert told(difference) == CHANGES
    # Nothing else names it any more, so that it is called as the old version called it.
    assert [(entity.id, entity.name) for entity in difference.entities_gone] == [("product/cargo", "Cargo")]
    assert told(diff_days(store, "2025-04-30", "2025-05-30")) == CHANGES


def test_a_document_and_itself(store: Store) -> None:
    document_id = write(store, BEFORE, "a", "2025-04-30")
    difference = diff_documents(store, document_id, document_id)
    assert (difference.facts, difference.documents_new, difference.entities_new) == ((), (), ())


def test_a_document_that_is_not_there(store: Store) -> None:
    document_id = write(store, BEFORE, "a", "2025-04-30")
    with pytest.raises(DocumentNotFound):
        diff_documents(store, document_id, DocumentId("none"))


@pytest.mark.parametrize(
    ("days", "found", "documents"),
    [
        (("2025-04-29", "2025-04-30"), {("new", "Bolt", "", "planned/None")}, (1, 0)),
        (("2025-04-30", "2025-05-29"), set(), (0, 0)),
        (("2025-04-30", "2025-05-30"), {("changed", "Bolt", "planned/None", "asserted/None planned/None")}, (1, 0)),
        # The third digest says again what the second said.
        (("2025-05-30", "2025-06-30"), set(), (1, 0)),
        (("2025-04-29", "2025-06-30"), {("new", "Bolt", "", "asserted/None planned/None")}, (3, 0)),
        (("2025-05-30", "2025-04-29"), {("gone", "Bolt", "asserted/None planned/None", "")}, (0, 2)),
    ],
)
def test_two_days(
    store: Store, days: tuple[str, str], found: set[tuple[str, str, str, str]], documents: tuple[int, int]
) -> None:
    write(store, [released("Bolt", PLANNED)], "a", "2025-04-30")
    write(store, [released("Bolt")], "b", "2025-05-30")
    write(store, [Said(sentence="In June.", subject="Person:June"), released("Bolt")], "c", "2025-06-30")
    write(store, [released("Faro")], "d", None)
    difference = diff_days(store, *days)
    assert told(difference) == found
    assert (len(difference.documents_new), len(difference.documents_gone)) == documents


def test_a_source_that_has_a_newer_version_today_counts_as_it_was(store: Store) -> None:
    """The version of April is superseded by one of June, so it was current all through May."""
    write(store, [released("Bolt", PLANNED)], "a", "2025-04-10")
    write(store, [released("Bolt")], "b", "2025-05-10")
    write(store, [released("Cargo")], "a", "2025-06-10")
    assert told(diff_days(store, "2025-04-30", "2025-05-31")) == {
        ("changed", "Bolt", "planned/None", "asserted/None planned/None")
    }
    june = diff_days(store, "2025-05-31", "2025-06-30")
    assert told(june) == {
        ("new", "Cargo", "", "asserted/None"),
        ("changed", "Bolt", "asserted/None planned/None", "asserted/None"),
    }
    assert [entity.name for entity in june.entities_new] == ["Cargo"]
    assert june.entities_gone == ()


def test_what_was_merged_is_one_entity_on_both_sides(store: Store) -> None:
    left = write(store, [released("Bolt")], "a", "2025-04-30")
    right = write(store, [released("Bolt Inc")], "b", "2025-05-30")
    assert len(diff_documents(store, left, right).facts) == 2
    store.judge(
        Judgement(
            verdict=Verdict.SAME,
            merged_id=EntityId("product/bolt-inc"),
            kept_id=EntityId("product/bolt"),
            decided_by="tests",
            reason="a test",
        )
    )
    assert diff_documents(store, left, right).facts == ()
    assert diff_days(store, "2025-04-30", "2025-05-30").facts == ()


def test_two_documents_that_tell_alike_are_counted(store: Store) -> None:
    for source in ("a", "b"):
        said = released("Bolt").model_copy(update={"sentence": f"Acme shipped Bolt ({source})."})
        write(store, [said], source, "2025-04-30")
    (fact,) = diff_days(store, "2025-04-01", "2025-04-30").facts
    assert [telling.documents for telling in fact.after] == [2]
