"""What can be asked of a graph: one function per question, each with a typed answer.

Lists come as pages in a stable order. `since` and `until` are ISO days, both inclusive.
"""

from graph.records import ClaimId, DocumentId, EntityId, Factuality, Kind, Predicate
from graph.store.answers import (
    ClaimAnswer,
    DocumentSummary,
    EntityAnswer,
    EntitySummary,
    GraphStatus,
    Page,
    PassageAnswer,
    SortKey,
)
from graph.store.protocol import Store

DEFAULT_LIMIT = 20
"""Rows of a page unless told otherwise; chosen by hand: a screenful."""


def search_entities(
    store: Store, text: str, *, kind: Kind | None = None, limit: int = DEFAULT_LIMIT, after: SortKey | None = None
) -> Page[EntitySummary]:
    """Entities whose name, alias or surface form fits the text, best first; all by id when the text is empty."""
    raise NotImplementedError


def get_entity(store: Store, entity_id: EntityId) -> EntityAnswer:
    """One entity. Raises EntityNotFound, or EntityMerged with the canonical id."""
    raise NotImplementedError


def find_claims(
    store: Store,
    *,
    entity_id: EntityId | None = None,
    subject_id: EntityId | None = None,
    object_id: EntityId | None = None,
    predicate: Predicate | None = None,
    factuality: Factuality | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = DEFAULT_LIMIT,
    after: SortKey | None = None,
) -> Page[ClaimAnswer]:
    """Claims that fit every filter, last published first; `since` and `until` bound the publication.

    `entity_id` is either end. Ids of merged entities are followed to their canonical one.
    """
    raise NotImplementedError


def get_claim(store: Store, claim_id: ClaimId) -> ClaimAnswer:
    """One claim with its evidence. Raises ClaimNotFound."""
    raise NotImplementedError


def releases(
    store: Store,
    organization_id: EntityId,
    *,
    factuality: Factuality | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = DEFAULT_LIMIT,
    after: SortKey | None = None,
) -> Page[ClaimAnswer]:
    """What an organization or person released, newest first, planned ones included and marked as such.

    The date of a release is the one told, or else that of publication; `since` and `until` bound it.
    """
    raise NotImplementedError


def timeline(
    store: Store,
    entity_id: EntityId,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = DEFAULT_LIMIT,
    after: SortKey | None = None,
) -> Page[ClaimAnswer]:
    """Every claim about an entity, as subject or object, by the date told; undated ones last, by publication.

    `since` and `until` bound the date told: with either of them undated claims are left out.
    """
    raise NotImplementedError


def list_documents(store: Store, *, limit: int = DEFAULT_LIMIT, after: SortKey | None = None) -> Page[DocumentSummary]:
    """The documents of the graph, last published first, superseded ones included and marked."""
    raise NotImplementedError


def get_document(store: Store, document_id: DocumentId) -> DocumentSummary:
    """One document. Raises DocumentNotFound."""
    raise NotImplementedError


def list_passages(store: Store, document_id: DocumentId) -> tuple[PassageAnswer, ...]:
    """The passages of a document in reading order; none when it was superseded. Raises DocumentNotFound."""
    raise NotImplementedError


def status(store: Store) -> GraphStatus:
    """How much the graph holds, and where."""
    raise NotImplementedError


def entity_counts(store: Store) -> dict[Kind, int]:
    """How many entities of each kind there are, kinds in the ontology's order."""
    raise NotImplementedError
