"""What differs between two readings of the world, as records; `graph.store.diff` finds it."""

from enum import StrEnum

from pydantic import Field

from graph.records import ClaimId, DocumentId, Factuality, Predicate, Record
from graph.store.answers import EntityRef


class Change(StrEnum):
    """What became of a fact."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Telling(Record):
    """One way in which documents tell a fact: with this factuality and this date."""

    factuality: Factuality
    date: str | None = Field(description="EDTF.")
    documents: int = Field(description="How many documents tell it so.")
    claim_id: ClaimId = Field(description="The claim of one of them: the smallest id.")
    quote: str = Field(description="The exact characters of its evidence.")


class FactChange(Record):
    """A fact whose tellings differ: new without any before, gone without any after, otherwise changed."""

    change: Change
    predicate: Predicate
    subject: EntityRef
    object: EntityRef | None
    value: str | None
    before: tuple[Telling, ...]
    after: tuple[Telling, ...]


class Difference(Record):
    """What the second side tells otherwise than the first."""

    before: str = Field(description="The first side: a document's id, or a day.")
    after: str
    documents_new: tuple[DocumentId, ...]
    documents_gone: tuple[DocumentId, ...]
    facts: tuple[FactChange, ...] = Field(description="New ones, then changed ones, then those gone.")
    entities_new: tuple[EntityRef, ...]
    entities_gone: tuple[EntityRef, ...]
