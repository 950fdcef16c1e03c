"""What the store answers: one frozen record per shape of row, with the evidence inside."""

from typing import Generic, TypeVar

from pydantic import Field, JsonValue

from graph.records import ClaimId, DocumentId, EntityId, Factuality, Kind, PassageId, Predicate, Record


class WriteReport(Record):
    """What adding or removing one document changed; all zero when it was known."""

    document_id: DocumentId
    status: str = Field(
        description="'new', 'known' (nothing changed), 'superseding' (an older version of its source stepped back), "
        "'superseded' (a newer version of its source is there), 'reread' (same text, read otherwise) or 'retracted'."
    )
    superseded: DocumentId | None = Field(default=None, description="The version that stepped back, if any.")
    entities: int = Field(description="Entities that the graph did not have.")
    mentions: int
    claims: int = Field(description="Claims that the graph did not have.")


class EntitySummary(Record):
    """An entity with what a list shows of it."""

    id: EntityId
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    mentions: int
    documents: int
    first_seen: str | None = Field(description="Earliest publication date of a document that names it.")
    last_seen: str | None


class EntityAnswer(EntitySummary):
    """One entity with all that is told of the entity itself."""

    surface_forms: tuple[str, ...] = Field(description="How documents call it, most frequent first.")
    external_ids: tuple[str, ...]
    claims: int = Field(description="Claims that have it as subject or object.")
    merged: tuple[EntityId, ...] = Field(description="Ids that were merged into this one.")


class EntityRef(Record):
    """An entity inside an answer."""

    id: EntityId
    name: str
    kind: Kind


class EvidenceAnswer(Record):
    """Where a claim was read."""

    document_id: DocumentId
    document_title: str
    source: str
    published: str | None
    passage_id: PassageId
    passage: str = Field(description="The sentence, in clean text.")
    quote: str = Field(description="The exact characters of the original, markup included.")
    start_char: int
    end_char: int


class ClaimAnswer(Record):
    """A claim with its ends, its date, its factuality and the sentences it was read from."""

    id: ClaimId
    predicate: Predicate
    subject: EntityRef
    object: EntityRef | None
    value: str | None
    date: str | None = Field(description="EDTF.")
    date_start: str | None
    date_end: str | None
    date_precision: str | None
    factuality: Factuality
    cue: str
    confidence: float
    rule: str
    qualifiers: dict[str, str]
    published: str | None
    document_id: DocumentId
    evidence: tuple[EvidenceAnswer, ...]
    fulfilled_by: tuple[ClaimId, ...] = Field(
        default=(), description="For a plan, in a timeline: later claims that tell it as done."
    )
    fulfils: tuple[ClaimId, ...] = Field(
        default=(), description="For something done, in a timeline: earlier claims that announced it."
    )


class DocumentSummary(Record):
    """A document in a list."""

    id: DocumentId
    source: str
    outlet: str
    title: str
    language: str
    published: str | None
    passages: int
    claims: int
    characters: int
    format: str
    current: bool = Field(description="False when a later version of the same source superseded it.")


class Conflict(Record):
    """Claims told as facts that cannot all be true, by what the ontology declares of their predicate."""

    predicate: Predicate
    entity: EntityRef = Field(description="What they differ about: a subject with several objects, or the reverse.")
    side: str = Field(description="'object' when the objects or values differ, 'subject' when the subjects do.")
    claims: tuple[ClaimAnswer, ...] = Field(description="At least two, by id; each with its sentences.")


class Finding(Record):
    """Something in the graph that should not be."""

    what: str = Field(description="The rule that is broken, as a sentence.")
    id: str = Field(description="The node, or the key of the edge.")


class PassageAnswer(Record):
    """A passage of a document."""

    id: PassageId
    position: int
    text: str
    section: str
    role: str
    start_char: int
    end_char: int


class RawAnswer(Record):
    """What a raw statement gave: column names, and rows of JSON values in their order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[JsonValue, ...], ...]
    truncated: bool = Field(description="Whether there were more rows than asked for.")


SortKey = tuple[str, ...]
"""Where a page ended: the values that its last row is sorted by. Opaque to callers."""

Item = TypeVar("Item")


class Page(Record, Generic[Item]):
    """Part of a list in a stable order; give `next` as `after` to go on."""

    items: tuple[Item, ...]
    next: SortKey | None = Field(description="None when there is no more.")


class GraphStatus(Record):
    """How much the graph holds, and where."""

    uri: str
    engine: str
    schema_version: int
    documents: int
    passages: int
    entities: int
    mentions: int
    claims: int
    by_kind: dict[str, int]
    by_predicate: dict[str, int]
