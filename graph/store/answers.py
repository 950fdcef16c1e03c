"""What the store answers: one frozen record per shape of row, with the evidence inside."""

from pydantic import Field

from graph.records import ClaimId, DocumentId, EntityId, Factuality, Kind, PassageId, Predicate, Record


class WriteReport(Record):
    """What adding or removing one document changed; all zero when it was known."""

    document_id: DocumentId
    status: str = Field(description="'new', 'known', 'superseding' or 'retracted'.")
    superseded: DocumentId | None = None
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
    current: bool = Field(description="False when a later version of the same source superseded it.")


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
