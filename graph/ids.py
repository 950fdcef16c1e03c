"""Ids: pure functions of content, so that the same input gives the same graph in any order."""

import hashlib
import re
import unicodedata

from graph.names import slug
from graph.records import ClaimId, DocumentId, EntityId, Factuality, PassageId

_HASH_LENGTH = 20
"""Hex digits kept of a SHA-256: 80 bits, so a billion claims collide with a chance below one in a million."""


def text_hash(text: str) -> str:
    """SHA-256, in hex, of the text with its spacing and Unicode form normalised."""
    normal = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
    return hashlib.sha256(normal.encode()).hexdigest()


def entity_id(kind: str, name: str) -> EntityId:
    """The id of an entity: "organization/hugging-face"."""
    return EntityId(f"{kind.casefold()}/{slug(name)}")


def document_id(text: str) -> DocumentId:
    """The id of a document: a hash of its normalised text, so the same digest is known wherever it comes from."""
    return DocumentId(text_hash(text)[:_HASH_LENGTH])


def passage_id(document: DocumentId, position: int) -> PassageId:
    """The id of the passage at a position of a document: sorts in reading order."""
    return PassageId(f"{document}-{position:05d}")


def claim_id(
    document: DocumentId,
    predicate: str,
    subject_surface: str,
    object_surface: str,
    factuality: Factuality,
    date: str | None,
) -> ClaimId:
    """The id of a claim: from surface forms, so that merging entities never changes it."""
    parts = (document, predicate, subject_surface, object_surface, factuality.value, date or "")
    return ClaimId(hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_HASH_LENGTH])
