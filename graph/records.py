"""The records that travel between extraction, store and API: frozen, closed, checked when made.

What a document gave is one `Extraction`, and one `Extraction` is one transaction. Offsets called `start_char` and
`end_char` are half-open and count characters of the *original* digest, markup included; offsets inside the clean
text belong to `extraction.document` and never leave it.
"""

from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict, Field

Kind = NewType("Kind", str)
"""One of the kinds of `data/ontology/kinds` ("Organization")."""
Predicate = NewType("Predicate", str)
"""One of the predicates of `data/ontology/predicates` ("ACQUIRED")."""
EntityId = NewType("EntityId", str)
"""`kind/slug`, all lower case: "organization/hugging-face"."""
DocumentId = NewType("DocumentId", str)
PassageId = NewType("PassageId", str)
ClaimId = NewType("ClaimId", str)


class Record(BaseModel):
    """A value: cannot change after it is made, and takes no field that it does not declare."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Factuality(StrEnum):
    """How the text tells a claim."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    SPECULATED = "speculated"
    NEGATED = "negated"


class DatePrecision(StrEnum):
    """How exactly a date is told; "fin avril" is a part of a month, a ten-day event is a span."""

    DAY = "day"
    PART_OF_MONTH = "part of month"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SPAN = "span"


class Date(Record):
    """When something happened or will, as told.

    `edtf` is ISO 8601-2 level 1 ("2025-04", "2025-04-21/2025-04-30", "2025~", "../2025-04-15"); `start` and `end` are
    its first and last day as ISO dates, either may be absent when the end is open.
    """

    edtf: str
    start: str | None
    end: str | None
    precision: DatePrecision


class Document(Record):
    """A digest as it is kept: what it was called, where it came from, when it was published."""

    id: DocumentId
    source: str = Field(description="Address or path that the caller gave; one source has one current document.")
    outlet: str = Field(description="Who publishes it: the host of the source, or empty.")
    title: str
    language: str = Field(description="ISO 639-1: 'fr' or 'en'.")
    published: str | None = Field(description="ISO date of publication, when known.")
    text_hash: str = Field(description="SHA-256 of the normalised text, in hex.")
    characters: int
    format: str = Field(description="'markdown', 'html', 'text' or 'pdf'; of a row: 'csv', 'json' or 'jsonl'.")


class Passage(Record):
    """A sentence of a document, in clean text, with where it stands in the original."""

    id: PassageId
    position: int = Field(description="0-based order in the document.")
    text: str
    start_char: int
    end_char: int
    section: str = Field(description="Heading above it, or empty.")
    role: str = Field(description="headline, body, commentary, outlook, sources or metadata.")


class Mention(Record):
    """A span of a passage that names an entity."""

    passage_id: PassageId
    entity_id: EntityId
    surface: str
    start_char: int
    end_char: int


class Entity(Record):
    """A thing that a document names, as extraction proposes it; resolution decides what it is in the graph."""

    id: EntityId
    name: str
    kind: Kind
    surface_forms: tuple[str, ...] = Field(description="Exact strings by which the document calls it, sorted.")
    aliases: tuple[str, ...] = Field(default=(), description="Other names, from the catalogue.")
    catalogued: bool = Field(default=False, description="Whether the catalogue knows it: then name and id are its.")
    external_ids: tuple[str, ...] = Field(default=(), description="Outside ids, as 'wikidata:Q95'.")


class Evidence(Record):
    """The exact characters of the original digest from which a claim can be read."""

    passage_id: PassageId
    start_char: int
    end_char: int
    quote: str


class Claim(Record):
    """What a document says: a subject, a predicate, and an object entity or a literal value.

    Exactly one of `object_id` and `value` is set. `rule` names the trigger that read it, `cue` the words that
    decided its factuality (empty for plain assertions), `confidence` is the extractor's number in [0, 1].
    """

    id: ClaimId
    predicate: Predicate
    subject_id: EntityId
    subject_surface: str
    object_id: EntityId | None = None
    object_surface: str | None = None
    value: str | None = None
    date: Date | None = None
    factuality: Factuality = Factuality.ASSERTED
    cue: str = ""
    confidence: float = Field(ge=0, le=1)
    rule: str
    qualifiers: tuple[tuple[str, str], ...] = Field(default=(), description="Sorted (name, value) pairs.")
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Extraction(Record):
    """Everything that one document gives; the unit of a transaction."""

    document: Document
    passages: tuple[Passage, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
